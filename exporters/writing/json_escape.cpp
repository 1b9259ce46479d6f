// SPDX-License-Identifier: Apache-2.0
#include "exporters/writing/json_escape.hpp"

#include <array>
#include <cstdint>
#include <cstring>

#include "exporters/writing/well_formed.hpp"
#include "gis/base/utf8.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace anzenmap {
namespace {

// What follows the backslash; 'u' = \u00XX, 0 = goes through as it is.
constexpr std::array<char, 256> make_escapes() {
  std::array<char, 256> table{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) table[byte] = 'u';
  table['\b'] = 'b';
  table['\t'] = 't';
  table['\n'] = 'n';
  table['\f'] = 'f';
  table['\r'] = 'r';
  table['"'] = '"';
  table['\\'] = '\\';
  return table;
}
constexpr std::array<char, 256> kEscapes = make_escapes();
constexpr char kHex[] = "0123456789abcdef";

char* write_escape(char* out, unsigned char byte) noexcept {
  *out++ = '\\';
  *out++ = kEscapes[byte];
  if (kEscapes[byte] != 'u') return out;
  *out++ = '0';
  *out++ = '0';
  *out++ = kHex[byte >> 4U];
  *out++ = kHex[byte & 0x0FU];
  return out;
}

#if defined(__SSE2__)
// Copies a block and tells the number of bytes before its first one that needs an escape (16 = none does).
inline unsigned copy_plain(char* out, const char* in) noexcept {
  const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(in));
  _mm_storeu_si128(reinterpret_cast<__m128i*>(out), block);
  const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(block, _mm_set1_epi8(0x1F)), block);
  const __m128i quote = _mm_cmpeq_epi8(block, _mm_set1_epi8('"'));
  const __m128i backslash = _mm_cmpeq_epi8(block, _mm_set1_epi8('\\'));
  const auto mask =
      static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(control, _mm_or_si128(quote, backslash))));
  return mask == 0 ? 16U : static_cast<unsigned>(__builtin_ctz(mask));
}
#else
inline unsigned copy_plain(char* out, const char* in) noexcept {
  std::memcpy(out, in, 16);
  unsigned at = 0;
  while (at < 16 && kEscapes[static_cast<unsigned char>(in[at])] == 0) ++at;
  return at;
}
#endif

void append_escaped(std::string& out, std::string_view text) {
  for (const char byte : text) {
    const auto value = static_cast<unsigned char>(byte);
    if (kEscapes[value] == 0) {
      out.push_back(byte);
    } else {
      char escape[8];
      out.append(escape, write_escape(escape, value));
    }
  }
}

}  // namespace

char* escape_json(char* out, const char* in, std::size_t size) noexcept {
  const char* const end = in + size;
  while (in < end) {
    const unsigned plain = copy_plain(out, in);
    const auto left = static_cast<std::size_t>(end - in);
    if (plain >= left) return out + left;
    out += plain;
    in += plain;
    if (plain < 16) out = write_escape(out, static_cast<unsigned char>(*in++));
  }
  return out;
}

std::size_t escaped_size(std::string_view text) noexcept {
  std::size_t size = text.size();
  for (const char byte : text) {
    const char escape = kEscapes[static_cast<unsigned char>(byte)];
    if (escape != 0) size += escape == 'u' ? 5 : 1;
  }
  return size;
}

void append_json_string(std::string& out, std::string_view text) {
  out.push_back('"');
  if (is_valid_utf8(text.data(), text.size())) {
    append_escaped(out, text);
  } else {
    append_escaped(out, well_formed(text));
  }
  out.push_back('"');
}

}  // namespace anzenmap
