// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "importers/form/place_family.hpp"

namespace anzenmap::form {

/// What a survey app's exports have in common.
struct Platform {
  std::string_view name;
  char group_mark = 0;                            ///< between groups and questions; 0 = there are no groups
  std::span<const std::string_view> source_ids;   ///< the best first, in lower case
  std::span<const std::string_view> bookkeeping;  ///< likewise
  std::string_view day;                           ///< the day on which the form was filled in
};

struct PlatformGuess {
  const Platform* platform = nullptr;
  std::string evidence;                ///< some headers that tell it
  const PlaceFamily* place = nullptr;  ///< the first question about a place
  std::size_t places = 0;              ///< how many there are
};

/// The app that wrote a table with these headers; no platform when none is known by them.
[[nodiscard]] PlatformGuess guess_platform(std::span<const std::string> headers,
                                           const PlaceFamilies& families);

/// Whether a header is one of `names`, in any case, at the top or behind groups.
[[nodiscard]] bool is_named(std::string_view header, char group_mark, std::string_view name);

}  // namespace anzenmap::form
