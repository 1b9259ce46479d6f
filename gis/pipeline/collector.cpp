// SPDX-License-Identifier: Apache-2.0
#include "gis/pipeline/collector.hpp"

#include <algorithm>
#include <iterator>

namespace anzenmap {

void Collector::add(Diagnostic diagnostic, bool rejected) {
  if (severities_ != nullptr && !severities_->apply(diagnostic, rejected)) return;
  switch (diagnostic.severity) {
    case Severity::error:
      ++errors_;
      if (rejected) ++errors_of_rejected_;
      if (!rejected && diagnostic.rule->category == Category::privacy) ++open_findings_;
      break;
    case Severity::warning:
      ++warnings_;
      break;
    case Severity::info:
      ++infos_;
      break;
  }
  for (const Listener& listener : listeners_) listener(diagnostic);
  std::vector<Diagnostic>& kept = diagnostic.severity == Severity::error ? first_errors_ : first_others_;
  if (kept.size() < limit_) kept.push_back(std::move(diagnostic));
}

void Collector::finish(Summary& summary) {
  summary.counts.errors = errors_;
  summary.counts.errors_in_written = errors_ - errors_of_rejected_;
  summary.counts.warnings = warnings_;
  summary.counts.infos = infos_;
  summary.diagnostics = std::move(first_errors_);
  const std::size_t room = limit_ - std::min(limit_, summary.diagnostics.size());
  const std::size_t taken = std::min(room, first_others_.size());
  std::move(first_others_.begin(), first_others_.begin() + static_cast<std::ptrdiff_t>(taken),
            std::back_inserter(summary.diagnostics));
  summary.diagnostics_truncated = summary.diagnostics.size() < errors_ + warnings_ + infos_;
}

}  // namespace anzenmap
