// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/rule_info.hpp"
#include "gis/base/text.hpp"

namespace anzenmap {

/// What a severity is called in reports for people.
[[nodiscard]] constexpr Text severity_word(Severity severity) {
  switch (severity) {
    case Severity::error:
      return {"エラー", "error"};
    case Severity::warning:
      return {"注意", "warning"};
    case Severity::info:
      break;
  }
  return {"お知らせ", "info"};
}

}  // namespace anzenmap
