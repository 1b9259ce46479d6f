// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "gis/profile/schema.hpp"

namespace anzenmap {

/// The columns of the outputs as a Frictionless Table Schema (JSON text).
[[nodiscard]] std::string table_schema_json(const Schema& schema);

}  // namespace anzenmap
