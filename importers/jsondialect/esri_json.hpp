// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/profile/profile.hpp"
#include "importers/jsondialect/json_dialect.hpp"

namespace anzenmap {

/// Esri JSON, as ArcGIS and Survey123 hand out the features of a layer. Names of fields are their aliases
/// where only those are known to the profile; dates become days or times in Japan; codes of a list become its
/// words.
[[nodiscard]] TranslatedJson translate_esri_json(const InputFile& file, const Profile& profile,
                                                 std::size_t record_limit);

extern const RuleInfo esri_cut_off;
extern const RuleInfo esri_dates;

}  // namespace anzenmap
