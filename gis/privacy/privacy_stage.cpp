// SPDX-License-Identifier: Apache-2.0
#include "gis/privacy/privacy_stage.hpp"

namespace anzenmap {

std::string_view name_of(Audience audience) { return audience == Audience::public_ ? "public" : "internal"; }

}  // namespace anzenmap
