// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exporters/package_metadata.hpp"

namespace anzenmap::cli {

inline constexpr std::string_view kConfigFile = "anzenmap.json";

/// A finding that a person accepts, with the reason. Only its shape is checked so far.
struct Waiver {
  std::string code;
  std::string reason;
  std::string column;  ///< empty = any
  std::string name;    ///< of the outputs; empty = any
};

/// What an anzenmap.json says: where an office publishes, and what all of its datasets have in common. Never
/// holds a token.
struct Config {
  std::string path;  ///< of the file; empty = there is none
  std::string url;   ///< of the catalogue
  std::optional<bool> datastore;
  std::string organization;  ///< of `catalogue`; part of `dataset` where that names none
  PackageMetadata dataset;   ///< for every NAME; `title` may be a pattern
  std::map<std::string, PackageMetadata, std::less<>> names;  ///< for one NAME; goes before `dataset`
  std::vector<Waiver> waivers;
};

/// The file's path: anzenmap.json of `folder` or of the nearest folder above it. The search ends with `home`
/// (empty = nowhere), as what lies above is not this person's, or at the root. Empty = none.
[[nodiscard]] std::string find_config(const std::string& folder, const std::string& home);

/// Throws Error: unreadable, a member that is unusable or unknown, a token.
[[nodiscard]] Config read_config(const std::string& path);

/// The config of the working folder; an empty one when there is none. Throws Error.
[[nodiscard]] Config working_config();

/// What the config says of NAME: its own members before those of every NAME, the title's pattern filled in.
/// `said` is what a person says on the command line: its period fills {year}. Throws Error when the title
/// wants a year and nobody gives a period.
[[nodiscard]] PackageMetadata metadata_for(const Config& config, std::string_view name,
                                           const PackageMetadata& said);

/// A title with {name} and {year} (the school year of `period_start`) filled in; std::nullopt when it has
/// another placeholder, or {year} without a period.
[[nodiscard]] std::optional<std::string> filled_title(std::string_view pattern, std::string_view name,
                                                      std::string_view period_start);

/// One member that is said, under the name that it has in anzenmap.json, as JSON text.
struct MetadataMember {
  std::string name;
  std::string json;
};
[[nodiscard]] std::vector<MetadataMember> members_of(const PackageMetadata& metadata);

/// First and last day of a period: a school year ("2024", "令和6年度": April to March), a day, or two of them
/// with a slash between; std::nullopt for anything else.
[[nodiscard]] std::optional<std::pair<std::string, std::string>> read_period(std::string_view text);

/// Whether a CKAN takes it as a dataset's name.
[[nodiscard]] bool fits_as_dataset(std::string_view name);

}  // namespace anzenmap::cli
