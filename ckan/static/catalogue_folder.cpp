// SPDX-License-Identifier: Apache-2.0
#include "ckan/static/catalogue_folder.hpp"

#include <sys/stat.h>

#include <cerrno>
#include <utility>

#include "ckan/dataset.hpp"
#include "ckan/pull/bounded_json.hpp"
#include "ckan/pull/safe_name.hpp"
#include "ckan/static/static_rules.hpp"
#include "gis/base/error.hpp"
#include "gis/base/utf8.hpp"
#include "gis/files/file_reading.hpp"
#include "gis/files/sha256.hpp"

namespace anzenmap::ckan {
namespace {

constexpr std::string_view kMapEnd = ".map.html";

[[noreturn]] void refuse_broken(const std::string& path, std::string_view ja, std::string_view en) {
  throw Error(published_package_broken, {{"path", path, {}}, {"reason", std::string(ja), std::string(en)}});
}

std::string small_file(const std::string& path) {
  std::string text;
  if (read_small_file(path, text) != FileState::read)
    refuse_broken(path, "開けません", "it cannot be opened");
  return text;
}

bool is_map(std::string_view name) {
  return name.size() > kMapEnd.size() && name.ends_with(kMapEnd) && !name.starts_with('.') &&
         is_valid_utf8(name.data(), name.size());
}

// Each file is one of the folder's own: a descriptor that was tampered with must not lead out of it.
void check_paths(const std::string& descriptor, const std::vector<PackagedFile>& files) {
  for (const PackagedFile& file : files)
    if (file.path.empty() || clean_file_name(file.path) != file.path || file.path == kDescriptorName)
      refuse_broken(descriptor, "ファイルの名前が正しくありません", "a file's name is wrong");
}

}  // namespace

CatalogueFolder::CatalogueFolder(std::string folder) : folder_(std::move(folder)) {
  while (folder_.size() > 1 && folder_.back() == '/') folder_.pop_back();
  if (folder_.empty()) folder_ = ".";
}

std::string CatalogueFolder::path_of(std::string_view name) const {
  return folder_ + (folder_.back() == '/' ? "" : "/") + std::string(name);
}

std::string CatalogueFolder::path_of(std::string_view name, std::string_view file) const {
  return path_of(name) + '/' + std::string(file);
}

std::vector<std::string> CatalogueFolder::names() const {
  struct stat status {};
  if (::stat(folder_.c_str(), &status) != 0 && errno == ENOENT) return {};
  std::vector<std::string> out;
  for (std::string& name : names_in_folder(folder_)) {
    if (!is_dataset_name(name) || path_kind(path_of(name)) != PathKind::folder) continue;
    const std::string descriptor = path_of(name, kDescriptorName);
    if (path_kind(descriptor) != PathKind::file) continue;
    const Json package = parse_bounded(small_file(descriptor));
    if (!package.is_object()) refuse_broken(descriptor, "JSON の書き方が違います", "it is no JSON object");
    if (package.contains("ckan") && text_member(package["ckan"], "name") == name)
      out.push_back(std::move(name));
  }
  return out;
}

bool CatalogueFolder::has_folder(std::string_view name) const {
  const std::string path = path_of(name);
  switch (path_kind(path)) {
    case PathKind::nothing:
      return false;
    case PathKind::folder:
      return true;
    case PathKind::link:
      throw Error(catalogue_link, {{"path", path, {}}}, Error::Kind::refused);
    case PathKind::file:
    case PathKind::other:
      break;
  }
  throw Error(catalogue_path_taken,
              {{"path", path, {}}, {"reason", "フォルダーではありません", "it is no folder"}},
              Error::Kind::refused);
}

std::optional<FolderDataset> CatalogueFolder::read(std::string_view name) const {
  if (!is_dataset_name(name) || !has_folder(name)) return {};
  const std::string path = path_of(name, kDescriptorName);
  const PathKind kind = path_kind(path);
  if (kind == PathKind::nothing) return {};
  if (kind == PathKind::link) throw Error(catalogue_link, {{"path", path, {}}}, Error::Kind::refused);
  FolderDataset out;
  out.descriptor = small_file(path);
  const Json package = parse_bounded(out.descriptor);
  if (!package.is_object()) refuse_broken(path, "JSON の書き方が違います", "it is no JSON object");
  if (!package.contains("ckan") || text_member(package["ckan"], "name") != name)
    throw Error(catalogue_path_taken,
                {{"path", path, {}},
                 {"reason", "anzenmap で公開したものではありません", "it was not published by anzenmap"}},
                Error::Kind::refused);
  Published published = published_in(package);
  check_paths(path, published.files);
  out.dictionary = std::move(published.dictionary);
  out.files = std::move(published.files);
  out.maps = maps_of(name);
  return out;
}

std::vector<std::string> CatalogueFolder::maps_of(std::string_view name) const {
  std::vector<std::string> out;
  for (std::string& file : names_in_folder(path_of(name)))
    if (is_map(file) && path_kind(path_of(name, file)) == PathKind::file) out.push_back(std::move(file));
  return out;
}

std::optional<RemoteDataset> CatalogueFolder::look(std::string_view name) const {
  std::optional<FolderDataset> here = read(name);
  if (!here) return {};
  std::string all = here->descriptor;
  RemoteDataset out = remote_dataset(std::move(here->dictionary));
  for (std::size_t i = 0; i < here->files.size(); ++i) {
    const PackagedFile& file = here->files[i];
    const std::string path = path_of(name, file.path);
    std::uint64_t bytes = 0;
    std::string sha256;
    const bool readable =
        path_kind(path) == PathKind::file && hash_file(path, bytes, sha256) == FileState::read;
    all += '\n' + (readable ? sha256 : std::string());
    if (readable && sha256 == file.sha256) continue;
    out.resources[i].sha256.clear();
    out.resources[i].fields.erase("hash");
  }
  out.modified = sha256_hex(all);
  return out;
}

}  // namespace anzenmap::ckan
