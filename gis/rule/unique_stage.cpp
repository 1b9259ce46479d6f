// SPDX-License-Identifier: Apache-2.0
#include "gis/rule/unique_stage.hpp"

#include "gis/base/hash.hpp"
#include "gis/rule/rule_rules.hpp"

namespace anzenmap {

std::vector<std::size_t> unique_fields(const Survey& survey) {
  std::vector<std::size_t> fields;
  const auto& all = survey.schema().fields;
  for (std::size_t f = 0; f < all.size(); ++f) {
    const Field* field = all[f].profile_field;
    if (field != nullptr && field->constraints.unique && field->role != Role::id) fields.push_back(f);
  }
  return fields;
}

void UniquePreparation::process(Batch& batch, unsigned /*worker*/) const {
  batch.unique_keys.resize(fields_.size());
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    batch.unique_keys[i].assign(batch.records, 0);
    for (std::size_t r = 0; r < batch.records; ++r) {
      const std::string_view text = batch.field(fields_[i], r);
      if (!text.empty() && batch.state[r] == RecordState::accepted) batch.unique_keys[i][r] = hash64(text);
    }
  }
}

void UniqueStage::process(Batch& batch) {
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    for (std::size_t r = 0; r < batch.records; ++r) {
      const std::uint64_t key = batch.unique_keys[i][r];
      if (key == 0 || batch.state[r] != RecordState::accepted || index_[i].add(key) == 0) continue;
      tell(batch, value_repeated, r, survey_.header(batch, fields_[i]), batch.field(fields_[i], r));
    }
  }
}

}  // namespace anzenmap
