// SPDX-License-Identifier: Apache-2.0
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "catch.hpp"
#include "cli/publishing/catalogue_name.hpp"
#include "cli/publishing/known_catalogues.hpp"
#include "cli/publishing/publishing_rules.hpp"
#include "cli/publishing/token_source.hpp"
#include "gis/base/error.hpp"

using namespace anzenmap;
using namespace anzenmap::cli;
namespace fs = std::filesystem;

namespace {

const std::string kToken =
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJqdGkiOiJtYWRlLXVwIn0.c2lnbmF0dXJlLW1hZGUtdXA";
const std::string kUrl = "https://www.example.jp/ckan";

/// A folder of its own, and an environment in which nobody has a token.
class Place {
 public:
  Place() {
    std::string name = (fs::temp_directory_path() / "anzenmap-token-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    folder_ = name;
    ::unsetenv("CKAN_API_TOKEN");
    ::unsetenv("DBUS_SESSION_BUS_ADDRESS");
    ::setenv("XDG_STATE_HOME", (folder_ / "state").c_str(), 1);
  }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  ~Place() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
    ::unsetenv("XDG_STATE_HOME");
  }

  [[nodiscard]] std::string file(const std::string& name, const std::string& text, mode_t mode) const {
    const std::string path = (folder_ / name).string();
    std::ofstream(path, std::ios::binary) << text;
    REQUIRE(::chmod(path.c_str(), mode) == 0);
    return path;
  }
  [[nodiscard]] const fs::path& folder() const { return folder_; }

 private:
  fs::path folder_;
};

std::string code_of(const std::string& file) {
  try {
    static_cast<void>(find_token(file, kUrl));
  } catch (const Error& error) {
    CHECK(error.message(Language::en).find(kToken) == std::string::npos);
    CHECK(error.message(Language::ja).find(kToken) == std::string::npos);
    return std::string(error.code());
  }
  return "";
}

}  // namespace

TEST_CASE("a token file is read when it is its owner's alone") {
  const Place place;
  const std::string path = place.file("token", kToken + "\n", 0600);
  CHECK(find_token(path, kUrl).secret.reveal() == kToken);
  CHECK(find_token(place.file("windows", " " + kToken + "\r\n", 0400), kUrl).secret.reveal() == kToken);
  CHECK_FALSE(find_token(path, kUrl).stored_for_catalogue);
}

TEST_CASE("a token file that others can read is refused") {
  const Place place;
  for (const mode_t mode : {0640, 0604, 0660, 0620, 0644}) {
    INFO(std::oct << mode);
    CHECK(code_of(place.file("token", kToken, mode)) == token_file_open.code);
  }
}

TEST_CASE("what holds no token is told without showing it") {
  const Place place;
  CHECK(code_of(place.file("empty", "\n", 0600)) == token_unlawful.code);
  CHECK(code_of(place.file("two", kToken + "\n" + kToken, 0600)) == token_unlawful.code);
  CHECK(code_of(place.file("japanese", "トークン", 0600)) == token_unlawful.code);
  CHECK(code_of((place.folder() / "none").string()) == token_file_unreadable.code);
  CHECK(code_of(place.folder().string()) == token_file_unreadable.code);
  // The token itself in place of the file's name.
  CHECK(code_of(kToken) == token_in_arguments.code);
  CHECK(code_of("8b0e4d7a-1c2d-4e5f-8a9b-0c1d2e3f4a5b") == token_in_arguments.code);
}

TEST_CASE("the variable is taken out of the environment and wiped where it stood") {
  const Place place;
  ::setenv("CKAN_API_TOKEN", kToken.c_str(), 1);
  const char* const value = std::getenv("CKAN_API_TOKEN");
  CHECK(find_token("", kUrl).secret.reveal() == kToken);
  CHECK(std::getenv("CKAN_API_TOKEN") == nullptr);
  CHECK(*value == '\0');

  // A file wins, and the variable goes all the same.
  ::setenv("CKAN_API_TOKEN", "other", 1);
  CHECK(find_token(place.file("token", kToken, 0600), kUrl).secret.reveal() == kToken);
  CHECK(std::getenv("CKAN_API_TOKEN") == nullptr);
  CHECK(find_token("", kUrl).secret.empty());
}

