// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gis/base/diagnostic.hpp"
#include "gis/base/rule_info.hpp"

namespace anzenmap {

enum class ValueState : std::uint8_t {
  plain,      ///< the cell is canonical as it stands; all other members are empty
  converted,  ///< `text` is canonical, `rule` (info or warning) tells what was done
  unreadable  ///< the cell keeps the person's words, `rule` is an error, `proposal` may be shown
};

/// What became of one cell. Readers of gis/value are pure: text in, canonical text out; they never guess.
/// Where two readings are possible the cell is unreadable and the likelier one at most a proposal.
struct Conversion {
  ValueState state = ValueState::plain;
  std::string text;
  const RuleInfo* rule = nullptr;
  FixSafety safety = FixSafety::none;  ///< safe when converted; shown when there is a proposal
  std::string proposal;
  std::vector<Argument> arguments;  ///< for the rule's template, beside {column} {value} {before} {after}
};

/// Longer texts are no values: every reader but that of categories answers "unreadable" without looking.
inline constexpr std::size_t kLongestValue = 200;

[[nodiscard]] Conversion converted(std::string text, const RuleInfo& rule,
                                   std::vector<Argument> arguments = {});
[[nodiscard]] Conversion unreadable(const RuleInfo& rule, std::string proposal = {},
                                    std::vector<Argument> arguments = {});

}  // namespace anzenmap
