// SPDX-License-Identifier: Apache-2.0
#include "importers/markup/feature_columns.hpp"

#include <algorithm>

namespace anzenmap::markup {
namespace {

std::size_t at(Origin origin) { return static_cast<std::size_t>(origin); }

struct Target {
  std::string header;
  std::optional<std::size_t> field;
};

}  // namespace

bool FeatureColumns::see(Origin origin, std::string_view name) {
  Index& index = index_[at(origin)];
  if (index.contains(name)) return true;
  if (sightings_.size() == kMost) return false;
  index.emplace(name, static_cast<std::uint32_t>(sightings_.size()));
  sightings_.push_back({origin, std::string(name), {}, kNone});
  return true;
}

bool FeatureColumns::seen(Origin origin, std::string_view name) const {
  if (next_ < sightings_.size() && sightings_[next_].origin == origin && sightings_[next_].name == name) {
    ++next_;
    return true;
  }
  const auto known = index_[at(origin)].find(name);
  if (known == index_[at(origin)].end()) return false;
  next_ = known->second + 1;
  return true;
}

void FeatureColumns::mean(Origin origin, std::string_view name, Meaning meaning) {
  const auto known = index_[at(origin)].find(name);
  if (known != index_[at(origin)].end()) sightings_[known->second].meaning = meaning;
}

void FeatureColumns::settle(const Profile& profile) {
  // A title stands first, as in a table; then what the person named, then the rest.
  const auto is_title = [](const Sighting& one) {
    return one.origin == Origin::element && one.meaning.role == Role::name;
  };
  std::vector<std::uint32_t> order(sightings_.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto rank = [&](std::uint32_t i) {
    const Sighting& one = sightings_[i];
    return one.origin == Origin::data ? 0 : one.origin == Origin::described ? 1 : 2;
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
  for (const std::uint32_t i : order) place(sightings_[i], profile);
  // Moves the title's column to the front when it is its own.
  for (const Sighting& one : sightings_) {
    if (!is_title(one) || one.column == 0) continue;
    const auto shared = std::count_if(sightings_.begin(), sightings_.end(),
                                      [&](const Sighting& other) { return other.column == one.column; });
    if (shared != 1) continue;
    const std::uint32_t from = one.column;
    std::rotate(headers_.begin(), headers_.begin() + from, headers_.begin() + from + 1);
    std::rotate(fields_.begin(), fields_.begin() + from, fields_.begin() + from + 1);
    for (Sighting& other : sightings_)
      other.column = other.column == from ? 0 : other.column < from ? other.column + 1 : other.column;
    break;
  }
}

std::string FeatureColumns::free_header(std::string wanted) const {
  const std::string first = wanted;
  for (int n = 2; std::find(headers_.begin(), headers_.end(), wanted) != headers_.end(); ++n)
    wanted = first + " (" + std::to_string(n) + ")";
  return wanted;
}

void FeatureColumns::place(Sighting& sighting, const Profile& profile) {
  Target target{sighting.name, std::nullopt};
  if (const auto match = profile.match(sighting.name)) {
    target.field = match->field;
  } else {
    std::optional<std::size_t> meant;
    if (sighting.meaning.role != Role::none) meant = profile.field_with_role(sighting.meaning.role);
    if (!meant && !sighting.meaning.alias.empty())
      if (const auto known = profile.match(sighting.meaning.alias)) meant = known->field;
    if (meant) target = {profile.fields[*meant].name, meant};
  }
  // Two named values stay two columns, whatever they mean: that is the mapping's to tell.
  for (std::uint32_t column = 0; column < headers_.size(); ++column) {
    const bool same = headers_[column] == target.header;
    const bool alike = target.field && fields_[column] == target.field;
    if (sighting.origin == Origin::data ? same && sighting.name == target.header : same || alike) {
      sighting.column = column;
      break;
    }
  }
  if (sighting.column == kNone) {
    sighting.column = static_cast<std::uint32_t>(headers_.size());
    headers_.push_back(free_header(target.header));
    fields_.push_back(target.field);
  }
  if (headers_[sighting.column] == sighting.name) return;
  if (!renamed_.empty()) renamed_ += ", ";
  renamed_ += sighting.name + " → " + headers_[sighting.column];
}

std::uint32_t FeatureColumns::find(Origin origin, std::string_view name, std::uint32_t& guess) const {
  if (guess < sightings_.size() && sightings_[guess].origin == origin && sightings_[guess].name == name)
    return sightings_[guess++].column;
  const auto known = index_[at(origin)].find(name);
  if (known == index_[at(origin)].end()) return kNone;
  guess = known->second + 1;
  return sightings_[known->second].column;
}

}  // namespace anzenmap::markup
