// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "gis/base/diagnostic.hpp"
#include "importers/intake/input_file.hpp"
#include "importers/json/json_reader.hpp"

namespace anzenmap {

/// A text in another dialect of JSON that was made GeoJSON, feature by feature on the lines where they stood,
/// and what is known of it besides.
struct TranslatedJson {
  std::unique_ptr<InputFile> text;
  std::string dialect;
  std::string evidence_ja;
  std::string evidence_en;
  std::string crs;  ///< "EPSG:3857"; empty = not said
  std::vector<Diagnostic> told;
};

/// The bytes of the value whose first token `reader` gave last, which is passed over. Line breaks (between
/// tokens, as strings have none) become blanks. `limit`: more is an Error.
[[nodiscard]] std::string value_bytes(JsonReader& reader, const InputFile& file, std::size_t limit);

}  // namespace anzenmap
