// SPDX-License-Identifier: Apache-2.0
#include "importers/workbook/string_item.hpp"

#include <cstdint>

namespace anzenmap {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

constexpr std::size_t kEscape = 7;  // _xHHHH_

/// The UTF-16 unit of an escape that starts at `at`, or -1.
int unit_at(const std::string& text, std::size_t at) {
  if (at + kEscape > text.size() || text[at] != '_' || text[at + 1] != 'x' || text[at + 6] != '_') return -1;
  int unit = 0;
  for (std::size_t i = at + 2; i < at + 6; ++i) {
    const int digit = hex_digit(text[i]);
    if (digit < 0) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

std::size_t put_utf8(char* out, std::uint32_t code) {
  std::size_t size = 0;
  const auto put = [&](std::uint32_t byte) {
    out[size++] = static_cast<char>(static_cast<unsigned char>(byte));
  };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | code >> 6);
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | code >> 12);
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | code >> 18);
    put(0x80 | (code >> 12 & 0x3F));
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  }
  return size;
}

}  // namespace

void decode_escapes(std::string& text, std::size_t from) {
  std::size_t out = text.find("_x", from);
  if (out == std::string::npos) return;
  for (std::size_t at = out; at < text.size();) {
    const int unit = unit_at(text, at);
    if (unit > 0 && (unit < 0xD800 || unit > 0xDFFF)) {
      out += put_utf8(text.data() + out, static_cast<std::uint32_t>(unit));
      at += kEscape;
      continue;
    }
    const int low = unit >= 0xD800 && unit < 0xDC00 ? unit_at(text, at + kEscape) : -1;
    if (low >= 0xDC00 && low <= 0xDFFF) {
      const int code = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
      out += put_utf8(text.data() + out, static_cast<std::uint32_t>(code));
      at += 2 * kEscape;
      continue;
    }
    text[out++] = text[at++];
  }
  text.resize(out);
}

}  // namespace anzenmap
