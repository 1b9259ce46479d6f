// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "cli/streams.hpp"
#include "gis/pipeline/summary.hpp"

namespace anzenmap::cli {

/// Whether the records were written or only could be.
enum class SummaryFace { convert, check };

/// The human face of a Summary: findings grouped by severity and code with what to do, the ledger, the files.
/// `fixed` = fixes that need consent were made.
void print_summary(const Summary& summary, SummaryFace face, bool fixed, Streams& streams);

/// `調査.xlsx シート「1組」 5行 「緯度」`: where a finding is.
[[nodiscard]] std::string place_of(const Diagnostic& diagnostic, std::span<const Layer> layers,
                                   Language language);

/// Findings grouped by severity and code, at most `limit`, each group with what to do about it. Returns how
/// many were printed.
std::size_t print_diagnostics(std::span<const Diagnostic> diagnostics, std::span<const Layer> layers,
                              std::size_t limit, Streams& streams);

}  // namespace anzenmap::cli
