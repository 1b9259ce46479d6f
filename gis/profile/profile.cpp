// SPDX-License-Identifier: Apache-2.0
#include "gis/profile/profile.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <new>

#include "gis/base/edit_distance.hpp"

namespace anzenmap {

namespace {

bool is_blank(utf8proc_int32_t code) {
  const auto category = utf8proc_category(code);
  return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
         category == UTF8PROC_CATEGORY_ZP || category == UTF8PROC_CATEGORY_CC ||
         category == UTF8PROC_CATEGORY_CF;
}

struct FreeDeleter {
  void operator()(utf8proc_uint8_t* bytes) const { std::free(bytes); }
};

}  // namespace

std::string normalise_header(std::string_view header) {
  utf8proc_uint8_t* mapped = nullptr;
  const auto length = utf8proc_map(
      reinterpret_cast<const utf8proc_uint8_t*>(header.data()), static_cast<utf8proc_ssize_t>(header.size()),
      &mapped, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT));
  if (length == UTF8PROC_ERROR_NOMEM) throw std::bad_alloc();
  if (length < 0) return std::string(header);
  const std::unique_ptr<utf8proc_uint8_t, FreeDeleter> owner(mapped);
  std::string out;
  utf8proc_ssize_t at = 0;
  while (at < length) {
    utf8proc_int32_t code = 0;
    const auto used = utf8proc_iterate(mapped + at, length - at, &code);
    if (used <= 0) break;
    if (!is_blank(code)) {
      if (code >= 'A' && code <= 'Z') {
        out.push_back(static_cast<char>(code - 'A' + 'a'));
      } else {
        out.append(reinterpret_cast<const char*>(mapped + at), static_cast<std::size_t>(used));
      }
    }
    at += used;
  }
  return out;
}

void Profile::index() {
  by_name_.clear();
  for (std::size_t i = 0; i < fields.size(); ++i)
    by_name_.emplace(fields[i].name, Match{Match::How::exact, i});
  const auto add = [&](const std::string& spelling, Match::How how, std::size_t field) {
    by_name_.emplace(normalise_header(spelling), Match{how, field});
  };
  for (std::size_t i = 0; i < fields.size(); ++i) add(fields[i].name, Match::How::normalised, i);
  for (std::size_t i = 0; i < fields.size(); ++i) {
    add(fields[i].key, Match::How::alias, i);
    for (const std::string& alias : fields[i].aliases) add(alias, Match::How::alias, i);
  }
}

std::optional<Profile::Match> Profile::match(std::string_view header) const {
  const auto exact = by_name_.find(std::string(header));
  if (exact != by_name_.end() && exact->second.how == Match::How::exact) return exact->second;
  const auto found = by_name_.find(normalise_header(header));
  if (found == by_name_.end()) return std::nullopt;
  Match match = found->second;
  if (match.how == Match::How::exact) match.how = Match::How::normalised;
  return match;
}

std::optional<std::size_t> Profile::field_with_role(Role role) const {
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (fields[i].role == role) return i;
  return std::nullopt;
}

std::optional<std::size_t> Profile::nearest(std::string_view header) const {
  const std::string wanted = normalise_header(header);
  std::optional<std::size_t> best;
  std::size_t best_distance = 0;
  for (const auto& [spelling, match] : by_name_) {
    const std::size_t longest = std::max(code_points(spelling), code_points(wanted));
    if (longest < 2) continue;
    const std::size_t distance = edit_distance(spelling, wanted);
    // One slip in a short header, a third of a longer one.
    if (distance > std::max<std::size_t>(1, longest / 3) || distance >= longest) continue;
    const bool better =
        !best || distance < best_distance || (distance == best_distance && match.field < *best);
    if (better) {
      best = match.field;
      best_distance = distance;
    }
  }
  return best;
}

std::size_t Profile::known_headers(std::span<const std::string> cells) const {
  std::size_t known = 0;
  std::vector<bool> seen(fields.size(), false);
  for (const std::string& cell : cells) {
    if (cell.empty()) continue;
    const auto found = match(cell);
    if (found && !seen[found->field]) {
      seen[found->field] = true;
      ++known;
    }
  }
  return known;
}

}  // namespace anzenmap
