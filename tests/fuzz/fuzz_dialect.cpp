// SPDX-License-Identifier: Apache-2.0
// Fuzzing of the dialects of JSON (Esri JSON, uMap, sequences of features): any bytes end in records or in an
// Error, batches of any size give the same, and lines of features give what one collection of them gives.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "importers/geojson/geojson.hpp"
#include "tests/fuzz/markup_target.hpp"

using namespace anzenmap;
using namespace anzenmap::test;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 60'000) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  compare_batches(geojson_importer(), text);
  // A record separator in front says nothing new where there is one feature.
  const Features plain = read_in_memory(geojson_importer(), text, 256 * 1024, false);
  if (!plain.error.empty() || plain.features.size() != 1 ||
      text.find("\"Feature\"") == std::string_view::npos ||
      text.find("FeatureCollection") != std::string_view::npos || text.front() != '{' ||
      text.find("layers") != std::string_view::npos || text.find("attributes") != std::string_view::npos ||
      text.find("crs") != std::string_view::npos || text.find("bbox") != std::string_view::npos ||
      text.find("\\u") != std::string_view::npos || text.find('\n') != std::string_view::npos)
    return 0;
  const Features again =
      read_in_memory(geojson_importer(), "\x1E" + std::string(text) + "\n", 256 * 1024, false);
  require(again.error.empty() && again.features.size() == 1, "a sequence of one feature is another", text);
  return 0;
}
