// SPDX-License-Identifier: Apache-2.0
#include "ckan/site/revision.hpp"

#include <algorithm>
#include <string_view>

namespace anzenmap::ckan {
namespace {

constexpr std::string_view kExtra = "extras.";

std::string written(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

/// CKAN takes the first characters of an id, at least five.
std::string short_id(const std::string& id, const Json& resources) {
  for (std::size_t length = 8; length < id.size(); ++length) {
    int same = 0;
    for (const auto& [other, ignored] : resources.items())
      if (other.compare(0, length, id, 0, length) == 0) ++same;
    if (same <= 1) return id.substr(0, length);
  }
  return id;
}

class Maker {
 public:
  Maker(const DatasetPlan& plan, const Json& state, const std::string& modified, const RevisionExtras& extras)
      : plan_(plan), state_(state), beside_(extras), extras_(state.value("extras", Json::object())) {
    revision_.match = match_of(plan.id, state, modified);
    if (!plan.wanted.empty()) wanted_ = Json::parse(plan.wanted);
  }

  [[nodiscard]] Revision make() && {
    for (const Action& action : plan_.actions)
      if (action.subject == Subject::dataset) change_dataset(action);
    finish_extras();
    for (const Action& action : plan_.actions)
      if (action.subject == Subject::resource) change_resource(action);
    put_present_members();
    put_new_resources();
    return std::move(revision_);
  }

 private:
  void change_dataset(const Action& action) {
    for (const FieldChange& change : action.fields) {
      const Json value = Json::parse(change.after);
      if (change.field == "private") {
        continue;  // `publish` says when
      } else if (change.field == "tags" || change.field == "groups") {
        extend_names(change, value);
      } else if (change.field.starts_with(kExtra)) {
        put_extra(change.field.substr(kExtra.size()), value);
      } else {
        revision_.update[change.field] = value;
      }
    }
    if (beside_.publish) revision_.update["private"] = false;
  }

  void extend_names(const FieldChange& change, const Json& after) {
    const Json before = change.before.empty() ? Json::array() : Json::parse(change.before);
    Json added = Json::array();
    for (const Json& name : after)
      if (std::find(before.begin(), before.end(), name) == before.end())
        added.emplace_back(Json::object())["name"] = name;
    revision_.members.emplace_back(change.field + "__extend", std::move(added));
  }

  void put_extra(const std::string& key, const Json& value) {
    if (!extras_.contains(key) && state_.contains(key)) {
      revision_.update[key] = value;
      return;
    }
    extras_[key] = value;
    extras_changed_ = true;
  }

  // A list in `update` is merged place by place, so the old one is taken away first.
  void finish_extras() {
    if (beside_.publish && extras_.contains(kUnfinished)) {
      extras_.erase(kUnfinished);
      extras_changed_ = true;
    }
    if (!extras_changed_) return;
    revision_.filter.push_back("-extras");
    Json& list = revision_.update["extras"] = Json::array();
    for (const auto& [key, value] : extras_.items()) {
      Json& extra = list.emplace_back(Json::object());
      extra["key"] = key;
      extra["value"] = value;
    }
  }

  [[nodiscard]] std::string place_of(const std::string& id) const {
    return "resources__" + short_id(id, state_.at("resources"));
  }

  void change_resource(const Action& action) {
    if (action.change == Change::create) {
      come_.push_back(&action);
      return;
    }
    if (action.change == Change::remove) {
      revision_.filter.push_back('-' + place_of(action.id));
      return;
    }
    if (action.change != Change::update && action.change != Change::upload) return;
    Json members = Json::object();
    for (const FieldChange& change : action.fields) members[change.field] = Json::parse(change.after);
    if (action.change == Change::upload) {
      members["hash"] = "sha256:" + action.file.sha256;
      revision_.files.emplace_back(place_of(action.id) + "__upload", action.file);
    }
    present_.emplace_back(action.id, std::move(members));
  }

  void put_present_members() {
    for (const auto& [id, more] : beside_.members) {
      if (!state_.at("resources").contains(id)) continue;
      const auto same = [&wanted = id](const auto& one) { return one.first == wanted; };
      auto found = std::find_if(present_.begin(), present_.end(), same);
      if (found == present_.end()) found = present_.insert(present_.end(), {id, Json::object()});
      found->second.update(more);
    }
    for (auto& [id, members] : present_)
      if (!members.empty()) revision_.members.emplace_back(place_of(id), std::move(members));
  }

  [[nodiscard]] Json dictionary_of(const std::string& key) const {
    for (const Json& resource : wanted_.value("resources", Json::array()))
      if (resource.value(kKeyMember, std::string()) == key) return resource;
    return Json::object();
  }

  void put_new_resources() {
    if (come_.empty()) return;
    Json list = Json::array();
    for (std::size_t i = 0; i < come_.size(); ++i) {
      Json resource = dictionary_of(come_[i]->key);
      resource.erase("size");
      for (const auto& [key, more] : beside_.members)
        if (key == come_[i]->key) resource.update(more);
      list.push_back(std::move(resource));
      // From the end, so that what the filter takes away does not matter.
      revision_.files.emplace_back("resources__-" + std::to_string(come_.size() - i) + "__upload",
                                   come_[i]->file);
    }
    revision_.members.emplace_back("resources__extend", std::move(list));
  }

  const DatasetPlan& plan_;
  const Json& state_;
  const RevisionExtras& beside_;
  Json extras_;
  bool extras_changed_ = false;
  Json wanted_ = Json::object();
  std::vector<const Action*> come_;
  std::vector<std::pair<std::string, Json>> present_;
  Revision revision_;
};

}  // namespace

Json match_of(const std::string& id, const Json& state, const std::string& modified) {
  Json match = Json::object();
  match["id"] = id;
  match["metadata_modified"] = modified;
  Json& resources = match["resources"] = Json::array();
  for (const auto& [resource_id, resource] : state.at("resources").items()) {
    Json& one = resources.emplace_back(Json::object());
    one["id"] = resource_id;
    if (resource.contains("hash")) one["hash"] = resource["hash"];
  }
  return match;
}

Revision revision_of(const DatasetPlan& plan, const Json& state, const std::string& modified,
                     const RevisionExtras& extras) {
  return Maker(plan, state, modified, extras).make();
}

Revision member_revision(const std::string& id, const Json& state, const std::string& modified,
                         const std::vector<std::pair<std::string, Json>>& put,
                         const std::vector<std::pair<std::string, std::string>>& gone) {
  Revision revision;
  revision.match = match_of(id, state, modified);
  const Json& resources = state.at("resources");
  for (const auto& [resource, member] : gone)
    revision.filter.push_back("-resources__" + short_id(resource, resources) + "__" + member);
  for (const auto& [resource, members] : put)
    revision.members.emplace_back("resources__" + short_id(resource, resources), members);
  return revision;
}

Json arguments_of(const Revision& revision) {
  Json out = Json::object();
  out["match"] = revision.match;
  if (!revision.filter.empty()) out["filter"] = revision.filter;
  if (!revision.update.empty()) out["update"] = revision.update;
  // As texts: CKAN flattens lists of objects in JSON on their way, texts it reads as they are.
  for (const auto& [place, value] : revision.members) out["update__" + place] = written(value);
  return out;
}

std::vector<Part> parts_of(const Revision& revision) {
  std::vector<Part> parts;
  const Json arguments = arguments_of(revision);
  for (const auto& [name, value] : arguments.items()) {
    Part part;
    part.name = name;
    part.text = value.is_string() ? value.get<std::string>() : written(value);
    parts.push_back(std::move(part));
  }
  for (const auto& [place, file] : revision.files) {
    Part part;
    part.name = "update__" + place;
    part.path = file.path;
    part.file_name = file.file_name;
    part.content_type = file.media_type;
    parts.push_back(std::move(part));
  }
  return parts;
}

}  // namespace anzenmap::ckan
