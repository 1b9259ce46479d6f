// SPDX-License-Identifier: Apache-2.0
#include "gis/rule/constraint_stage.hpp"

#include <algorithm>

#include "gis/base/edit_distance.hpp"
#include "gis/base/number.hpp"
#include "gis/rule/rule_rules.hpp"

namespace anzenmap {

ConstraintStage::ConstraintStage(const Survey& survey) : survey_(survey) {
  const Schema& schema = survey.schema();
  for (std::size_t f = 0; f < schema.fields.size(); ++f) {
    const Field* field = schema.fields[f].profile_field;
    if (field == nullptr || schema.fields[f].derived) continue;
    const Constraints& c = field->constraints;
    Check check{f, &c, std::nullopt, c.required, !c.choices.empty() && field->categories.empty()};
    if (!c.pattern.empty()) check.pattern = Pattern::compile(c.pattern);
    if (c.required || c.min_length || c.max_length || c.minimum || c.maximum || check.pattern || check.listed)
      checks_.push_back(std::move(check));
  }
}

Diagnostic& ConstraintStage::tell_cell(Batch& batch, const RuleInfo& rule, const Check& check,
                                       std::size_t record) const {
  return tell(batch, rule, record, survey_.header(batch, check.field), batch.field(check.field, record));
}

void ConstraintStage::check_range(Batch& batch, const Check& check, std::size_t record) const {
  double value = 0;
  if (!parse_json_number(batch.field(check.field, record), value)) return;
  const Constraints& c = *check.constraints;
  if (c.minimum && value < *c.minimum)
    tell_cell(batch, value_too_small, check, record).arguments = {{"limit", shortest(*c.minimum), {}}};
  if (c.maximum && value > *c.maximum)
    tell_cell(batch, value_too_large, check, record).arguments = {{"limit", shortest(*c.maximum), {}}};
}

void ConstraintStage::check_cell(Batch& batch, const Check& check, std::size_t record) const {
  const Constraints& c = *check.constraints;
  const std::string_view text = batch.field(check.field, record);
  if (text.empty()) {
    if (check.required) {
      tell_cell(batch, value_required, check, record);
      batch.state[record] = RecordState::rejected;
    }
    return;
  }
  if (c.max_length && text.size() > *c.max_length) {  // bytes first: never fewer than characters
    const std::size_t length = code_points(text);
    if (length > *c.max_length)
      tell_cell(batch, value_too_long, check, record).arguments = {
          {"length", std::to_string(length), {}}, {"limit", std::to_string(*c.max_length), {}}};
  }
  if (c.min_length && code_points(text) < *c.min_length)
    tell_cell(batch, value_too_short, check, record).arguments = {
        {"limit", std::to_string(*c.min_length), {}}};
  if ((batch.fields[check.field].flags[record] & cell_flag::kAsText) != 0) return;  // told as unreadable
  if (c.minimum || c.maximum) check_range(batch, check, record);
  if (check.pattern && !check.pattern->matches(text))
    tell_cell(batch, value_wrong_form, check, record).arguments = {
        {"pattern", c.form_ja.empty() ? c.pattern : c.form_ja, c.form_en.empty() ? c.pattern : c.form_en}};
  if (check.listed && std::find(c.choices.begin(), c.choices.end(), text) == c.choices.end()) {
    std::string choices;
    for (const std::string& choice : c.choices) choices += (choices.empty() ? "" : "、") + choice;
    tell_cell(batch, value_not_listed, check, record).arguments = {{"choices", choices, {}}};
  }
}

void ConstraintStage::process(Batch& batch, unsigned /*worker*/) const {
  for (const Check& check : checks_) {
    if (survey_.layer(batch).field_to_raw[check.field] < 0) continue;  // this layer lacks the column
    for (std::size_t r = 0; r < batch.records; ++r)
      if (batch.state[r] == RecordState::accepted) check_cell(batch, check, r);
  }
}

}  // namespace anzenmap
