// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gis/profile/profile.hpp"

namespace anzenmap::markup {

/// Where in a feature a value stands; of two that mean the same field, the lower one's value counts.
enum class Origin : std::uint8_t {
  data,       ///< a named value (KML's ExtendedData)
  element,    ///< an element of the format (name, desc)
  described,  ///< 「key: value」 in the description
};

/// The columns of a file whose features name their values: the union over all of them, in order of
/// appearance. Values that mean one field of the profile but stand in different places (a <name> and a Data
/// "名称") share a column.
class FeatureColumns {
 public:
  static constexpr std::size_t kMost = 4096;
  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;

  /// What an element of the format means, when its own name does not say it to the profile.
  struct Meaning {
    Role role = Role::none;
    std::string_view alias;  ///< a header that the profile may know: description
  };

  /// A first look at a feature saw this; false when there are too many different ones.
  bool see(Origin origin, std::string_view name);
  [[nodiscard]] bool seen(Origin origin, std::string_view name) const;
  void mean(Origin origin, std::string_view name, Meaning meaning);

  /// Decides the columns once everything was seen.
  void settle(const Profile& profile);

  [[nodiscard]] const std::vector<std::string>& headers() const { return headers_; }
  /// The column of a value; kNone when it was never seen. `guess` is looked at first.
  [[nodiscard]] std::uint32_t find(Origin origin, std::string_view name, std::uint32_t& guess) const;
  [[nodiscard]] std::uint32_t find(Origin origin, std::string_view name) const {
    std::uint32_t guess = 0;
    return find(origin, name, guess);
  }
  /// The profile's field that a column was taken for.
  [[nodiscard]] std::optional<std::size_t> field_of(std::uint32_t column) const { return fields_[column]; }
  /// "desc → コメント": elements that were given another header than their name.
  [[nodiscard]] const std::string& renamed() const { return renamed_; }

 private:
  struct Sighting {
    Origin origin;
    std::string name;
    Meaning meaning;
    std::uint32_t column = kNone;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept {
      return std::hash<std::string_view>{}(text);
    }
  };
  using Index = std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>>;

  void place(Sighting& sighting, const Profile& profile);
  [[nodiscard]] std::string free_header(std::string wanted) const;

  std::vector<Sighting> sightings_;
  mutable std::uint32_t next_ = 0;  ///< features name their values in the same order, mostly
  Index index_[3];
  std::vector<std::string> headers_;
  std::vector<std::optional<std::size_t>> fields_;
  std::string renamed_;
};

}  // namespace anzenmap::markup
