// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "gis/pipeline/stage.hpp"
#include "gis/value/category.hpp"
#include "gis/value/conversion.hpp"

namespace anzenmap {

extern const RuleInfo text_damaged;
extern const RuleInfo text_private_use;

/// Turns the text of typed fields into canonical text, once for all formats: numbers, dates, codes, flags and
/// categories. What changed is told; what cannot be read keeps the person's words (cell_flag::kAsText) and is
/// an error. Latitude and longitude are the place stage's. Tells U+FFFD in any column, damage of an earlier
/// day, and rejects records with private-use characters.
class ValueStage : public Stage {
 public:
  explicit ValueStage(const Survey& survey);
  ~ValueStage() override;
  void process(Batch& batch, unsigned worker) const override;

 private:
  void tell_suspect(Batch& batch, std::size_t field) const;
  void convert_column(Batch& batch, std::size_t field) const;
  [[nodiscard]] bool is_plain(std::size_t field, std::string_view text, std::uint8_t flags) const;
  [[nodiscard]] Conversion read(std::size_t field, std::string_view text) const;
  void apply(Batch& batch, std::size_t field, std::size_t record, const Conversion& conversion) const;

  enum class Reader : std::uint8_t {
    none,
    number,
    integer,
    school_year,
    flag,
    date,
    code,
    municipality,
    block,
    category
  };
  Survey survey_;
  std::vector<Reader> readers_;                             ///< parallel to the schema's fields
  std::vector<std::unique_ptr<CategoryIndex>> categories_;  ///< likewise; nullptr = none
};

}  // namespace anzenmap
