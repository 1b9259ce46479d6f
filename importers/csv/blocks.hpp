// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// Looking at 64 bytes of a table at once; bit i of a mask stands for byte i. The only place that knows the
/// processor.
namespace anzenmap::csv {

inline constexpr std::size_t kBlock = 64;

struct BlockMasks {
  std::uint64_t events;   ///< separator, quote, control character
  std::uint64_t high;     ///< byte of 0x80 or above
  std::uint64_t special;  ///< makes a cell's flags worth a closer look: backslash, comma that is no
                          ///< separator, lead byte that may begin a private-use character or U+FFFD
};

namespace blocks {

/// Keeps of `leads` (bytes from EE on) those that may begin a private-use character or U+FFFD.
inline std::uint64_t private_use_leads(const char* p, std::uint64_t leads) {
  std::uint64_t kept = 0;
  while (leads != 0) {
    const auto i = static_cast<unsigned>(__builtin_ctzll(leads));
    leads &= leads - 1;
    const auto lead = static_cast<unsigned char>(p[i]);
    // EF from A4 on: compatibility kanji and full-width forms, frequent in Japanese; EF BF holds U+FFFD.
    const auto next = static_cast<unsigned char>(p[i + 1]);
    if (lead == 0xEF && next >= 0xA4 && next != 0xBF) continue;
    if (lead == 0xF0) continue;
    kept |= std::uint64_t{1} << i;
  }
  return kept;
}

#if defined(__SSE2__)

inline std::uint64_t movemask(__m128i a, __m128i b, __m128i c, __m128i d) {
  const auto bits = [](__m128i v) {
    return static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(v)));
  };
  return bits(a) | bits(b) << 16U | bits(c) << 32U | bits(d) << 48U;
}

inline __m128i load(const char* p) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(p)); }

/// Bytes of `block` that equal `byte` in all 16 places.
inline __m128i equal(__m128i block, char byte) { return _mm_cmpeq_epi8(block, _mm_set1_epi8(byte)); }

/// Byte `at_least` or above, unsigned.
inline __m128i from(__m128i block, unsigned char at_least) {
  const __m128i bound = _mm_set1_epi8(static_cast<char>(at_least));
  return _mm_cmpeq_epi8(_mm_max_epu8(block, bound), block);
}

inline __m128i up_to(__m128i block, unsigned char at_most) {
  const __m128i bound = _mm_set1_epi8(static_cast<char>(at_most));
  return _mm_cmpeq_epi8(_mm_min_epu8(block, bound), block);
}

inline __m128i events(__m128i block, char separator) {
  return _mm_or_si128(_mm_or_si128(equal(block, separator), equal(block, '"')),
                      _mm_or_si128(up_to(block, 0x1F), equal(block, 0x7F)));
}

/// `other` is a backslash again where a comma needs no look.
inline __m128i specials(__m128i block, char other) {
  return _mm_or_si128(equal(block, '\\'), equal(block, other));
}

[[gnu::always_inline]] inline BlockMasks look_at(const char* p, char separator) {
  const char other = separator == ',' ? '\\' : ',';
  const __m128i a = load(p);
  const __m128i b = load(p + 16);
  const __m128i c = load(p + 32);
  const __m128i d = load(p + 48);
  BlockMasks masks{};
  masks.events =
      movemask(events(a, separator), events(b, separator), events(c, separator), events(d, separator));
  masks.high = movemask(a, b, c, d);
  masks.special = movemask(specials(a, other), specials(b, other), specials(c, other), specials(d, other));
  if (masks.high != 0) {
    const std::uint64_t leads = movemask(from(a, 0xEE), from(b, 0xEE), from(c, 0xEE), from(d, 0xEE));
    if (leads != 0) masks.special |= private_use_leads(p, leads);
  }
  return masks;
}

/// Offset of the first quote in [from, to), `to` if there is none. May read up to 63 bytes past `to`.
inline std::size_t find_quote(const char* text, std::size_t from, std::size_t to) {
  for (; from < to; from += kBlock) {
    const char* p = text + from;
    const __m128i a = equal(load(p), '"');
    const __m128i b = equal(load(p + 16), '"');
    const __m128i c = equal(load(p + 32), '"');
    const __m128i d = equal(load(p + 48), '"');
    if (_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(a, b), _mm_or_si128(c, d))) == 0) continue;
    const std::size_t found = from + static_cast<std::size_t>(__builtin_ctzll(movemask(a, b, c, d)));
    return found < to ? found : to;
  }
  return to;
}

#else

inline BlockMasks look_at(const char* p, char separator) {
  BlockMasks masks{};
  std::uint64_t leads = 0;
  for (unsigned i = 0; i < kBlock; ++i) {
    const auto byte = static_cast<unsigned char>(p[i]);
    const std::uint64_t bit = std::uint64_t{1} << i;
    if (byte < 0x20 || byte == 0x7F || byte == '"' || p[i] == separator) masks.events |= bit;
    if (byte >= 0x80) masks.high |= bit;
    if (byte >= 0xEE) leads |= bit;
    if (byte == '\\' || (byte == ',' && separator != ',')) masks.special |= bit;
  }
  masks.special |= private_use_leads(p, leads);
  return masks;
}

inline std::size_t find_quote(const char* text, std::size_t from, std::size_t to) {
  while (from < to && text[from] != '"') ++from;
  return from;
}

#endif

}  // namespace blocks

}  // namespace anzenmap::csv
