// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ckan/dataset.hpp"
#include "ckan/target.hpp"

namespace anzenmap::ckan {

/// Refuses what must not be put anywhere public: by audience, and records that were written with errors.
/// Throws Error.
void refuse_unfit(const Dataset& dataset, const PlanOptions& options);

}  // namespace anzenmap::ckan
