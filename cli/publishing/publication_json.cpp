// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "cli/json_text.hpp"
#include "cli/publishing/publication.hpp"

namespace anzenmap::cli {
namespace {

std::string_view name_of(ckan::DatasetResult::State state) {
  switch (state) {
    case ckan::DatasetResult::State::unchanged:
      return "unchanged";
    case ckan::DatasetResult::State::applied:
      return "applied";
    case ckan::DatasetResult::State::refused:
      return "refused";
    case ckan::DatasetResult::State::failed:
      return "failed";
    case ckan::DatasetResult::State::not_tried:
      break;
  }
  return "not_tried";
}

std::string dataset_json(const ckan::DatasetResult& dataset) {
  JsonList faults('[');
  for (const Error& fault : dataset.faults) faults.element(error_json(fault));
  return JsonList('{')
      .member("name", json_string(dataset.name))
      .member("state", json_string(name_of(dataset.state)))
      .member("id", json_string(dataset.id))
      .member("url", json_string(dataset.url))
      .member("resource_urls", json_strings(dataset.resource_urls))
      .member("done", json_strings(dataset.done))
      .member("remaining", json_strings(dataset.remaining))
      .member("faults", faults.text())
      .text();
}

std::string applied_json(const ckan::ApplyResult& result) {
  JsonList datasets('[');
  for (const ckan::DatasetResult& dataset : result.datasets) datasets.element(dataset_json(dataset));
  return JsonList('{')
      .member("datasets", datasets.text())
      .member("requests", std::to_string(result.requests))
      .member("writes", std::to_string(result.writes))
      .text();
}

std::string counts_json(const ckan::PlanCounts& counts) {
  return JsonList('{')
      .member("create", std::to_string(counts.create))
      .member("update", std::to_string(counts.update))
      .member("upload", std::to_string(counts.upload))
      .member("remove", std::to_string(counts.remove))
      .member("unchanged", std::to_string(counts.unchanged))
      .member("leave", std::to_string(counts.leave))
      .text();
}

std::string object(bool dry_run, std::string_view plan, std::string_view counts, std::string_view applied,
                   const Error* error) {
  return JsonList('{')
      .member("schema", "1")
      .member("dry_run", dry_run ? "true" : "false")
      .member("plan", plan)
      .member("counts", counts)
      .member("applied", applied)
      .member("error", error == nullptr ? "null" : error_json(*error))
      .text();
}

}  // namespace

std::string publication_json(const Publication& publication) {
  // On one line, as is all that --json prints.
  const std::string plan = nlohmann::ordered_json::parse(ckan::plan_json(publication.plan)).dump();
  return object(publication.dry_run, plan, counts_json(publication.plan.counts()),
                publication.result ? applied_json(*publication.result) : "null",
                publication.error ? &*publication.error : nullptr);
}

std::string failed_publication_json(const Error& error) {
  return object(false, "null", counts_json({}), "null", &error);
}

}  // namespace anzenmap::cli
