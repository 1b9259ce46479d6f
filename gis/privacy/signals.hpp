// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "gis/batch/batch.hpp"

/// The first look at a text, by its bytes: what has no signal has no find either, and nearly all texts have
/// none. A signal is an @, five digits, four Latin letters, a digit with a dash behind it, a full-width digit
/// or one of some characters in its company: さん, 君, 様, 氏, 先生, 宅, 〒, a numeral and 番, 組 or 号 ...
namespace anzenmap {

[[nodiscard]] bool has_signal(std::string_view text) noexcept;

/// Appends the index of each cell that has a signal. `text` needs Bytes::kPadding readable bytes behind the
/// cells. Uses what the processor has.
void find_signals(const char* text, const TextColumn& column, std::vector<std::uint32_t>& out);

/// The same in one certain way, for the tests; false where this processor lacks it.
enum class SignalWay { bytewise, avx2 };
bool find_signals(const char* text, const TextColumn& column, std::vector<std::uint32_t>& out, SignalWay way);

}  // namespace anzenmap
