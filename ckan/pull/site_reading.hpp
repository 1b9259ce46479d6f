// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "ckan/action/action_api.hpp"
#include "ckan/target.hpp"

// What a CKAN has published: nothing here writes there. All throw ActionError, TransportError, Error.

namespace anzenmap::ckan {

/// Datasets of an organisation, private ones too where the token may see them, by name; of no organisation:
/// those of all organisations whose datasets the token's owner may change.
[[nodiscard]] std::vector<PublishedDataset> list_published(ActionApi& api, const std::string& organization);

[[nodiscard]] PublishedDataset show_published(ActionApi& api, const std::string& name);

/// Writes the dataset as a data package into `folder`, which must be empty or missing. Links to other sites
/// are left out: a data package vouches for files.
void pull_published(ActionApi& api, const std::string& name, const std::string& folder);

/// Downloads each uploaded file and compares size and SHA-256 with what the site says of it.
[[nodiscard]] std::vector<ResourceCheck> check_published(ActionApi& api, std::span<const std::string> names);

}  // namespace anzenmap::ckan
