// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "gis/pipeline/stage.hpp"

namespace anzenmap {

/// 公開可否 and 同意確認: a record that does not say 1 is rejected; a blank cell counts as 0. Looks at the
/// raw columns, so it holds too when internal columns are left out of the outputs.
class ConsentStage : public Stage {
 public:
  explicit ConsentStage(const Survey& survey) : survey_(survey) {}
  void process(Batch& batch, unsigned worker) const override;
  /// One info for each such column of the profile that no layer has.
  [[nodiscard]] static std::vector<Diagnostic> missing_columns(const Survey& survey);

 private:
  Survey survey_;
};

}  // namespace anzenmap
