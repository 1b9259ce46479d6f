// SPDX-License-Identifier: Apache-2.0
#include "ckan/dataset_files.hpp"

#include <sys/stat.h>

#include <cerrno>
#include <cstdlib>
#include <memory>
#include <utility>

#include "ckan/dataset_rules.hpp"
#include "gis/base/error.hpp"
#include "gis/files/file_reading.hpp"

namespace anzenmap::ckan {
namespace {

constexpr std::string_view kSha256 = "sha256:";

/// Why a path may not be opened, in both languages.
struct Objection {
  std::string_view ja;
  std::string_view en;
};

[[noreturn]] void refuse_path(std::string_view path, const std::string& descriptor, Objection objection) {
  throw Error(resource_path_unsafe,
              {{"descriptor", descriptor, {}},
               {"path", std::string(path), {}},
               {"reason", std::string(objection.ja), std::string(objection.en)}},
              Error::Kind::refused);
}

[[noreturn]] void refuse_missing(const std::string& file, Objection objection) {
  throw Error(resource_file_missing,
              {{"path", file, {}}, {"reason", std::string(objection.ja), std::string(objection.en)}},
              Error::Kind::refused);
}

[[noreturn]] void refuse_edited(const std::string& file, std::string_view ja, std::string_view en) {
  throw Error(resource_edited, {{"path", file, {}}, {"reason", std::string(ja), std::string(en)}},
              Error::Kind::refused);
}

bool has_drive(std::string_view path) {
  const char letter = path.empty() ? '\0' : path.front();
  return path.size() > 1 && path[1] == ':' &&
         ((letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z'));
}

// POSIX paths below the folder, as Data Package v1 wants them. A backslash is a separator on Windows.
void check_words(std::string_view path, const std::string& descriptor) {
  if (path.empty()) refuse_path(path, descriptor, {"空です", "it is empty"});
  if (path.front() == '/' || has_drive(path))
    refuse_path(path, descriptor, {"フォルダーの外からの書き方です", "it is absolute"});
  if (path.find('\\') != std::string_view::npos)
    refuse_path(path, descriptor,
                {"「\\」があります。区切りは「/」です", "it has a backslash; separate by '/'"});
  if (path.find('\0') != std::string_view::npos)
    refuse_path(path, descriptor, {"使えない文字があります", "it has a forbidden character"});
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    if (path.substr(at, end - at) == "..")
      refuse_path(path, descriptor, {"「..」でフォルダーの外に出ます", "'..' leads out of the folder"});
    at = end + 1;
  }
}

std::string real_path(const std::string& path) {
  struct Free {
    void operator()(char* text) const { std::free(text); }
  };
  const std::unique_ptr<char, Free> found(::realpath(path.c_str(), nullptr));
  return found == nullptr ? std::string() : std::string(found.get());
}

bool lies_in(const std::string& file, std::string folder) {
  if (folder.empty() || folder.back() != '/') folder += '/';
  return file.starts_with(folder);
}

void check_is_file(const std::string& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) {
    if (errno == EACCES) refuse_missing(file, {"読むことが許されていません", "it may not be read"});
    refuse_missing(file, {"ファイルがありません", "there is no such file"});
  }
  if (S_ISDIR(status.st_mode)) refuse_missing(file, {"フォルダーです", "it is a folder"});
  if (!S_ISREG(status.st_mode))
    refuse_missing(file, {"ふつうのファイルではありません", "it is no regular file"});
}

// `hash` without a prefix is MD5 and other prefixes are other sums: these are left to who made them.
std::string vouched_sha256(const Members& member) {
  std::string hash = member.text("hash");
  if (hash.starts_with(kSha256))
    hash.erase(0, kSha256.size());
  else
    hash.clear();
  if (hash.empty()) hash = member.text("sha256");
  for (char& byte : hash)
    if (byte >= 'A' && byte <= 'F') byte = static_cast<char>(byte - 'A' + 'a');
  return hash;
}

}  // namespace

std::string safe_file(const std::string& folder, std::string_view path, const std::string& descriptor) {
  check_words(path, descriptor);
  std::string file = folder + (folder.ends_with('/') ? "" : "/") + std::string(path);
  check_is_file(file);
  const std::string real = real_path(file);
  if (real.empty() || !lies_in(real, real_path(folder)))
    refuse_path(path, descriptor, {"リンクでフォルダーの外に出ます", "a link leads out of the folder"});
  return file;
}

void read_resource_file(const Members& member, const std::string& folder, Resource& resource) {
  resource.file = safe_file(folder, resource.path, member.file());
  switch (hash_file(resource.file, resource.bytes, resource.sha256)) {
    case FileState::read:
      break;
    case FileState::missing:
      refuse_missing(resource.file, {"ファイルがありません", "there is no such file"});
    case FileState::unreadable:
      refuse_missing(resource.file, {"読むことができません", "it cannot be read"});
  }
  if (member.has("bytes") && member.count("bytes") != resource.bytes)
    refuse_edited(resource.file, "大きさが違います", "its size differs");
  const std::string vouched = vouched_sha256(member);
  if (!vouched.empty() && vouched != resource.sha256)
    refuse_edited(resource.file, "中身が違います", "its content differs");
}

}  // namespace anzenmap::ckan
