// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace anzenmap::ckan {

/// Keeps a second publisher out of a catalogue's folder as long as it lives, also one on another machine
/// where the file system shares locks. A file, because network file systems do not lock folders; it stays
/// there, empty, because taking it away would let two in.
class CatalogueLock {
 public:
  /// Throws Error: somebody else has it, or the file cannot be made.
  explicit CatalogueLock(const std::string& folder);
  CatalogueLock(const CatalogueLock&) = delete;
  CatalogueLock& operator=(const CatalogueLock&) = delete;
  ~CatalogueLock();

 private:
  int descriptor_;
};

}  // namespace anzenmap::ckan