TEST_CASE("with a token the process leaves no core dump") {
  const Place place;
  static_cast<void>(find_token(place.file("token", kToken, 0600), kUrl));
  rlimit limit{1, 1};
  REQUIRE(::getrlimit(RLIMIT_CORE, &limit) == 0);
  CHECK(limit.rlim_cur == 0);
  CHECK(limit.rlim_max == 0);
#ifndef __SANITIZE_ADDRESS__
  CHECK(::prctl(PR_GET_DUMPABLE) == 0);
#endif
}

TEST_CASE("the keyring is asked for the catalogue's own token") {
  const Place place;
  // Stands for the real program: answers to the attributes that the documentation tells people to store
  // under.
  const std::string tool = place.file(
      "secret-tool",
      "#!/bin/sh\n[ \"$1 $2 $3\" = \"lookup anzenmap-catalogue " + kUrl + "\" ] && echo " + kToken + "\n",
      0700);
  const std::string path = std::getenv("PATH");
  ::setenv("PATH", (place.folder().string() + ":" + path).c_str(), 1);
  CHECK(find_token("", kUrl).secret.empty());  // no desktop session
  ::setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere", 1);
  const Token token = find_token("", kUrl + "/");
  const Token other = find_token("", "https://other.example.jp/ckan");
  ::setenv("PATH", path.c_str(), 1);
  ::unsetenv("DBUS_SESSION_BUS_ADDRESS");
  CHECK(token.secret.reveal() == kToken);
  CHECK(token.stored_for_catalogue);
  CHECK(other.secret.empty());
}

TEST_CASE("an origin is scheme, host and port") {
  CHECK(origin_of("https://WWW.Example.jp/ckan/") == "https://www.example.jp");
  CHECK(origin_of("https://example.jp:443/x") == "https://example.jp");
  CHECK(origin_of("http://example.jp:80") == "http://example.jp");
  CHECK(origin_of("https://example.jp:80") == "https://example.jp:80");
  CHECK(origin_of("https://good.example.jp@bad.example.com/") == "https://bad.example.com");
  CHECK(origin_of("https://bad.example.com?good.example.jp") == "https://bad.example.com");
  CHECK(origin_of("folder").empty());
}

TEST_CASE("a catalogue is known once it was confirmed, and only its own origin") {
  const Place place;
  CHECK_FALSE(is_known_catalogue("https://example.jp"));
  remember_catalogue("https://example.jp");
  remember_catalogue("https://other.example.jp");
  CHECK(is_known_catalogue("https://example.jp"));
  CHECK(is_known_catalogue("https://other.example.jp"));
  CHECK_FALSE(is_known_catalogue("http://example.jp"));
  CHECK_FALSE(is_known_catalogue("https://example.j"));
  CHECK_FALSE(is_known_catalogue(""));
  struct stat state {};
  REQUIRE(::stat((place.folder() / "state/anzenmap/catalogues").c_str(), &state) == 0);
  CHECK((state.st_mode & 0777) == 0600);
}

TEST_CASE("a URL is told from a folder") {
  const auto code = [](const std::string& where) -> std::string {
    try {
      return is_url(where) ? "url" : "folder";
    } catch (const Error& error) {
      CHECK(error.kind() == Error::Kind::usage);
      return std::string(error.code());
    }
  };
  CHECK(code("https://www.example.jp/ckan") == "url");
  CHECK(code("HTTP://127.0.0.1:5000/ckan") == "url");
  CHECK(code("公開") == "folder");
  CHECK(code("./www.example.jp") == "folder");
  CHECK(code("/srv/www") == "folder");
  CHECK(code("out.2026") == "folder");
  CHECK(code("www.example.jp/ckan") == catalogue_unlawful.code);  // https:// forgotten
  CHECK(code("www.example.jp:8080") == catalogue_unlawful.code);
  CHECK(code("ftp://www.example.jp") == catalogue_unlawful.code);
  CHECK(code("https://") == catalogue_unlawful.code);
  CHECK(code("") == catalogue_unlawful.code);
  CHECK(code("https://user:secret@www.example.jp/ckan") == token_in_arguments.code);
}
