// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

namespace anzenmap {

/// Columns that the rejects file has in front of the original ones and behind them. An exporter writes them,
/// an importer knows a rejects file by them and drops them when it reads the mended rows back.
inline constexpr std::array<std::string_view, 3> kRejectsOrigin{"元ファイル", "シート", "行"};
inline constexpr std::array<std::string_view, 2> kRejectsReason{"code", "reason"};

}  // namespace anzenmap
