// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "gis/base/edit_distance.hpp"
#include "gis/base/error.hpp"
#include "gis/profile/profile.hpp"
#include "gis/profile/profile_rules.hpp"
#include "gis/rule/pattern.hpp"

namespace anzenmap {

namespace {

using Json = nlohmann::json;

struct NamedRole {
  std::string_view name;
  Role role;
};
constexpr std::array<NamedRole, 19> kRoles{{{"none", Role::none},
                                            {"id", Role::id},
                                            {"name", Role::name},
                                            {"latitude", Role::latitude},
                                            {"longitude", Role::longitude},
                                            {"easting", Role::easting},
                                            {"northing", Role::northing},
                                            {"geometry", Role::geometry},
                                            {"height", Role::height},
                                            {"accuracy", Role::accuracy},
                                            {"category", Role::category},
                                            {"date", Role::date},
                                            {"school_year", Role::school_year},
                                            {"photo", Role::photo},
                                            {"municipality_code", Role::municipality_code},
                                            {"address", Role::address},
                                            {"publishable", Role::publishable},
                                            {"consent", Role::consent},
                                            {"url", Role::url}}};

/// Reads one profile's JSON; every fault names the member that is wrong.
class ProfileReader {
 public:
  explicit ProfileReader(std::string_view origin) : origin_(origin) {}

  Profile read(std::string_view text) const {
    const Json root = Json::parse(text, nullptr, false);
    if (root.is_discarded()) fail("JSONとして読めません", "not valid JSON");
    if (!root.is_object()) fail("一番外側が { } ではありません", "the root is not an object");
    Profile profile;
    profile.name = string(root, "name");
    if (profile.name.empty()) fail("name がありません", "'name' is missing");
    read_title(root, profile.title_ja, profile.title_en);
    profile.source_crs = string(root, "source_crs");
    read_areas(root, profile);
    const auto fields = root.find("fields");
    if (fields == root.end() || !fields->is_array() || fields->empty())
      fail("fields がありません", "'fields' is missing");
    for (const Json& field : *fields) profile.fields.push_back(read_field(field));
    read_categories(root, profile);
    read_rules(root, profile);
    read_accuracy_limit(root, profile);
    profile.index();
    return profile;
  }

 private:
  [[noreturn]] void fail(const std::string& ja, const std::string& en) const {
    throw Error(profile_unreadable, {{"name", std::string(origin_), {}}, {"reason", ja, en}},
                Error::Kind::usage);
  }

  std::string string(const Json& object, const char* key) const {
    const auto found = object.find(key);
    if (found == object.end() || found->is_null()) return {};
    if (!found->is_string())
      fail(std::string(key) + " が文字ではありません", std::string("'") + key + "' is not a string");
    return found->get<std::string>();
  }

  std::vector<std::string> strings(const Json& object, const char* key) const {
    std::vector<std::string> out;
    const auto found = object.find(key);
    if (found == object.end()) return out;
    if (!found->is_array())
      fail(std::string(key) + " が一覧ではありません", std::string("'") + key + "' is not an array");
    for (const Json& item : *found) out.push_back(item.is_string() ? item.get<std::string>() : item.dump());
    return out;
  }

  void read_title(const Json& object, std::string& ja, std::string& en) const {
    const auto title = object.find("title");
    if (title != object.end() && title->is_object()) {
      ja = string(*title, "ja");
      en = string(*title, "en");
    } else {
      ja = string(object, "title");
      en = string(object, "title_en");
    }
    if (en.empty()) en = ja;
  }

  Box read_box(const Json& value, const char* key) const {
    if (!value.is_array() || value.size() != 4)
      fail(std::string("areas.") + key + " は [西, 南, 東, 北] の四つの数です",
           std::string("'areas.") + key + "' must be [west, south, east, north]");
    Box box{};
    for (std::size_t i = 0; i < 4; ++i) {
      if (!value[i].is_number())
        fail(std::string("areas.") + key + " に数でない値があります", "an area holds a non-number");
      box[i] = value[i].get<double>();
    }
    if (box[1] > box[3])
      fail(std::string("areas.") + key + " の南と北が逆です", "an area has south above north");
    return box;
  }

