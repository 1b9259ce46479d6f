// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#ifndef ANZENMAP_VERSION
#error "the build sets ANZENMAP_VERSION to the project's version"
#endif

namespace anzenmap::cli {

inline constexpr std::string_view kVersion = ANZENMAP_VERSION;

}  // namespace anzenmap::cli
