// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "gis/profile/profile.hpp"
#include "importers/markup/feature_columns.hpp"

namespace anzenmap::markup {

/// A column of days that the format writes as moments ("2024-10-02T23:40:10Z"): each becomes its day in
/// Japan. Every record of a GPX file has one, so that is told once a file. What is no moment stays as it is.
class DayColumn {
 public:
  DayColumn(const FeatureColumns& columns, std::uint32_t column, const Profile& profile);
  /// Valid until the next call.
  [[nodiscard]] std::string_view day_of(std::string_view text);
  [[nodiscard]] std::uint64_t count() const { return count_; }

 private:
  bool is_day_ = false;
  std::string day_;
  std::uint64_t count_ = 0;
};

}  // namespace anzenmap::markup
