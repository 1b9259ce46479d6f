// SPDX-License-Identifier: Apache-2.0
#include "importers/markup/html_text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace anzenmap::markup {
namespace {

constexpr std::array<std::string_view, 52> kTags{
    "a",      "abbr",   "article", "b",      "big",  "blockquote", "body",   "br",    "caption",
    "center", "code",   "col",     "dd",     "div",  "dl",         "dt",     "em",    "font",
    "footer", "h1",     "h2",      "h3",     "h4",   "h5",         "h6",     "head",  "header",
    "hr",     "html",   "i",       "iframe", "img",  "li",         "meta",   "ol",    "p",
    "pre",    "script", "section", "small",  "span", "strike",     "strong", "style", "sub",
    "sup",    "table",  "tbody",   "td",     "th",   "tr",         "u"};
constexpr std::array<std::string_view, 5> kMoreTags{"ul", "thead", "tfoot", "title", "video"};
constexpr std::array<std::string_view, 24> kBreaking{
    "article", "blockquote", "br", "caption", "dd", "div", "dl", "dt", "footer",  "h1",    "h2", "h3",
    "h4",      "h5",         "h6", "header",  "hr", "li",  "ol", "p",  "section", "table", "tr", "ul"};

/// The next "<" or "&" from `at` on.
std::size_t next_mark(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] != '<' && text[at] != '&') ++at;
  return at;
}

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

struct Tag {
  std::string name;  ///< lower case; "!" = comment or declaration
  bool closing = false;
  std::string_view attributes;
  std::size_t length = 0;  ///< with both brackets
};

/// The tag that begins here; nothing when it is only a "<".
std::optional<Tag> tag_at(std::string_view text) {
  Tag tag;
  if (text.starts_with("<!--")) {
    const std::size_t end = text.find("-->", 4);
    tag.name = "!";
    tag.length = end == std::string_view::npos ? text.size() : end + 3;
    return tag;
  }
  std::size_t at = 1;
  if (at < text.size() && text[at] == '/') {
    tag.closing = true;
    ++at;
  }
  const std::size_t name = at;
  while (at < text.size() && (is_letter(text[at]) || (at > name && text[at] >= '0' && text[at] <= '9'))) ++at;
  if (at == name && text.substr(0, 2) != "<!") return std::nullopt;
  for (const char c : text.substr(name, at - name)) tag.name += lower(c);
  if (text.substr(0, 2) == "<!") tag.name = "!";
  // Nearly all are line breaks.
  if (tag.name != "br" && tag.name != "!" && !is_one_of(kTags, tag.name) && !is_one_of(kMoreTags, tag.name))
    return std::nullopt;
  if (at < text.size() && !is_blank(text[at]) && text[at] != '>' && text[at] != '/' && tag.name != "!")
    return std::nullopt;
  // A bracket in quotes does not end the tag; one that opens another tag shows that this was none.
  for (std::size_t i = at; i < text.size(); ++i) {
    if (text[i] == '"' || text[i] == '\'') {
      i = text.find(text[i], i + 1);
      if (i == std::string_view::npos) return std::nullopt;
    } else if (text[i] == '<') {
      return std::nullopt;
    } else if (text[i] == '>') {
      tag.attributes = text.substr(at, i - at);
      tag.length = i + 1;
      return tag;
    }
  }
  return std::nullopt;
}

void append_utf8(std::string& out, std::uint32_t code) {
  const auto put = [&out](std::uint32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | code >> 6U);
    put(0x80 | (code & 0x3FU));
  } else if (code < 0x10000) {
    put(0xE0 | code >> 12U);
    put(0x80 | (code >> 6U & 0x3FU));
    put(0x80 | (code & 0x3FU));
  } else {
    put(0xF0 | code >> 18U);
    put(0x80 | (code >> 12U & 0x3FU));
    put(0x80 | (code >> 6U & 0x3FU));
    put(0x80 | (code & 0x3FU));
  }
}

