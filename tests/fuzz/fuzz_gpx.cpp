// SPDX-License-Identifier: Apache-2.0
// The GPX importer on any bytes.
#include <cstdint>

#include "importers/gpx/gpx.hpp"
#include "tests/fuzz/markup_target.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  anzenmap::test::compare_batches(anzenmap::gpx_importer, {reinterpret_cast<const char*>(data), size});
  return 0;
}
