// SPDX-License-Identifier: Apache-2.0
#include "gis/rule/pattern.hpp"

namespace anzenmap {

namespace {

constexpr char32_t kLastCode = 0x10FFFF;

/// Takes the next code point off `text`; a byte that is no valid UTF-8 stands for itself.
char32_t next_code(std::string_view& text) {
  const auto first = static_cast<unsigned char>(text.front());
  const std::size_t length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (length > text.size()) {
    text.remove_prefix(1);
    return first;
  }
  char32_t code = length == 1 ? first : first & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i)
    code = (code << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
  text.remove_prefix(length);
  return code;
}

}  // namespace

class PatternParser {
 public:
  explicit PatternParser(std::string_view text) : text_(text) {}

  std::optional<Pattern> parse() {
    if (text_.starts_with('^')) text_.remove_prefix(1);
    if (text_.ends_with('$') && !text_.ends_with("\\$")) text_.remove_suffix(1);
    Pattern pattern;
    while (!text_.empty()) {
      Pattern::Item item;
      if (!read_characters(item) || !read_quantifier(item)) return std::nullopt;
      item.index_ascii();
      pattern.items_.push_back(std::move(item));
      if (pattern.items_.size() > 256) return std::nullopt;
    }
    return pattern;
  }

 private:
  [[nodiscard]] bool at(char c) const { return !text_.empty() && text_.front() == c; }
  bool skip(char c) {
    if (!at(c)) return false;
    text_.remove_prefix(1);
    return true;
  }

  bool read_characters(Pattern::Item& item) {
    const char32_t code = next_code(text_);
    switch (code) {
      case U'[':
        return read_class(item);
      case U'\\':
        return !text_.empty() && read_escape(item);
      case U'.':
        item.ranges = {{0, kLastCode}};
        return true;
      case U'(':
      case U')':
      case U'|':
      case U'*':
      case U'+':
      case U'?':
      case U'{':
      case U'}':
      case U'^':
      case U'$':
        return false;
      default:
        item.ranges = {{code, code}};
        return true;
    }
  }

  bool read_escape(Pattern::Item& item) {
    const char32_t code = next_code(text_);
    auto& ranges = item.ranges;
    switch (code) {
      case U'd':
        ranges.emplace_back(U'0', U'9');
        return true;
      case U'w':
        ranges.insert(ranges.end(), {{U'0', U'9'}, {U'a', U'z'}, {U'A', U'Z'}, {U'_', U'_'}});
        return true;
      case U's':
        ranges.insert(ranges.end(), {{U'\t', U'\r'}, {U' ', U' '}});
        return true;
      default:
        break;
    }
    const char32_t lower = code | 0x20U;
    if ((lower >= U'a' && lower <= U'z') || (code >= U'0' && code <= U'9')) return false;
    ranges.emplace_back(code, code);
    return true;
  }

  bool read_class(Pattern::Item& item) {
    item.negated = skip('^');
    while (!text_.empty() && !at(']')) {
      if (skip('\\')) {
        if (text_.empty() || !read_escape(item)) return false;
        continue;
      }
      const char32_t first = next_code(text_);
      char32_t last = first;
      if (at('-') && text_.size() > 1 && text_[1] != ']') {
        text_.remove_prefix(1);
        last = next_code(text_);
        if (last < first) return false;
      }
      item.ranges.emplace_back(first, last);
    }
    return skip(']');
  }

  bool read_quantifier(Pattern::Item& item) {
    if (skip('?')) {
      item.least = 0;
    } else if (skip('*')) {
      item.least = 0;
      item.most = Pattern::kUnbounded;
    } else if (skip('+')) {
      item.most = Pattern::kUnbounded;
    } else if (skip('{')) {
      return read_counts(item);
    }
    return true;
  }

  bool read_counts(Pattern::Item& item) {
    if (!read_count(item.least)) return false;
    item.most = item.least;
    if (skip(',')) {
      item.most = Pattern::kUnbounded;
      if (!at('}') && !read_count(item.most)) return false;
    }
    return skip('}') && item.most >= item.least;
  }

  bool read_count(std::size_t& count) {
    count = 0;
    bool any = false;
    for (; !text_.empty() && text_.front() >= '0' && text_.front() <= '9' && count < 100000; any = true) {
      count = count * 10 + static_cast<std::size_t>(text_.front() - '0');
      text_.remove_prefix(1);
    }
    return any;
  }

  std::string_view text_;
};

std::optional<Pattern> Pattern::compile(std::string_view text) { return PatternParser(text).parse(); }

void Pattern::Item::index_ascii() {
  for (char32_t code = 0; code < 128; ++code) ascii[code] = searches(code);
}

bool Pattern::Item::searches(char32_t code) const {
  for (const auto& [first, last] : ranges)
    if (code >= first && code <= last) return !negated;
  return negated;
}

bool Pattern::matches(std::string_view value) const {
  return matches_greedily(value) || matches_anyhow(value);
}

/// Each item takes all it can: what nearly every good value passes, without allocation.
bool Pattern::matches_greedily(std::string_view value) const {
  for (const Item& item : items_) {
    std::size_t taken = 0;
    while (taken < item.most && !value.empty()) {
      std::string_view rest = value;
      if (!item.takes(next_code(rest))) break;
      value = rest;
      ++taken;
    }
    if (taken < item.least) return false;
  }
  return value.empty();
}

bool Pattern::matches_anyhow(std::string_view value) const {
  std::vector<char32_t> codes;
  while (!value.empty()) codes.push_back(next_code(value));
  // reach[p] = the items so far can end before code p of the value.
  std::vector<bool> reach(codes.size() + 1, false);
  reach[0] = true;
  for (const Item& item : items_) {
    std::vector<bool> next(codes.size() + 1, false);
    std::size_t run = 0;                  // length of the run of fitting codes that ends before p
    std::size_t last_start = kUnbounded;  // nearest reachable start at or before p - least inside the run
    for (std::size_t p = 0; p <= codes.size(); ++p) {
      run = p > 0 && item.takes(codes[p - 1]) ? run + 1 : 0;
      if (p >= item.least && run >= item.least && reach[p - item.least]) last_start = p - item.least;
      if (last_start == kUnbounded || last_start + run < p) continue;
      next[p] = item.most == kUnbounded || p - last_start <= item.most;
    }
    reach.swap(next);
  }
  return reach[codes.size()];
}

}  // namespace anzenmap
