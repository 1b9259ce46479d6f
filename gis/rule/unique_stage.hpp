// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "gis/pipeline/stage.hpp"
#include "gis/rule/key_index.hpp"

namespace anzenmap {

/// The schema's fields whose values the profile wants once only ("unique"), but for the ID, which is
/// IdentityStage's.
[[nodiscard]] std::vector<std::size_t> unique_fields(const Survey& survey);

/// Hashes what UniqueStage compares, in parallel.
class UniquePreparation : public Stage {
 public:
  explicit UniquePreparation(const Survey& survey) : fields_(unique_fields(survey)) {}
  void process(Batch& batch, unsigned worker) const override;

 private:
  std::vector<std::size_t> fields_;
};

/// Finds values that an earlier record has already: an error, the record is written. Some 16 bytes a value.
class UniqueStage : public OrderedStage {
 public:
  explicit UniqueStage(const Survey& survey)
      : survey_(survey), fields_(unique_fields(survey)), index_(fields_.size()) {}
  void process(Batch& batch) override;

 private:
  Survey survey_;
  std::vector<std::size_t> fields_;
  std::vector<KeyIndex> index_;  ///< parallel to fields_
};

}  // namespace anzenmap
