// SPDX-License-Identifier: Apache-2.0
#include <cerrno>
#include <cstdlib>
#include <filesystem>

#include "ckan/pull/bounded_json.hpp"
#include "ckan/pull/checking.hpp"
#include "ckan/pull/site_files.hpp"
#include "ckan/pull/site_reading.hpp"
#include "gis/files/file_faults.hpp"
#include "gis/files/file_reading.hpp"

namespace anzenmap::ckan {
namespace {

/// A folder that goes away with its files.
class PassingFolder {
 public:
  PassingFolder() {
    path_ = (std::filesystem::temp_directory_path() / "anzenmap-check-XXXXXX").string();
    if (::mkdtemp(path_.data()) == nullptr) throw output_folder_error(errno, path_);
  }
  PassingFolder(const PassingFolder&) = delete;
  PassingFolder& operator=(const PassingFolder&) = delete;
  ~PassingFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  [[nodiscard]] std::string file() const { return path_ + "/file"; }

 private:
  std::string path_;
};

ResourceCheck check_resource(ActionApi& api, const RemoteDataset& dataset, const RemoteResource& resource,
                             const std::string& save_to) {
  ResourceCheck out;
  out.dataset = dataset.name;
  out.key = resource.key.empty() ? resource.id : resource.key;
  out.url = text_member(resource.fields, "url");
  try {
    const Fetched fetched = fetch_resource(api, dataset, resource, save_to);
    PackagedFile found;
    if (!fetched.whole)
      judge_missing(fetched.reason, fetched.reason, out);
    else if (hash_file(save_to, found.bytes, found.sha256) != FileState::read)
      throw output_error(EIO, save_to);
    else
      judge({{}, resource.bytes, resource.sha256}, found, out);
  } catch (const TransportError& error) {
    // The others are looked at all the same.
    out.state = ResourceCheck::State::missing;
    out.fault = error;
  }
  return out;
}

}  // namespace

std::vector<ResourceCheck> check_published(ActionApi& api, std::span<const std::string> names) {
  const PassingFolder folder;
  std::vector<ResourceCheck> out;
  for (const std::string& name : names) {
    const RemoteDataset dataset = remote_at(api, name);
    for (const RemoteResource& resource : dataset.resources)
      if (is_uploaded(resource)) out.push_back(check_resource(api, dataset, resource, folder.file()));
  }
  return out;
}

}  // namespace anzenmap::ckan
