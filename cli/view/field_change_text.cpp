// SPDX-License-Identifier: Apache-2.0
#include "cli/view/field_change_text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

#include "gis/base/number.hpp"

namespace anzenmap::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kExtras = "extras.";

struct Name {
  std::string_view key;
  Text name;
};

constexpr Name kNames[] = {
    {"title", {"題名", "title"}},
    {"name", {"名前", "name"}},
    {"notes", {"説明", "notes"}},
    {"description", {"説明", "description"}},
    {"license_id", {"ライセンス", "license"}},
    {"license_title", {"ライセンスの名前", "license title"}},
    {"license_url", {"ライセンスのURL", "license URL"}},
    {"owner_org", {"組織", "organisation"}},
    {"organization", {"組織", "organisation"}},
    {"private", {"非公開", "private"}},
    {"state", {"状態", "state"}},
    {"version", {"版", "version"}},
    {"url", {"URL", "URL"}},
    {"author", {"作成者", "author"}},
    {"author_email", {"作成者のメール", "author's email"}},
    {"maintainer", {"管理者", "maintainer"}},
    {"maintainer_email", {"管理者のメール", "maintainer's email"}},
    {"tags", {"タグ", "tags"}},
    {"groups", {"グループ", "groups"}},
    {"format", {"形式", "format"}},
    {"mimetype", {"ファイルの種類", "media type"}},
    {"encoding", {"文字の種類", "encoding"}},
    {"hash", {"ハッシュ", "hash"}},
    {"size", {"大きさ", "size"}},
    {"extras.spatial", {"範囲", "extent"}},
    {"extras.temporal_start", {"期間の始め", "period from"}},
    {"extras.temporal_end", {"期間の終わり", "period to"}},
    {"extras.frequency", {"更新の頻度", "frequency"}},
    {"fields", {"列の説明", "data dictionary"}},
};

std::string field_name(const std::string& key, Language language) {
  for (const Name& name : kNames)
    if (name.key == key) return std::string(name.name.in(language));
  // An extra is called what its own key says.
  return key.compare(0, kExtras.size(), kExtras) == 0 ? key.substr(kExtras.size()) : key;
}

/// `西 131.8 南 34.0 東 131.9 北 34.1` of a GeoJSON polygon in a text; empty for any other text.
std::string extent_text(const std::string& text, Language language) {
  if (text.empty() || text.front() != '{') return {};
  const Json area = Json::parse(text, nullptr, false);
  if (!area.is_object() || area.value("type", "") != "Polygon" || !area.contains("coordinates")) return {};
  const Json points =
      area["coordinates"].is_array() && !area["coordinates"].empty() ? area["coordinates"][0] : Json();
  if (!points.is_array() || points.empty()) return {};
  std::array<double, 4> box{180, 90, -180, -90};
  for (const Json& point : points) {
    if (!point.is_array() || point.size() < 2 || !point[0].is_number() || !point[1].is_number()) return {};
    box = {std::min(box[0], point[0].get<double>()), std::min(box[1], point[1].get<double>()),
           std::max(box[2], point[0].get<double>()), std::max(box[3], point[1].get<double>())};
  }
  const bool japanese = language == Language::ja;
  static constexpr std::array<Text, 4> kSides{Text{"西", "W"}, Text{"南", "S"}, Text{"東", "E"},
                                              Text{"北", "N"}};
  std::string out;
  for (std::size_t i = 0; i < box.size(); ++i)
    out += (out.empty() ? "" : " ") + std::string(japanese ? kSides[i].ja : kSides[i].en) + " " +
           shortest(box[i]);
  return out;
}

/// Texts as they are, lists by the names of what they hold, anything else as JSON.
std::string value_text(const Json& value, Language language) {
  const bool japanese = language == Language::ja;
  if (value.is_string()) {
    const std::string text = value.get<std::string>();
    const std::string extent = extent_text(text, language);
    return extent.empty() ? text : extent;
  }
  if (value.is_boolean()) {
    if (value.get<bool>()) return japanese ? "はい" : "yes";
    return japanese ? "いいえ" : "no";
  }
  if (!value.is_array()) return value.dump(-1, ' ', false, Json::error_handler_t::replace);
  std::string out;
  for (const Json& one : value) {
    if (!out.empty()) out += japanese ? "、" : ", ";
    const Json* named = &one;
    for (const char* key : {"display_name", "name", "id"})
      if (one.is_object() && one.contains(key)) {
        named = &one[key];
        break;
      }
    out += value_text(*named, language);
  }
  return out;
}

/// JSON text of a plan; what is no JSON is shown as it is.
Json parsed(const std::string& text) {
  if (text.empty()) return nullptr;
  Json value = Json::parse(text, nullptr, false);
  return value.is_discarded() ? Json(text) : value;
}

std::string shown(const Json& value, Language language) {
  return value.is_null() ? std::string() : value_text(value, language);
}

}  // namespace

FieldLine field_line(const ckan::FieldChange& change, Language language) {
  return {field_name(change.field, language), shown(parsed(change.before), language),
          shown(parsed(change.after), language)};
}

}  // namespace anzenmap::cli
