// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "ckan/site/table.hpp"

namespace anzenmap::ckan {

/// PostgreSQL's type for a column of a Table Schema's type: text as soon as one value is not written as
/// PostgreSQL writes it, so that what is read back is what was in the file.
[[nodiscard]] std::string column_type(std::string_view said, const std::vector<TableRow>& rows,
                                      std::size_t column);

}  // namespace anzenmap::ckan
