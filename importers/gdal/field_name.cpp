// SPDX-License-Identifier: Apache-2.0
#include "importers/gdal/field_name.hpp"

namespace anzenmap::gdal {
namespace {

/// A whole character of three bytes may be missing from the ten that there is room for.
constexpr std::size_t kRoom = 10;
constexpr std::size_t kFewest = 8;

}  // namespace

std::optional<std::string> whole_name(std::string_view name, std::size_t bytes, const Profile& profile) {
  if (bytes < kFewest || bytes > kRoom || profile.match(name)) return std::nullopt;
  const std::string begin = normalise_header(name);
  if (begin.empty()) return std::nullopt;
  std::optional<std::string> found;
  for (const Field& field : profile.fields) {
    const auto fits = [&](const std::string& candidate) {
      return normalise_header(candidate).starts_with(begin);
    };
    const std::string* known = fits(field.name) ? &field.name : fits(field.key) ? &field.key : nullptr;
    for (const std::string& alias : field.aliases)
      if (known == nullptr && fits(alias)) known = &alias;
    if (known == nullptr) continue;
    if (found) return std::nullopt;
    found = *known;
  }
  // An English key that is no header of its own is said by the field's name.
  if (found && !profile.match(*found)) return std::nullopt;
  return found;
}

}  // namespace anzenmap::gdal
