// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "cli/config.hpp"
#include "cli/streams.hpp"

namespace anzenmap::cli {

/// One setting as it would be used, and who said it.
struct ShownSetting {
  enum class Origin { option, file, standard };
  std::string name;  ///< "catalogue.url", "dataset" (its name), "dataset.title"
  std::string json;  ///< its value as JSON text; "null" = none
  Origin origin = Origin::standard;
  std::string member;  ///< of the file, e.g. "names.toishi.title"
};

/// All settings for NAME (empty = none in particular). Throws Error, as metadata_for() does.
[[nodiscard]] std::vector<ShownSetting> shown_settings(const Config& config, const std::string& name,
                                                       const PackageMetadata& said);

void print_config(const Config& config, std::span<const ShownSetting> settings, Streams& streams);
[[nodiscard]] std::string config_json(const Config& config, const std::string& name,
                                      std::span<const ShownSetting> settings);

}  // namespace anzenmap::cli
