// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "cli/streams.hpp"
#include "gis/profile/profile.hpp"

namespace anzenmap::cli {

/// Name, title and size of each profile.
void print_profiles(std::span<const Profile> profiles, Streams& streams);
[[nodiscard]] std::string profiles_json(std::span<const Profile> profiles);

/// A profile's fields: name, type, what is required and public, and other names that headers may have.
void print_profile(const Profile& profile, Streams& streams);

}  // namespace anzenmap::cli
