// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "gis/base/rule_info.hpp"

namespace anzenmap {

extern const RuleInfo module_missing;  ///< IN260 {module} {reason}; an Error

/// Parts of the program that bring a large library along (GDAL, Exiv2) are modules, loaded when a file needs
/// them. Loads lib<name>.so from `folder` (empty = not said), from beside the program, or from where it is
/// installed, and returns what `entry` is there; it stays loaded. Throws Error when there is none that fits.
[[nodiscard]] void* load_module(const std::string& name, const std::string& entry, const std::string& folder);

/// For a module of another build, whose entry refused.
[[noreturn]] void refuse_module(const std::string& name);

}  // namespace anzenmap
