// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "gis/profile/profile.hpp"

namespace anzenmap::gdal {

/// A .dbf keeps 10 bytes of a field's name: 「コメン」 of コメント. The name or alias of the one field of the
/// profile that begins so; nullopt when the profile knows the name as it is, or none or several fields begin
/// so. `bytes`: its length in the file.
[[nodiscard]] std::optional<std::string> whole_name(std::string_view name, std::size_t bytes,
                                                    const Profile& profile);

}  // namespace anzenmap::gdal
