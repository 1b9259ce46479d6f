// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importers/jsondialect/json_dialect.hpp"

namespace anzenmap {

/// GeoJSON text sequences (RFC 8142, a record separator before each) and newline-delimited GeoJSON: one
/// feature after the other. The texts are not looked into; the reader of GeoJSON tells what is wrong with
/// them.
[[nodiscard]] TranslatedJson join_feature_sequence(const InputFile& file);

}  // namespace anzenmap
