// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "gis/pipeline/stage.hpp"
#include "gis/rule/key_index.hpp"

namespace anzenmap {

/// Prepares what IdentityStage needs, in parallel: each accepted record's key, and an ID where there is none
/// (UUIDv5 of the survey's name, the record's 名称 and its place at 5 decimals, so that an edited comment
/// does not renumber). A feature that carries an id of its own keeps it; its text fills an empty ID.
class IdentityPreparation : public Stage {
 public:
  IdentityPreparation(const Survey& survey, std::string survey_name);
  void process(Batch& batch, unsigned worker) const override;

 private:
  friend class IdentityStage;
  [[nodiscard]] std::string basis(const Batch& batch, std::size_t record) const;

  Survey survey_;
  std::string survey_name_;
  int id_field_;
  int name_field_;
};

/// Finds IDs used twice (an error; the later record keeps its property and gets another feature id) and tells
/// made IDs of equal records apart by their order.
class IdentityStage : public OrderedStage {
 public:
  IdentityStage(const Survey& survey, const IdentityPreparation& preparation);
  void process(Batch& batch) override;

 private:
  void repeat_given(Batch& batch, std::size_t record, std::uint32_t before);
  void repeat_made(Batch& batch, std::size_t record, std::uint32_t before);
  bool is_made(const Batch& batch, std::size_t record) const;

  Survey survey_;
  const IdentityPreparation& preparation_;
  KeyIndex index_;
  bool told_made_ = false;
};

}  // namespace anzenmap
