// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "gis/value/angle.hpp"

namespace anzenmap {

/// Billionths of a degree: whole numbers, so that 9 decimals are reckoned exactly.
using NanoDegrees = std::int64_t;
inline constexpr NanoDegrees kNanoPerDegree = 1'000'000'000;

/// Letters and words around the digits of an angle; the input is folded text (fold_width).
struct AngleWords {
  std::string_view body;     ///< what is left, without sign
  std::optional<Axis> axis;  ///< what the words name
  bool negative = false;     ///< S, W, 南緯, 西経 or a minus sign
  bool contradictory = false;
};
[[nodiscard]] AngleWords take_angle_words(std::string_view text) noexcept;

/// An angle without sign and letters.
struct AngleBody {
  enum class Form : std::uint8_t {
    none,     ///< no angle
    decimal,  ///< degrees alone
    comma,    ///< degrees with a decimal comma
    sexagesimal,
    sixty,  ///< minutes or seconds of 60 or more
    loose   ///< could be one, but the marks do not say so: 34 2, 34-2-49, 34,05
  };
  Form form = Form::none;
  NanoDegrees value = 0;
};
[[nodiscard]] AngleBody read_angle_body(std::string_view body);

/// Decimal degrees, at most 9 decimals, trailing zeros trimmed.
[[nodiscard]] std::string to_degrees(NanoDegrees value);

/// DDMMSS.s or DDDMMSS.s without marks; std::nullopt when minutes or seconds reach 60.
[[nodiscard]] std::optional<NanoDegrees> packed_sexagesimal(std::string_view body);

}  // namespace anzenmap
