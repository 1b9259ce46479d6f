// SPDX-License-Identifier: Apache-2.0
#include "exporters/package_members.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "exporters/writing/json_tree.hpp"
#include "gis/files/sha256.hpp"

namespace anzenmap {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMarkDigits = 16;
constexpr std::size_t kRoom = 16;  // members of an object that is made here
constexpr double kDecimals = 1e7;  // as the GeoJSON has them

/// Who gives a value, and with it what it may replace.
enum class Giver { person, configuration, data };

std::string dumped(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string mark_of(const Json& value) { return sha256_hex(dumped(value)).substr(0, kMarkDigits); }

/// object[key] as an object; what other hands wrote there instead is kept and null is returned.
Json* object_in(Json& object, const char* key, bool make) {
  const auto found = object.find(key);
  if (found == object.end()) {
    if (!make) return nullptr;
    Json& made = object[key];
    made = Json::object();
    make_room(made, kRoom);
    return &made;
  }
  return found->is_object() ? &*found : nullptr;
}

/// The package's members one by one, with the record of which are ours.
class MemberWriter {
 public:
  MemberWriter(Json& package, bool first_name)
      : package_(package), first_name_(first_name), record_(Json::object()) {
    const Json* ours = object_in(package, "anzenmap", false);
    if (ours == nullptr) return;
    const auto wrote = ours->find("wrote");
    if (wrote != ours->end() && wrote->is_object()) *record_ = *wrote;
  }

  /// Writes `value` (null = none is given) as `inner`.`key` of the package, or as `key` without `inner`.
  void put(std::initializer_list<const char*> inner, const std::string& key, Json given, Giver giver) {
    JsonTree value(std::move(given));
    std::string place;
    Json* object = &package_;
    for (const char* step : inner) {
      place += std::string(step) + '/';
      object = object_in(*object, step, !value->is_null());
      if (object == nullptr) return;
    }
    place += key;
    if (may_write(*object, place, key, *value, giver)) write(*object, place, key, std::move(*value), giver);
  }

  /// Keys below `place` ("ckan/extras/") that an earlier run wrote.
  [[nodiscard]] std::vector<std::string> written_below(std::string_view place) const {
    std::vector<std::string> keys;
    for (const auto& [written, mark] : record_->items())
      if (written.size() > place.size() && written.compare(0, place.size(), place) == 0)
        keys.push_back(written.substr(place.size()));
    return keys;
  }

  /// Takes away objects that held nothing but ours and leaves the record for the next run.
  void finish() {
    drop_empty(package_, "spatial");
    if (Json* ckan = object_in(package_, "ckan", false)) {
      drop_empty(*ckan, "extras");
      drop_empty(package_, "ckan");
    }
    if (Json* ours = object_in(package_, "anzenmap", true)) put_member(*ours, "wrote", std::move(*record_));
  }

 private:
  static void drop_empty(Json& object, const char* key) {
    const auto found = object.find(key);
    if (found != object.end() && found->is_object() && found->empty()) object.erase(found);
  }

  [[nodiscard]] bool may_write(const Json& object, const std::string& place, const std::string& key,
                               const Json& value, Giver giver) const {
    if (giver == Giver::person) return !value.is_null();
    const auto present = object.find(key);
    const bool empty = present == object.end() || *present == "";
    if (empty) return !value.is_null();
    return is_ours(place, *present) && (first_name_ || giver == Giver::data);
  }

  [[nodiscard]] bool is_ours(const std::string& place, const Json& present) const {
    const auto mark = record_->find(place);
    return mark != record_->end() && mark->is_string() &&
           mark->get_ref<const std::string&>() == mark_of(present);
  }

  // A person's word is other hands' work for the runs that follow, which do not hear it again.
  void write(Json& object, const std::string& place, const std::string& key, Json value, Giver giver) {
    record_->erase(place);
    if (value.is_null()) {
      take_apart(object[key]);
      object.erase(key);
      return;
    }
    if (giver != Giver::person) (*record_)[place] = mark_of(value);
    put_member(object, key, std::move(value));
  }

  Json& package_;
  bool first_name_;
  JsonTree record_;
};

Json text_json(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json texts_json(const std::vector<std::string>& texts) { return texts.empty() ? Json() : Json(texts); }

void put_text(Json& object, const char* key, const std::string& text) {
  if (!text.empty()) object[key] = text;
}

Json licenses_json(const PackageMetadata& from) {
  if (from.license.empty()) return {};
  Json one = Json::object();
  one["name"] = from.license;
  put_text(one, "title", from.license_title);
  put_text(one, "path", from.license_path);
  Json out = Json::array();
  out.push_back(std::move(one));
  return out;
}

Json sources_json(const std::vector<PackageSource>& sources) {
  if (sources.empty()) return {};
  Json out = Json::array();
  for (const PackageSource& source : sources) {
    Json one = Json::object();
    one["title"] = source.title;
    put_text(one, "path", source.path);
    put_text(one, "attribution", source.attribution);
    out.push_back(std::move(one));
  }
  return out;
}

Json contributors_json(const std::vector<PackageContributor>& contributors) {
  if (contributors.empty()) return {};
  Json out = Json::array();
  for (const PackageContributor& contributor : contributors) {
    Json one = Json::object();
    one["title"] = contributor.title;
    put_text(one, "role", contributor.role);
    put_text(one, "email", contributor.email);
    put_text(one, "path", contributor.path);
    put_text(one, "organization", contributor.organization);
    out.push_back(std::move(one));
  }
  return out;
}

Json period_json(const PackageMetadata& from) {
  if (from.period_start.empty() && from.period_end.empty()) return {};
  Json out = Json::object();
  put_text(out, "start", from.period_start);
  put_text(out, "end", from.period_end);
  return out;
}

std::optional<Box> box_of(const Json& resource) {
  const auto facts = resource.is_object() ? resource.find("anzenmap") : resource.end();
  if (facts == resource.end() || !facts->is_object()) return {};
  const auto found = facts->find("bbox");
  if (found == facts->end() || !found->is_array() || found->size() != 4) return {};
  Box box{};
  for (std::size_t i = 0; i < box.size(); ++i) {
    if (!(*found)[i].is_number()) return {};
    box[i] = (*found)[i].get<double>();
  }
  return box;
}

void widen(std::optional<Box>& box, const std::optional<Box>& more) {
  if (!more) return;
  if (!box) box = more;
  box = Box{std::min((*box)[0], (*more)[0]), std::min((*box)[1], (*more)[1]), std::max((*box)[2], (*more)[2]),
            std::max((*box)[3], (*more)[3])};
}

// Of all files in the package; those of this run are about to be renewed.
std::optional<Box> box_of_all(const Json& package, const PackageFacts& facts) {
  std::optional<Box> box = facts.summary->extent;
  const auto resources = package.find("resources");
  if (resources == package.end()) return box;
  for (const Json& resource : *resources) {
    if (!resource.is_object()) continue;
    const auto path = resource.find("path");
    const bool renewed =
        std::any_of(facts.summary->outputs.begin(), facts.summary->outputs.end(),
                    [&](const OutputFile& file) { return path != resource.end() && *path == file.name; });
    if (!renewed) widen(box, box_of(resource));
  }
  return box;
}

void write_extras(MemberWriter& writer, const PackageMetadata& from, Giver giver) {
  if (giver == Giver::configuration) {
    for (const std::string& key : writer.written_below("ckan/extras/")) {
      const bool stays = std::any_of(from.extras.begin(), from.extras.end(),
                                     [&](const auto& extra) { return extra.first == key; });
      if (!stays) writer.put({"ckan", "extras"}, key, Json(), giver);
    }
  }
  for (const auto& [key, value] : from.extras) writer.put({"ckan", "extras"}, key, Json(value), giver);
}

void write_all(MemberWriter& writer, const PackageMetadata& from, Giver giver) {
  writer.put({}, "title", text_json(from.title), giver);
  writer.put({}, "description", text_json(from.description), giver);
  writer.put({}, "version", text_json(from.version), giver);
  writer.put({}, "homepage", text_json(from.homepage), giver);
  writer.put({}, "licenses", licenses_json(from), giver);
  writer.put({}, "keywords", texts_json(from.tags), giver);
  writer.put({}, "sources", sources_json(from.sources), giver);
  writer.put({}, "contributors", contributors_json(from.contributors), giver);
  writer.put({}, "temporal", period_json(from), giver);
  writer.put({}, "frequency", text_json(from.frequency), giver);
  writer.put({"ckan"}, "name", text_json(from.dataset), giver);
  writer.put({"ckan"}, "organization", text_json(from.organization), giver);
  writer.put({"ckan"}, "groups", texts_json(from.groups), giver);
  write_extras(writer, from, giver);
}

// A member of `anzenmap.counts` of a resource; 0 where there is none.
std::uint64_t count_of(const Json& counts, const std::string& key) {
  const auto found = counts.find(key);
  return found != counts.end() && found->is_number_unsigned() ? found->get<std::uint64_t>() : 0;
}

// The files of one run carry the same counts: "toishi-csv" and "toishi-geojson" are the run "toishi".
std::string run_of(const Json& resource) {
  const std::string name = resource.value("name", std::string());
  const std::string ending = '-' + resource.value("format", std::string());
  return name.ends_with(ending) ? name.substr(0, name.size() - ending.size()) : name;
}

}  // namespace

Json box_json(const Box& box) {
  Json out = Json::array();
  for (const double degrees : box) out.push_back(std::round(degrees * kDecimals) / kDecimals);
  return out;
}

void write_metadata(Json& package, const PackageFacts& facts, bool first_name) {
  MemberWriter writer(package, first_name);
  PackageMetadata configured = facts.configured;
  if (configured.title.empty()) configured.title = facts.name;
  write_all(writer, facts.said, Giver::person);
  write_all(writer, configured, Giver::configuration);
  const std::optional<Box> box = box_of_all(package, facts);
  writer.put({"spatial"}, "bbox", box ? box_json(*box) : Json(), Giver::data);
  writer.finish();
}

void write_total_counts(Json& package) {
  static constexpr const char* kMembers[] = {"read",   "written",           "rejected", "merged",
                                             "errors", "errors_in_written", "warnings"};
  Json* ours = object_in(package, "anzenmap", true);
  if (ours == nullptr) return;
  std::vector<std::string> runs;
  std::uint64_t totals[std::size(kMembers)] = {};
  for (const Json& resource : package["resources"]) {
    if (!resource.is_object() || !resource.contains("anzenmap") || !resource["anzenmap"].is_object())
      continue;
    const std::string run = run_of(resource);
    const auto counts = resource["anzenmap"].find("counts");
    if (counts == resource["anzenmap"].end() || !counts->is_object()) continue;
    if (std::find(runs.begin(), runs.end(), run) != runs.end()) continue;
    runs.push_back(run);
    for (std::size_t i = 0; i < std::size(kMembers); ++i) totals[i] += count_of(*counts, kMembers[i]);
  }
  Json total = Json::object();
  for (std::size_t i = 0; i < std::size(kMembers); ++i) total[kMembers[i]] = totals[i];
  put_member(*ours, "counts", std::move(total));
}

}  // namespace anzenmap
