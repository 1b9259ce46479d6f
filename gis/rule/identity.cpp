// SPDX-License-Identifier: Apache-2.0
#include "gis/rule/identity.hpp"

#include <nlohmann/json.hpp>

#include "gis/base/hash.hpp"
#include "gis/place/wkb.hpp"
#include "gis/rule/rule_rules.hpp"
#include "gis/rule/uuid.hpp"
#include "gis/value/blanks.hpp"

namespace anzenmap {

namespace {

std::string_view feature_id(const Batch& batch, std::size_t record) {
  return batch.feature_id.cells.empty() ? std::string_view{} : batch.at(batch.feature_id.cells[record]);
}

/// The ID that a survey app gave the record, without what some apps wrap around it: "uuid:...", "{...}".
std::string_view source_id(const Survey& survey, const Batch& batch, std::size_t record) {
  const int column = survey.layer(batch).source_id;
  if (column < 0 || static_cast<std::size_t>(column) >= batch.raw.size()) return {};
  std::string_view id = trim_blanks(batch.raw_cell(static_cast<std::size_t>(column), record));
  constexpr std::string_view kScheme = "uuid:";
  if (id.starts_with(kScheme)) id.remove_prefix(kScheme.size());
  if (id.size() > 2 && id.front() == '{' && id.back() == '}') id = id.substr(1, id.size() - 2);
  return id;
}

/// The text of a feature's id, which is a JSON string or number.
std::string text_of(std::string_view token) {
  if (token.front() != '"') return std::string(token);
  const auto parsed = nlohmann::json::parse(token, nullptr, false);
  return parsed.is_string() ? parsed.get<std::string>() : std::string(token);
}

/// Degrees at 5 decimals (about 1 m), as a whole number so that no rounding of text comes in.
std::string at_5_decimals(double degrees) {
  return std::to_string(static_cast<long long>(degrees * 1e5 + (degrees < 0 ? -0.5 : 0.5)));
}

}  // namespace

IdentityPreparation::IdentityPreparation(const Survey& survey, std::string survey_name)
    : survey_(survey),
      survey_name_(std::move(survey_name)),
      id_field_(survey.schema().find(Role::id)),
      name_field_(survey.schema().find(Role::name)) {}

std::string IdentityPreparation::basis(const Batch& batch, std::size_t record) const {
  std::string out = survey_name_;
  out += '\n';
  if (name_field_ >= 0) out += batch.field(static_cast<std::size_t>(name_field_), record);
  out += '\n';
  const GeometryColumn& geometry = batch.geometry;
  if (geometry.kind[record] == GeometryKind::point) {
    out += at_5_decimals(geometry.y[record]) + ',' + at_5_decimals(geometry.x[record]);
  } else if (const Span wkb = geometry.wkb[record]; wkb.length != 0) {
    if (const auto box = wkb_bounds(geometry.bytes.view().substr(wkb.offset, wkb.length)))
      for (const double side : *box) out += at_5_decimals(side) + ',';
  }
  return out;
}

void IdentityPreparation::process(Batch& batch, unsigned /*worker*/) const {
  batch.key.assign(batch.records, 0);
  for (std::size_t r = 0; r < batch.records; ++r) {
    if (batch.state[r] != RecordState::accepted) continue;
    std::string_view id =
        id_field_ >= 0 ? batch.field(static_cast<std::size_t>(id_field_), r) : std::string_view{};
    if (id.empty() && id_field_ >= 0) {
      const std::string_view own = feature_id(batch, r);
      const std::string app(source_id(survey_, batch, r));
      batch.set(batch.fields[static_cast<std::size_t>(id_field_)], r,
                !own.empty()   ? text_of(own)
                : !app.empty() ? app
                               : make_uuid(basis(batch, r)));
      id = batch.field(static_cast<std::size_t>(id_field_), r);
    }
    if (id.empty()) id = feature_id(batch, r);
    batch.key[r] = hash64(id);
  }
}

IdentityStage::IdentityStage(const Survey& survey, const IdentityPreparation& preparation)
    : survey_(survey), preparation_(preparation) {}

bool IdentityStage::is_made(const Batch& batch, std::size_t record) const {
  const int field = preparation_.id_field_;
  if (field < 0) return false;
  const int raw = survey_.layer(batch).field_to_raw[static_cast<std::size_t>(field)];
  const bool written =
      raw >= 0 && !batch.raw.empty() && batch.raw[static_cast<std::size_t>(raw)].cells[record].length != 0;
  return !written && feature_id(batch, record).empty() && source_id(survey_, batch, record).empty();
}

void IdentityStage::repeat_given(Batch& batch, std::size_t record, std::uint32_t before) {
  const int field = preparation_.id_field_;
  const std::string id(field >= 0 ? batch.field(static_cast<std::size_t>(field), record)
                                  : std::string_view{});
  const std::string own(feature_id(batch, record));
  const std::string& shown = id.empty() ? own : id;
  const std::string derived =
      make_uuid(preparation_.survey_name_ + "\n" + shown + "\n" + std::to_string(before + 1));
  Diagnostic& told = tell(batch, id_repeated, record,
                          field >= 0 ? survey_.header(batch, static_cast<std::size_t>(field)) : "id", shown);
  told.arguments = {{"id", derived, {}}};
  if (batch.feature_id.cells.empty()) batch.feature_id.fill_null(batch.records);
  batch.set(batch.feature_id, record, "\"" + derived + "\"");
}

void IdentityStage::repeat_made(Batch& batch, std::size_t record, std::uint32_t before) {
  const std::string basis = preparation_.basis(batch, record) + "\n";
  // The numbered name could already stand in the survey (read again): take the first number that is free.
  for (std::uint32_t n = before + 1;; ++n) {
    const std::string id = make_uuid(basis + std::to_string(n));
    if (index_.add(hash64(id)) != 0) continue;
    batch.set(batch.fields[static_cast<std::size_t>(preparation_.id_field_)], record, id);
    break;
  }
  tell(batch, id_alike, record, {}, {});
}

void IdentityStage::process(Batch& batch) {
  constexpr std::size_t kAhead = 16;
  for (std::size_t r = 0; r < batch.records; ++r) {
    if (r + kAhead < batch.records) index_.prefetch(batch.key[r + kAhead]);
    if (batch.state[r] != RecordState::accepted || batch.key[r] == 0) continue;
    const std::uint32_t before = index_.add(batch.key[r]);
    const bool made = (before != 0 || !told_made_) && is_made(batch, r);
    if (made && !told_made_) {
      told_made_ = true;
      Diagnostic diagnostic = make_diagnostic(id_made);
      diagnostic.layer = batch.layer;
      batch.diagnostics.push_back(std::move(diagnostic));
    }
    if (before == 0) continue;
    if (made) {
      repeat_made(batch, r, before);
    } else {
      repeat_given(batch, r, before);
    }
  }
}

}  // namespace anzenmap
