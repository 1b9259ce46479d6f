// SPDX-License-Identifier: Apache-2.0
#include "gis/pipeline/severities.hpp"

namespace anzenmap {

bool Severities::apply(Diagnostic& diagnostic, bool rejected) const {
  if (changed_.empty()) return true;
  const auto found = changed_.find(diagnostic.rule);
  if (found == changed_.end() || (rejected && diagnostic.severity == Severity::error)) return true;
  if (!found->second) return false;
  diagnostic.severity = *found->second;
  return true;
}

}  // namespace anzenmap
