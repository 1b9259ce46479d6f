// SPDX-License-Identifier: Apache-2.0
#include "importers/kml/description.hpp"

#include "importers/markup/feature_rows.hpp"

namespace anzenmap::kml {
namespace {

constexpr std::size_t kLongestKey = 60;
constexpr std::string_view kWideColon = "：";

}  // namespace

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end != 0) lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::optional<DescribedPair> described_pair(std::string_view line) {
  const std::string_view head = line.substr(0, kLongestKey + kWideColon.size());
  const std::size_t narrow = head.find(':');
  const std::size_t wide = head.find(kWideColon);
  const std::size_t at = std::min(narrow, wide);
  if (at == std::string_view::npos || at == 0 || at > kLongestKey) return std::nullopt;
  const std::string_view value = line.substr(at + (at == narrow ? 1 : kWideColon.size()));
  // 10:30 and https://… are no pairs.
  if (at == narrow && !value.empty() && value.front() != ' ') {
    const char before = line[at - 1];
    if (value.starts_with("//") || (before >= '0' && before <= '9')) return std::nullopt;
  }
  const std::string_view key = markup::trimmed(line.substr(0, at));
  if (key.empty()) return std::nullopt;
  return DescribedPair{key, markup::trimmed(value)};
}

bool DescribedKeys::count(std::string_view key) {
  auto known = keys_.find(key);
  if (known == keys_.end()) {
    if (keys_.size() == kMost) return false;
    known = keys_.emplace(key, Count{}).first;
    order_.emplace_back(key);
  }
  if (known->second.stamp == stamp_) return true;
  known->second.stamp = stamp_;
  ++known->second.descriptions;
  return true;
}

bool DescribedKeys::is_known(std::string_view key, const Profile& profile) {
  const std::optional<Profile::Match> comment = profile.match("description");
  const std::optional<Profile::Match> match = profile.match(key);
  return match && !(comment && match->field == comment->field);
}

bool DescribedKeys::settle(markup::FeatureColumns& columns, const Profile& profile) {
  bool left = plain_;
  for (const std::string& key : order_) {
    const std::uint64_t times = keys_.find(key)->second.descriptions;
    const bool known = is_known(key, profile);
    const bool usual = times >= 2 && times * 2 >= descriptions_;
    const bool column = known || usual || columns.seen(markup::Origin::data, key);
    if (column) static_cast<void>(columns.see(markup::Origin::described, key));
    left = left || !column;
  }
  return left;
}

}  // namespace anzenmap::kml
