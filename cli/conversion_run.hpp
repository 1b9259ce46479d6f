// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "cli/conversion_settings.hpp"
#include "cli/streams.hpp"
#include "cli/view/summary_view.hpp"
#include "gis/base/error.hpp"

namespace anzenmap::cli {

/// Runs a conversion with its progress on `streams.err` and its result on `streams.out`; returns the exit
/// code.
[[nodiscard]] int convert_and_show(const ConversionSettings& settings, SummaryFace face, Streams& streams);

/// The summary object of a run that failed: all counts 0, `error` filled.
[[nodiscard]] std::string failed_conversion_json(const Error& error);

/// 1 when records were rejected or errors remain, else 0.
[[nodiscard]] int exit_code_of(const Counts& counts);

}  // namespace anzenmap::cli
