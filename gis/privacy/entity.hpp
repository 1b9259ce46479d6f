// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace anzenmap {

/// What a piece of text tells of a person.
enum class Entity : std::uint8_t {
  phone,
  email,
  postal,
  address,  ///< to the house number
  person,
  class_,  ///< 年 組 番
  plate,
  sns,
  mynumber,
  home,  ///< somebody's house
  account,
  device
};
inline constexpr std::size_t kEntities = 12;

[[nodiscard]] std::string_view name_of(Entity entity);
[[nodiscard]] std::optional<Entity> entity_named(std::string_view name);

/// Some of the entities.
class EntitySet {
 public:
  void add(Entity entity) { bits_ = static_cast<std::uint16_t>(bits_ | bit(entity)); }
  [[nodiscard]] bool has(Entity entity) const { return (bits_ & bit(entity)) != 0; }

 private:
  static std::uint16_t bit(Entity entity) {
    return static_cast<std::uint16_t>(1U << static_cast<unsigned>(entity));
  }
  std::uint16_t bits_ = 0;
};

/// One find: [begin, end) in code points. `score` is how sure it is, from 0 to 1.
struct Finding {
  Entity entity;
  int begin;
  int end;
  double score;
};
using Findings = std::vector<Finding>;

}  // namespace anzenmap
