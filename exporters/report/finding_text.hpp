// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "gis/base/diagnostic.hpp"
#include "gis/pipeline/reading.hpp"

namespace anzenmap {

/// "調査.xlsx シート「1組」"
[[nodiscard]] std::string sheet_text(const Layer& layer, Language language);
/// The row that Excel shows, else the line; 0 = none.
[[nodiscard]] std::int64_t row_of(const Diagnostic& diagnostic);
/// "調査.xlsx シート「1組」 5行目「緯度」", as far as it is known.
[[nodiscard]] std::string where_text(const Diagnostic& diagnostic, std::span<const Layer> layers,
                                     Language language);
/// Words that a person wrote may hold line breaks; a finding stays on one line. Well-formed UTF-8.
[[nodiscard]] std::string on_one_line(std::string_view text);

}  // namespace anzenmap
