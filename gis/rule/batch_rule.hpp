// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis/pipeline/stage.hpp"

namespace anzenmap {

/// What a person decides about rules.
struct RuleOptions {
  bool fix = false;                  ///< fixes that need consent are made
  std::string today;                 ///< YYYY-MM-DD; empty = days are not compared with it
  std::optional<Box> expected_area;  ///< as PlaceOptions
};

/// A rule that looks at the records of one batch alone, after values and places are settled. Made once for a
/// survey, shared by all threads.
class BatchRule {
 public:
  virtual ~BatchRule() = default;
  /// Marks of the text (text_marks.hpp) of which one must be there; 0 = every batch is looked at.
  [[nodiscard]] virtual std::uint32_t marks() const { return 0; }
  virtual void check(Batch& batch) const = 0;
};

/// Makes the rule for a survey; nullptr when it has no columns that the rule could look at.
using MakeRule = std::unique_ptr<const BatchRule> (*)(const Survey& survey, const RuleOptions& options);

/// Schema fields with the profile's English key; -1 = the schema has none, or no input has the column.
[[nodiscard]] int field_of_key(const Survey& survey, std::string_view key);
/// The same by role.
[[nodiscard]] int field_of_role(const Survey& survey, Role role);
/// Fields of words or codes that are written.
[[nodiscard]] std::vector<std::size_t> text_fields(const Survey& survey);

/// Puts a change that needs consent into the diagnostic, and into the record if a person agreed.
void propose(Batch& batch, Diagnostic& told, std::size_t field, std::size_t record, std::string_view after,
             const RuleOptions& options);

/// A rule about single texts: looks at cells of words and codes that are not ASCII alone.
class TextRule : public BatchRule {
 public:
  TextRule(const Survey& survey, const RuleOptions& options)
      : survey_(survey), options_(options), fields_(text_fields(survey)) {}
  void check(Batch& batch) const final;

 protected:
  virtual void check_text(Batch& batch, std::size_t field, std::size_t record,
                          std::string_view text) const = 0;
  [[nodiscard]] const Survey& survey() const { return survey_; }
  [[nodiscard]] const RuleOptions& options() const { return options_; }
  void keep_fields(bool (*wanted)(const SchemaField& field));

 private:
  Survey survey_;
  RuleOptions options_;
  std::vector<std::size_t> fields_;
};

}  // namespace anzenmap
