// SPDX-License-Identifier: Apache-2.0
#include "gis/pipeline/stage.hpp"

namespace anzenmap {

Diagnostic& tell(Batch& batch, const RuleInfo& rule, std::size_t record, std::string_view column,
                 std::string_view value) {
  Diagnostic diagnostic = make_diagnostic(rule);
  diagnostic.layer = batch.layer;
  diagnostic.record = static_cast<std::int64_t>(record);
  diagnostic.column = column;
  diagnostic.value = value;
  batch.diagnostics.push_back(std::move(diagnostic));
  return batch.diagnostics.back();
}

Diagnostic& reject(Batch& batch, const RuleInfo& rule, std::size_t record, std::string_view column,
                   std::string_view value) {
  batch.state[record] = RecordState::rejected;
  return tell(batch, rule, record, column, value);
}

}  // namespace anzenmap
