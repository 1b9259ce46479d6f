// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis/profile/profile.hpp"
#include "importers/markup/feature_columns.hpp"

namespace anzenmap::kml {

/// 「key: value」 in one line of a description.
struct DescribedPair {
  std::string_view key;
  std::string_view value;
};
[[nodiscard]] std::optional<DescribedPair> described_pair(std::string_view line);

[[nodiscard]] std::vector<std::string_view> lines_of(std::string_view text);

/// Which keys of 「key: value」 lines are columns and which are just how somebody wrote a sentence. A key is
/// a column when ExtendedData has a value of that name, when the profile knows it (and it is not one more
/// word for the comment itself), or when at least half of the descriptions, and two, have it.
class DescribedKeys {
 public:
  static constexpr std::size_t kMost = 4096;

  /// A description's lines; `named` says whether this placemark has that text as a value already.
  template <class Named>
  void see(const std::vector<std::string_view>& lines, const Named& named) {
    if (lines.empty()) return;
    ++descriptions_;
    ++stamp_;
    bool after_pair = false;
    for (const std::string_view line : lines) {
      const std::optional<DescribedPair> pair = described_pair(line);
      if (pair && count(pair->key)) {
        after_pair = true;
      } else if (!(after_pair && named(line))) {
        plain_ = true;
      }
    }
  }

  /// The profile knows this key, and not as one more word for the comment.
  [[nodiscard]] static bool is_known(std::string_view key, const Profile& profile);

  /// Tells the columns which keys are columns, and whether anything is left for the description itself.
  [[nodiscard]] bool settle(markup::FeatureColumns& columns, const Profile& profile);

 private:
  bool count(std::string_view key);

  struct Count {
    std::uint64_t descriptions = 0;
    std::uint64_t stamp = 0;
  };
  std::map<std::string, Count, std::less<>> keys_;
  std::vector<std::string> order_;
  std::uint64_t descriptions_ = 0;
  std::uint64_t stamp_ = 0;
  bool plain_ = false;  ///< some line is no pair
};

}  // namespace anzenmap::kml
