// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace anzenmap {

enum class FileState { read, missing, unreadable };

/// Reads a whole file of at most 64 MiB; a longer one, a folder or a device counts as unreadable.
[[nodiscard]] FileState read_small_file(const std::string& path, std::string& text);

/// Size and SHA-256 (64 lower-case hexadecimal digits) of a regular file, in little memory.
[[nodiscard]] FileState hash_file(const std::string& path, std::uint64_t& bytes, std::string& sha256);

}  // namespace anzenmap
