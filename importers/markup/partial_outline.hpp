// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

namespace anzenmap::markup {

/// The columns of a file are the union over all its features, but nearly always the first ones have them all.
/// So only the head of the file is looked at before its records are made; a record that does not fit asks for
/// the whole file to be looked at first. Bytes of the head, for batches of `chunk` bytes:
[[nodiscard]] constexpr std::size_t outline_bytes(std::size_t chunk) { return 16 * chunk; }

/// Asks for it: throws RereadRequest.
[[noreturn]] void ask_for_whole_outline(const std::string& file);

}  // namespace anzenmap::markup
