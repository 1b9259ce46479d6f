// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "cli/conversion.hpp"
#include "cli/streams.hpp"

namespace anzenmap::cli {

/// The human face of a SurveyInfo: a Reading a layer with who decided what and why, and the columns.
void print_survey(const SurveyInfo& info, Streams& streams);

/// Its JSON face: `{"schema":1,"layers":[...],"diagnostics":[...],"error":null}`.
[[nodiscard]] std::string survey_json(const SurveyInfo& info);

}  // namespace anzenmap::cli
