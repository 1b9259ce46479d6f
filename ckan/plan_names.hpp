// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "ckan/plan.hpp"

// The words of docs/schema/plan.schema.json.

namespace anzenmap::ckan {

inline constexpr std::array<std::pair<std::string_view, Change>, 6> kChangeNames{{
    {"create", Change::create},
    {"update", Change::update},
    {"upload", Change::upload},
    {"remove", Change::remove},
    {"unchanged", Change::unchanged},
    {"leave", Change::leave},
}};
inline constexpr std::array<std::pair<std::string_view, Subject>, 4> kSubjectNames{{
    {"dataset", Subject::dataset},
    {"resource", Subject::resource},
    {"view", Subject::view},
    {"datastore", Subject::datastore},
}};
inline constexpr std::array<std::pair<std::string_view, TargetKind>, 2> kKindNames{{
    {"ckan", TargetKind::ckan},
    {"directory", TargetKind::directory},
}};

template <typename Table, typename Value>
std::string_view word_of(const Table& table, Value value) {
  for (const auto& [word, meaning] : table)
    if (meaning == value) return word;
  return {};
}

template <typename Value, std::size_t kSize>
std::optional<Value> meaning_of(const std::array<std::pair<std::string_view, Value>, kSize>& table,
                                std::string_view text) {
  for (const auto& [word, meaning] : table)
    if (word == text) return meaning;
  return {};
}

}  // namespace anzenmap::ckan
