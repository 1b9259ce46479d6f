// SPDX-License-Identifier: Apache-2.0
#include "ckan/site/calls.hpp"

#include <algorithm>
#include <utility>

namespace anzenmap::ckan {
namespace {

constexpr std::uint64_t kPage = 1000;
/// Solr takes 1,024 alternatives in a query.
constexpr std::size_t kNamesAtATime = 500;

// Names are of [a-z0-9_-]; quoted, a minus is no operator.
std::string query_for(const std::vector<std::string>& names, std::size_t first, std::size_t last) {
  std::string query = "name:(";
  for (std::size_t i = first; i < last; ++i) {
    if (i != first) query += " OR ";
    query += '"' + names[i] + '"';
  }
  return query + ')';
}

void search_some(Calls& calls, const std::string& query, std::vector<RemoteDataset>& found) {
  std::uint64_t start = 0;
  for (;;) {
    Json arguments = Json::object();
    arguments["fq"] = query;
    arguments["rows"] = kPage;
    arguments["start"] = start;
    arguments["sort"] = "name asc";
    arguments["include_private"] = true;
    arguments["include_drafts"] = true;
    Json page = calls.read("package_search", arguments);
    const std::uint64_t count = page.value("count", std::uint64_t{0});
    Json& results = page["results"];
    if (!results.is_array() || results.empty()) return;
    start += results.size();
    for (Json& one : results)
      if (one.is_object()) found.push_back(remote_dataset(std::move(one)));
    // A site may give fewer rows than it was asked for.
    if (start >= count) return;
  }
}

}  // namespace

std::optional<RemoteDataset> look(Calls& calls, const std::string& name_or_id) {
  Json arguments = Json::object();
  arguments["id"] = name_or_id;
  try {
    return remote_dataset(calls.read("package_show", arguments));
  } catch (const ActionError& error) {
    if (error.status() == 404) return {};
    throw;
  }
}

std::vector<RemoteDataset> search(Calls& calls, const std::vector<std::string>& names) {
  std::vector<RemoteDataset> found;
  for (std::size_t first = 0; first < names.size(); first += kNamesAtATime)
    search_some(calls, query_for(names, first, std::min(first + kNamesAtATime, names.size())), found);
  return found;
}

bool outcome_unknown(const Error& error) {
  if (const auto* action = dynamic_cast<const ActionError*>(&error))
    return action->outcome() == ActionError::Outcome::unknown;
  if (const auto* transport = dynamic_cast<const TransportError*>(&error))
    return transport->outcome() == TransportError::Outcome::unknown;
  return false;
}

bool complains_of(const Error& error, const char* member) {
  const auto* action = dynamic_cast<const ActionError*>(&error);
  return action != nullptr && action->fields().is_object() && action->fields().contains(member);
}

}  // namespace anzenmap::ckan
