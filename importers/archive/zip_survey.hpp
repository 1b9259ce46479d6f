// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "gis/base/rule_info.hpp"
#include "importers/importer.hpp"

namespace anzenmap {

/// A ZIP file with surveys inside (.csv, .xlsx, .geojson, .kml ...): each member is read as if it lay beside
/// the others. Members are unpacked one by one into a folder of their own and taken away once they are open;
/// whatever a name in the archive says, nothing is written anywhere else. Other members are told, archives in
/// archives too.
extern const Importer zip_importer;

[[nodiscard]] std::span<const RuleInfo* const> zip_rules();

}  // namespace anzenmap