struct Named {
  std::string_view name;
  std::uint32_t code;
};
constexpr Named kNamed[] = {{"amp", '&'},      {"lt", '<'},       {"gt", '>'},       {"quot", '"'},
                            {"apos", '\''},    {"nbsp", ' '},     {"yen", 0xA5},     {"copy", 0xA9},
                            {"reg", 0xAE},     {"deg", 0xB0},     {"middot", 0xB7},  {"times", 0xD7},
                            {"ndash", 0x2013}, {"mdash", 0x2014}, {"lsquo", 0x2018}, {"rsquo", 0x2019},
                            {"ldquo", 0x201C}, {"rdquo", 0x201D}, {"bull", 0x2022},  {"hellip", 0x2026},
                            {"rarr", 0x2192},  {"larr", 0x2190},  {"uarr", 0x2191},  {"darr", 0x2193}};

/// The entity that begins here; its length, 0 when it is only a "&".
std::size_t entity_at(std::string_view text, std::string& out) {
  const std::size_t end = text.substr(0, 12).find(';');
  if (end == std::string_view::npos || end < 2) return 0;
  const std::string_view name = text.substr(1, end - 1);
  if (name[0] != '#') {
    for (const Named& known : kNamed) {
      if (known.name != name) continue;
      append_utf8(out, known.code);
      return end + 1;
    }
    return 0;
  }
  const bool hex = name.size() > 1 && lower(name[1]) == 'x';
  std::uint32_t code = 0;
  const std::string_view digits = name.substr(hex ? 2 : 1);
  if (digits.empty()) return 0;
  for (const char raw : digits) {
    const char c = lower(raw);
    std::uint32_t digit = 99;
    if (c >= '0' && c <= '9') digit = static_cast<std::uint32_t>(c - '0');
    if (hex && c >= 'a' && c <= 'f') digit = static_cast<std::uint32_t>(c - 'a' + 10);
    if (digit == 99) return 0;
    code = code * (hex ? 16 : 10) + digit;
    if (code > 0x10FFFF) return 0;
  }
  if (code == 0xA0) code = ' ';
  if (code < 0x20 && code != '\n' && code != '\t') return 0;
  if (code >= 0xD800 && code <= 0xDFFF) return 0;
  append_utf8(out, code);
  return end + 1;
}

std::string decoded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = text[at] == '&' ? entity_at(text.substr(at), out) : 0;
    if (length == 0) out += text[at];
    at += std::max<std::size_t>(length, 1);
  }
  return out;
}

std::string attribute(std::string_view attributes, std::string_view wanted) {
  for (std::size_t at = 0; at < attributes.size();) {
    at = attributes.find_first_not_of(" \t\r\n/", at);
    if (at == std::string_view::npos) break;
    const std::size_t name_end = std::min(attributes.find_first_of("= \t\r\n", at), attributes.size());
    std::string name;
    for (const char c : attributes.substr(at, name_end - at)) name += lower(c);
    at = attributes.find_first_not_of(" \t\r\n", name_end);
    std::string_view value;
    if (at != std::string_view::npos && attributes[at] == '=') {
      at = attributes.find_first_not_of(" \t\r\n", at + 1);
      if (at == std::string_view::npos) break;
      const bool quoted = attributes[at] == '"' || attributes[at] == '\'';
      const std::size_t end =
          std::min(quoted ? attributes.find(attributes[at], at + 1) : attributes.find_first_of(" \t\r\n", at),
                   attributes.size());
      value = attributes.substr(at + (quoted ? 1 : 0), end - at - (quoted ? 1 : 0));
      at = std::min(end + (quoted ? 1 : 0), attributes.size());
    }
    if (name == wanted) return decoded(value);
    if (at == std::string_view::npos) break;
  }
  return {};
}

class Writer {
 public:
  Writer(std::string_view html, bool own_breaks) : html_(html), own_breaks_(own_breaks) {}

  HtmlText run() {
    for (at_ = 0; at_ < html_.size();) {
      const char c = html_[at_];
      if (c == '<') {
        if (const std::optional<Tag> tag = tag_at(html_.substr(at_))) {
          at_ += tag->length;
          handle(*tag);
          continue;
        }
      } else if (c == '&') {
        std::string piece;
        if (const std::size_t length = entity_at(html_.substr(at_), piece); length != 0) {
          at_ += length;
          for (const char decoded_char : piece) put(decoded_char);
          continue;
        }
      }
      put(c);
      ++at_;
      // What needs no second look.
      if (blank_ || c == '\n') continue;
      const std::size_t first = at_;
      while (at_ < html_.size() && static_cast<unsigned char>(html_[at_]) > ' ' && html_[at_] != '<' &&
             html_[at_] != '&')
        ++at_;
      line_ += html_.substr(first, at_ - first);
    }
    end_line();
    return std::move(out_);
  }

