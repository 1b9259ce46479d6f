// SPDX-License-Identifier: Apache-2.0
#include "importers/json/json_escape.hpp"

#include <cstdint>
#include <cstring>

namespace anzenmap {
namespace {

std::uint32_t hex4(const char* at) {
  std::uint32_t unit = 0;
  for (int i = 0; i < 4; ++i) unit = unit * 16 + static_cast<std::uint32_t>(hex_value(at[i]));
  return unit;
}

char* put_utf8(char* out, std::uint32_t c) {
  const auto byte = [&out](std::uint32_t value) { *out++ = static_cast<char>(value); };
  if (c < 0x80) {
    byte(c);
  } else if (c < 0x800) {
    byte(0xC0 | c >> 6);
    byte(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    byte(0xE0 | c >> 12);
    byte(0x80 | (c >> 6 & 0x3F));
    byte(0x80 | (c & 0x3F));
  } else {
    byte(0xF0 | c >> 18);
    byte(0x80 | (c >> 12 & 0x3F));
    byte(0x80 | (c >> 6 & 0x3F));
    byte(0x80 | (c & 0x3F));
  }
  return out;
}

}  // namespace

std::size_t decode_json_escapes(char* body, std::size_t size) {
  const char* at = body;
  const char* const end = body + size;
  char* out = body;
  while (at != end) {
    const auto* escape = static_cast<const char*>(std::memchr(at, '\\', static_cast<std::size_t>(end - at)));
    const auto plain = static_cast<std::size_t>((escape == nullptr ? end : escape) - at);
    std::memmove(out, at, plain);
    out += plain;
    at += plain;
    if (escape == nullptr) break;
    const char c = at[1];
    at += 2;
    switch (c) {
      case 'b':
        *out++ = '\b';
        break;
      case 'f':
        *out++ = '\f';
        break;
      case 'n':
        *out++ = '\n';
        break;
      case 'r':
        *out++ = '\r';
        break;
      case 't':
        *out++ = '\t';
        break;
      case 'u': {
        std::uint32_t unit = hex4(at);
        at += 4;
        if (unit >= 0xD800 && unit <= 0xDBFF) {
          unit = 0x10000 + ((unit - 0xD800) << 10) + (hex4(at + 2) - 0xDC00);
          at += 6;
        }
        out = put_utf8(out, unit);
        break;
      }
      default:
        *out++ = c;
    }
  }
  return static_cast<std::size_t>(out - body);
}

void append_json_string(Bytes& out, std::string_view text) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out.push_back('"');
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out.push_back('\\');
      out.push_back(c);
    } else if (byte < 0x20) {
      out.append("\\u00");
      out.push_back(kHex[byte >> 4]);
      out.push_back(kHex[byte & 15]);
    } else {
      out.push_back(c);
    }
  }
  out.push_back('"');
}

}  // namespace anzenmap
