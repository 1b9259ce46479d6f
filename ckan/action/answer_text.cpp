// SPDX-License-Identifier: Apache-2.0
#include "ckan/action/answer_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "gis/base/utf8.hpp"

namespace anzenmap::ckan {
namespace {

constexpr std::size_t kTitleCharacters = 80;
constexpr int kDeepest = 100;
/// A login form stands near the top; a long page need not be searched whole.
constexpr std::size_t kSearched = 256 * 1024;

std::size_t sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xE0) return 2;
  return lead < 0xF0 ? 3 : 4;
}

// Controls, and the marks that turn the direction of what follows (U+200E, U+200F, U+202A to U+202E, U+2066
// to U+2069) or break lines (U+2028, U+2029): with them a server could forge our own words.
bool is_unfit(std::string_view character) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(character[i]); };
  if (character.size() == 1) return at(0) < 0x20 || at(0) == 0x7F;
  if (character.size() == 2) return at(0) == 0xC2 && at(1) < 0xA0;
  if (character.size() != 3 || at(0) != 0xE2) return false;
  if (at(1) == 0x80) return at(2) == 0x8E || at(2) == 0x8F || (at(2) >= 0xA8 && at(2) <= 0xAE);
  return at(1) == 0x81 && at(2) >= 0xA6 && at(2) <= 0xA9;
}

std::string lowered(std::string_view text) {
  std::string out(text.substr(0, kSearched));
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
}

}  // namespace

std::string quotable(std::string_view text, std::size_t most_characters) {
  if (!is_valid_utf8(text.data(), text.size())) return {};
  std::string out;
  std::size_t characters = 0;
  bool blank_due = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view character = text.substr(at, sequence_length(static_cast<unsigned char>(text[at])));
    at += character.size();
    if (character == " " || is_unfit(character)) {
      blank_due = !out.empty();
      continue;
    }
    if (characters >= most_characters) return out + "…";
    if (std::exchange(blank_due, false)) {
      out += ' ';
      ++characters;
    }
    out += character;
    ++characters;
  }
  return out;
}

bool looks_like_html(std::string_view body, std::string_view content_type) {
  if (content_type.find("html") != std::string_view::npos) return true;
  const std::size_t start = body.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (start == std::string_view::npos || body[start] != '<') return false;
  const std::string head = lowered(body.substr(start, 1024));
  return head.find("<html") != std::string::npos || head.find("<!doctype") != std::string::npos ||
         head.find("<head") != std::string::npos;
}

std::string title_of_page(std::string_view html) {
  const std::string page = lowered(html);
  const std::size_t tag = page.find("<title");
  if (tag == std::string::npos) return {};
  const std::size_t start = page.find('>', tag);
  const std::size_t end = page.find("</title", tag);
  if (start == std::string::npos || end == std::string::npos || end < start) return {};
  std::string title(html.substr(start + 1, end - start - 1));
  for (const auto& [entity, meaning] : std::array<std::pair<std::string_view, std::string_view>, 6>{
           {{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&nbsp;", " "}, {"&amp;", "&"}}})
    replace_all(title, entity, meaning);
  return quotable(title, kTitleCharacters);
}

bool is_login_page(std::string_view html) {
  const std::string page = lowered(html);
  return page.find("type=\"password\"") != std::string::npos ||
         page.find("type='password'") != std::string::npos || page.find("type=password") != std::string::npos;
}

bool nests_too_deep(std::string_view json) {
  int depth = 0;
  bool in_text = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_text) {
      if (c == '\\')
        ++i;
      else if (c == '"')
        in_text = false;
    } else if (c == '"') {
      in_text = true;
    } else if (c == '{' || c == '[') {
      if (++depth > kDeepest) return true;
    } else if (c == '}' || c == ']') {
      --depth;
    }
  }
  return false;
}

}  // namespace anzenmap::ckan
