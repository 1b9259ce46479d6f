// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "gis/pipeline/stage.hpp"
#include "gis/place/utm.hpp"

namespace anzenmap {

/// Survey apps say a place twice: in one column and split into several, in degrees and on UTM. Where the two
/// lie apart somebody edited one of them; both are told, with the distance. The place that was taken stands.
class SecondPlaceStage : public Stage {
 public:
  SecondPlaceStage(const Survey& survey, unsigned workers);
  ~SecondPlaceStage() override;
  void process(Batch& batch, unsigned worker) const override;

 private:
  void compare_text(Batch& batch, std::size_t record) const;
  void compare_utm(Batch& batch, std::size_t record, unsigned worker) const;

  Survey survey_;
  mutable std::vector<std::unique_ptr<UtmTransformer>> transformers_;  ///< a worker, made on first use
};

extern const RuleInfo places_disagree;
extern const RuleInfo utm_disagrees;

}  // namespace anzenmap
