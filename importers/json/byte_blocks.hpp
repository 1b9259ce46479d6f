// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace anzenmap {

/// Bytes in order, some at a time.
class ByteBlocks {
 public:
  virtual ~ByteBlocks() = default;
  /// Fills up to `size` bytes; 0 only at the end. Throws Error.
  virtual std::size_t read(char* to, std::size_t size) = 0;
};

/// A regular file read by position, so that one open file serves a pass over all of it and later looks at
/// parts.
class JsonFile {
 public:
  /// Throws Error (json_unreadable).
  explicit JsonFile(const std::string& path);
  ~JsonFile();
  JsonFile(const JsonFile&) = delete;
  JsonFile& operator=(const JsonFile&) = delete;

  /// Without folders, as messages call it.
  [[nodiscard]] const std::string& name() const { return name_; }
  /// As many bytes as there are, up to `size`. Throws Error (json_unreadable).
  std::size_t read_at(std::uint64_t offset, char* to, std::size_t size) const;

 private:
  int descriptor_;
  std::string name_;
};

/// A JsonFile from its first byte to its last.
class FileBlocks final : public ByteBlocks {
 public:
  explicit FileBlocks(const JsonFile& file) : file_(&file) {}
  std::size_t read(char* to, std::size_t size) override {
    const std::size_t got = file_->read_at(offset_, to, size);
    offset_ += got;
    return got;
  }

 private:
  const JsonFile* file_;
  std::uint64_t offset_ = 0;
};

}  // namespace anzenmap