  void read_areas(const Json& root, Profile& profile) const {
    const auto areas = root.find("areas");
    if (areas == root.end()) return;
    if (!areas->is_object()) fail("areas が { } ではありません", "'areas' is not an object");
    if (areas->contains("hard")) profile.hard_area = read_box((*areas)["hard"], "hard");
    if (areas->contains("expected")) profile.expected_area = read_box((*areas)["expected"], "expected");
  }

  void read_accuracy_limit(const Json& root, Profile& profile) const {
    const auto limit = root.find("accuracy_limit");
    if (limit == root.end()) return;
    if (!limit->is_number() || limit->get<double>() <= 0)
      fail("accuracy_limit は0より大きい数(m)です", "'accuracy_limit' must be a number of metres above 0");
    profile.accuracy_limit = limit->get<double>();
  }

  FieldType read_type(const Json& json, const std::string& name) const {
    const std::string type = string(json, "type");
    if (type.empty() || type == "string" || type == "any")
      return string(json, "format") == "code" ? FieldType::code : FieldType::string;
    if (type == "number") return FieldType::number;
    if (type == "integer" || type == "year") return FieldType::integer;
    if (type == "boolean") return FieldType::boolean;
    if (type == "date") return FieldType::date;
    fail("列「" + name + "」の type「" + type + "」は使えません",
         "field '" + name + "': unknown type '" + type + "'");
  }

  Constraints read_constraints(const Json& json) const {
    Constraints out;
    const auto found = json.find("constraints");
    if (found == json.end()) return out;
    out.required = found->value("required", false);
    out.unique = found->value("unique", false);
    out.pattern = string(*found, "pattern");
    if (found->contains("minLength")) out.min_length = (*found)["minLength"].get<std::size_t>();
    if (found->contains("maxLength")) out.max_length = (*found)["maxLength"].get<std::size_t>();
    if (found->contains("minimum")) out.minimum = (*found)["minimum"].get<double>();
    if (found->contains("maximum")) out.maximum = (*found)["maximum"].get<double>();
    out.choices = strings(*found, "enum");
    return out;
  }

  Field read_field(const Json& json) const {
    if (!json.is_object()) fail("fields に { } でないものがあります", "'fields' holds a non-object");
    Field field;
    field.name = string(json, "name");
    if (field.name.empty()) fail("名前のない列があります", "a field has no 'name'");
    field.key = string(json, "key");
    if (field.key.empty()) field.key = field.name;
    read_title(json, field.title_ja, field.title_en);
    field.type = read_type(json, field.name);
    field.role = read_role(string(json, "role"), field.name);
    const std::string privacy = string(json, "privacy");
    if (privacy == "personal") {
      field.privacy = Privacy::personal;
    } else if (privacy == "internal") {
      field.privacy = Privacy::internal;
    } else if (!privacy.empty() && privacy != "public") {
      fail("列「" + field.name + "」の privacy「" + privacy + "」は使えません",
           "field '" + field.name + "': unknown privacy '" + privacy + "'");
    }
    try {
      field.constraints = read_constraints(json);
    } catch (const Json::exception&) {
      fail("列「" + field.name + "」の constraints に誤りがあります",
           "field '" + field.name + "': a constraint has the wrong type");
    }
    if (field.constraints.unique && field.privacy == Privacy::personal)
      fail("列「" + field.name + "」の unique は使えません(個人の列は読まないので)",
           "field '" + field.name + "': personal columns are not read, so they cannot be 'unique'");
    if (!field.constraints.pattern.empty() && !Pattern::compile(field.constraints.pattern))
      fail("列「" + field.name + "」の pattern は使えない書き方です",
           "field '" + field.name + "': the pattern is outside of the supported subset");
    field.constraints.form_ja = string(json, "form");
    field.constraints.form_en = string(json, "form_en");
    field.aliases = strings(json, "aliases");
    field.holds = strings(json, "holds");
    field.standard = string(json, "standard");
    field.separator = string(json, "separator");
    return field;
  }

  Role read_role(const std::string& name, const std::string& field) const {
    if (name.empty()) return Role::none;
    for (const NamedRole& known : kRoles)
      if (known.name == name) return known.role;
    fail("列「" + field + "」の role「" + name + "」は使えません",
         "field '" + field + "': unknown role '" + name + "'");
  }

