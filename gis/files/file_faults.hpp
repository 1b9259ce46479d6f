// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "gis/base/error.hpp"
#include "gis/base/rule_info.hpp"

namespace anzenmap {

extern const RuleInfo output_forbidden;
extern const RuleInfo disk_full;
extern const RuleInfo output_failed;
extern const RuleInfo output_folder_unusable;
extern const RuleInfo output_is_folder;

/// The Error that an errno value of a failed open, write, fsync or rename of `path` stands for.
[[nodiscard]] Error output_error(int error_number, std::string_view path);

/// The Error for a folder that could not be made or is no folder.
[[nodiscard]] Error output_folder_error(int error_number, std::string_view path);

}  // namespace anzenmap
