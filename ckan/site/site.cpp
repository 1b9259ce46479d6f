// SPDX-License-Identifier: Apache-2.0
#include "ckan/site/site.hpp"

#include <algorithm>
#include <atomic>
#include <random>
#include <thread>
#include <utility>

#include "ckan/plan_rules.hpp"
#include "ckan/site/planning.hpp"
#include "ckan/site/publisher.hpp"
#include "gis/files/sha256.hpp"

namespace anzenmap::ckan {
namespace {

std::string text_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// What no other run calls itself.
std::string new_run_name() {
  std::random_device source;
  std::string name;
  for (int i = 0; i < 16; ++i) name += "0123456789abcdef"[source() % 16U];
  return name;
}

/// package_revise came with 2.9. A hidden version is taken for a new one.
bool has_revise(const std::string& version) {
  const std::size_t dot = version.find('.');
  if (version.empty() || dot == std::string::npos || dot > 3) return true;
  int numbers[2] = {0, 0};
  int which = 0;
  for (const char byte : version) {
    if (byte == '.' && ++which > 1) break;
    if (byte >= '0' && byte <= '9') numbers[which] = numbers[which] * 10 + (byte - '0');
  }
  return numbers[0] > 2 || (numbers[0] == 2 && numbers[1] >= 9);
}

std::string without_last_slash(std::string url) {
  while (url.ends_with('/')) url.pop_back();
  return url;
}

}  // namespace

Site::Site(TransportSettings settings)
    : first_pause_seconds_(settings.first_backoff_seconds),
      transport_(std::move(settings)),
      api_(transport_),
      calls_(api_),
      facts_(calls_) {}

TargetFacts Site::facts() {
  TargetFacts facts;
  facts.url = transport_.base_url();
  const Json& status = facts_.status();
  facts.title = text_of(status, "site_title");
  facts.version = text_of(status, "ckan_version");
  for (const Json& one : status.value("extensions", Json::array()))
    if (one.is_string()) facts.extensions.push_back(one.get<std::string>());
  for (const OwnOrganization& one : facts_.organizations()) facts.organizations.push_back(one.name);
  facts.licenses = facts_.licenses();
  facts.has_revise = has_revise(facts.version);
  return facts;
}

Plan Site::plan(std::span<const Dataset> datasets, const PlanOptions& options) {
  Plan plan = plan_for_site(calls_, facts_, datasets, options);
  planned_.insert(sha256_hex(plan_json(plan)));
  return plan;
}

Plan Site::plan_withdrawal(std::span<const std::string> names) { return plan_site_withdrawal(calls_, names); }

ApplyResult Site::apply(const Plan& plan, const ApplyOptions& options) {
  if (plan.kind != TargetKind::ckan ||
      without_last_slash(plan.target) != without_last_slash(transport_.base_url()))
    throw Error(plan_of_another_target, {{"planned", plan.target, {}}, {"target", transport_.base_url(), {}}},
                Error::Kind::refused);
  const std::uint64_t requests = transport_.requests();
  const std::uint64_t writes = transport_.writes();
  Run run{calls_,
          facts_,
          options,
          new_run_name(),
          first_pause_seconds_,
          planned_.contains(sha256_hex(plan_json(plan)))};
  ApplyResult result;
  result.datasets.resize(plan.datasets.size());
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < plan.datasets.size(); i = next++)
      result.datasets[i] = Publisher(run, plan.datasets[i]).publish();
  };
  const std::size_t at_a_time = std::clamp<std::size_t>(options.parallel, 1, plan.datasets.size() + 1);
  std::vector<std::thread> others;
  for (std::size_t i = 1; i < at_a_time; ++i) others.emplace_back(work);
  work();
  for (std::thread& one : others) one.join();
  result.requests = transport_.requests() - requests;
  result.writes = transport_.writes() - writes;
  return result;
}

std::unique_ptr<Target> open_ckan(TransportSettings settings) {
  return std::make_unique<Site>(std::move(settings));
}

}  // namespace anzenmap::ckan
