// SPDX-License-Identifier: Apache-2.0
#include "ckan/pull/pull_folder.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <utility>

#include "ckan/pull/bounded_json.hpp"
#include "ckan/pull/file_copy.hpp"
#include "ckan/pull/folder_listing.hpp"
#include "ckan/pull/pull_rules.hpp"
#include "gis/base/error.hpp"
#include "gis/files/file_faults.hpp"

namespace anzenmap::ckan {
namespace {

constexpr const char* kWaiting = ".anzenmap-pull";
// Names of the files that are coming to their places: what a killed run leaves is known by it as ours.
constexpr const char* kList = ".files.json";
constexpr const char* kDescriptor = "datapackage.json";
constexpr unsigned kMode = 0777;

void remove_file(const std::string& path) noexcept { static_cast<void>(::unlink(path.c_str())); }

}  // namespace

PullFolder::PullFolder(std::string folder) : folder_(std::move(folder)) {
  while (folder_.size() > 1 && folder_.back() == '/') folder_.pop_back();
  struct stat status {};
  made_ = ::stat(folder_.c_str(), &status) != 0 && errno == ENOENT;
  { const OutputSet made(folder_); }
  try {
    lock();
    refuse_other_content();
  } catch (...) {
    if (descriptor_ >= 0) {
      static_cast<void>(::rmdir(path_of(kWaiting).c_str()));
      ::close(descriptor_);
    }
    if (made_) static_cast<void>(::rmdir(folder_.c_str()));
    throw;
  }
  clear(false);
}

PullFolder::~PullFolder() {
  if (!placing_) {
    clear(true);
    static_cast<void>(::rmdir(path_of(kWaiting).c_str()));
  }
  ::close(descriptor_);
  if (made_ && !placing_) static_cast<void>(::rmdir(folder_.c_str()));  // fails when it holds anything
}

std::string PullFolder::path_of(const std::string& name) const {
  return folder_ + (folder_.back() == '/' ? "" : "/") + name;
}

std::string PullFolder::waiting_path(const std::string& name) const { return path_of(kWaiting) + '/' + name; }

void PullFolder::lock() {
  const std::string path = path_of(kWaiting);
  if (::mkdir(path.c_str(), kMode) != 0 && errno != EEXIST) throw output_folder_error(errno, path);
  descriptor_ = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
  if (descriptor_ < 0) throw output_folder_error(errno, path);
  // A file system without locks: nobody can tell.
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) return;
  ::close(std::exchange(descriptor_, -1));
  throw Error(pull_running, {{"path", folder_, {}}}, Error::Kind::refused);
}

std::vector<std::string> PullFolder::begun() const {
  std::vector<std::string> names;
  std::string text;
  if (read_small_file(waiting_path(kList), text) != FileState::read) return names;
  for (const Json& name : parse_bounded(text))
    if (name.is_string()) names.push_back(name.get<std::string>());
  return names;
}

// Files that begin with a dot are a system's own; ours never do.
void PullFolder::refuse_other_content() const {
  const std::vector<std::string> ours = begun();
  for (const std::string& name : names_in_folder(folder_)) {
    if (name.starts_with('.') || std::find(ours.begin(), ours.end(), name) != ours.end()) continue;
    throw Error(pull_folder_taken, {{"path", folder_, {}}, {"file", name, {}}}, Error::Kind::refused);
  }
}

void PullFolder::clear(bool with_list) const noexcept {
  try {
    for (const std::string& name : names_in_folder(path_of(kWaiting)))
      if (with_list || name != kList) remove_file(waiting_path(name));
  } catch (...) {
    // What stays is cleared by the next run.
  }
}

void PullFolder::copy(const std::string& source, const PackagedFile& file) {
  OutputSet set(path_of(kWaiting));
  OutputStream& out = set.create(file.path, {.sha256 = true});
  if (copy_file(source, file.bytes, out, {}) != FileState::read)
    throw Error(published_file_missing, {{"url", source, {}}, {"reason", "読めません", "it cannot be read"}});
  if (out.bytes() != file.bytes || out.sha256() != file.sha256)
    throw Error(published_file_differs,
                {{"url", source, {}}, {"reason", "中身が違います", "its content differs"}});
  set.commit();
}

void PullFolder::commit(const std::string& descriptor, const std::vector<PackagedFile>& files) {
  Json names = Json::array();
  for (const PackagedFile& file : files) names.push_back(file.path);
  names.push_back(kDescriptor);
  {
    OutputSet list(path_of(kWaiting));
    list.create(kList).write(pretty_json(names));
    list.commit();
  }
  OutputSet package(folder_);
  package.create(kDescriptor, {.last = true}).write(descriptor);
  placing_ = true;
  for (const PackagedFile& file : files)
    if (::rename(waiting_path(file.path).c_str(), path_of(file.path).c_str()) != 0)
      throw output_error(errno, path_of(file.path));
  package.commit();
  placing_ = false;
  made_ = false;
}

void verify_file(const std::string& path, const std::string& url, const PackagedFile& expected,
                 PackagedFile& found) {
  if (hash_file(path, found.bytes, found.sha256) != FileState::read)
    throw Error(published_file_missing, {{"url", url, {}}, {"reason", "読めません", "it cannot be read"}});
  if (!expected.sha256.empty() && found.sha256 != expected.sha256)
    throw Error(published_file_differs,
                {{"url", url, {}}, {"reason", "SHA-256 が違います", "its SHA-256 differs"}});
  if (expected.bytes != 0 && found.bytes != expected.bytes)
    throw Error(published_file_differs,
                {{"url", url, {}}, {"reason", "大きさが違います", "its size differs"}});
}

}  // namespace anzenmap::ckan
