// SPDX-License-Identifier: Apache-2.0
#include "exporters/web/page_text.hpp"

#include "exporters/writing/well_formed.hpp"
#include "gis/base/html_entity.hpp"
#include "gis/base/utf8.hpp"

namespace anzenmap {
namespace {

constexpr char kHex[] = "0123456789abcdef";

/// How a byte is written inside a JSON string; empty = as it is.
std::string_view escape_of(char byte) {
  switch (byte) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    case '<':
      return "\\u003c";
    default:
      return {};
  }
}

// U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
bool is_line_separator(std::string_view text, std::size_t at) {
  return text.size() - at >= 3 && text[at] == '\xE2' && text[at + 1] == '\x80' &&
         (text[at + 2] == '\xA8' || text[at + 2] == '\xA9');
}

std::string_view separator_escape(char third) { return third == '\xA8' ? "\\u2028" : "\\u2029"; }

template <class Out>
void append_escaped(Out& out, std::string_view text) {
  std::size_t plain = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::string_view escape = escape_of(text[at]);
    char control[6] = {'\\', 'u', '0', '0', 0, 0};
    std::size_t taken = 1;
    const auto byte = static_cast<unsigned char>(text[at]);
    if (escape.empty() && (byte < 0x20 || byte == 0x7F)) {
      control[4] = kHex[byte >> 4U];
      control[5] = kHex[byte & 0x0FU];
      escape = {control, sizeof control};
    } else if (is_line_separator(text, at)) {
      escape = separator_escape(text[at + 2]);
      taken = 3;
    }
    if (escape.empty()) continue;
    out.append(text.substr(plain, at - plain));
    out.append(escape);
    at += taken - 1;
    plain = at + 1;
  }
  out.append(text.substr(plain));
}

template <class Out>
void append_string(Out& out, std::string_view text) {
  out.push_back('"');
  if (is_valid_utf8(text.data(), text.size())) {
    append_escaped(out, text);
  } else {
    append_escaped(out, std::string_view(well_formed(text)));
  }
  out.push_back('"');
}

}  // namespace

void append_script_string(Bytes& out, std::string_view text) { append_string(out, text); }
void append_script_string(std::string& out, std::string_view text) { append_string(out, text); }

std::string script_json(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (std::size_t at = 0; at < json.size(); ++at) {
    if (json[at] == '<') {
      out += "\\u003c";
    } else if (is_line_separator(json, at)) {
      out += separator_escape(json[at + 2]);
      at += 2;
    } else {
      out += json[at];
    }
  }
  return out;
}

std::string html_text(std::string_view text) {
  std::string out;
  for (const char byte : well_formed(text)) {
    const std::string_view entity = html_entity(byte);
    entity.empty() ? out.append(1, byte) : out.append(entity);
  }
  return out;
}

}  // namespace anzenmap
