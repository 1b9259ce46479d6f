// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "gis/value/conversion.hpp"

namespace anzenmap {

/// One line for a conversion, easy to compare and to read in a failure: "=" for plain,
/// "> text (CODE)" for converted, "! CODE" or "! CODE ? proposal" for unreadable.
inline std::string shown(const Conversion& c) {
  switch (c.state) {
    case ValueState::plain:
      return c.rule == nullptr && c.text.empty() && c.proposal.empty() ? "=" : "plain, but not empty";
    case ValueState::converted:
      if (c.rule == nullptr || c.safety != FixSafety::safe || c.rule->severity == Severity::error)
        return "badly converted";
      return "> " + c.text + " (" + std::string(c.rule->code) + ")";
    case ValueState::unreadable:
      if (c.rule == nullptr || !c.text.empty() || c.rule->severity != Severity::error)
        return "badly unreadable";
      if (c.proposal.empty() != (c.safety == FixSafety::none)) return "safety does not fit the proposal";
      return "! " + std::string(c.rule->code) + (c.proposal.empty() ? "" : " ? " + c.proposal);
  }
  return "?";
}

}  // namespace anzenmap
