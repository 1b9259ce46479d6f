// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis/base/bytes.hpp"
#include "gis/files/sha256.hpp"

namespace anzenmap {

struct OutputOptions {
  unsigned mode = 0666;  ///< permission bits before the process's umask; 0600 for what may hold personal data
  bool sha256 = false;   ///< hash while writing
  bool last = false;     ///< renamed after all others (datapackage.json, which vouches for them)
};

/// A file of an OutputSet on its way: a temporary beside its target, written through a small buffer.
class OutputStream {
 public:
  OutputStream(const OutputStream&) = delete;
  OutputStream& operator=(const OutputStream&) = delete;
  ~OutputStream();

  /// Throws Error (full disk, failing device); the set can then only be dropped.
  void write(std::string_view bytes);
  /// Hands the buffer to the system. Called by commit().
  void flush();

  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  [[nodiscard]] std::string path() const;
  [[nodiscard]] std::uint64_t bytes() const noexcept { return bytes_; }
  /// 64 lower-case hexadecimal digits of all bytes written so far, after which nothing more may be written;
  /// empty when no hash was asked for.
  [[nodiscard]] std::string sha256();

 private:
  friend class OutputSet;
  friend void abandon_outputs() noexcept;
  OutputStream(const std::string& folder, std::string name, OutputOptions options);
  void open_temporary();
  void write_through(std::string_view bytes);
  void sync();
  void rename_to_target();
  void unlock() noexcept;
  void discard() noexcept;
  void join_list() noexcept;
  void leave_list() noexcept;

  std::string folder_;
  std::string name_;
  OutputOptions options_;
  std::string temporary_;  ///< path; empty = none
  int descriptor_ = -1;
  int lock_ = -1;  ///< keeps the temporary's lock between closing and renaming
  std::uint64_t bytes_ = 0;
  Bytes buffer_;
  std::optional<Sha256> hash_;
  std::string digest_;
  OutputStream* next_open_ = nullptr;  ///< of the list that abandon_outputs() walks
  OutputStream** place_ = nullptr;     ///< what points to this stream there; null = not in the list
};

/// Removes the temporaries of all streams of this process, without a byte of memory: for a terminate handler,
/// in which no destructor will run any more. Nothing may be written or committed afterwards.
void abandon_outputs() noexcept;

/// The files of one run as a transaction: until commit() nothing but temporaries exists, and they go away
/// with the set. Each file is whole and old or whole and new at any moment. Files are renamed in order of
/// creation, the one marked last at the end, so that after a crash in between it does not fit and the next
/// run can tell.
class OutputSet {
 public:
  /// Makes the folder and those above it when missing, and removes temporaries that a killed run left there.
  /// Throws Error.
  explicit OutputSet(std::string folder);
  OutputSet(const OutputSet&) = delete;
  OutputSet& operator=(const OutputSet&) = delete;
  ~OutputSet();

  [[nodiscard]] const std::string& folder() const noexcept { return folder_; }
  /// Opens a temporary for the file `name` of the folder. The stream lives as long as the set. Throws Error.
  OutputStream& create(std::string name, OutputOptions options = {});
  /// Takes one file back: its temporary goes, and commit() leaves whatever stands under its name.
  void drop(const OutputStream& stream);
  /// Commits the removal of an older file (no error when there is none).
  void remove(std::string name);
  /// Makes all files durable and puts them in place. Throws Error; temporaries are gone then.
  void commit();

 private:
  void put_in_place();

  std::string folder_;
  std::vector<std::unique_ptr<OutputStream>> streams_;
  std::vector<std::string> removals_;
};

}  // namespace anzenmap
