// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ckan/dataset_members.hpp"

namespace anzenmap::ckan {

/// Fills in `path`, `file`, `bytes` and `sha256` of a resource after looking at the file itself. Throws
/// Error: a path that is unsafe, no regular file in the folder, or not the bytes that the descriptor vouches
/// for.
void read_resource_file(const Members& member, const std::string& folder, Resource& resource);

/// The file of a relative path inside the folder; throws Error when the path leads out of it, also by a link.
[[nodiscard]] std::string safe_file(const std::string& folder, std::string_view path,
                                    const std::string& descriptor);

}  // namespace anzenmap::ckan
