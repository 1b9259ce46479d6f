// SPDX-License-Identifier: Apache-2.0
#include "gis/rule/batch_rule.hpp"

#include <algorithm>

namespace anzenmap {

namespace {

/// A field of which no input has a column holds nothing that a person wrote.
bool has_column(const Survey& survey, std::size_t field) {
  const auto& layers = survey.mapping->layers;
  return std::any_of(layers.begin(), layers.end(), [&](const LayerMapping& layer) {
    return field < layer.field_to_raw.size() && layer.field_to_raw[field] >= 0;
  });
}

}  // namespace

int field_of_key(const Survey& survey, std::string_view key) {
  const auto& fields = survey.schema().fields;
  for (std::size_t f = 0; f < fields.size(); ++f)
    if (fields[f].profile_field != nullptr && fields[f].profile_field->key == key && has_column(survey, f))
      return static_cast<int>(f);
  return -1;
}

int field_of_role(const Survey& survey, Role role) {
  const auto& fields = survey.schema().fields;
  for (std::size_t f = 0; f < fields.size(); ++f)
    if (fields[f].role == role && has_column(survey, f)) return static_cast<int>(f);
  return -1;
}

std::vector<std::size_t> text_fields(const Survey& survey) {
  std::vector<std::size_t> out;
  const auto& fields = survey.schema().fields;
  for (std::size_t f = 0; f < fields.size(); ++f) {
    const bool words = fields[f].type == FieldType::string || fields[f].type == FieldType::code;
    if (words && fields[f].role != Role::geometry && has_column(survey, f)) out.push_back(f);
  }
  return out;
}

void propose(Batch& batch, Diagnostic& told, std::size_t field, std::size_t record, std::string_view after,
             const RuleOptions& options) {
  told.fix = Fix{std::string(batch.field(field, record)), std::string(after), FixSafety::consent};
  if (options.fix) batch.set(batch.fields[field], record, after);
}

void TextRule::keep_fields(bool (*wanted)(const SchemaField& field)) {
  std::erase_if(fields_, [&](std::size_t f) { return !wanted(survey_.schema().fields[f]); });
}

void TextRule::check(Batch& batch) const {
  for (const std::size_t f : fields_) {
    if ((batch.fields[f].any & cell_flag::kNonAscii) == 0) continue;
    for (std::size_t r = 0; r < batch.records; ++r) {
      if ((batch.fields[f].flags[r] & cell_flag::kNonAscii) == 0) continue;
      if (batch.state[r] != RecordState::accepted) continue;
      check_text(batch, f, r, batch.field(f, r));
    }
  }
}

}  // namespace anzenmap
