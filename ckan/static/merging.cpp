// SPDX-License-Identifier: Apache-2.0
#include "ckan/static/merging.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "ckan/pull/bounded_json.hpp"

namespace anzenmap::ckan {
namespace {

/// Members that descriptor_of() makes: one that it leaves out is meant to be gone.
constexpr std::string_view kMadeOfPackage[] = {
    "profile",      "name",    "title",    "description", "version",  "homepage", "licenses", "keywords",
    "contributors", "spatial", "temporal", "frequency",   "audience", "ckan",     "resources"};
constexpr std::string_view kMadeOfResource[] = {"name",        "path",   "title",     "profile",
                                                "description", "format", "mediatype", "encoding",
                                                "bytes",       "hash",   "schema",    "ckan"};

template <class Names>
void keep_others(const Json& before, const Names& made, Json& into) {
  for (const auto& [key, value] : before.items())
    if (std::find(std::begin(made), std::end(made), key) == std::end(made)) into[key] = value;
}

}  // namespace

std::string merged_descriptor(const std::string& before, Json made) {
  const Json old = parse_bounded(before);
  if (!old.is_object()) return pretty_json(made);
  keep_others(old, kMadeOfPackage, made);
  for (Json& resource : made["resources"])
    if (const auto list = old.find("resources"); list != old.end())
      for (const Json& one : *list)
        if (text_member(one, "name") == text_member(resource, "name"))
          keep_others(one, kMadeOfResource, resource);
  return pretty_json(made);
}

}  // namespace anzenmap::ckan
