// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace anzenmap::ckan {

/// What lies at a path; a link is a link, wherever it leads.
enum class PathKind { nothing, file, folder, link, other };
[[nodiscard]] PathKind path_kind(const std::string& path);

/// Names in a folder, sorted; "." and ".." are left out. Throws Error when it cannot be read.
[[nodiscard]] std::vector<std::string> names_in_folder(const std::string& folder);

}  // namespace anzenmap::ckan
