// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"
#include "gis/base/rule_info.hpp"

namespace anzenmap::cli {

/// A Markdown page that is made from the tables and written by nobody.
struct DocsPage {
  std::string path;  ///< below docs/, as in "commands/convert.md"
  std::string text;
};

/// A page a command, a page a rule, and an overview of each.
[[nodiscard]] std::vector<DocsPage> docs_pages();

}  // namespace anzenmap::cli
