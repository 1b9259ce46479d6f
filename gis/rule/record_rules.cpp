// SPDX-License-Identifier: Apache-2.0
#include "gis/rule/record_rules.hpp"

#include <array>

#include "gis/rule/blanks_for_layout.hpp"
#include "gis/rule/cell_garbled.hpp"
#include "gis/rule/dash_in_number.hpp"
#include "gis/rule/date_beside_year.hpp"
#include "gis/rule/ditto_mark.hpp"
#include "gis/rule/half_width_kana.hpp"
#include "gis/rule/image_without_licence.hpp"
#include "gis/rule/judgement_contradicted.hpp"
#include "gis/rule/kana_expected.hpp"
#include "gis/rule/machine_dependent_sign.hpp"
#include "gis/rule/minutes_as_decimals.hpp"
#include "gis/rule/person_suspected.hpp"
#include "gis/rule/phone_form.hpp"
#include "gis/rule/place_coarse.hpp"
#include "gis/rule/place_inaccurate.hpp"
#include "gis/rule/postal_form.hpp"
#include "gis/rule/several_lines.hpp"
#include "gis/rule/url_unusable.hpp"

namespace anzenmap {

std::span<const MakeRule> record_rule_makers() {
  static constexpr std::array<MakeRule, 19> makers{
      make_half_width_kana,     make_machine_dependent_sign,
      make_cell_garbled,        make_person_suspected,
      make_ditto_mark,          make_blanks_for_layout,
      make_dash_in_number,      make_several_lines,
      make_kana_expected,       make_phone_form,
      make_postal_form,         make_image_without_licence,
      make_url_unusable,        make_judgement_contradicted,
      make_date_beside_year,    make_date_in_future,
      make_place_inaccurate,    make_place_coarse,
      make_minutes_as_decimals,
  };
  return makers;
}

std::span<const RuleInfo* const> record_rules() {
  static constexpr std::array<const RuleInfo*, 19> rules{
      &place_coarse,     &minutes_as_decimals,   &half_width_kana,  &machine_dependent_sign,
      &cell_garbled,     &person_suspected,      &ditto_mark,       &blanks_for_layout,
      &dash_in_number,   &several_lines,         &kana_expected,    &phone_form,
      &postal_form,      &image_without_licence, &url_unusable,     &judgement_contradicted,
      &date_beside_year, &date_in_future,        &place_inaccurate,
  };
  return rules;
}

}  // namespace anzenmap
