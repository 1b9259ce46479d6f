// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace anzenmap::ckan {

/// A token. It cannot be printed or compared by accident, and its bytes are overwritten when it goes.
class Secret {
 public:
  Secret() = default;
  explicit Secret(std::string value) : value_(std::move(value)) {}
  Secret(const Secret&) = default;
  Secret& operator=(const Secret&) = default;
  Secret(Secret&& other) noexcept : value_(std::move(other.value_)) { other.wipe(); }
  Secret& operator=(Secret&& other) noexcept {
    if (this != &other) {
      wipe();
      value_ = std::move(other.value_);
      other.wipe();
    }
    return *this;
  }
  ~Secret() { wipe(); }

  [[nodiscard]] bool empty() const noexcept { return value_.empty(); }
  /// The token itself: only for the request that carries it.
  [[nodiscard]] std::string_view reveal() const noexcept { return value_; }

 private:
  void wipe() noexcept {
    for (volatile char& byte : value_) byte = '\0';
    value_.clear();
  }

  std::string value_;
};

}  // namespace anzenmap::ckan
