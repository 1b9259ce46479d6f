// SPDX-License-Identifier: Apache-2.0
#include "gis/value/value_rules.hpp"

#include "gis/value/angle.hpp"
#include "gis/value/blanks.hpp"
#include "gis/value/category.hpp"
#include "gis/value/code.hpp"
#include "gis/value/date.hpp"
#include "gis/value/flag.hpp"
#include "gis/value/number.hpp"
#include "gis/value/school_year.hpp"
#include "gis/value/value_stage.hpp"
#include "gis/value/width.hpp"

namespace anzenmap {

std::span<const RuleInfo* const> value_rules() {
  static constexpr const RuleInfo* kRules[] = {
      &outer_blanks,
      &full_width,
      &number_unreadable,
      &number_rewritten,
      &number_unit_dropped,
      &number_decimal_comma,
      &number_thousands,
      &integer_unreadable,
      &number_ambiguous,
      &text_damaged,
      &text_private_use,
      &date_rewritten,
      &date_era,
      &date_serial,
      &date_time_dropped,
      &date_zone_shifted,
      &date_weekday_disagrees,
      &date_unreadable,
      &date_impossible,
      &date_without_year,
      &date_ambiguous,
      &date_incomplete,
      &angle_sexagesimal,
      &angle_rewritten,
      &angle_decimal_comma,
      &angle_other_axis,
      &angle_unreadable,
      &angle_sixty,
      &angle_out_of_range,
      &angle_pair,
      &code_rewritten,
      &code_zero_restored,
      &code_check_digit_added,
      &code_exponent,
      &code_exponent_undone,
      &code_is_date,
      &municipality_code_unreadable,
      &municipality_check_digit_wrong,
      &flag_rewritten,
      &flag_unreadable,
      &category_rewritten,
      &category_unknown,
      &school_year_rewritten,
      &school_year_unreadable,
  };
  return kRules;
}

}  // namespace anzenmap
