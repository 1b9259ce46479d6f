// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace anzenmap {

/// Metres between two places on a sphere of the earth's mean radius: within 0.6 % of the ellipsoid, which is
/// enough to say how far two statements of one place lie apart.
[[nodiscard]] double distance_metres(double longitude, double latitude, double other_longitude,
                                     double other_latitude);

}  // namespace anzenmap
