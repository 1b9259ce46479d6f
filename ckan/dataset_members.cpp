// SPDX-License-Identifier: Apache-2.0
#include "ckan/dataset_members.hpp"

#include <utility>

#include "ckan/dataset_rules.hpp"
#include "gis/base/error.hpp"

namespace anzenmap::ckan {
namespace {

const Json& nothing() {
  static const Json kNothing = Json::object();
  return kNothing;
}

std::string text_of(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  return value.is_null() ? std::string() : value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

Members::Members(const Json& object, std::string file, std::string place)
    : object_(&object), file_(std::move(file)), place_(std::move(place)) {}

const Json* Members::find(const char* key) const {
  const auto found = object_->find(key);
  return found == object_->end() || found->is_null() ? nullptr : &*found;
}

std::string Members::place_of(std::string_view key) const {
  return place_.empty() ? std::string(key) : place_ + '.' + std::string(key);
}

void Members::refuse(const char* key, std::string_view wanted_ja, std::string_view wanted_en) const {
  throw Error(descriptor_member_unusable,
              {{"path", file_, {}},
               {"member", place_of(key), {}},
               {"wanted", std::string(wanted_ja), std::string(wanted_en)}},
              Error::Kind::refused);
}

bool Members::has(const char* key) const { return find(key) != nullptr; }

std::string Members::text(const char* key) const {
  const Json* value = find(key);
  if (value == nullptr) return {};
  if (!value->is_string()) refuse(key, "文字", "a text");
  return value->get<std::string>();
}

std::string Members::scalar(const char* key) const {
  const Json* value = find(key);
  if (value == nullptr) return {};
  if (value->is_structured()) refuse(key, "文字か数", "a text or a number");
  return text_of(*value);
}

std::vector<std::string> Members::texts(const char* key) const {
  std::vector<std::string> out;
  const Json* value = find(key);
  if (value == nullptr) return out;
  if (value->is_string()) return {value->get<std::string>()};
  if (!value->is_array()) refuse(key, "文字の並び", "a list of texts");
  for (const Json& item : *value) {
    if (!item.is_string()) refuse(key, "文字の並び", "a list of texts");
    out.push_back(item.get<std::string>());
  }
  return out;
}

std::uint64_t Members::count(const char* key) const {
  const Json* value = find(key);
  if (value == nullptr) return 0;
  if (!value->is_number_unsigned()) refuse(key, "0 以上の整数", "a whole number of 0 or more");
  return value->get<std::uint64_t>();
}

std::vector<double> Members::numbers(const char* key) const {
  std::vector<double> out;
  const Json* value = find(key);
  if (value == nullptr) return out;
  if (!value->is_array()) refuse(key, "数の並び", "a list of numbers");
  for (const Json& item : *value) {
    if (!item.is_number()) refuse(key, "数の並び", "a list of numbers");
    out.push_back(item.get<double>());
  }
  return out;
}

Members Members::object(const char* key) const {
  const Json* value = find(key);
  if (value == nullptr) return {nothing(), file_, place_of(key)};
  if (!value->is_object()) refuse(key, "{ } で囲んだ組", "an object");
  return {*value, file_, place_of(key)};
}

std::vector<Members> Members::objects(const char* key) const {
  std::vector<Members> out;
  const Json* value = find(key);
  if (value == nullptr) return out;
  if (!value->is_array()) refuse(key, "{ } の並び", "a list of objects");
  for (const Json& item : *value) {
    if (!item.is_object()) refuse(key, "{ } の並び", "a list of objects");
    out.emplace_back(item, file_, place_of(key) + '[' + std::to_string(out.size()) + ']');
  }
  return out;
}

std::vector<Extra> Members::extras(const char* key) const {
  std::vector<Extra> out;
  const Json* value = find(key);
  if (value == nullptr) return out;
  if (value->is_object()) {
    for (const auto& [name, item] : value->items()) out.push_back({name, text_of(item)});
    return out;
  }
  for (const Members& item : objects(key)) {
    if (!item.has("key")) item.refuse("key", "項目の名前", "the extra's name");
    const auto found = item.json().find("value");
    out.push_back({item.text("key"), found == item.json().end() ? std::string() : text_of(*found)});
  }
  return out;
}

}  // namespace anzenmap::ckan
