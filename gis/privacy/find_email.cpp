// SPDX-License-Identifier: Apache-2.0
#include "gis/privacy/character_class.hpp"
#include "gis/privacy/recognisers.hpp"

namespace anzenmap {

namespace {

bool is_local(char32_t c) { return is_word(c) || is_one_of(c, U".%+-!#$&'*/=?^`{|}~"); }

/// Behind the @: labels with dots, the last one of letters. Its end, 0 if it is none.
std::size_t domain_end(const FoldedText& text, std::size_t at) {
  std::size_t end = 0;
  std::size_t label = at;
  bool dotted = false;
  for (std::size_t i = at;; ++i) {
    const char32_t c = text[i];
    if (is_letter(c) || is_digit(c) || (c == U'-' && i > label)) continue;
    if (i == label) break;
    if (dotted && i - label >= 2 && is_letter(text[label])) end = i;
    if (c != U'.') break;
    dotted = true;
    label = i + 1;
  }
  return end;
}

/// Length of what stands for @ at `at`: the sign itself, [at], (at); 0 = none.
std::size_t at_sign(const FoldedText& text, std::size_t at) {
  if (text[at] == U'@') return 1;
  if (!is_one_of(text[at], U"[(<")) return 0;
  for (const std::u32string_view word :
       {U"[at]", U"(at)", U"<at>", U"[AT]", U"(AT)", U"(アット)", U"(アットマーク)"})
    if (text.starts(at, word)) return word.size();
  return 0;
}

}  // namespace

void find_email(const FoldedText& text, Findings& out) {
  if (text.letters() < 2) return;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const std::size_t sign = at_sign(text, i);
    if (sign == 0) continue;
    std::size_t last = i;
    while (last > 0 && text[last - 1] == U' ' && i - last < 2) --last;
    std::size_t begin = last;
    while (begin > 0 && is_local(text[begin - 1])) --begin;
    while (begin < last && !is_word(text[begin])) ++begin;
    std::size_t domain = i + sign;
    while (text[domain] == U' ' && domain - i - sign < 2) ++domain;
    const std::size_t end = domain_end(text, domain);
    if (begin == last || end == 0 || (sign > 1 && text.letters() < 4)) continue;
    out.push_back({Entity::email, static_cast<int>(begin), static_cast<int>(end), 0.95});
    i = end - 1;
  }
}

}  // namespace anzenmap
