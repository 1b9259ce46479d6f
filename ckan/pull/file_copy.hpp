// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "ckan/plan.hpp"
#include "gis/files/file_reading.hpp"
#include "gis/files/output_set.hpp"

namespace anzenmap::ckan {

/// Copies a regular file to `out`; ends after the first block beyond `most` bytes. `sent` is told of each
/// block.
[[nodiscard]] FileState copy_file(const std::string& path, std::uint64_t most, OutputStream& out,
                                  const std::function<void(std::uint64_t bytes)>& sent);

/// Copies the file that was planned to `out`, which must hash (OutputOptions::sha256). Throws Error when it
/// is not, byte for byte, the one of the plan.
void copy_planned(const PlannedFile& file, OutputStream& out,
                  const std::function<void(std::uint64_t bytes)>& sent);

}  // namespace anzenmap::ckan
