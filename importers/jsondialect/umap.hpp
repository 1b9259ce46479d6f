// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importers/jsondialect/json_dialect.hpp"

namespace anzenmap {

/// A map of uMap (.umap): its layers become one collection, with the name of the layer as a field and without
/// what is only style. Layers whose data stand on another server hold none and are told.
[[nodiscard]] TranslatedJson translate_umap(const InputFile& file, std::size_t record_limit);

extern const RuleInfo umap_remote_layer;

}  // namespace anzenmap
