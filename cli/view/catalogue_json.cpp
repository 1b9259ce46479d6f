// SPDX-License-Identifier: Apache-2.0
#include "cli/json_text.hpp"
#include "cli/view/catalogue_view.hpp"

namespace anzenmap::cli {
namespace {

std::string_view boolean(bool value) { return value ? "true" : "false"; }

std::string resource_object(const ckan::PublishedResource& resource) {
  return JsonList('{')
      .member("key", json_string(resource.key))
      .member("id", json_string(resource.id))
      .member("title", json_string(resource.title))
      .member("format", json_string(resource.format))
      .member("url", json_string(resource.url))
      .member("sha256", json_string(resource.sha256))
      .member("bytes", std::to_string(resource.bytes))
      .text();
}

std::string dataset_object(const ckan::PublishedDataset& dataset) {
  JsonList resources('[');
  for (const ckan::PublishedResource& resource : dataset.resources)
    resources.element(resource_object(resource));
  return JsonList('{')
      .member("name", json_string(dataset.name))
      .member("id", json_string(dataset.id))
      .member("title", json_string(dataset.title))
      .member("organization", json_string(dataset.organization))
      .member("modified", json_string(dataset.modified))
      .member("url", json_string(dataset.url))
      .member("private", boolean(dataset.is_private))
      .member("resources", resources.text())
      .text();
}

std::string whole(std::string_view key, std::string_view value) {
  return JsonList('{').member("schema", "1").member(key, value).member("error", "null").text();
}

std::string_view name_of(ckan::ResourceCheck::State state) {
  switch (state) {
    case ckan::ResourceCheck::State::good:
      return "good";
    case ckan::ResourceCheck::State::missing:
      return "missing";
    case ckan::ResourceCheck::State::changed:
      return "changed";
    case ckan::ResourceCheck::State::unverified:
      break;
  }
  return "unverified";
}

}  // namespace

std::string facts_json(const ckan::TargetFacts& facts) {
  return whole("catalogue",
               JsonList('{')
                   .member("kind", facts.kind == ckan::TargetKind::ckan ? "\"ckan\"" : "\"directory\"")
                   .member("url", json_string(facts.url))
                   .member("title", json_string(facts.title))
                   .member("version", json_string(facts.version))
                   .member("extensions", json_strings(facts.extensions))
                   .member("user", json_string(facts.user))
                   .member("organizations", json_strings(facts.organizations))
                   .member("licenses", json_strings(facts.licenses))
                   .member("has_revise", boolean(facts.has_revise))
                   .text());
}

std::string published_json(std::span<const ckan::PublishedDataset> datasets) {
  JsonList list('[');
  for (const ckan::PublishedDataset& dataset : datasets) list.element(dataset_object(dataset));
  return whole("datasets", list.text());
}

std::string published_json(const ckan::PublishedDataset& dataset) {
  return whole("dataset", dataset_object(dataset));
}

std::string checks_json(std::span<const ckan::ResourceCheck> checks) {
  JsonList list('[');
  for (const ckan::ResourceCheck& check : checks)
    list.element(JsonList('{')
                     .member("dataset", json_string(check.dataset))
                     .member("key", json_string(check.key))
                     .member("url", json_string(check.url))
                     .member("state", json_string(name_of(check.state)))
                     .member("fault", check.fault ? error_json(*check.fault) : "null")
                     .text());
  return whole("checks", list.text());
}

}  // namespace anzenmap::cli
