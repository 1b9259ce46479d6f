// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace anzenmap {

/// A JPEG (ITU-T T.81) without what it tells beside its picture: no EXIF (place, time, device, owner, inner
/// thumbnail), XMP, IPTC, comments, nor anything behind the picture. Colour profile and orientation stay.
/// std::nullopt when the bytes are no whole JPEG.
[[nodiscard]] std::optional<std::string> clean_jpeg(std::string_view bytes);

}  // namespace anzenmap
