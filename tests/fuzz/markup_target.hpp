// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the fuzzers of KML and GPX have in common: any bytes end in records or in an Error, and batches of one
// block give what whole ones give.

#include <sys/mman.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "tests/importers/markup_fixture.hpp"

namespace anzenmap::test {

inline void require(bool holds, const char* what, std::string_view input) {
  if (holds) return;
  std::fprintf(stderr, "%s: \"%.*s\"\n", what, static_cast<int>(input.size()), input.data());
  std::abort();
}

/// A file in memory, by path.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view content) : descriptor_(::memfd_create("fuzz", MFD_CLOEXEC)) {
    if (descriptor_ < 0 ||
        ::write(descriptor_, content.data(), content.size()) != static_cast<ssize_t>(content.size()))
      std::abort();
  }
  ~MemoryFile() { ::close(descriptor_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

 private:
  int descriptor_;
};

inline Features read_in_memory(const Importer& importer, std::string_view content, std::size_t chunk,
                               bool tracks) {
  const MemoryFile file(content);
  ReadOptions options;
  options.chunk_bytes = chunk;
  options.record_limit = 1U << 20U;
  options.include_tracks = tracks;
  try {
    return open_and_drain(importer, file.path(), options, safety_map());
  } catch (const Error& error) {
    Features failed;
    failed.error = error.code();
    return failed;
  }
}

inline void compare_batches(const Importer& importer, std::string_view content) {
  static_cast<void>(importer.probe(content, "a.dat"));
  std::size_t without = 0;
  for (const bool tracks : {false, true}) {
    const Features whole = read_in_memory(importer, content, 256 * 1024, tracks);
    const Features small = read_in_memory(importer, content, 1, tracks);
    require(whole.error == small.error, "the error depends on the batches", content);
    require(whole.features == small.features, "records depend on the batches", content);
    require(whole.codes() == small.codes(), "diagnostics depend on the batches", content);
    for (const Features::Feature& one : whole.features)
      require(one.geometry != "malformed", "a geometry is malformed", content);
    require(!tracks || whole.features.size() >= without, "asking for tracks loses records", content);
    without = whole.features.size();
  }
}

}  // namespace anzenmap::test
