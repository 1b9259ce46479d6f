// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace anzenmap {

/// "U+E000" of one character in UTF-8 (three or four bytes).
[[nodiscard]] std::string code_point_of(std::string_view utf8);

/// The first eight private-use characters (外字: U+E000 to U+F8FF and planes 15 and 16) of valid UTF-8 as
/// "U+E000, U+E001", for a message; empty where there is none. Variation selectors of kanji are none.
[[nodiscard]] std::string private_use_in(std::string_view text);

}  // namespace anzenmap
