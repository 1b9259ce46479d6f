// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace anzenmap {

/// Counts how often each 64-bit key was added. At most 24 bytes a key, at any size: 256 shards, each open
/// addressing over 8 + 4 bytes that grows by 1.4 at three quarters full, so that no moment holds two copies
/// of the whole. Two different texts share a key with a chance of about n² / 4e19 (one in 370,000 at 10
/// million records).
class KeyIndex {
 public:
  /// Adds a key; returns how often it was added before.
  std::uint32_t add(std::uint64_t key);
  /// Asks memory for the places of a key that comes soon.
  void prefetch(std::uint64_t key) const noexcept;
  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] std::size_t bytes() const noexcept;

 private:
  struct Shard {
    std::vector<std::uint64_t> keys;  ///< 0 = free
    std::vector<std::uint32_t>
        again;  ///< parallel to keys: times beyond the first, so that a new key touches one line
    std::size_t used = 0;
    [[nodiscard]] std::size_t place(std::uint64_t key) const noexcept {
      return static_cast<std::size_t>(((key & 0xFFFFFFFFU) * keys.size()) >> 32U);
    }
    [[nodiscard]] std::size_t find(std::uint64_t key) const noexcept;
    void grow();
  };
  std::array<Shard, 256> shards_;
  std::size_t size_ = 0;
};

}  // namespace anzenmap
