// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "gis/base/diagnostic.hpp"
#include "gis/base/rule_info.hpp"

namespace anzenmap {

/// Why the system would not let a file be read (`errno`), in both languages, as the argument {reason}.
[[nodiscard]] Argument system_reason(int error_number);

/// A survey file open for reading. Throws Error when it is missing, unreadable, a directory or no regular
/// file.
class InputFile {
 public:
  explicit InputFile(const std::string& path);
  /// Takes over an open file that messages call `path`.
  InputFile(int descriptor, const std::string& path);
  ~InputFile();
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;

  /// Reads up to `size` bytes from `offset`; less only at the end of the file. Throws Error when reading
  /// fails.
  std::size_t read_at(std::uint64_t offset, char* into, std::size_t size) const;
  /// Size in bytes when it was opened.
  [[nodiscard]] std::uint64_t size() const { return size_; }
  [[nodiscard]] const std::string& path() const { return path_; }
  /// Without folders: as messages call it.
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  std::string path_;
  std::string name_;
  std::uint64_t size_ = 0;
  int descriptor_ = -1;
};

[[nodiscard]] std::string file_name_of(std::string_view path);

extern const RuleInfo file_missing;
extern const RuleInfo file_unreadable;
extern const RuleInfo file_is_folder;
extern const RuleInfo file_read_failed;

}  // namespace anzenmap
