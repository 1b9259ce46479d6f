// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "importers/archive/zip.hpp"

namespace anzenmap {

/// One line of a `.rels` part (ECMA-376 part 2, 9.3).
struct Relationship {
  std::string id;
  std::string type;    ///< the last word of its URI: officeDocument, worksheet, sharedStrings ...
  std::string target;  ///< part name from the root, without leading slash
};

/// The relationships of a part ("" = the package); none when it has no `.rels`. External ones are left out.
/// Throws Error.
[[nodiscard]] std::vector<Relationship> read_relationships(const ZipArchive& archive, std::string_view part);

/// `target` as seen from `part`: absolute targets start with /, others from the part's folder; . and ..
/// resolved.
[[nodiscard]] std::string resolve_target(std::string_view part, std::string_view target);

}  // namespace anzenmap
