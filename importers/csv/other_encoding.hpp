// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "gis/encoding/encoding.hpp"
#include "importers/intake/input_file.hpp"

namespace anzenmap::csv {

/// The first of `candidates` that decodes all bytes of [begin, end) to plausible Japanese. Those that do not
/// are taken out of `candidates`: they never will. Throws Error when the file cannot be read.
[[nodiscard]] std::optional<Encoding> find_other_encoding(const InputFile& file, std::uint64_t begin,
                                                          std::uint64_t end,
                                                          std::vector<Encoding>& candidates);

}  // namespace anzenmap::csv
