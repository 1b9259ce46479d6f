// SPDX-License-Identifier: Apache-2.0
#include "ckan/pull/folder_listing.hpp"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <string_view>
#include <system_error>

#include "ckan/static/static_rules.hpp"
#include "gis/base/error.hpp"

namespace anzenmap::ckan {

PathKind path_kind(const std::string& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0)
    return errno == ENOENT || errno == ENOTDIR ? PathKind::nothing : PathKind::other;
  if (S_ISREG(status.st_mode)) return PathKind::file;
  if (S_ISDIR(status.st_mode)) return PathKind::folder;
  return S_ISLNK(status.st_mode) ? PathKind::link : PathKind::other;
}

std::vector<std::string> names_in_folder(const std::string& folder) {
  struct Close {
    void operator()(DIR* open) const { ::closedir(open); }
  };
  const std::unique_ptr<DIR, Close> listing(::opendir(folder.c_str()));
  if (listing == nullptr)
    throw Error(catalogue_folder_unreadable,
                {{"path", folder, {}}, {"reason", std::generic_category().message(errno), {}}});
  std::vector<std::string> names;
  while (const dirent* entry = ::readdir(listing.get())) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.emplace_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace anzenmap::ckan
