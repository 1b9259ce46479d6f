// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "ckan/pull/bounded_json.hpp"
#include "ckan/pull/checking.hpp"
#include "ckan/pull/pull_folder.hpp"
#include "ckan/pull/pull_rules.hpp"
#include "ckan/static/catalogue_folder.hpp"
#include "ckan/static/directory_apply.hpp"
#include "ckan/static/directory_planning.hpp"
#include "ckan/target.hpp"
#include "gis/files/file_reading.hpp"

namespace anzenmap::ckan {
namespace {

class DirectoryTarget final : public Target {
 public:
  explicit DirectoryTarget(const std::string& folder) : folder_(folder) {}

  TargetFacts facts() override {
    TargetFacts facts;
    facts.kind = TargetKind::directory;
    facts.url = folder_.path();
    return facts;
  }

  Plan plan(std::span<const Dataset> datasets, const PlanOptions& options) override {
    return plan_for_folder(folder_, datasets, options);
  }

  ApplyResult apply(const Plan& plan, const ApplyOptions& options) override {
    return apply_to_folder(folder_, plan, options);
  }

  std::vector<PublishedDataset> list(const std::string& organization) override {
    std::vector<PublishedDataset> out;
    for (const std::string& name : folder_.names()) {
      PublishedDataset dataset = show(name);
      if (organization.empty() || dataset.organization == organization) out.push_back(std::move(dataset));
    }
    return out;
  }

  PublishedDataset show(const std::string& name) override {
    FolderDataset here = dataset_at(name);
    const RemoteDataset dataset = remote_dataset(std::move(here.dictionary));
    PublishedDataset out;
    out.name = out.id = name;
    out.title = text_member(dataset.fields, "title");
    out.organization = organization_of(dataset.fields);
    out.url = folder_.path_of("index.html") + '#' + name;
    for (std::size_t i = 0; i < here.files.size(); ++i) {
      const RemoteResource& resource = dataset.resources[i];
      out.resources.push_back({resource.key, resource.id, text_member(resource.fields, "name"),
                               text_member(resource.fields, "format"),
                               folder_.path_of(name, here.files[i].path), here.files[i].sha256,
                               here.files[i].bytes});
    }
    return out;
  }

  void pull(const std::string& name, const std::string& folder) override {
    const FolderDataset here = dataset_at(name);
    PullFolder target(folder);
    std::vector<PackagedFile> files;
    for (const PackagedFile& file : here.files) {
      const std::string source = folder_.path_of(name, file.path);
      if (path_kind(source) != PathKind::file)
        throw Error(published_file_missing,
                    {{"url", source, {}}, {"reason", "ファイルがありません", "there is no such file"}});
      target.copy(source, file);
      files.push_back(file);
    }
    target.commit(here.descriptor, files);
  }

  Plan plan_withdrawal(std::span<const std::string> names) override {
    return plan_folder_withdrawal(folder_, names);
  }

  std::vector<ResourceCheck> check(std::span<const std::string> names) override {
    std::vector<ResourceCheck> out;
    for (const std::string& name : names) {
      const FolderDataset here = dataset_at(name);
      for (std::size_t i = 0; i < here.files.size(); ++i)
        out.push_back(check_file(name, text_member(here.dictionary["resources"][i], "id"), here.files[i]));
    }
    return out;
  }

 private:
  [[nodiscard]] FolderDataset dataset_at(const std::string& name) const {
    std::optional<FolderDataset> here = folder_.read(name);
    if (!here)
      throw Error(dataset_not_published, {{"name", name, {}}, {"target", folder_.path(), {}}},
                  Error::Kind::refused);
    return std::move(*here);
  }

  [[nodiscard]] ResourceCheck check_file(const std::string& name, std::string key,
                                         const PackagedFile& file) const {
    ResourceCheck out;
    out.dataset = name;
    out.key = std::move(key);
    out.url = folder_.path_of(name, file.path);
    PackagedFile found;
    if (path_kind(out.url) != PathKind::file ||
        hash_file(out.url, found.bytes, found.sha256) != FileState::read)
      judge_missing("ファイルがありません", "there is no such file", out);
    else
      judge(file, found, out);
    return out;
  }

  CatalogueFolder folder_;
};

}  // namespace

std::unique_ptr<Target> open_directory(const std::string& folder) {
  return std::make_unique<DirectoryTarget>(folder);
}

}  // namespace anzenmap::ckan
