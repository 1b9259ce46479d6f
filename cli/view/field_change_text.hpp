// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "ckan/plan.hpp"
#include "gis/base/text.hpp"

namespace anzenmap::cli {

/// A change of a member of a CKAN dictionary as a person writes it.
struct FieldLine {
  std::string field;
  std::string before;  ///< empty = not there, or nothing
  std::string after;   ///< likewise
};
[[nodiscard]] FieldLine field_line(const ckan::FieldChange& change, Language language);

}  // namespace anzenmap::cli
