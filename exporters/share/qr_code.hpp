// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gis/base/rule_info.hpp"

namespace anzenmap {

extern const RuleInfo qr_too_long;  ///< OU750, Error (usage); {text}

/// A QR code (ISO/IEC 18004) with error correction M: it is read even when a corner of a poster is torn.
struct QrCode {
  int size = 0;            ///< modules a side, without the quiet zone of 4
  std::vector<bool> dark;  ///< row by row

  [[nodiscard]] bool at(int x, int y) const {
    const auto row = static_cast<std::size_t>(y) * static_cast<std::size_t>(size);
    return dark[row + static_cast<std::size_t>(x)];
  }
};

/// Throws Error when the text does not fit into a QR code.
[[nodiscard]] QrCode make_qr_code(std::string_view text);

/// The dark modules as an SVG path, from 0 to `size`.
[[nodiscard]] std::string qr_path(const QrCode& code);
/// An SVG file; `label` says where it leads to.
[[nodiscard]] std::string qr_svg(const QrCode& code, std::string_view label);
/// A PNG file of one bit a pixel, `scale` pixels a module.
[[nodiscard]] std::string qr_png(const QrCode& code, int scale);

}  // namespace anzenmap
