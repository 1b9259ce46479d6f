// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "gis/base/diagnostic.hpp"
#include "gis/pipeline/severities.hpp"
#include "gis/pipeline/summary.hpp"

namespace anzenmap {

/// Takes every diagnostic of a run in source order: counts all, keeps the first of each severity up to a
/// limit and hands each on (to the reports), so that memory stays flat.
class Collector {
 public:
  using Listener = std::function<void(const Diagnostic&)>;

  explicit Collector(std::size_t limit) : limit_(limit) {}
  void listen(Listener listener) { listeners_.push_back(std::move(listener)); }

  /// Findings from here on are as grave as these say.
  void use(const Severities& severities) { severities_ = &severities; }

  /// `rejected`: it is about a record that is not written.
  void add(Diagnostic diagnostic, bool rejected = false);
  [[nodiscard]] std::uint64_t errors() const { return errors_; }
  /// Finds of personal data in what is written.
  [[nodiscard]] std::uint64_t open_findings() const { return open_findings_; }
  /// Moves what was kept into the summary: errors first, then the others, each in source order.
  void finish(Summary& summary);

 private:
  std::size_t limit_;
  const Severities* severities_ = nullptr;
  std::vector<Listener> listeners_;
  std::vector<Diagnostic> first_errors_;
  std::vector<Diagnostic> first_others_;
  std::uint64_t errors_ = 0;
  std::uint64_t errors_of_rejected_ = 0;
  std::uint64_t open_findings_ = 0;
  std::uint64_t warnings_ = 0;
  std::uint64_t infos_ = 0;
};

}  // namespace anzenmap
