// SPDX-License-Identifier: Apache-2.0
#include "importers/photo/photo_files.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <system_error>

namespace anzenmap::photo {
namespace {

namespace fs = std::filesystem;

constexpr int kDeepest = 8;
constexpr std::size_t kProbed = 10'000;  // files that are looked at to see whether a folder is one of photos

/// What else lies in a folder is not even opened: it may be anything, devices of other file systems too.
bool is_photo_name(const fs::path& path) {
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  static constexpr std::array<std::string_view, 6> kNames{".jpg", ".jpeg", ".jpe", ".heic", ".heif", ".hif"};
  return std::find(kNames.begin(), kNames.end(), extension) != kNames.end();
}

dev_t file_system_of(const fs::path& path) {
  struct stat facts {};
  return ::stat(path.c_str(), &facts) == 0 ? facts.st_dev : 0;
}

std::string_view kind_of_file(const fs::path& path) {
  std::array<char, 32> head{};
  std::ifstream file(path, std::ios::binary);
  file.read(head.data(), head.size());
  return kind_of({head.data(), static_cast<std::size_t>(file.gcount())});
}

/// Calls `see` for each file; stops when it returns false.
template <class See>
void each_file(const std::string& folder, const See& see) {
  std::error_code failed;
  const dev_t own = file_system_of(folder);
  fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, failed);
  for (const fs::recursive_directory_iterator end; !failed && at != end; at.increment(failed)) {
    const std::string name = at->path().filename().string();
    std::error_code unknown;
    if (name.starts_with('.') || at->is_symlink(unknown) || at.depth() >= kDeepest) {
      if (at->is_directory(unknown)) at.disable_recursion_pending();
      continue;
    }
    if (at->is_directory(unknown) && file_system_of(at->path()) != own) {
      at.disable_recursion_pending();
      continue;
    }
    if (at->is_regular_file(unknown) && !see(at->path())) return;
  }
}

}  // namespace

std::string_view kind_of(std::string_view head) {
  if (head.starts_with("\xFF\xD8\xFF")) return "JPEG";
  if (head.size() < 12 || head.substr(4, 4) != "ftyp") return {};
  // ISO/IEC 23008-12, 10: the brand of a still picture.
  const std::string_view brand = head.substr(8, 4);
  static constexpr std::array<std::string_view, 5> kBrands{"heic", "heix", "heim", "heis", "mif1"};
  return std::find(kBrands.begin(), kBrands.end(), brand) == kBrands.end() ? std::string_view() : "HEIC";
}

PhotoFolder look_through(const std::string& folder) {
  PhotoFolder found;
  each_file(folder, [&](const fs::path& path) {
    const std::string name = path.lexically_relative(folder).generic_string();
    if (is_photo_name(path) && !kind_of_file(path).empty()) {
      found.photos.push_back({path.string(), name});
    } else {
      ++found.others;
      if (found.first_other.empty() || name < found.first_other) found.first_other = name;
    }
    return true;
  });
  std::sort(found.photos.begin(), found.photos.end(),
            [](const PhotoFile& a, const PhotoFile& b) { return a.name < b.name; });
  return found;
}

bool has_photos(const std::string& folder) {
  bool found = false;
  std::size_t seen = 0;
  each_file(folder, [&](const fs::path& path) {
    found = is_photo_name(path) && !kind_of_file(path).empty();
    return !found && ++seen < kProbed;
  });
  return found;
}

}  // namespace anzenmap::photo
