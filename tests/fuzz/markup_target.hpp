// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the fuzzers of KML and GPX have in common: any bytes end in records or in an Error, and batches of one
// block give what whole ones give.

#include <string>
#include <string_view>

#include "tests/fuzz/fuzz_input.hpp"
#include "tests/importers/markup_fixture.hpp"

namespace anzenmap::test {

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
