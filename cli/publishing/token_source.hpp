// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "ckan/secret.hpp"

namespace anzenmap::cli {

/// A token and where it came from.
struct Token {
  ckan::Secret secret;
  /// Kept in the desktop's keyring for just this catalogue: it may go there whoever named the catalogue.
  bool stored_for_catalogue = false;
};

/// The token for the catalogue at `url`: of the file when one is named, else of the variable CKAN_API_TOKEN,
/// else of the desktop's keyring (the program secret-tool, attribute `anzenmap-catalogue` = URL without a
/// slash at its end). An empty secret when there is none. In any case the variable is wiped from this
/// process's environment, and once a token is held the process leaves no core dump and cannot be looked into.
/// Throws Error: a file that others can read, that cannot be read, that holds no token.
[[nodiscard]] Token find_token(const std::string& file, const std::string& url);

/// Whether the text has the form of a CKAN token (a JSON Web Token, or the UUID of older keys).
[[nodiscard]] bool looks_like_token(std::string_view text);

/// No core dumps, no debugger of the same user, /proc/PID closed to others.
void hide_memory() noexcept;

}  // namespace anzenmap::cli
