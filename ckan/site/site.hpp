// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "ckan/action/action_api.hpp"
#include "ckan/site/calls.hpp"
#include "ckan/site/facts.hpp"
#include "ckan/target.hpp"

namespace anzenmap::ckan {

/// A CKAN as a target. The reading half for people (list, show, pull, check) is ckan/pull/.
class Site final : public Target {
 public:
  explicit Site(TransportSettings settings);

  TargetFacts facts() override;
  Plan plan(std::span<const Dataset> datasets, const PlanOptions& options) override;
  ApplyResult apply(const Plan& plan, const ApplyOptions& options) override;
  std::vector<PublishedDataset> list(const std::string& organization) override;
  PublishedDataset show(const std::string& name) override;
  void pull(const std::string& name, const std::string& folder) override;
  Plan plan_withdrawal(std::span<const std::string> names) override;
  std::vector<ResourceCheck> check(std::span<const std::string> names) override;

 private:
  double first_pause_seconds_;
  Transport transport_;
  ActionApi api_;
  Calls calls_;
  std::set<std::string> planned_;  ///< digests of the plans made here
  SiteFacts facts_;
};

}  // namespace anzenmap::ckan
