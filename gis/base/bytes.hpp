// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <new>
#include <string_view>
#include <utility>

namespace anzenmap {

/// A growable byte buffer, 64-byte aligned as Arrow asks, whose growth is not initialised. At least kPadding
/// bytes past size() may be read and written, so block-wise loops need no tail case. Keeps its memory on
/// clear().
class Bytes {
 public:
  static constexpr std::size_t kPadding = 64;

  Bytes() = default;
  Bytes(Bytes&& other) noexcept { swap(other); }
  Bytes& operator=(Bytes&& other) noexcept {
    swap(other);
    return *this;
  }
  Bytes(const Bytes&) = delete;
  Bytes& operator=(const Bytes&) = delete;
  ~Bytes() { std::free(data_); }

  [[nodiscard]] char* data() noexcept { return data_; }
  [[nodiscard]] const char* data() const noexcept { return data_; }
  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] std::string_view view() const noexcept { return {data_, size_}; }

  void clear() noexcept { size_ = 0; }
  /// New bytes are uninitialised. Throws std::bad_alloc.
  void resize(std::size_t size) {
    reserve(size);
    size_ = size;
  }
  void reserve(std::size_t size) {
    if (size > capacity_ || data_ == nullptr) grow(size);
  }
  /// Returns the offset at which `text` now stands.
  std::size_t append(std::string_view text) {
    const std::size_t at = size_;
    reserve(size_ + text.size());
    if (!text.empty()) std::memcpy(data_ + at, text.data(), text.size());
    size_ += text.size();
    return at;
  }
  void push_back(char byte) {
    reserve(size_ + 1);
    data_[size_++] = byte;
  }
  void swap(Bytes& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
  }

 private:
  void grow(std::size_t size) {
    std::size_t wanted = capacity_ * 2 > size ? capacity_ * 2 : size;
    wanted = (wanted + kPadding + 63) / 64 * 64;
    char* fresh = static_cast<char*>(std::aligned_alloc(64, wanted));
    if (fresh == nullptr) throw std::bad_alloc();
    if (size_ != 0) std::memcpy(fresh, data_, size_);
    std::memset(fresh + wanted - kPadding, 0, kPadding);
    std::free(data_);
    data_ = fresh;
    capacity_ = wanted - kPadding;
  }

  char* data_ = nullptr;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace anzenmap
