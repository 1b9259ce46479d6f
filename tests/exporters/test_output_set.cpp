// SPDX-License-Identifier: Apache-2.0
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>

#include "gis/base/error.hpp"
#include "gis/files/output_set.hpp"
#include "tests/catch.hpp"
#include "tests/exporters/survey_fixture.hpp"

using namespace anzenmap;
using anzenmap::testing::Folder;

namespace {

std::string code_of(void (*action)(const Folder&), const Folder& folder) {
  try {
    action(folder);
  } catch (const Error& error) {
    return std::string(error.code());
  }
  return "";
}

/// Files of this process may not grow beyond `bytes` while it lives: a full disk on every machine.
class SmallDisk {
 public:
  explicit SmallDisk(rlim_t bytes) {
    previous_signal_ = std::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &previous_);
    const rlimit limit{bytes, previous_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~SmallDisk() {
    ::setrlimit(RLIMIT_FSIZE, &previous_);
    std::signal(SIGXFSZ, previous_signal_);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

 private:
  rlimit previous_{};
  void (*previous_signal_)(int) = nullptr;
};

}  // namespace

TEST_CASE("nothing is seen of a set before its commit") {
  const Folder folder;
  folder.put("a.txt", "old");
  {
    OutputSet set(folder.path());
    set.create("a.txt").write("new");
    set.create("b.txt").write("new");
    CHECK(folder.get("a.txt") == "old");
    CHECK_FALSE(std::filesystem::exists(folder.at("b.txt")));
  }
  CHECK(folder.get("a.txt") == "old");
  CHECK(folder.files() == 1);  // dropped with its temporaries
}

TEST_CASE("a program that ends without destructors can still take its temporaries away") {
  const Folder folder;
  folder.put("a.txt", "old");
  OutputSet gone(folder.path());
  gone.create("c.txt").write("new");
  gone.commit();
  OutputSet set(folder.path());
  set.create("a.txt").write("new");
  {
    OutputSet dropped(folder.path());
    dropped.create("d.txt").write("new");
  }
  set.create("b.txt").write("new");
  CHECK(folder.files() == 4);
  abandon_outputs();
  CHECK(folder.files() == 2);
  CHECK(folder.get("a.txt") == "old");
  CHECK(folder.get("c.txt") == "new");
}

TEST_CASE("a commit puts all files in place and removes what was asked") {
  const Folder folder;
  folder.put("a.txt", "old");
  folder.put("a.rejected.csv", "old");
  OutputSet set(folder.path());
  set.create("datapackage.json", {.last = true}).write("{}");
  OutputStream& a = set.create("a.txt", {.sha256 = true});
  const std::string big(200'000, 'x');
  a.write("abc");
  a.write(big);
  a.write("d");
  set.remove("a.rejected.csv");
  set.remove("never-was.csv");
  set.commit();
  CHECK(folder.get("a.txt") == "abc" + big + "d");
  CHECK(a.bytes() == 200'004);
  CHECK(a.sha256() == sha256_hex("abc" + big + "d"));
  CHECK(folder.files() == 2);
}

TEST_CASE("SHA-256 of the standard's example") {
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("what may hold personal data is readable by its owner only") {
  const Folder folder;
  OutputSet set(folder.path());
  set.create("a.rejected.csv", {.mode = 0600}).write("x");
  set.commit();
  struct stat status {};
  REQUIRE(::stat(folder.at("a.rejected.csv").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
}

TEST_CASE("folders that are missing are made") {
  const Folder folder;
  OutputSet set(folder.at("a/b//c/"));
  set.create("x.txt").write("x");
  set.commit();
  CHECK(folder.get("a/b/c/x.txt") == "x");
}

TEST_CASE("a file in the place of the folder is told") {
  const Folder folder;
  folder.put("file", "x");
  CHECK(code_of([](const Folder& f) { OutputSet set(f.at("file")); }, folder) == "OU703");
  CHECK(code_of([](const Folder& f) { OutputSet set(f.at("file/deeper")); }, folder) == "OU703");
  CHECK(folder.get("file") == "x");
}

TEST_CASE("a folder in the place of a file is told") {
  const Folder folder;
  std::filesystem::create_directory(folder.at("a.csv"));
  CHECK(code_of([](const Folder& f) { OutputSet(f.path()).create("a.csv"); }, folder) == "OU704");
}

TEST_CASE("a read-only folder is told") {
  if (::geteuid() == 0) return;  // root may write everywhere
  const Folder folder;
  ::chmod(folder.path().c_str(), 0500);
  CHECK(code_of([](const Folder& f) { OutputSet(f.path()).create("a.csv"); }, folder) == "OU700");
}

TEST_CASE("a full disk leaves the old files and no temporary") {
  const Folder folder;
  folder.put("a.csv", "old");
  std::string code;
  {
    const SmallDisk disk(100'000);
    try {
      OutputSet set(folder.path());
      OutputStream& a = set.create("a.csv");
      for (int i = 0; i < 100; ++i) a.write(std::string(5'000, 'x'));
      set.commit();
    } catch (const Error& error) {
      code = error.code();
    }
  }
  CHECK(code == "OU701");
  CHECK(folder.get("a.csv") == "old");
  CHECK(folder.files() == 1);
}

TEST_CASE("when a rename fails each file is whole and old or whole and new") {
  const Folder folder;
  OutputSet set(folder.path());
  set.create("a.txt").write("new a");
  set.create("b.txt").write("new b");
  set.create("datapackage.json", {.last = true}).write("{}");
  std::filesystem::create_directory(folder.at("b.txt"));  // comes between: rename() cannot replace a folder
  CHECK_THROWS_AS(set.commit(), Error);
  CHECK(folder.get("a.txt") == "new a");
  CHECK_FALSE(std::filesystem::exists(folder.at("datapackage.json")));
  CHECK(folder.files() == 2);
}

TEST_CASE("two sets in one folder do not meet") {
  const Folder folder;
  OutputSet one(folder.path());
  OutputSet two(folder.path());
  one.create("a.txt").write("one");
  two.create("a.txt").write("two");
  one.commit();
  CHECK(folder.get("a.txt") == "one");
  two.commit();
  CHECK(folder.get("a.txt") == "two");
  CHECK(folder.files() == 1);
}
