// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace anzenmap::cli {

/// Whether the text is a URL rather than a folder. Throws Error (usage): neither, or a URL with a password.
[[nodiscard]] bool is_url(const std::string& where);

/// Scheme, host and port of a URL, in lower case and without the scheme's own port: "https://example.jp".
[[nodiscard]] std::string origin_of(std::string_view url);

}  // namespace anzenmap::cli
