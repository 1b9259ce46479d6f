// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importers/importer.hpp"

namespace anzenmap {

/// CSV and TSV.
[[nodiscard]] const Importer& csv_importer();

}  // namespace anzenmap
