// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/pipeline/stage.hpp"

namespace anzenmap {

/// Lays a layer's columns out as the schema's fields, takes outer blanks off (told) and rejects records whose
/// bytes did not decode. The raw columns stay as they are.
class AlignStage : public Stage {
 public:
  explicit AlignStage(const Survey& survey) : survey_(survey) {}
  void process(Batch& batch, unsigned worker) const override;

 private:
  Survey survey_;
};

}  // namespace anzenmap
