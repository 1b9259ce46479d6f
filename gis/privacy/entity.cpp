// SPDX-License-Identifier: Apache-2.0
#include "gis/privacy/entity.hpp"

#include <array>

namespace anzenmap {

namespace {
constexpr std::array<std::string_view, kEntities> kNames{"phone",    "email", "postal",  "address",
                                                         "person",   "class", "plate",   "sns",
                                                         "mynumber", "home",  "account", "device"};
}  // namespace

std::string_view name_of(Entity entity) { return kNames[static_cast<std::size_t>(entity)]; }

std::optional<Entity> entity_named(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i)
    if (kNames[i] == name) return static_cast<Entity>(i);
  return std::nullopt;
}

}  // namespace anzenmap
