// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "gis/pipeline/reading.hpp"
#include "gis/profile/profile.hpp"

namespace anzenmap {

/// Properties by which map programs say how a feature looks (地理院地図's スタイルつきGeoJSON, uMap, and the
/// simplestyle of geojson.io): they are hinted as style, unless the profile knows them, and name the dialect.
/// The radius of a circle stays data.
void hint_style_members(Layer& layer, const Profile& profile);

}  // namespace anzenmap
