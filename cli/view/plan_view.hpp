// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "ckan/plan.hpp"
#include "cli/streams.hpp"

namespace anzenmap::cli {

/// One character for what happens: + ~ - = and · for what is left alone.
[[nodiscard]] std::string_view mark_of(ckan::Change change);

/// `作成 2、変更 1、...`
[[nodiscard]] std::string counts_text(const ckan::PlanCounts& counts, Language language);

/// What publishing would change, for a person who says yes or no to it: the datasets that change with each
/// field and file, then those that do not, then the counts. Quiet: the counts only.
void print_plan(const ckan::Plan& plan, Streams& streams);

}  // namespace anzenmap::cli
