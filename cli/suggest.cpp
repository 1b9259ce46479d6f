// SPDX-License-Identifier: Apache-2.0
#include "cli/suggest.hpp"

#include <algorithm>

#include "gis/base/edit_distance.hpp"

namespace anzenmap::cli {
namespace {

constexpr std::size_t kLongestTypo =
    64;  // a longer word is no slip of the pen, and the comparison is quadratic

}  // namespace

std::string_view nearest(std::string_view typed, std::span<const std::string_view> candidates) {
  const std::size_t length = code_points(typed);
  if (length == 0 || length > kLongestTypo) return {};
  std::size_t best = std::max<std::size_t>(1, length / 3) + 1;
  std::string_view found;
  for (const std::string_view candidate : candidates) {
    if (length >= 3 && candidate.substr(0, typed.size()) == typed) return candidate;
    const std::size_t distance = edit_distance(typed, candidate);
    if (distance < best && distance < length) {
      best = distance;
      found = candidate;
    }
  }
  return found;
}

Argument hint_argument(std::string_view suggestion) {
  if (suggestion.empty()) return {"hint", "", ""};
  const std::string word(suggestion);
  return {"hint", "。もしかして「" + word + "」ですか", " (did you mean '" + word + "'?)"};
}

}  // namespace anzenmap::cli
