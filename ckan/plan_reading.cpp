// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "ckan/plan.hpp"
#include "ckan/plan_names.hpp"
#include "ckan/plan_rules.hpp"

namespace anzenmap::ckan {
namespace {

using Json = nlohmann::ordered_json;

/// Deeper than any plan; taking a tree apart is recursive.
constexpr int kDeepest = 64;

/// An object of the plan; each look-up refuses what the schema does not allow.
class PlanObject {
 public:
  PlanObject(const Json& json, std::string_view path) : json_(&json), path_(path) {
    if (!json.is_object()) refuse("オブジェクトがあるはずのところにありません", "an object is missing");
  }

  [[noreturn]] void refuse(std::string ja, std::string en) const {
    throw Error(plan_unreadable, {{"path", std::string(path_), {}}, {"reason", std::move(ja), std::move(en)}},
                Error::Kind::usage);
  }
  [[noreturn]] void refuse_member(const std::string& key) const {
    refuse("「" + key + "」の値が正しくありません", "the value of '" + key + "' is wrong");
  }

  [[nodiscard]] const Json* find(const char* key) const {
    const auto found = json_->find(key);
    return found == json_->end() || found->is_null() ? nullptr : &*found;
  }
  [[nodiscard]] std::string text(const char* key) const {
    const Json* found = find(key);
    if (found == nullptr) return {};
    if (!found->is_string()) refuse_member(key);
    return found->get<std::string>();
  }
  [[nodiscard]] std::string needed(const char* key) const {
    std::string value = text(key);
    if (value.empty()) refuse_member(key);
    return value;
  }
  [[nodiscard]] std::vector<std::string> texts(const char* key) const {
    std::vector<std::string> out;
    for (const Json& one : list(key)) {
      if (!one.is_string()) refuse_member(key);
      out.push_back(one.get<std::string>());
    }
    return out;
  }
  [[nodiscard]] std::uint64_t number(const char* key) const {
    const Json* found = find(key);
    if (found == nullptr) return 0;
    if (!found->is_number_unsigned()) refuse_member(key);
    return found->get<std::uint64_t>();
  }
  [[nodiscard]] bool flag(const char* key) const {
    const Json* found = find(key);
    if (found == nullptr) return false;
    if (!found->is_boolean()) refuse_member(key);
    return found->get<bool>();
  }
  /// The member as JSON text; empty = absent. A null is a value here.
  [[nodiscard]] std::string json_text(const char* key) const {
    const auto found = json_->find(key);
    return found == json_->end() ? std::string() : found->dump();
  }
  [[nodiscard]] const Json& list(const char* key) const {
    static const Json kNone = Json::array();
    const Json* found = find(key);
    if (found == nullptr) return kNone;
    if (!found->is_array()) refuse_member(key);
    return *found;
  }
  template <typename Table>
  [[nodiscard]] auto word(const char* key, const Table& table) const {
    const auto meaning = meaning_of(table, text(key));
    if (!meaning) refuse_member(key);
    return *meaning;
  }

 private:
  const Json* json_;
  std::string_view path_;
};

PlannedFile read_file(const PlanObject& object) {
  return {object.needed("path"), object.text("file_name"), object.text("media_type"), object.number("bytes"),
          object.needed("sha256")};
}

Action read_action(const PlanObject& object, std::string_view path) {
  Action action;
  action.change = object.word("change", kChangeNames);
  action.subject = object.word("subject", kSubjectNames);
  action.key = object.needed("key");
  action.title = object.text("title");
  action.id = object.text("id");
  for (const Json& one : object.list("fields")) {
    const PlanObject field(one, path);
    action.fields.push_back({field.needed("field"), field.json_text("before"), field.json_text("after")});
  }
  if (const Json* file = object.find("file")) action.file = read_file(PlanObject(*file, path));
  action.published_sha256 = object.text("published_sha256");
  action.columns_added = object.texts("columns_added");
  action.columns_removed = object.texts("columns_removed");
  action.rows = object.number("rows");
  return action;
}

DatasetPlan read_dataset_plan(const PlanObject& object, std::string_view path) {
  DatasetPlan dataset;
  dataset.name = object.needed("name");
  dataset.title = object.text("title");
  dataset.descriptor = object.text("descriptor");
  dataset.id = object.text("id");
  dataset.modified = object.text("modified");
  dataset.audience_by_person = object.flag("audience_by_person");
  dataset.stays_private = object.flag("stays_private");
  dataset.unfinished = object.flag("unfinished");
  for (const char* key : {"prior", "wanted"})
    if (const Json* found = object.find(key); found != nullptr && !found->is_object())
      object.refuse_member(key);
  dataset.prior = object.json_text("prior");
  dataset.wanted = object.json_text("wanted");
  for (const Json& one : object.list("actions"))
    dataset.actions.push_back(read_action(PlanObject(one, path), path));
  return dataset;
}

Json parse(std::string_view text, std::string_view path) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  bool too_deep = false;
  const auto check_depth = [&](int depth, Json::parse_event_t, Json&) {
    too_deep = too_deep || depth > kDeepest;
    return !too_deep;
  };
  Json json = Json::parse(text.begin(), text.end(), check_depth, false);
  if (json.is_discarded() || too_deep || !json.is_object())
    throw Error(
        plan_unreadable,
        {{"path", std::string(path), {}}, {"reason", "JSON の書き方が違います", "it is no JSON object"}},
        Error::Kind::usage);
  return json;
}

void check_version(const PlanObject& object, std::string_view path) {
  const Json* version = object.find("anzenmap_plan");
  if (version == nullptr) object.refuse("anzenmap の計画ではありません", "it is no plan of anzenmap");
  if (version->is_number_integer() && version->get<std::int64_t>() == kPlanVersion) return;
  throw Error(plan_of_another_version,
              {{"path", std::string(path), {}},
               {"version", version->dump(-1, ' ', false, Json::error_handler_t::replace), {}}},
              Error::Kind::refused);
}

}  // namespace

Plan read_plan(std::string_view json, std::string_view path) {
  const Json root = parse(json, path);
  const PlanObject object(root, path);
  check_version(object, path);
  Plan plan;
  const Json* target = object.find("target");
  if (target == nullptr) object.refuse_member("target");
  const PlanObject place(*target, path);
  plan.kind = place.word("kind", kKindNames);
  plan.target = place.needed("location");
  plan.datastore = object.flag("datastore");
  for (const Json& one : object.list("datasets"))
    plan.datasets.push_back(read_dataset_plan(PlanObject(one, path), path));
  return plan;
}

}  // namespace anzenmap::ckan
