// SPDX-License-Identifier: Apache-2.0
// The KML importer on any bytes; what begins with "KMZ:" is packed first, so that the corpus stays readable.
#include <cstdint>

#include "importers/kml/kml.hpp"
#include "importers/markup/html_text.hpp"
#include "tests/fuzz/markup_target.hpp"
#include "tests/importers/zip_fixture.hpp"

using namespace anzenmap;
using namespace anzenmap::test;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const markup::HtmlText plain = markup::html_text(text);
  require(plain.text.size() <= 4 * text.size() + 64, "text grows", text);
  if (text.starts_with("KMZ:")) {
    compare_batches(kml_importer, zip_of({{"doc.kml", std::string(text.substr(4))}}));
  } else {
    compare_batches(kml_importer, text);
  }
  return 0;
}
