// SPDX-License-Identifier: Apache-2.0
#include "gis/profile/form_columns.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace anzenmap {

const RuleInfo form_columns_left_out{
    .code = "IN320",
    .name = "form-columns-left-out",
    .severity = Severity::info,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"調査アプリの管理用の列", "a survey app's own columns"},
    .message = {"調査アプリが付けた列は書き出しません: {columns}",
                "columns that the survey app added for itself are not written: {columns}"},
    .why = {"いつ送ったか、どの版の用紙か、同じ場所の別の書き方などで、調べたことではありません。",
            "They hold when a record was sent, the version of the form or the same place once more, not what "
            "was found."},
    .remedy = {"書き出したい列は、残す列として指定してください。",
               "Name those that you want among the columns to keep."},
    .bad =
        "_uuid,_submission_time,名称,区分,_場所_latitude,_場所_longitude\n"
        "0f8fad5b-d9cb-469f-a165-70867728950e,2024-10-03T09:00:00,正門前,危険,34.0471,131.8282\n",
    .good = "名称,区分,緯度,経度\n正門前,危険,34.0471,131.8282\n"};

const RuleInfo style_columns_left_out{
    .code = "IN324",
    .name = "style-left-out",
    .severity = Severity::info,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"地図の印や色の項目", "how a map draws it"},
    .message = {"印や色だけの項目は書き出しません: {columns}",
                "what only says how a map draws it is not written: {columns}"},
    .why = {"地図のソフトが、印の絵や線の太さを書いたもので、調べたことではありません。",
            "A map program wrote icons and widths of lines there, not what was found."},
    .remedy = {"書き出したい項目は、残す列として指定してください。",
               "Name those that you want among the columns to keep."},
    .bad =
        R"({"type":"Feature","geometry":{"type":"Point","coordinates":[131.8282,34.0471]},"properties":{"名称":"正門","区分":"安全","_markerType":"Icon"}})",
    .good =
        R"({"type":"Feature","geometry":{"type":"Point","coordinates":[131.8282,34.0471]},"properties":{"名称":"正門","区分":"安全"}})"};

namespace {

std::optional<Role> role_of(ColumnPart part) {
  switch (part) {
    case ColumnPart::latitude:
      return Role::latitude;
    case ColumnPart::longitude:
      return Role::longitude;
    case ColumnPart::altitude:
      return Role::height;
    case ColumnPart::accuracy:
      return Role::accuracy;
    case ColumnPart::geopoint:
    case ColumnPart::shape:
      return Role::geometry;
    default:
      return std::nullopt;
  }
}

/// Where the mapping keeps a column that the profile may have no field for.
int* slot_of(LayerMapping& mapping, ColumnPart part) {
  switch (part) {
    case ColumnPart::latitude:
      return &mapping.latitude;
    case ColumnPart::longitude:
      return &mapping.longitude;
    case ColumnPart::altitude:
      return &mapping.altitude;
    case ColumnPart::geopoint:
    case ColumnPart::shape:
      return &mapping.shape;
    case ColumnPart::second_place:
      return &mapping.second_place;
    case ColumnPart::utm_northing:
      return &mapping.utm_northing;
    case ColumnPart::utm_easting:
      return &mapping.utm_easting;
    case ColumnPart::utm_zone:
      return &mapping.utm_zone;
    case ColumnPart::source_id:
      return &mapping.source_id;
    default:
      return nullptr;
  }
}

/// True when the profile has a field for it, whoever took it.
bool take_field(const Profile& profile, Role role, int c, std::vector<int>& taken, LayerMapping& mapping) {
  const auto field = profile.field_with_role(role);
  if (!field) return false;
  if (taken[*field] >= 0) return true;
  taken[*field] = c;
  LayerMapping::Column& column = mapping.columns[static_cast<std::size_t>(c)];
  column.profile_field = static_cast<int>(*field);
  column.how = "form";
  column.privacy = profile.fields[*field].privacy;
  return true;
}

}  // namespace

void take_form_columns(const Layer& layer, const Profile& profile, std::vector<int>& taken,
                       LayerMapping& mapping) {
  for (std::size_t i = 0; i < std::min(layer.hints.size(), mapping.columns.size()); ++i) {
    const ColumnPart part = layer.hints[i].part;
    LayerMapping::Column& column = mapping.columns[i];
    if (part == ColumnPart::answer || column.profile_field >= 0 || column.how == "unknown") continue;
    const auto c = static_cast<int>(i);
    if (part == ColumnPart::personal) {
      column.how = "platform";
      column.privacy = Privacy::personal;
      continue;
    }
    if (part == ColumnPart::choice) {
      // A profile may have a field of its own for one choice (災害種別_洪水).
      if (profile.match(layer.headers[i]) || profile.match(layer.hints[i].name)) continue;
      column.how = "choice";
      column.left_out = true;
      continue;
    }
    if (part == ColumnPart::geopoint) mapping.accuracy_in_place = true;
    const auto role = role_of(part);
    if (role && take_field(profile, *role, c, taken, mapping)) {
      if (column.profile_field >= 0) continue;
    } else if (int* slot = slot_of(mapping, part); slot != nullptr && *slot < 0) {
      *slot = c;
    }
    const bool record = part == ColumnPart::source_id || part == ColumnPart::bookkeeping;
    column.how = record ? "bookkeeping" : part == ColumnPart::style ? "style" : "part";
    column.left_out = part != ColumnPart::accuracy;
    // Without a field for it the accuracy is a column like any other.
    if (part == ColumnPart::accuracy) column.how.clear();
  }
}

std::vector<Diagnostic> tell_left_out(const Layer& layer, std::uint32_t index, const LayerMapping& mapping) {
  std::string columns;
  std::string styles;
  for (const LayerMapping::Column& column : mapping.columns) {
    if (!column.left_out || column.privacy == Privacy::personal) continue;
    std::string& to = column.how == "style" ? styles : columns;
    to += (to.empty() ? "" : "、") + column.header;
  }
  std::vector<Diagnostic> told;
  for (const auto& [rule, names] :
       {std::pair{&form_columns_left_out, &columns}, std::pair{&style_columns_left_out, &styles}}) {
    if (names->empty()) continue;
    Diagnostic& one = told.emplace_back(make_diagnostic(*rule));
    one.layer = index;
    one.row = layer.header_row;
    one.arguments = {{"columns", *names, {}}};
  }
  return told;
}

}  // namespace anzenmap
