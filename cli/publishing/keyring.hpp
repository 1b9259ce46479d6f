// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

namespace anzenmap::cli {

/// The token that the desktop's keyring keeps for the catalogue at `url`, asked of the program secret-tool
/// (of libsecret). Nothing where there is no desktop session, no such program, or no such token.
[[nodiscard]] std::optional<std::string> keyring_token(std::string url);

}  // namespace anzenmap::cli
