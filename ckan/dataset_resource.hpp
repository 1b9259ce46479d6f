// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ckan/dataset_members.hpp"

namespace anzenmap::ckan {

/// One Data Resource with its file looked at. Throws Error.
[[nodiscard]] Resource read_resource(const Members& member, const std::string& folder);

}  // namespace anzenmap::ckan
