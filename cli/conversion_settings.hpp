// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cli/conversion.hpp"
#include "cli/option.hpp"

namespace anzenmap::cli {

/// What convert, check and info have in common.
struct ConversionSettings {
  ConversionOptions conversion;
  std::string keys = "ja";  ///< --keys
};

/// INPUT...
[[nodiscard]] Option input_argument(ConversionSettings& settings);
/// How files are read: profile, encoding, separator, sheet, header row, format, coordinates.
[[nodiscard]] std::vector<Option> reading_options(ConversionSettings& settings);
/// What is checked, fixed and reported.
[[nodiscard]] std::vector<Option> checking_options(ConversionSettings& settings);
/// Column names and what may be public.
[[nodiscard]] std::vector<Option> column_options(ConversionSettings& settings);

/// The options of run_conversion(), with what only several options together can get wrong checked. Throws
/// Error (usage).
[[nodiscard]] ConversionOptions conversion_options(const ConversionSettings& settings);

}  // namespace anzenmap::cli
