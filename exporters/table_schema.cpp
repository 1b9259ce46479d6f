// SPDX-License-Identifier: Apache-2.0
#include "exporters/table_schema.hpp"

#include <cmath>

#include "exporters/writing/json_tree.hpp"

namespace anzenmap {
namespace {

using Json = nlohmann::ordered_json;

// A code is a string of digits to everybody else.
std::string_view table_schema_type(FieldType type) {
  return type == FieldType::code ? "string" : name_of(type);
}

Json number_json(double value) {
  if (std::floor(value) == value && std::abs(value) < 1e15) return static_cast<std::int64_t>(value);
  return value;
}

Json constraints_json(const Field& field) {
  const Constraints& rules = field.constraints;
  Json out = Json::object();
  if (rules.required) out["required"] = true;
  if (rules.unique) out["unique"] = true;
  if (rules.min_length) out["minLength"] = *rules.min_length;
  if (rules.max_length) out["maxLength"] = *rules.max_length;
  if (rules.minimum) out["minimum"] = number_json(*rules.minimum);
  if (rules.maximum) out["maximum"] = number_json(*rules.maximum);
  if (!field.separator.empty())
    return out;  // the rest is about each of several values, which Table Schema cannot say
  if (!rules.pattern.empty()) out["pattern"] = rules.pattern;
  if (!rules.choices.empty()) put_member(out, "enum", rules.choices);
  return out;
}

Json field_json(const SchemaField& field) {
  Json out = Json::object();
  out["name"] = field.name;
  out["type"] = table_schema_type(field.type);
  out["privacy"] = name_of(field.privacy);
  if (field.profile_field == nullptr) return out;
  const Field& known = *field.profile_field;
  if (!known.title_ja.empty()) out["title"] = known.title_ja;
  if (!known.key.empty()) out["key"] = known.key;
  if (!known.standard.empty()) out["standard"] = known.standard;
  Json constraints = constraints_json(known);
  if (!constraints.empty()) out["constraints"] = std::move(constraints);
  return out;
}

}  // namespace

std::string table_schema_json(const Schema& schema) {
  JsonTree out(Json::object());
  Json& fields = (*out)["fields"] = Json::array();
  for (const SchemaField& field : schema.fields) fields.push_back(field_json(field));
  Json& missing = (*out)["missingValues"] = Json::array();
  missing.push_back("");
  return out->dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace anzenmap
