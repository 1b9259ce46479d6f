// SPDX-License-Identifier: Apache-2.0
#include "importers/csv/record_cutter.hpp"

#include <algorithm>
#include <cstring>

#include "importers/csv/blocks.hpp"

namespace anzenmap::csv {

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

std::size_t find_last(const char* text, std::size_t begin, std::size_t end, char byte) {
  while (end > begin)
    if (text[--end] == byte) return end;
  return none;
}

std::size_t find_first(const char* text, std::size_t begin, std::size_t end, char byte) {
  if (begin >= end) return none;
  const void* found = std::memchr(text + begin, byte, end - begin);
  return found == nullptr ? none : static_cast<std::size_t>(static_cast<const char*>(found) - text);
}

bool has_line_end(const char* text, std::size_t begin, std::size_t end) {
  return find_first(text, begin, end, '\n') != none || find_first(text, begin, end, '\r') != none;
}

}  // namespace

void RecordCutter::restart() {
  outside_.clear();
  region_begin_ = 0;
  at_ = 0;
  open_ = 0;
  inside_ = false;
}

bool RecordCutter::is_whole_separator(const char* text, std::size_t at) const {
  if (text[at] != separator_) return false;
  // Of the separators only | is also the second byte of characters, and only in CP932 (ポ = 83 7C).
  if (separator_ != '|' || encoding_ != Encoding::cp932 || at == 0) return true;
  std::size_t begin = at;
  while (begin > 0 && static_cast<unsigned char>(text[begin - 1]) >= 0x40) --begin;
  Bytes decoded;
  decode_to_utf8(encoding_, {text + begin, at + 1 - begin}, decoded);
  return decoded.data()[decoded.size() - 1] == separator_;
}

bool RecordCutter::opens(const char* text, std::size_t quote) const {
  if (quote == 0) return true;
  const char before = text[quote - 1];
  return before == '\n' || before == '\r' || is_whole_separator(text, quote - 1);
}

void RecordCutter::forgive() {
  // The quote was text, so the region that ended with it goes on.
  region_begin_ = outside_.back().begin;
  outside_.pop_back();
  at_ = open_ + 1;
  inside_ = false;
}

void RecordCutter::scan(const char* text, std::size_t size, std::size_t limit, bool final) {
  for (;;) {
    const std::size_t quote = at_ < limit ? blocks::find_quote(text, at_, limit) : limit;
    if (quote >= limit) {
      at_ = std::max(at_, limit);
      if (!(final && limit == size && inside_)) return;
      forgive();
      continue;
    }
    if (!inside_) {
      at_ = quote + 1;
      if (!opens(text, quote)) continue;
      outside_.push_back({region_begin_, quote});
      open_ = quote;
      inside_ = true;
      continue;
    }
    const bool last = quote + 1 >= size;
    if (last && !final) {
      at_ = quote;  // what follows tells what it is
      return;
    }
    if (!last && text[quote + 1] == '"') {
      at_ = quote + 2;
    } else if (last || ends_cell(text[quote + 1]) || !has_line_end(text, open_ + 1, quote)) {
      inside_ = false;
      region_begin_ = quote + 1;
      at_ = quote + 1;
    } else {
      forgive();
    }
  }
}

std::size_t RecordCutter::record_end(const char* text, std::size_t size, std::size_t wanted,
                                     bool final) const {
  const std::size_t looked_at = std::min(at_, size);
  const auto region = [&](std::size_t i) {
    return i < outside_.size() ? outside_[i] : Region{region_begin_, inside_ ? region_begin_ : looked_at};
  };
  const std::size_t regions = outside_.size() + (inside_ ? 0 : 1);
  // A CR at the end of what is known may have its LF still to come.
  const auto ends_at = [&](std::size_t at) -> std::size_t {
    if (text[at] == '\n') return at + 1;
    if (at + 1 == size) return final ? at + 1 : 0;
    return text[at + 1] == '\n' ? at + 2 : at + 1;
  };
  for (const char byte : {'\n', '\r'}) {
    for (std::size_t i = regions; i > 0; --i) {
      const Region r = region(i - 1);
      if (r.begin >= wanted) continue;
      std::size_t end = std::min(r.end, wanted);
      for (std::size_t at; (at = find_last(text, r.begin, end, byte)) != none; end = at) {
        const std::size_t found = ends_at(at);
        if (found != 0 && found <= wanted) return found;
      }
    }
    std::size_t nearest = 0;
    for (std::size_t i = 0; i < regions && nearest == 0; ++i) {
      const Region r = region(i);
      if (r.end <= wanted) continue;
      const std::size_t at = find_first(text, std::max(r.begin, wanted == 0 ? 0 : wanted - 1), r.end, byte);
      if (at != none) nearest = ends_at(at);
    }
    if (nearest != 0) return nearest;
  }
  return 0;
}

bool RecordCutter::forgive_open_quote(const char* text) {
  if (!inside_ || !has_line_end(text, open_ + 1, at_)) return false;
  forgive();
  return true;
}

}  // namespace anzenmap::csv
