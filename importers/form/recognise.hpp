// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gis/pipeline/reading.hpp"
#include "gis/profile/profile.hpp"

namespace anzenmap::form {

/// Looks whether a survey app wrote a table (KoBoToolbox, ODK Central, Survey123, Epicollect5), and which of
/// its columns holds the place as one text. Fills hints, dialect and Reading of `layer`, whose headers are
/// known. `rows`: the first records, a cell a header. `kind`: CSV or Excel, for the dialect's name.
void recognise(Layer& layer, const Profile& profile, std::span<const std::vector<std::string>> rows,
               std::string_view kind);

}  // namespace anzenmap::form
