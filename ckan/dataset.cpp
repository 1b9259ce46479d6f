// SPDX-License-Identifier: Apache-2.0
#include "ckan/dataset.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <set>
#include <utility>

#include "ckan/dataset_files.hpp"
#include "ckan/dataset_members.hpp"
#include "ckan/dataset_resource.hpp"
#include "ckan/dataset_rules.hpp"
#include "gis/base/utf8.hpp"
#include "gis/files/file_reading.hpp"
#include "gis/files/sha256.hpp"

namespace anzenmap::ckan {
namespace {

/// Deeper than any data package; reading a tree is recursive.
constexpr int kDeepest = 64;
constexpr std::string_view kBom = "\xEF\xBB\xBF";
constexpr std::size_t kStandInDigits = 8;

[[noreturn]] void refuse_descriptor(const std::string& path, std::string_view ja, std::string_view en) {
  throw Error(descriptor_unreadable, {{"path", path, {}}, {"reason", std::string(ja), std::string(en)}});
}

std::string descriptor_path(const std::string& path) {
  struct stat status {};
  const bool folder = ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
  if (!folder) return path;
  return path + (path.ends_with('/') ? "" : "/") + "datapackage.json";
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

Json parse_descriptor(const std::string& path) {
  std::string text;
  switch (read_small_file(path, text)) {
    case FileState::read:
      break;
    case FileState::missing:
      refuse_descriptor(path, "ファイルがありません", "there is no such file");
    case FileState::unreadable:
      refuse_descriptor(path, "開けません", "it cannot be opened");
  }
  std::string_view body = text;
  if (body.starts_with(kBom)) body.remove_prefix(kBom.size());
  if (first_invalid_utf8(body) != std::string_view::npos)
    refuse_descriptor(path, "文字の種類が UTF-8 ではありません", "it is not UTF-8");
  const auto check_depth = [&](int depth, Json::parse_event_t, Json&) {
    if (depth > kDeepest) refuse_descriptor(path, "入れ子が深すぎます", "it is nested too deeply");
    return true;
  };
  Json package = Json::parse(body.begin(), body.end(), check_depth, false);
  if (!package.is_object()) refuse_descriptor(path, "JSON の書き方が違います", "it is no JSON object");
  return package;
}

void read_resources(const Members& package, Dataset& dataset) {
  const std::vector<Members> members = package.objects("resources");
  if (members.empty()) package.refuse("resources", "一つ以上のファイルの並び", "a list of at least one file");
  std::set<std::string> keys;
  for (const Members& member : members) {
    dataset.resources.push_back(read_resource(member, dataset.folder));
    const std::string& key = dataset.resources.back().key;
    if (!keys.insert(key).second)
      throw Error(resource_doubled, {{"path", dataset.descriptor, {}}, {"name", key, {}}},
                  Error::Kind::refused);
  }
}

// The two files of one run carry the same counts, so a run counts once.
void read_counts(const Members& package, Dataset& dataset) {
  std::set<std::string> runs;
  for (const Members& resource : package.objects("resources")) {
    if (!resource.has("anzenmap")) continue;
    const std::string name = resource.text("name");
    const std::string format = resource.text("format");
    const bool suffixed = !format.empty() && name.ends_with('-' + format);
    if (!runs.insert(suffixed ? name.substr(0, name.size() - format.size() - 1) : name).second) continue;
    const Members counts = resource.object("anzenmap").object("counts");
    dataset.counts.read += counts.count("read");
    dataset.counts.written += counts.count("written");
    dataset.counts.rejected += counts.count("rejected");
    dataset.counts.merged += counts.count("merged");
    dataset.counts.errors += counts.count("errors");
    dataset.counts.errors_in_written += counts.count("errors_in_written");
    dataset.counts.warnings += counts.count("warnings");
  }
}

Audience audience_named(const Members& where) {
  const std::string name = where.text("audience");
  if (name.empty()) return Audience::unknown;
  if (name == "public") return Audience::public_;
  if (name != "internal") where.refuse("audience", "public か internal", "public or internal");
  return Audience::internal;
}

// Internal as soon as anything is. Where `convert` wrote a part, it vouches for that part alone: a file that
// somebody added beside it must say for itself that it is public.
Audience audience_of(const Members& package) {
  bool any_ours = false;
  bool all_say_public = true;
  Audience whole = audience_named(package);
  for (const Members& resource : package.objects("resources")) {
    const bool ours = resource.has("anzenmap");
    const Audience one = audience_named(ours ? resource.object("anzenmap") : resource);
    if (one == Audience::internal) whole = Audience::internal;
    any_ours |= ours;
    all_say_public &= one == Audience::public_;
  }
  if (whole == Audience::internal) return whole;
  if (all_say_public) return Audience::public_;
  return any_ours ? Audience::unknown : whole;
}

// `convert` makes the package's name of NAME; where NAME does not fit, by a part of NAME's SHA-256. Such a
// name identifies a file, not a dataset in a catalogue.
bool is_stand_in(const std::string& name, const Members& package) {
  const auto made_of = [&](const std::string& text) {
    return !text.empty() && name.ends_with(sha256_hex(text).substr(0, kStandInDigits));
  };
  if (made_of(package.text("title"))) return true;
  for (const Members& resource : package.objects("resources"))
    if (resource.has("anzenmap") && made_of(resource.text("title"))) return true;
  return false;
}

// NAME, or what comes nearest to it.
std::string words_for_name(const Members& package) {
  for (const Members& resource : package.objects("resources"))
    if (resource.has("anzenmap") && !resource.text("title").empty()) return resource.text("title");
  const std::string name = package.text("name");
  return name.empty() ? package.text("title") : name;
}

std::string proposal_for(const std::string& words, const Dataset& dataset) {
  std::string name = proposed_name(words);
  if (!name.empty()) return name;
  const std::string start = proposed_name(dataset.organization);
  return (start.empty() ? "dataset" : start) + '-' + sha256_hex(words).substr(0, kStandInDigits);
}

void identify(const Members& package, const DatasetOverrides& overrides, Dataset& dataset) {
  const std::string& said = overrides.name.empty() ? dataset.name : overrides.name;
  if (!said.empty()) {
    if (!is_dataset_name(said))
      throw Error(dataset_name_unlawful, {{"name", said, {}}, {"proposal", proposal_for(said, dataset), {}}},
                  overrides.name.empty() ? Error::Kind::refused : Error::Kind::usage,
                  {{"dataset", proposal_for(said, dataset)}});
    dataset.name = said;
    return;
  }
  const std::string name = package.text("name");
  if (is_dataset_name(name) && !is_stand_in(name, package)) {
    dataset.name = name;
    return;
  }
  const std::string words = words_for_name(package);
  const std::string proposal = proposal_for(words, dataset);
  throw Error(dataset_nameless,
              {{"path", dataset.descriptor, {}}, {"name", words, {}}, {"proposal", proposal, {}}},
              Error::Kind::refused, {{"dataset", proposal}});
}

void fill(std::string& empty, const std::string& with) {
  if (empty.empty()) empty = with;
}

void apply_overrides(const DatasetOverrides& overrides, Dataset& dataset) {
  if (!overrides.organization.empty()) dataset.organization = overrides.organization;
  if (!overrides.license.empty() && overrides.license != dataset.license) {
    dataset.license = overrides.license;
    dataset.license_title.clear();
    dataset.license_url.clear();
  }
  if (!overrides.tags.empty()) dataset.tags = overrides.tags;
  fill(dataset.title, overrides.default_title);
  fill(dataset.notes, overrides.default_notes);
  fill(dataset.organization, overrides.default_organization);
  if (dataset.license.empty()) {
    dataset.license = overrides.default_license;
    dataset.license_title = overrides.default_license_title;
    dataset.license_url = overrides.default_license_url;
  }
  if (dataset.tags.empty()) dataset.tags = overrides.default_tags;
  if (dataset.groups.empty()) dataset.groups = overrides.default_groups;
}

}  // namespace

std::vector<std::string> names_in(const std::string& path) {
  const std::string descriptor = descriptor_path(path);
  const Json tree = parse_descriptor(descriptor);
  const Members package(tree, descriptor);
  std::vector<std::string> names;
  const auto add = [&](std::string name) {
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(std::move(name));
  };
  for (const Members& resource : package.objects("resources"))
    if (resource.has("anzenmap")) add(resource.text("title"));
  add(package.text("name"));
  return names;
}

Dataset read_dataset(const std::string& path, const DatasetOverrides& overrides) {
  Dataset dataset;
  dataset.descriptor = descriptor_path(path);
  dataset.folder = folder_of(dataset.descriptor);
  const Json tree = parse_descriptor(dataset.descriptor);
  const Members package(tree, dataset.descriptor);
  read_metadata(package, dataset);
  apply_overrides(overrides, dataset);
  identify(package, overrides, dataset);
  read_resources(package, dataset);
  read_counts(package, dataset);
  dataset.audience = audience_of(package);
  if (dataset.audience == Audience::unknown && overrides.audience_public) {
    dataset.audience = Audience::public_;
    dataset.audience_by_person = true;
  }
  return dataset;
}

}  // namespace anzenmap::ckan
