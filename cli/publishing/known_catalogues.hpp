// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace anzenmap::cli {

/// Whether a person said before that tokens may go to this origin.
[[nodiscard]] bool is_known_catalogue(std::string_view origin);
/// Keeps that for the next time in $XDG_STATE_HOME/anzenmap/catalogues (else ~/.local/state). Where it cannot
/// be written the next run asks again.
void remember_catalogue(std::string_view origin);

}  // namespace anzenmap::cli