 private:
  void put(char c) {
    if (c == '\n' || c == '\r') {
      if (own_breaks_) {
        end_line();
      } else {
        blank_ = true;
      }
      return;
    }
    if (c == ' ' || c == '\t') {
      blank_ = true;
      return;
    }
    if (blank_ && !line_.empty()) line_ += ' ';
    blank_ = false;
    line_ += c;
  }

  void end_line() {
    blank_ = false;
    if (!line_.empty()) {
      if (!out_.text.empty()) out_.text += '\n';
      out_.text += line_;
    }
    line_.clear();
    cells_ = 0;
  }

  void handle(const Tag& tag) {
    if ((tag.name == "script" || tag.name == "style") && !tag.closing) return skip_to_end(tag.name);
    if (tag.name == "img" && !tag.closing) return image(attribute(tag.attributes, "src"));
    if (tag.name == "a") return tag.closing ? end_link() : begin_link(attribute(tag.attributes, "href"));
    if ((tag.name == "td" || tag.name == "th") && !tag.closing) {
      // The second cell of a row is what the first one names.
      if (cells_ == 1 && !line_.empty()) line_ += line_.ends_with(':') ? "" : ":";
      if (cells_ >= 1) blank_ = true;
      ++cells_;
      return;
    }
    if (tag.name == "br") return end_line();
    if (is_one_of(kBreaking, tag.name) && !(cells_ > 0 && in_cell(tag.name))) end_line();
  }

  /// Blocks inside a cell do not end the row.
  static bool in_cell(std::string_view name) { return name == "p" || name == "div"; }

  void skip_to_end(const std::string& name) {
    for (; at_ < html_.size(); ++at_) {
      if (html_[at_] != '<') continue;
      const std::optional<Tag> tag = tag_at(html_.substr(at_));
      if (!tag || !tag->closing || tag->name != name) continue;
      at_ += tag->length;
      return;
    }
  }

  void image(std::string source) {
    if (source.empty()) return;
    if (source.starts_with("data:")) {
      out_.embedded_image = true;
    } else if (std::find(out_.images.begin(), out_.images.end(), source) == out_.images.end()) {
      out_.images.push_back(std::move(source));
    }
  }

  void begin_link(std::string address) {
    link_ = std::move(address);
    link_start_ = line_.size();
  }
  void end_link() {
    const std::string_view words = std::string_view(line_).substr(std::min(link_start_, line_.size()));
    const bool telling = link_.starts_with("http://") || link_.starts_with("https://");
    if (telling && words.find(link_) == std::string_view::npos) {
      if (!line_.empty()) line_ += ' ';
      line_ += link_;
    }
    link_.clear();
  }

  std::string_view html_;
  bool own_breaks_;
  std::size_t at_ = 0;
  HtmlText out_;
  std::string line_;
  bool blank_ = false;
  int cells_ = 0;
  std::string link_;
  std::size_t link_start_ = 0;
};

bool breaks_lines(std::string_view text) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at)) {
    const std::optional<Tag> tag = tag_at(text.substr(at));
    if (tag && (tag->name == "br" || is_one_of(kBreaking, tag->name))) return true;
    at += tag ? tag->length : 1;
  }
  return false;
}

}  // namespace

HtmlText html_text(std::string_view html) { return Writer(html, !breaks_lines(html)).run(); }

bool looks_like_html(std::string_view text) {
  for (std::size_t at = next_mark(text, 0); at < text.size(); at = next_mark(text, at + 1)) {
    std::string ignored;
    if (text[at] == '<' ? tag_at(text.substr(at)).has_value() : entity_at(text.substr(at), ignored) != 0)
      return true;
  }
  return false;
}

}  // namespace anzenmap::markup
