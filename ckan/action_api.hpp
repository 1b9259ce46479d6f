// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace anzenmap::ckan {

/// Version of CKAN's Action API (/api/3/action/...) that this room is written against. Publishing itself
/// follows.
inline constexpr int kActionApiVersion = 3;

}  // namespace anzenmap::ckan
