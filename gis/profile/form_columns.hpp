// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "gis/base/diagnostic.hpp"
#include "gis/pipeline/reading.hpp"
#include "gis/profile/mapping.hpp"
#include "gis/profile/profile.hpp"

namespace anzenmap {

/// Gives the columns that the importer knows by a survey app's own rules (Layer::hints) their meaning: the
/// place, its accuracy, the record's own ID, what says something once more. `taken` holds for each field of
/// the profile the column that has it already; those stay.
void take_form_columns(const Layer& layer, const Profile& profile, std::vector<int>& taken,
                       LayerMapping& mapping);

/// Names the columns that are left out, for people to know and to keep what they want.
[[nodiscard]] std::vector<Diagnostic> tell_left_out(const Layer& layer, std::uint32_t index,
                                                    const LayerMapping& mapping);

extern const RuleInfo form_columns_left_out;
extern const RuleInfo style_columns_left_out;

}  // namespace anzenmap
