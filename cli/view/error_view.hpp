// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/streams.hpp"
#include "gis/base/error.hpp"

namespace anzenmap::cli {

/// A fault of the world or of the usage on `streams.err`: what happened, what to do, and advice as flags.
void print_error(const Error& error, Streams& streams);

}  // namespace anzenmap::cli
