// SPDX-License-Identifier: Apache-2.0
#include "ckan/plan_fitness.hpp"

#include "ckan/plan_rules.hpp"

namespace anzenmap::ckan {

void refuse_unfit(const Dataset& dataset, const PlanOptions& options) {
  if (dataset.audience == Audience::internal)
    throw Error(audience_not_public, {{"name", dataset.name, {}}}, Error::Kind::refused);
  if (dataset.audience == Audience::unknown)
    throw Error(audience_unsaid, {{"name", dataset.name, {}}}, Error::Kind::refused,
                {{"audience", "public"}});
  // Rejected records are not published, so their errors do not matter.
  const std::uint64_t errors = dataset.counts.errors_in_written;
  if (errors > 0 && !options.allow_errors)
    throw Error(written_with_errors, {{"name", dataset.name, {}}, {"count", std::to_string(errors), {}}},
                Error::Kind::refused, {{"allow-errors", ""}});
}

}  // namespace anzenmap::ckan
