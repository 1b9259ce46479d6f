// SPDX-License-Identifier: Apache-2.0
#include "importers/gdal/layer_plan.hpp"

#include <algorithm>
#include <memory>

#include "importers/gdal/field_name.hpp"
#include "importers/gdal/gdal_rules.hpp"
#include "importers/table/header.hpp"

namespace anzenmap::gdal {
namespace {

/// The name in UTF-8; a character that was cut off at its end goes away.
std::string decoded(const std::string& name, Encoding encoding, bool& cut) {
  Bytes bytes;
  const std::vector<Undecodable> bad = decode_to_utf8(encoding, name, bytes);
  std::string text(bytes.view());
  cut = !bad.empty() && bad.back().kind == Undecodable::Kind::invalid &&
        bad.back().source + bad.back().length == name.size();
  if (cut) text.resize(bad.back().output);
  return text;
}

/// Puts together what each field of the layer is called.
class Naming {
 public:
  Naming(LayerPlan& plan, const LayerInfo& info, const Profile& profile)
      : plan_(plan), info_(info), profile_(profile) {}

  std::string name_of(const FieldInfo& field) {
    bool cut = false;
    std::string name = decoded(field.name, info_.raw_text ? plan_.encoding : Encoding::utf8, cut);
    // People gave the alias; the name itself is often a number or an abbreviation.
    if (!field.alias.empty() && field.alias != name && !profile_.match(name) && profile_.match(field.alias)) {
      rename(name, field.alias);
      return field.alias;
    }
    if (!info_.raw_text) return name;
    const auto whole = whole_name(name, field.name.size(), profile_);
    if (!whole) return name;
    rename(name, *whole);
    Diagnostic told = make_diagnostic(field_name_cut);
    told.column = name;
    told.arguments = {{"name", name, {}}, {"field", *whole, {}}};
    plan_.diagnostics.push_back(std::move(told));
    return *whole;
  }

  [[nodiscard]] const std::string& renamed() const { return renamed_; }

 private:
  void rename(const std::string& from, const std::string& to) {
    if (!renamed_.empty()) renamed_ += ", ";
    renamed_ += from + " → " + to;
  }

  LayerPlan& plan_;
  const LayerInfo& info_;
  const Profile& profile_;
  std::string renamed_;
};

void tell_binary(LayerPlan& plan, const std::string& names) {
  if (names.empty()) return;
  Diagnostic told = make_diagnostic(binary_left_out);
  told.arguments = {{"columns", names, {}}};
  plan.diagnostics.push_back(std::move(told));
}

PlannedField planned(std::size_t field, const std::string& header, const Profile& profile) {
  PlannedField out;
  out.field = field;
  const auto match = profile.match(header);
  if (!match) return out;
  out.is_day = profile.fields[match->field].type == FieldType::date;
  out.is_photo = profile.fields[match->field].role == Role::photo;
  out.separator = profile.fields[match->field].separator;
  return out;
}

bool has_place_columns(const std::vector<std::string>& headers, const Profile& profile) {
  bool latitude = false;
  bool longitude = false;
  bool shape = false;
  for (const std::string& header : headers) {
    const auto match = profile.match(header);
    if (!match) continue;
    const Role role = profile.fields[match->field].role;
    latitude = latitude || role == Role::latitude || role == Role::northing;
    longitude = longitude || role == Role::longitude || role == Role::easting;
    shape = shape || role == Role::geometry;
  }
  return shape || (latitude && longitude);
}

}  // namespace

LayerPlan plan_layer(const LayerInfo& info, std::size_t index, Encoding encoding, const Profile& profile) {
  LayerPlan plan;
  plan.index = index;
  plan.encoding = encoding;
  plan.count = info.count;
  Naming naming(plan, info, profile);
  std::vector<std::string> names;
  std::vector<std::size_t> fields;
  std::string binary;
  for (std::size_t i = 0; i < info.fields.size(); ++i) {
    if (info.fields[i].kind == FieldKind::binary) {
      binary += (binary.empty() ? "" : ", ") + info.fields[i].name;
      continue;
    }
    names.push_back(naming.name_of(info.fields[i]));
    fields.push_back(i);
  }
  tell_binary(plan, binary);
  const auto filled = std::make_unique<bool[]>(names.size() + 1);
  std::fill_n(filled.get(), names.size(), true);
  NamedHeaders named = name_headers(names, {filled.get(), names.size()}, 0, 0);
  plan.layer.headers = std::move(named.names);
  std::move(named.diagnostics.begin(), named.diagnostics.end(), std::back_inserter(plan.diagnostics));
  for (std::size_t i = 0; i < fields.size(); ++i)
    plan.fields.push_back(planned(fields[i], plan.layer.headers[i], profile));
  plan.layer.has_geometry = info.has_geometry;
  plan.layer.has_shapes = info.has_geometry && !info.only_points;
  plan.layer.has_rows_of_text = false;
  plan.layer.has_no_records = info.count == 0;
  plan.layer.crs = info.has_geometry ? info.crs : std::string();
  plan.has_place = info.has_geometry || has_place_columns(plan.layer.headers, profile);
  if (!naming.renamed().empty())
    plan.layer.reading.decide("columns", naming.renamed(), DecidedBy::detected,
                              "名前が途中で切れているか、別の見出しが付いています",
                              "names that are cut off, or that have another title");
  return plan;
}

}  // namespace anzenmap::gdal
