// SPDX-License-Identifier: Apache-2.0
#include "gis/rule/key_index.hpp"

#include <limits>

namespace anzenmap {

/// The place of the key, or the free place where it belongs.
std::size_t KeyIndex::Shard::find(std::uint64_t key) const noexcept {
  std::size_t at = place(key);
  while (keys[at] != 0 && keys[at] != key) at = at + 1 == keys.size() ? 0 : at + 1;
  return at;
}

void KeyIndex::Shard::grow() {
  Shard larger;
  const std::size_t capacity = keys.empty() ? 16 : keys.size() + keys.size() * 2 / 5;
  larger.keys.assign(capacity, 0);
  larger.again.assign(capacity, 0);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i] == 0) continue;
    const std::size_t at = larger.find(keys[i]);
    larger.keys[at] = keys[i];
    larger.again[at] = again[i];
  }
  keys.swap(larger.keys);
  again.swap(larger.again);
}

std::uint32_t KeyIndex::add(std::uint64_t key) {
  if (key == 0) key = 1;  // 0 marks a free place
  Shard& shard = shards_[key >> 56U];
  if ((shard.used + 1) * 4 > shard.keys.size() * 3) shard.grow();
  const std::size_t at = shard.find(key);
  if (shard.keys[at] == 0) {
    shard.keys[at] = key;
    ++shard.used;
    ++size_;
    return 0;
  }
  if (shard.again[at] < std::numeric_limits<std::uint32_t>::max()) ++shard.again[at];
  return shard.again[at];
}

void KeyIndex::prefetch(std::uint64_t key) const noexcept {
#if defined(__GNUC__)
  const Shard& shard = shards_[key >> 56U];
  if (shard.keys.empty()) return;
  __builtin_prefetch(&shard.keys[shard.place(key)]);
#else
  static_cast<void>(key);
#endif
}

std::size_t KeyIndex::bytes() const noexcept {
  std::size_t bytes = 0;
  for (const Shard& shard : shards_)
    bytes += shard.keys.capacity() * sizeof(std::uint64_t) + shard.again.capacity() * sizeof(std::uint32_t);
  return bytes;
}

}  // namespace anzenmap