  void read_categories(const Json& root, Profile& profile) const {
    const auto categories = root.find("categories");
    if (categories == root.end()) return;
    if (!categories->is_object()) fail("categories が { } ではありません", "'categories' is not an object");
    for (const auto& [name, labels] : categories->items()) {
      Field* field = nullptr;
      for (Field& candidate : profile.fields)
        if (candidate.name == name) field = &candidate;
      if (field == nullptr)
        fail("categories の「" + name + "」という列がありません",
             "'categories' names unknown field '" + name + "'");
      for (const Json& label : labels) {
        if (!label.is_object() || string(label, "label").empty())
          fail("categories の「" + name + "」に label のないものがあります",
               "'categories' of '" + name + "' holds an entry without 'label'");
        field->categories.push_back({string(label, "label"), string(label, "key"), string(label, "colour"),
                                     string(label, "symbol"), strings(label, "spellings")});
      }
    }
  }

  void read_rules(const Json& root, Profile& profile) const {
    const auto rules = root.find("rules");
    if (rules == root.end()) return;
    if (!rules->is_object()) fail("rules が { } ではありません", "'rules' is not an object");
    for (const auto& [rule, word] : rules->items()) {
      if (!word.is_string())
        fail("rules の「" + rule + "」が文字ではありません", "'rules' has a non-string for '" + rule + "'");
      profile.rules.push_back({rule, read_severity(word.get<std::string>(), rule)});
    }
  }

  std::optional<Severity> read_severity(const std::string& word, const std::string& rule) const {
    constexpr std::array<std::string_view, 4> words{"error", "warning", "info", "off"};
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info})
      if (word == name_of(severity)) return severity;
    if (word == "off") return std::nullopt;
    const auto near =
        std::min_element(words.begin(), words.end(), [&](std::string_view a, std::string_view b) {
          return edit_distance(word, a) < edit_distance(word, b);
        });
    const std::string hint(*near);
    const bool close = code_points(word) < 20 && edit_distance(word, hint) <= 2;
    fail("rules の「" + rule + "」の「" + word + "」は使えません(error、warning、info、off のどれか)" +
             (close ? "。もしかして「" + hint + "」ですか" : ""),
         "'rules' has '" + word + "' for '" + rule + "', not error, warning, info or off" +
             (close ? "; did you mean '" + hint + "'?" : ""));
  }

  std::string_view origin_;
};

std::string known_profiles() {
  std::string out;
  for (const std::string_view name : builtin_profiles()) {
    if (!out.empty()) out += ", ";
    out += name;
  }
  return out;
}

}  // namespace

Profile parse_profile(std::string_view json, std::string_view origin) {
  return ProfileReader(origin).read(json);
}

Profile load_profile(const std::string& name_or_path) {
  const std::string_view builtin = builtin_profile_json(name_or_path);
  if (!builtin.empty()) return parse_profile(builtin, name_or_path);
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(name_or_path.c_str(), "rb"),
                                                             &std::fclose);
  constexpr std::size_t kLimit = 8U * 1024 * 1024;
  std::string text;
  if (file != nullptr) {
    std::array<char, 16384> block{};
    std::size_t got = 0;
    while ((got = std::fread(block.data(), 1, block.size(), file.get())) > 0 && text.size() < kLimit)
      text.append(block.data(), got);
  }
  if (file == nullptr || std::ferror(file.get()) != 0)
    throw Error(profile_not_found, {{"name", name_or_path, {}}, {"known", known_profiles(), {}}},
                Error::Kind::usage);
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  return parse_profile(text, name_or_path);
}

std::string_view name_of(FieldType type) {
  switch (type) {
    case FieldType::string:
      return "string";
    case FieldType::code:
      return "code";
    case FieldType::number:
      return "number";
    case FieldType::integer:
      return "integer";
    case FieldType::boolean:
      return "boolean";
    case FieldType::date:
      return "date";
  }
  return "";
}

std::string_view name_of(Role role) {
  for (const NamedRole& known : kRoles)
    if (known.role == role) return known.name;
  return "";
}

std::string_view name_of(Privacy privacy) {
  switch (privacy) {
    case Privacy::public_:
      return "public";
    case Privacy::internal:
      return "internal";
    case Privacy::personal:
      return "personal";
  }
  return "";
}

}  // namespace anzenmap
