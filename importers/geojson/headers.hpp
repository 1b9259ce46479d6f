// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace anzenmap {

/// The property names of all features in order of first appearance, and where each is found again.
class PropertyHeaders {
 public:
  static constexpr std::size_t kMost = 4096;                  ///< names
  static constexpr std::size_t kMostBytes = 4 * 1024 * 1024;  ///< of all names
  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;

  /// Index of `key`, or kNone. `guess` is where it is looked for first: features name their properties in the
  /// same order, mostly.
  [[nodiscard]] std::uint32_t find(std::string_view key, std::uint32_t guess) const {
    if (guess < names_.size() && names_[guess] == key) return guess;
    const auto known = index_.find(key);
    return known == index_.end() ? kNone : known->second;
  }
  /// Index of a new name; kNone when there are too many.
  std::uint32_t add(std::string_view key) {
    bytes_ += key.size();
    if (names_.size() == kMost || bytes_ > kMostBytes) return kNone;
    const auto at = static_cast<std::uint32_t>(names_.size());
    names_.emplace_back(key);
    index_.emplace(names_.back(), at);
    return at;
  }
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept {
      return std::hash<std::string_view>{}(text);
    }
  };
  std::vector<std::string> names_;
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> index_;
  std::size_t bytes_ = 0;
};

}  // namespace anzenmap
