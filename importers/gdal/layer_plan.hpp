// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "gis/base/diagnostic.hpp"
#include "gis/encoding/encoding.hpp"
#include "gis/pipeline/reading.hpp"
#include "gis/profile/profile.hpp"
#include "importers/gdal/module/module_interface.hpp"

namespace anzenmap::gdal {

/// One column that is read.
struct PlannedField {
  std::size_t field = 0;  ///< of the layer
  bool is_day = false;    ///< the profile wants a date
  bool is_photo = false;
  std::string separator;   ///< between several photos
  std::uint64_t full = 0;  ///< texts that fill the room there is for them
};

/// How a layer is turned into records.
struct LayerPlan {
  std::size_t index = 0;  ///< in the dataset
  Layer layer;
  std::vector<PlannedField> fields;  ///< parallel to Layer::headers
  Encoding encoding = Encoding::utf8;
  bool has_place = false;
  std::int64_t count = -1;
  std::vector<Diagnostic> diagnostics;
};

/// Decides the columns of a layer. `encoding`: of its texts, when GDAL does not know it.
[[nodiscard]] LayerPlan plan_layer(const LayerInfo& info, std::size_t index, Encoding encoding,
                                   const Profile& profile);

}  // namespace anzenmap::gdal
