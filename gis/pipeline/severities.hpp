// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <unordered_map>

#include "gis/base/diagnostic.hpp"

namespace anzenmap {

/// How grave a profile takes findings to be, where that differs from the rules' own word.
class Severities {
 public:
  /// `severity`: empty = its findings are not told.
  void set(const RuleInfo& rule, std::optional<Severity> severity) { changed_[&rule] = severity; }
  /// Gives the diagnostic its severity; false when it is not to be told. An error of a rejected record stays:
  /// it is why the record is missing.
  [[nodiscard]] bool apply(Diagnostic& diagnostic, bool rejected) const;

 private:
  std::unordered_map<const RuleInfo*, std::optional<Severity>> changed_;
};

}  // namespace anzenmap
