// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ckan/pull/descriptor.hpp"
#include "ckan/target.hpp"

namespace anzenmap::ckan {

/// Fills in state and fault of a published file that was fetched, of which `found` is what came.
void judge(const PackagedFile& expected, const PackagedFile& found, ResourceCheck& check);

/// Of one that could not be fetched.
void judge_missing(std::string_view reason_ja, std::string_view reason_en, ResourceCheck& check);

}  // namespace anzenmap::ckan
