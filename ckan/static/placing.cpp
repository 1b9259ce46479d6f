// SPDX-License-Identifier: Apache-2.0
#include "ckan/static/placing.hpp"

#include <algorithm>
#include <utility>

#include "ckan/plan_rules.hpp"
#include "ckan/pull/bounded_json.hpp"
#include "ckan/pull/file_copy.hpp"
#include "ckan/pull/safe_name.hpp"
#include "ckan/static/catalogue_pages.hpp"
#include "ckan/static/merging.hpp"
#include "ckan/static/static_rules.hpp"
#include "ckan/static/unfinished.hpp"
#include "gis/base/error.hpp"
#include "gis/files/file_reading.hpp"

namespace anzenmap::ckan {
namespace {

[[noreturn]] void refuse_stale(const DatasetPlan& plan, std::string_view ja, std::string_view en) {
  throw Error(plan_stale, {{"name", plan.name, {}}, {"reason", std::string(ja), std::string(en)}},
              Error::Kind::refused);
}

// The value that changed says more than that something did.
void check_still_so(const CatalogueFolder& folder, const DatasetPlan& plan) {
  const std::optional<RemoteDataset> now = folder.look(plan.name);
  const std::string modified = now ? now->modified : std::string();
  if (modified == plan.modified) return;
  if (!now) refuse_stale(plan, "なくなっています", "it is gone");
  if (plan.modified.empty()) refuse_stale(plan, "だれかが先に公開しました", "somebody published it first");
  const Json prior = parse_bounded(plan.prior);
  if (prior.is_object()) {
    for (const FieldChange& change : differences(prior, state_of(*now)))
      throw Error(changed_meanwhile,
                  {{"name", plan.name, {}},
                   {"field", change.field, {}},
                   {"planned", change.before.empty() ? "―" : change.before, {}},
                   {"now", change.after.empty() ? "―" : change.after, {}}},
                  Error::Kind::refused);
  }
  refuse_stale(plan, "公開中のファイルが書きかえられました", "a published file was changed");
}

Json dictionary_after(const Json& before, const DatasetPlan& plan) {
  DatasetPlan own = plan;
  for (Action& action : own.actions)
    if (action.subject == Subject::dataset)
      std::erase_if(action.fields, [](const FieldChange& change) { return is_page_name(change.field); });
  try {
    Json after = planned_dictionary(before, own);
    after["name"] = plan.name;
    return after;
  } catch (const Json::exception&) {
    throw Error(plan_unreadable,
                {{"path", plan.name, {}}, {"reason", "値が正しくありません", "a value of it is wrong"}},
                Error::Kind::usage);
  }
}

std::string path_before(const std::optional<FolderDataset>& before, const std::string& id) {
  if (!before || id.empty()) return {};
  const Json& resources = before->dictionary["resources"];
  for (std::size_t i = 0; i < before->files.size(); ++i)
    if (text_member(resources[i], "id") == id) return before->files[i].path;
  return {};
}

// A published file keeps its name, so that its address does; new ones get what is free.
std::vector<PackagedFile> name_files(const RemoteDataset& dataset,
                                     const std::optional<FolderDataset>& before) {
  FileNames names;
  names.reserve(kDescriptorName);
  std::vector<PackagedFile> files;
  for (const RemoteResource& resource : dataset.resources) {
    files.push_back({path_before(before, resource.id), resource.bytes, resource.sha256});
    if (!files.back().path.empty()) names.reserve(files.back().path);
  }
  for (std::size_t i = 0; i < files.size(); ++i)
    if (files[i].path.empty()) files[i].path = names.take(dataset.resources[i].file_name);
  return files;
}

const Action* file_action(const DatasetPlan& plan, const RemoteResource& resource) {
  for (const Action& action : plan.actions) {
    const bool sends = action.change == Change::create || action.change == Change::upload;
    if (action.subject != Subject::resource || !sends || action.file.path.empty()) continue;
    if (action.id.empty() ? action.key == resource.key && resource.id.empty() : action.id == resource.id)
      return &action;
  }
  return nullptr;
}

bool has_name(const std::vector<PackagedFile>& files, const std::string& name) {
  return std::any_of(files.begin(), files.end(), [&](const PackagedFile& file) { return file.path == name; });
}

/// Where a file is to go, and what is there now.
class Place {
 public:
  Place(std::string path, const PlannedFile& file) : path_(std::move(path)), kind_(path_kind(path_)) {
    std::uint64_t bytes = 0;
    std::string sha256;
    same_ = kind_ == PathKind::file && hash_file(path_, bytes, sha256) == FileState::read &&
            bytes == file.bytes && sha256 == file.sha256;
  }

