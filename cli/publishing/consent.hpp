// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "ckan/plan.hpp"
#include "cli/streams.hpp"
#include "gis/base/error.hpp"

namespace anzenmap::cli {

/// What a person said on the command line.
struct Consent {
  bool yes = false;         ///< --yes: the plan may be applied, but for its deletions
  bool yes_delete = false;  ///< --yes-delete: so may they
};

/// Puts a question to the person at the terminal. True for a yes, nothing when nobody is there.
[[nodiscard]] std::optional<bool> ask(std::string_view question, const Streams& streams);

/// Asks for what the command line leaves open. The refusal when the plan may not be applied, nothing when it
/// may.
[[nodiscard]] std::optional<Error> refusal(const ckan::Plan& plan, const Consent& consent,
                                           const Streams& streams);

}  // namespace anzenmap::cli
