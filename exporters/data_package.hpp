// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/package_metadata.hpp"
#include "gis/base/diagnostic.hpp"
#include "gis/pipeline/summary.hpp"
#include "gis/profile/schema.hpp"

namespace anzenmap {

extern const RuleInfo package_mismatch;
extern const RuleInfo package_unreadable;

inline constexpr std::string_view kDataPackageFile = "datapackage.json";

/// What one run's data package says (Frictionless Data Package v1). Nothing in it depends on the time or the
/// machine.
struct PackageFacts {
  std::string name;                    ///< NAME, as the files are called
  std::string csv_encoding = "utf-8";  ///< utf-8, utf-8-bom or cp932
  const Schema* schema = nullptr;
  const Summary* summary = nullptr;  ///< outputs of format geojson and csv become resources
  PackageMetadata said = {};         ///< by a person for this run: replaces what is there
  PackageMetadata configured = {};   ///< by anzenmap.json: written where no other hand has
  bool publish_map = false;          ///< an output of format map becomes a resource too
};

/// The text of datapackage.json: `existing` (its text before, empty = none) with this run's resources put in
/// or renewed. What other hands wrote there stays. Throws Error when `existing` is no data package; `path`
/// names it.
[[nodiscard]] std::string data_package_json(const PackageFacts& facts, std::string_view existing,
                                            std::string_view path);

/// The text of the folder's datapackage.json; empty when there is none. Throws Error.
[[nodiscard]] std::string read_data_package(const std::string& folder);

/// A resource whose file is not what the package vouches for.
struct PackageMismatch {
  enum class Kind { missing, changed, unreadable } kind;
  std::string path;  ///< within the folder
};

/// Compares size and SHA-256 of each local file with the folder's datapackage.json. Files without a SHA-256,
/// URLs and paths that lead out of the folder are passed over. Throws Error when the package cannot be
/// read.
[[nodiscard]] std::vector<PackageMismatch> check_data_package(const std::string& folder);
/// The same as diagnostics.
[[nodiscard]] std::vector<Diagnostic> data_package_diagnostics(const std::string& folder);

/// A resource name as Data Package v1 wants it (lower-case a-z, 0-9, '.', '_', '-'). Where that loses
/// something, part of NAME's SHA-256 keeps different names apart.
[[nodiscard]] std::string package_name(std::string_view name);

}  // namespace anzenmap
