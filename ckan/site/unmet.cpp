// SPDX-License-Identifier: Apache-2.0
#include "ckan/site/unmet.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace anzenmap::ckan {
namespace {

constexpr std::string_view kExtra = "extras.";
constexpr std::array<std::string_view, 3> kMayBeDropped = {kKeyMember, "encoding", "schema"};
/// Written in other words by CKAN: an id, and what comes from the licence's id.
constexpr std::array<std::string_view, 3> kReworded = {"owner_org", "license_title", "license_url"};

template <std::size_t kSize>
bool is_in(const std::array<std::string_view, kSize>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string written(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

const Json* member(const Json& object, const std::string& key) {
  const auto found = object.find(key);
  return found == object.end() || found->is_null() ? nullptr : &*found;
}

std::string lower(std::string text) {
  for (char& byte : text)
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
  return text;
}

class Check {
 public:
  Check(const RemoteDataset& there, bool published) : there_(there), published_(published) {}

  void dataset(const Action& action) {
    for (const FieldChange& change : action.fields) {
      if (change.field == "private" || is_in(kReworded, change.field)) continue;
      if (change.field == "tags" || change.field == "groups") {
        names(change);
      } else if (change.field.starts_with(kExtra)) {
        extra(change);
      } else {
        value(change, there_.fields, {});
      }
    }
    if (published_ && there_.is_private) found_.push_back({"private", "false", "true", {}, true});
  }

  void resource(const Action& action) {
    const RemoteResource* one = find(action);
    if (action.change == Change::remove) {
      if (one != nullptr) found_.push_back({"resource", {}, written(action.id), action.key, true});
      return;
    }
    if (action.change == Change::unchanged || action.change == Change::leave) return;
    if (one == nullptr) {
      found_.push_back({"resource", written(action.title), {}, action.key, true});
      return;
    }
    if (!action.file.path.empty()) file(action, *one);
    for (const FieldChange& change : action.fields) {
      if (is_in(kMayBeDropped, change.field) && member(one->fields, change.field) == nullptr) continue;
      value(change, one->fields, action.key);
    }
  }

  [[nodiscard]] std::vector<Unmet> result() && { return std::move(found_); }

 private:
  [[nodiscard]] const RemoteResource* find(const Action& action) const {
    const RemoteResource* found = nullptr;
    for (const RemoteResource& one : there_.resources) {
      if (!action.id.empty() ? one.id == action.id : one.key == action.key) return &one;
      // One that came to a site that drops our key.
      if (action.id.empty() && one.key.empty() && one.sha256 == action.file.sha256) found = &one;
    }
    return found;
  }

  void file(const Action& action, const RemoteResource& one) {
    if (one.sha256 != action.file.sha256)
      found_.push_back({"hash", written(action.file.sha256), written(one.sha256), action.key, true});
    if (one.bytes != action.file.bytes && member(one.fields, "size") != nullptr)
      found_.push_back(
          {"size", std::to_string(action.file.bytes), std::to_string(one.bytes), action.key, true});
  }

  void value(const FieldChange& change, const Json& fields, const std::string& key) {
    const Json wanted = Json::parse(change.after);
    const Json* now = member(fields, change.field);
    if (now != nullptr && *now == wanted) return;
    const bool same_format = change.field == "format" && now != nullptr && now->is_string() &&
                             wanted.is_string() &&
                             lower(now->get<std::string>()) == lower(wanted.get<std::string>());
    if (same_format) return;
    found_.push_back(
        {change.field, change.after, now == nullptr ? std::string() : written(*now), key, false});
  }

  void names(const FieldChange& change) {
    Json now = Json::array();
    if (const Json* list = member(there_.fields, change.field); list != nullptr && list->is_array())
      for (const Json& one : *list)
        if (one.is_object() && one.contains("name")) now.push_back(one["name"]);
    for (const Json& name : Json::parse(change.after))
      if (std::find(now.begin(), now.end(), name) == now.end()) {
        found_.push_back({change.field, change.after, written(now), {}, false});
        return;
      }
  }

  void extra(const FieldChange& change) {
    const std::string key = change.field.substr(kExtra.size());
    const std::string now = extra_of(there_, key);
    const Json wanted = Json::parse(change.after);
    if (wanted.is_string() && wanted.get<std::string>() == now) return;
    if (const Json* own = member(there_.fields, key); own != nullptr && *own == wanted) return;
    found_.push_back({change.field, change.after, now.empty() ? std::string() : written(now), {}, false});
  }

  const RemoteDataset& there_;
  bool published_;
  std::vector<Unmet> found_;
};

}  // namespace

std::vector<Unmet> unmet(const DatasetPlan& plan, const RemoteDataset& there, bool published) {
  Check check(there, published);
  for (const Action& action : plan.actions) {
    if (action.subject == Subject::dataset) check.dataset(action);
    if (action.subject == Subject::resource) check.resource(action);
  }
  return std::move(check).result();
}

}  // namespace anzenmap::ckan
