// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cli/option.hpp"
#include "exporters/package_metadata.hpp"

namespace anzenmap::cli {

/// What a person says of the dataset on the command line.
struct MetadataSettings {
  std::string dataset;
  std::string title;
  std::string description;
  std::string organization;
  std::string license;
  std::vector<std::string> tags;
  std::vector<std::string> groups;
  std::string period;
  std::string frequency;
  std::vector<std::string> sources;
};

[[nodiscard]] std::vector<Option> metadata_options(MetadataSettings& settings);

/// Throws Error (usage): a dataset's name or a period that cannot be used.
[[nodiscard]] PackageMetadata said_metadata(const MetadataSettings& settings);

}  // namespace anzenmap::cli
