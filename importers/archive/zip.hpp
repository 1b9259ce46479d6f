// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis/base/rule_info.hpp"

struct zip;
struct zip_file;

namespace anzenmap {

/// What a reader of archives says when one cannot be read; each names what the archive is to its owner.
struct ZipRules {
  const RuleInfo* unreadable;  ///< {file} {reason}
  const RuleInfo* broken;      ///< {file} {part} {reason}
  const RuleInfo* password;    ///< {file}
  const RuleInfo* too_large;   ///< {file} {part}
};

/// What a container may hold before it is taken for an attack on the memory or the disk.
struct ZipLimits {
  std::int64_t entries = 10'000;
  std::uint64_t entry_bytes = std::uint64_t{8} << 30;        ///< unpacked
  std::uint64_t suspicious_bytes = std::uint64_t{64} << 20;  ///< unpacked; the ratio counts from here on
  std::uint64_t ratio = 200;                                 ///< unpacked bytes a packed byte
};

/// One part of an archive, read from front to end. Keeps the archive open.
class ZipEntry {
 public:
  ZipEntry(ZipEntry&&) noexcept = default;
  ZipEntry& operator=(ZipEntry&&) noexcept = default;

  /// Reads up to `size` bytes; 0 at the end. Throws Error (CRC, truncation, limits, I/O).
  std::size_t read(char* out, std::size_t size);

  /// The whole part. Throws Error when it is longer than `limit`.
  [[nodiscard]] std::string read_all(std::size_t limit);

  [[nodiscard]] const std::string& part() const noexcept { return part_; }
  [[nodiscard]] const std::string& file() const noexcept { return file_; }

 private:
  friend class ZipArchive;
  struct Close {
    void operator()(zip_file* entry) const noexcept;
  };
  ZipEntry() = default;

  std::shared_ptr<zip> archive_;  // declared before entry_: closed after it
  std::unique_ptr<zip_file, Close> entry_;
  std::string file_;
  std::string part_;
  const ZipRules* rules_ = nullptr;
  ZipLimits limits_;
  std::uint64_t packed_ = 0;
  std::uint64_t unpacked_ = 0;
  std::uint64_t told_ = ~std::uint64_t{0};  ///< unpacked bytes, as the directory says
};

/// A ZIP archive (APPNOTE 6.3) read with libzip. Not for several threads at a time.
class ZipArchive {
 public:
  /// `file` is what messages call it. Throws Error (unreadable, truncated, encrypted, beyond the limits).
  [[nodiscard]] static ZipArchive open(const std::string& path, std::string file, const ZipRules& rules,
                                       ZipLimits limits = {});
  [[nodiscard]] static ZipArchive from_bytes(std::string bytes, std::string file, const ZipRules& rules,
                                             ZipLimits limits = {});

  /// The part of this name: exactly, then whatever the case (OPC part names have none), with or without a
  /// leading slash, with \ for /. Nothing when there is none. Throws Error when it is encrypted or too large.
  [[nodiscard]] std::optional<ZipEntry> find(std::string_view part) const;

  /// The names of all parts in the archive's order, as UTF-8: what is UTF-8 as it is, else from CP932, as
  /// Windows packs. Folders end in a slash.
  [[nodiscard]] std::vector<std::string> names() const;
  /// The part at this place in names().
  [[nodiscard]] ZipEntry at(std::size_t index) const;

  [[nodiscard]] bool has(std::string_view part) const { return locate(part) >= 0; }
  [[nodiscard]] const std::string& file() const noexcept { return file_; }

 private:
  ZipArchive(std::shared_ptr<zip> archive, std::string file, const ZipRules& rules, ZipLimits limits);
  [[nodiscard]] std::int64_t locate(std::string_view part) const;
  [[nodiscard]] ZipEntry entry_at(std::uint64_t index, std::string part) const;

  std::shared_ptr<zip> archive_;
  std::string file_;
  const ZipRules* rules_;
  ZipLimits limits_;
};

}  // namespace anzenmap
