// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "gis/profile/profile.hpp"

namespace anzenmap {

/// An empty table to fill in: headers, an example row, lists to choose from and a hint beside each cell.
[[nodiscard]] std::string template_workbook(const Profile& profile);
/// The same as CSV, which has neither lists nor hints: headers and the example row, UTF-8 with BOM.
[[nodiscard]] std::string template_csv(const Profile& profile);
/// The same questions as a form for KoBoToolbox and ODK (XLSForm).
[[nodiscard]] std::string template_xlsform(const Profile& profile);

}  // namespace anzenmap
