// SPDX-License-Identifier: Apache-2.0
#include "ckan/plan.hpp"

#include <algorithm>

namespace anzenmap::ckan {

bool DatasetPlan::changes() const {
  return std::any_of(actions.begin(), actions.end(), [](const Action& action) {
    return action.change != Change::unchanged && action.change != Change::leave;
  });
}

bool DatasetPlan::removes() const {
  return std::any_of(actions.begin(), actions.end(),
                     [](const Action& action) { return action.change == Change::remove; });
}

bool Plan::changes() const {
  return std::any_of(datasets.begin(), datasets.end(), [](const DatasetPlan& one) { return one.changes(); });
}

bool Plan::removes() const {
  return std::any_of(datasets.begin(), datasets.end(), [](const DatasetPlan& one) { return one.removes(); });
}

PlanCounts Plan::counts() const {
  PlanCounts counts;
  for (const DatasetPlan& dataset : datasets)
    for (const Action& action : dataset.actions) switch (action.change) {
        case Change::create:
          ++counts.create;
          break;
        case Change::update:
          ++counts.update;
          break;
        case Change::upload:
          ++counts.upload;
          break;
        case Change::remove:
          ++counts.remove;
          break;
        case Change::unchanged:
          ++counts.unchanged;
          break;
        case Change::leave:
          ++counts.leave;
          break;
      }
  return counts;
}

}  // namespace anzenmap::ckan
