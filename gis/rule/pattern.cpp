// SPDX-License-Identifier: Apache-2.0
#include "gis/rule/pattern.hpp"

namespace anzenmap {

class PatternParser {
 public:
  explicit PatternParser(std::string_view text) : text_(text) {}

  std::optional<Pattern> parse() {
    if (text_.starts_with('^')) text_.remove_prefix(1);
    if (text_.ends_with('$') && !text_.ends_with("\\$")) text_.remove_suffix(1);
    Pattern pattern;
    while (at_ < text_.size()) {
      Pattern::Item item;
      if (!read_bytes(item) || !read_quantifier(item)) return std::nullopt;
      pattern.items_.push_back(item);
      if (pattern.items_.size() > 256) return std::nullopt;
    }
    return pattern;
  }

 private:
  bool read_bytes(Pattern::Item& item) {
    const char c = text_[at_++];
    switch (c) {
      case '[':
        return read_class(item.bytes);
      case '\\':
        return at_ < text_.size() && read_escape(item.bytes);
      case '.':
        item.bytes.set();
        return true;
      case '(':
      case ')':
      case '|':
      case '*':
      case '+':
      case '?':
      case '{':
      case '}':
      case '^':
      case '$':
        return false;
      default:
        item.bytes.set(static_cast<unsigned char>(c));
        return true;
    }
  }

  bool read_escape(std::bitset<256>& bytes) {
    const char c = text_[at_++];
    if (c == 'd' || c == 'w') add_range(bytes, '0', '9');
    if (c == 'w') {
      add_range(bytes, 'a', 'z');
      add_range(bytes, 'A', 'Z');
      bytes.set('_');
    }
    if (c == 's')
      for (const char blank : {' ', '\t', '\r', '\n', '\f', '\v'})
        bytes.set(static_cast<unsigned char>(blank));
    if (c == 'd' || c == 'w' || c == 's') return true;
    const bool letter = ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c >= '0' && c <= '9');
    if (letter) return false;
    bytes.set(static_cast<unsigned char>(c));
    return true;
  }

  bool read_class(std::bitset<256>& bytes) {
    const bool negated = at_ < text_.size() && text_[at_] == '^';
    if (negated) ++at_;
    while (at_ < text_.size() && text_[at_] != ']') {
      if (text_[at_] == '\\') {
        ++at_;
        if (at_ >= text_.size() || !read_escape(bytes)) return false;
        continue;
      }
      const auto first = static_cast<unsigned char>(text_[at_++]);
      if (at_ + 1 < text_.size() && text_[at_] == '-' && text_[at_ + 1] != ']') {
        const auto last = static_cast<unsigned char>(text_[at_ + 1]);
        if (last < first) return false;
        add_range(bytes, first, last);
        at_ += 2;
      } else {
        bytes.set(first);
      }
    }
    if (at_ >= text_.size()) return false;
    ++at_;
    if (negated) bytes.flip();
    return true;
  }

  bool read_quantifier(Pattern::Item& item) {
    if (at_ >= text_.size()) return true;
    switch (text_[at_]) {
      case '?':
        item.least = 0;
        break;
      case '*':
        item.least = 0;
        item.most = Pattern::kUnbounded;
        break;
      case '+':
        item.most = Pattern::kUnbounded;
        break;
      case '{':
        ++at_;
        return read_counts(item);
      default:
        return true;
    }
    ++at_;
    return true;
  }

  bool read_counts(Pattern::Item& item) {
    if (!read_count(item.least)) return false;
    item.most = item.least;
    if (at_ < text_.size() && text_[at_] == ',') {
      ++at_;
      item.most = Pattern::kUnbounded;
      if (at_ < text_.size() && text_[at_] != '}' && !read_count(item.most)) return false;
    }
    if (at_ >= text_.size() || text_[at_] != '}' || item.most < item.least) return false;
    ++at_;
    return true;
  }

  bool read_count(std::size_t& count) {
    count = 0;
    const std::size_t start = at_;
    while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9' && count < 100000)
      count = count * 10 + static_cast<std::size_t>(text_[at_++] - '0');
    return at_ > start;
  }

  static void add_range(std::bitset<256>& bytes, int first, int last) {
    for (int c = first; c <= last; ++c) bytes.set(static_cast<std::size_t>(c));
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

std::optional<Pattern> Pattern::compile(std::string_view text) { return PatternParser(text).parse(); }

bool Pattern::matches(std::string_view value) const {
  return matches_greedily(value) || matches_anyhow(value);
}

/// Each item takes all it can: what nearly every good value passes, without allocation.
bool Pattern::matches_greedily(std::string_view value) const {
  std::size_t at = 0;
  for (const Item& item : items_) {
    std::size_t taken = 0;
    while (taken < item.most && at < value.size() && item.bytes[static_cast<unsigned char>(value[at])]) {
      ++at;
      ++taken;
    }
    if (taken < item.least) return false;
  }
  return at == value.size();
}

bool Pattern::matches_anyhow(std::string_view value) const {
  // reach[p] = the items so far can end at byte p of the value.
  std::vector<bool> reach(value.size() + 1, false);
  reach[0] = true;
  for (const Item& item : items_) {
    std::vector<bool> next(value.size() + 1, false);
    std::size_t run = 0;  // length of the run of fitting bytes that ends before p
    // `open` = start positions that are still within `most` bytes of p and joined to p by fitting bytes
    std::size_t last_start = kUnbounded;  // nearest reachable start at or before p - least inside the run
    for (std::size_t p = 0; p <= value.size(); ++p) {
      run = p > 0 && item.bytes[static_cast<unsigned char>(value[p - 1])] ? run + 1 : 0;
      if (p >= item.least && run >= item.least && reach[p - item.least]) last_start = p - item.least;
      if (last_start == kUnbounded || last_start + run < p) continue;
      next[p] = item.most == kUnbounded || p - last_start <= item.most;
    }
    reach.swap(next);
  }
  return reach[value.size()];
}

}  // namespace anzenmap
