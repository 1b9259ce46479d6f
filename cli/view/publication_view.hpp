// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ckan/target.hpp"
#include "cli/streams.hpp"

namespace anzenmap::cli {

/// What was done with each dataset, where it can be seen, and what remains.
void print_result(const ckan::ApplyResult& result, Streams& streams);

void print_nothing_to_do(Streams& streams);

}  // namespace anzenmap::cli
