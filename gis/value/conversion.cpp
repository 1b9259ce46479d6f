// SPDX-License-Identifier: Apache-2.0
#include "gis/value/conversion.hpp"

#include <utility>

namespace anzenmap {

Conversion converted(std::string text, const RuleInfo& rule, std::vector<Argument> arguments) {
  return {ValueState::converted, std::move(text), &rule, FixSafety::safe, {}, std::move(arguments)};
}

Conversion unreadable(const RuleInfo& rule, std::string proposal, std::vector<Argument> arguments) {
  const FixSafety safety = proposal.empty() ? FixSafety::none : FixSafety::shown;
  return {ValueState::unreadable, {}, &rule, safety, std::move(proposal), std::move(arguments)};
}

}  // namespace anzenmap
