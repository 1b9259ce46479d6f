// SPDX-License-Identifier: Apache-2.0
#include "gis/privacy/consent_stage.hpp"

#include <algorithm>

#include "gis/rule/rule_rules.hpp"
#include "gis/value/blanks.hpp"
#include "gis/value/flag.hpp"

namespace anzenmap {

namespace {

bool asks_consent(const Field& field) {
  return field.role == Role::publishable || field.role == Role::consent;
}

bool says_yes(std::string_view text) {
  text = trim_blanks(text);
  if (text == "1") return true;
  const Conversion conversion = read_flag(text);
  return conversion.state == ValueState::converted && conversion.text == "1";
}

}  // namespace

void ConsentStage::process(Batch& batch, unsigned /*worker*/) const {
  const LayerMapping& mapping = survey_.layer(batch);
  for (std::size_t c = 0; c < mapping.columns.size() && c < batch.raw.size(); ++c) {
    const int field = mapping.columns[c].profile_field;
    if (field < 0 || !asks_consent(survey_.profile->fields[static_cast<std::size_t>(field)])) continue;
    for (std::size_t r = 0; r < batch.records; ++r)
      if (batch.state[r] == RecordState::accepted && !says_yes(batch.raw_cell(c, r)))
        reject(batch, not_publishable, r, mapping.columns[c].header, batch.raw_cell(c, r));
  }
}

std::vector<Diagnostic> ConsentStage::missing_columns(const Survey& survey) {
  std::vector<Diagnostic> out;
  for (std::size_t f = 0; f < survey.profile->fields.size(); ++f) {
    const Field& field = survey.profile->fields[f];
    if (!asks_consent(field)) continue;
    const auto has_it = [&](const LayerMapping& layer) {
      return std::any_of(layer.columns.begin(), layer.columns.end(),
                         [&](const auto& column) { return column.profile_field == static_cast<int>(f); });
    };
    const auto& layers = survey.mapping->layers;
    if (std::any_of(layers.begin(), layers.end(), has_it)) continue;
    Diagnostic diagnostic = make_diagnostic(consent_unknown);
    diagnostic.column = field.name;
    out.push_back(std::move(diagnostic));
  }
  return out;
}

}  // namespace anzenmap
