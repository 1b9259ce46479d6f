// SPDX-License-Identifier: Apache-2.0
#include "gis/privacy/text_scanner.hpp"

#include <algorithm>

#include "gis/privacy/recognisers.hpp"

namespace anzenmap {

namespace {

/// Where finds lie over each other the surer kind of reading stands: a number with a check digit before a
/// telephone, a house before the name in it.
int rank(Entity entity) {
  switch (entity) {
    case Entity::email:
      return 0;
    case Entity::device:
      return 1;
    case Entity::mynumber:
      return 2;
    case Entity::plate:
      return 3;
    case Entity::phone:
      return 4;
    case Entity::postal:
      return 5;
    case Entity::account:
      return 6;
    case Entity::sns:
      return 7;
    case Entity::class_:
      return 8;
    case Entity::home:
      return 9;
    case Entity::person:
      return 10;
    case Entity::address:
      return 11;
  }
  return 12;
}

bool overlap(const Finding& a, const Finding& b) { return a.begin < b.end && b.begin < a.end; }

}  // namespace

const Findings& TextScanner::scan(std::string_view text, EntitySet exempt, TextKind kind) {
  folded_.assign(text);
  raw_.clear();
  kept_.clear();
  for (const auto find : {find_phone, find_email, find_postal, find_address, find_person, find_class,
                          find_plate, find_sns, find_mynumber, find_account, find_device})
    find(folded_, raw_);
  if (kind == TextKind::name) find_bare_name(folded_, raw_);
  std::stable_sort(raw_.begin(), raw_.end(), [](const Finding& a, const Finding& b) {
    return rank(a.entity) != rank(b.entity) ? rank(a.entity) < rank(b.entity)
                                            : b.end - b.begin < a.end - a.begin;
  });
  for (const Finding& found : raw_) {
    const bool taken =
        std::any_of(kept_.begin(), kept_.end(), [&](const Finding& other) { return overlap(found, other); });
    if (!taken) kept_.push_back(found);
  }
  kept_.erase(std::remove_if(kept_.begin(), kept_.end(),
                             [&](const Finding& found) { return exempt.has(found.entity); }),
              kept_.end());
  std::sort(kept_.begin(), kept_.end(), [](const Finding& a, const Finding& b) { return a.begin < b.begin; });
  for (Finding& found : kept_) {
    found.end = folded_.raw_end(static_cast<std::size_t>(found.end - 1));
    found.begin = folded_.raw_begin(static_cast<std::size_t>(found.begin));
  }
  return kept_;
}

std::string masked(std::string_view text, const Findings& findings) {
  std::string out;
  out.reserve(text.size());
  int index = -1;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = character_length(text, at);
    ++index;
    const bool hidden = std::any_of(findings.begin(), findings.end(), [&](const Finding& found) {
      return index >= found.begin && index < found.end;
    });
    const std::string_view character = text.substr(at, length);
    const bool blank = character == " " || character == "\n" || character == "\r" || character == "\t";
    out += hidden && !blank ? kMask : character;
    at += length;
  }
  return out;
}

}  // namespace anzenmap
