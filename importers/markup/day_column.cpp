// SPDX-License-Identifier: Apache-2.0
#include "importers/markup/day_column.hpp"

#include "gis/value/date.hpp"

namespace anzenmap::markup {

DayColumn::DayColumn(const FeatureColumns& columns, std::uint32_t column, const Profile& profile) {
  if (column == FeatureColumns::kNone) return;
  const std::optional<std::size_t> field = columns.field_of(column);
  is_day_ = field && profile.fields[*field].type == FieldType::date;
}

std::string_view DayColumn::day_of(std::string_view text) {
  if (!is_day_ || text.size() < 12 || text[10] != 'T') return text;
  Conversion moment = read_date(text);
  if (moment.state != ValueState::converted) return text;
  ++count_;
  day_ = std::move(moment.text);
  return day_;
}

}  // namespace anzenmap::markup