  /// The very bytes, perhaps from a run that was killed.
  [[nodiscard]] bool holds_it() const { return same_; }
  void check(bool ours) const {
    if (kind_ == PathKind::nothing) return;
    if (kind_ == PathKind::link) throw Error(catalogue_link, {{"path", path_, {}}}, Error::Kind::refused);
    if (kind_ == PathKind::file && ours) return;
    throw Error(catalogue_path_taken,
                {{"path", path_, {}},
                 {"reason", "anzenmap で公開したものではありません", "it was not published by anzenmap"}},
                Error::Kind::refused);
  }

 private:
  std::string path_;
  PathKind kind_;
  bool same_ = false;
};

void write_files(const CatalogueFolder& folder, const std::optional<FolderDataset>& before,
                 const std::function<void(std::uint64_t)>& sent, PlacedDataset& out) {
  const std::vector<PackagedFile> none;
  const std::vector<PackagedFile>& known = before ? before->files : none;
  const std::vector<std::string> begun = unfinished_names(folder, out.plan->name);
  std::vector<std::pair<const PlannedFile*, std::string>> to_write;
  for (std::size_t i = 0; i < out.files.size(); ++i) {
    const Action* action = file_action(*out.plan, out.dataset.resources[i]);
    if (action == nullptr) continue;
    const std::string& name = out.files[i].path;
    out.files[i].bytes = action->file.bytes;
    out.files[i].sha256 = action->file.sha256;
    const Place place(folder.path_of(out.plan->name, name), action->file);
    if (place.holds_it()) continue;
    place.check(has_name(known, name) || std::find(begun.begin(), begun.end(), name) != begun.end());
    to_write.emplace_back(&action->file, name);
  }
  if (to_write.empty()) return;
  OutputSet set(folder.path_of(out.plan->name));
  std::vector<std::string> fresh;
  for (const auto& [file, name] : to_write) {
    copy_planned(*file, set.create(name, {.sha256 = true}), sent);
    out.placed.push_back(name);
    if (!has_name(known, name)) fresh.push_back(name);
  }
  note_unfinished(folder, out.plan->name, fresh);
  set.commit();
}

bool is_withdrawal(const DatasetPlan& plan) {
  return std::any_of(plan.actions.begin(), plan.actions.end(), [](const Action& action) {
    return action.subject == Subject::dataset && action.change == Change::remove;
  });
}

}  // namespace

PlacedDataset place_files(const CatalogueFolder& folder, const DatasetPlan& plan,
                          const std::function<void(std::uint64_t bytes)>& sent) {
  if (!is_dataset_name(plan.name))
    throw Error(plan_unreadable,
                {{"path", plan.name, {}}, {"reason", "名前が正しくありません", "its name is wrong"}},
                Error::Kind::usage);
  check_still_so(folder, plan);
  const std::optional<FolderDataset> before = folder.read(plan.name);
  PlacedDataset out;
  out.plan = &plan;
  out.withdrawn = is_withdrawal(plan);
  if (out.withdrawn) {
    if (before)
      for (const PackagedFile& file : before->files) out.obsolete.push_back(file.path);
    return out;
  }
  const Json now = before ? before->dictionary : Json();
  const Json after = dictionary_after(now, plan);
  out.dataset = remote_dataset(after);
  out.files = name_files(out.dataset, before);
  write_files(folder, before, sent, out);
  if (before)
    for (const PackagedFile& file : before->files)
      if (!has_name(out.files, file.path)) out.obsolete.push_back(file.path);
  if (after != now || !out.placed.empty())
    out.package =
        merged_descriptor(before ? before->descriptor : std::string(), descriptor_of(out.dataset, out.files));
  if (before && out.package == before->descriptor) out.package.reset();
  return out;
}

}  // namespace anzenmap::ckan
