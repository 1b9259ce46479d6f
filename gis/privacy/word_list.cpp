// SPDX-License-Identifier: Apache-2.0
#include "gis/privacy/word_list.hpp"

#include <algorithm>

namespace anzenmap {

WordList::WordList(std::u32string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(U' ', at), words.size());
    if (end > at) {
      words_.push_back(words.substr(at, end - at));
      longest_ = std::max(longest_, end - at);
    }
    at = end + 1;
  }
  std::sort(words_.begin(), words_.end());
}

bool WordList::has(std::u32string_view word) const {
  return word.size() <= longest_ && std::binary_search(words_.begin(), words_.end(), word);
}

}  // namespace anzenmap
