// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "cli/streams.hpp"
#include "gis/base/error.hpp"

namespace anzenmap::cli {

/// A fault of the world or of the usage on `streams.err`: what happened, what to do, and advice as flags.
/// `about`: the one of several things (a dataset) that it is about.
void print_error(const Error& error, Streams& streams, std::string_view about = {});

}  // namespace anzenmap::cli
