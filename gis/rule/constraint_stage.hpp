// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "gis/pipeline/stage.hpp"
#include "gis/rule/pattern.hpp"

namespace anzenmap {

/// The profile's constraints (Table Schema) on canonical values. An empty required value rejects the record,
/// the rest are errors that leave it written.
class ConstraintStage : public Stage {
 public:
  explicit ConstraintStage(const Survey& survey);
  void process(Batch& batch, unsigned worker) const override;

 private:
  struct Check {
    std::size_t field;
    const Constraints* constraints;
    std::optional<Pattern> pattern;
    bool required;  ///< and the layer may have the column: a missing column is told once for all
    bool listed;    ///< choices are to be checked here, not by the categories
  };
  void check_cell(Batch& batch, const Check& check, std::size_t record) const;
  void check_range(Batch& batch, const Check& check, std::size_t record) const;
  Diagnostic& tell_cell(Batch& batch, const RuleInfo& rule, const Check& check, std::size_t record) const;

  Survey survey_;
  std::vector<Check> checks_;
};

}  // namespace anzenmap
