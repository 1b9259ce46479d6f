// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "importers/photo/module/module_interface.hpp"

namespace anzenmap::photo {

/// When a photo says that it was taken.
struct ExifTime {
  std::string day;  ///< "2024-10-03" in Japan; empty = not said
  std::optional<std::int64_t>
      camera;  ///< seconds since 1970, UTC, by the camera's clock; without an offset it is Japan's
  std::optional<std::int64_t> gps;  ///< by the satellites' clock
};

/// DateTimeOriginal with its offset, else the time of the satellites.
[[nodiscard]] ExifTime time_of(const Tags& tags);

/// "2024-10-03 08:40" in Japan.
[[nodiscard]] std::string japan_clock(std::int64_t seconds);

}  // namespace anzenmap::photo
