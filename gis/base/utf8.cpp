// SPDX-License-Identifier: Apache-2.0
#include "gis/base/utf8.hpp"

#include <cstdint>
#include <cstring>

#if defined(__x86_64__) && (defined(__GNUC__) || defined(__clang__))
#define ANZENMAP_UTF8_X86 1
#include <immintrin.h>
#else
#define ANZENMAP_UTF8_X86 0
#endif

namespace anzenmap {
namespace {

/// Length of the well-formed sequence that begins at `p`; 0 where there is none.
std::size_t sequence_length(const unsigned char* p, std::size_t left) noexcept {
  const auto continues = [p, left](std::size_t i) { return i < left && (p[i] & 0xC0U) == 0x80U; };
  const unsigned lead = p[0];
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;  // a continuation without lead, or an overlong form of ASCII
  if (lead < 0xE0) return continues(1) ? 2 : 0;
  if (lead < 0xF0) {
    if (!continues(1) || !continues(2)) return 0;
    if (lead == 0xE0 && p[1] < 0xA0) return 0;   // overlong
    if (lead == 0xED && p[1] >= 0xA0) return 0;  // surrogate
    return 3;
  }
  if (lead > 0xF4 || !continues(1) || !continues(2) || !continues(3)) return 0;
  if (lead == 0xF0 && p[1] < 0x90) return 0;   // overlong
  if (lead == 0xF4 && p[1] >= 0x90) return 0;  // above U+10FFFF
  return 4;
}

#if ANZENMAP_UTF8_X86

// The method of J. Keiser and D. Lemire, "Validating UTF-8 in less than one instruction per byte" (2021):
// each pair of neighbouring bytes is looked up by three half bytes; a bit that survives in all three tables
// names a fault. Only the bits of third and fourth bytes need a look further back.
constexpr std::uint8_t too_short = 1U << 0U;  // lead, then no continuation
constexpr std::uint8_t too_long = 1U << 1U;   // ASCII, then a continuation
constexpr std::uint8_t overlong3 = 1U << 2U;  // E0 80..9F
constexpr std::uint8_t too_large = 1U << 3U;  // F4 90..BF, F5..FF 90..BF
constexpr std::uint8_t surrogate = 1U << 4U;  // ED A0..BF
constexpr std::uint8_t overlong2 = 1U << 5U;  // C0..C1, then a continuation
constexpr std::uint8_t edge_1000 = 1U << 6U;  // F0 80..8F (overlong), F5..FF 80..8F (too large)
constexpr std::uint8_t two_conts = 1U << 7U;  // two continuations: right only where a lead stands before
constexpr std::uint8_t any_low =
    too_short | too_long | two_conts;  // faults that the low half does not decide

struct HalfByteTable {
  alignas(16) std::uint8_t bits[16];
};

constexpr HalfByteTable first_high = {{too_long, too_long, too_long, too_long, too_long, too_long, too_long,
                                       too_long, two_conts, two_conts, two_conts, two_conts,
                                       too_short | overlong2, too_short, too_short | overlong3 | surrogate,
                                       too_short | too_large | edge_1000}};

constexpr std::uint8_t low_large = any_low | too_large | edge_1000;
constexpr HalfByteTable first_low = {{any_low | overlong2 | overlong3 | edge_1000, any_low | overlong2,
                                      any_low, any_low, any_low | too_large, low_large, low_large, low_large,
                                      low_large, low_large, low_large, low_large, low_large,
                                      low_large | surrogate, low_large, low_large}};

constexpr std::uint8_t second_any = too_long | overlong2 | two_conts;
constexpr HalfByteTable second_high = {
    {too_short, too_short, too_short, too_short, too_short, too_short, too_short, too_short,
     second_any | overlong3 | edge_1000, second_any | overlong3 | too_large,
     second_any | surrogate | too_large, second_any | surrogate | too_large, too_short, too_short, too_short,
     too_short}};

#define ANZENMAP_SSSE3 __attribute__((target("ssse3")))

ANZENMAP_SSSE3 inline __m128i load(const void* from) noexcept {
  return _mm_loadu_si128(static_cast<const __m128i*>(from));
}

ANZENMAP_SSSE3 inline __m128i high_half(__m128i bytes) noexcept {
  return _mm_and_si128(_mm_srli_epi16(bytes, 4), _mm_set1_epi8(0x0F));
}

/// Faults that end in `block`; `before` is the block in front of it.
ANZENMAP_SSSE3 inline __m128i faults_in(__m128i block, __m128i before) noexcept {
  const __m128i back1 = _mm_alignr_epi8(block, before, 15);
  const __m128i back2 = _mm_alignr_epi8(block, before, 14);
  const __m128i back3 = _mm_alignr_epi8(block, before, 13);
  const __m128i high = _mm_shuffle_epi8(load(first_high.bits), high_half(back1));
  const __m128i low = _mm_shuffle_epi8(load(first_low.bits), _mm_and_si128(back1, _mm_set1_epi8(0x0F)));
  const __m128i second = _mm_shuffle_epi8(load(second_high.bits), high_half(block));
  const __m128i pair = _mm_and_si128(_mm_and_si128(high, low), second);
  // The top bit is set where the byte two back is E0 or more, or the byte three back F0 or more: exactly
  // there two continuations in a row are due.
  const __m128i third = _mm_subs_epu8(back2, _mm_set1_epi8(0x60));
  const __m128i fourth = _mm_subs_epu8(back3, _mm_set1_epi8(0x70));
  const __m128i due = _mm_and_si128(_mm_or_si128(third, fourth), _mm_set1_epi8(static_cast<char>(0x80)));
  return _mm_xor_si128(pair, due);
}

ANZENMAP_SSSE3 inline bool any(__m128i faults) noexcept {
  return _mm_movemask_epi8(_mm_cmpeq_epi8(faults, _mm_setzero_si128())) != 0xFFFF;
}

ANZENMAP_SSSE3 bool is_valid_ssse3(const char* data, std::size_t size) noexcept {
  __m128i before = _mm_setzero_si128();
  __m128i faults = _mm_setzero_si128();
  std::size_t at = 0;
  for (; size - at >= 64; at += 64) {
    const __m128i a = load(data + at);
    const __m128i b = load(data + at + 16);
    const __m128i c = load(data + at + 32);
    const __m128i d = load(data + at + 48);
    faults = _mm_or_si128(faults, faults_in(a, before));
    before = d;
    if (_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(a, b), _mm_or_si128(c, d))) == 0) continue;  // all ASCII
    faults = _mm_or_si128(faults, faults_in(b, a));
    faults = _mm_or_si128(faults, faults_in(c, b));
    faults = _mm_or_si128(faults, faults_in(d, c));
    if ((at & 0xFFFU) == 0 && any(faults)) return false;
  }
  for (; size - at >= 16; at += 16) {
    const __m128i block = load(data + at);
    faults = _mm_or_si128(faults, faults_in(block, before));
    before = block;
  }
  // The rest is filled up with at least one NUL, so that a sequence cut off by the end meets ASCII.
  alignas(16) char rest[16] = {};
  if (size > at) std::memcpy(rest, data + at, size - at);
  faults = _mm_or_si128(faults, faults_in(load(rest), before));
  return !any(faults);
}

// The same with 32 bytes a block.
#define ANZENMAP_AVX2 __attribute__((target("avx2")))

ANZENMAP_AVX2 inline __m256i load_wide(const void* from) noexcept {
  return _mm256_loadu_si256(static_cast<const __m256i*>(from));
}

ANZENMAP_AVX2 inline __m256i table_wide(const HalfByteTable& table) noexcept {
  return _mm256_broadcastsi128_si256(_mm_load_si128(reinterpret_cast<const __m128i*>(table.bits)));
}

ANZENMAP_AVX2 inline __m256i high_half(__m256i bytes) noexcept {
  return _mm256_and_si256(_mm256_srli_epi16(bytes, 4), _mm256_set1_epi8(0x0F));
}

ANZENMAP_AVX2 inline __m256i faults_in(__m256i block, __m256i before) noexcept {
  const __m256i middle = _mm256_permute2x128_si256(before, block, 0x21);
  const __m256i back1 = _mm256_alignr_epi8(block, middle, 15);
  const __m256i back2 = _mm256_alignr_epi8(block, middle, 14);
  const __m256i back3 = _mm256_alignr_epi8(block, middle, 13);
  const __m256i high = _mm256_shuffle_epi8(table_wide(first_high), high_half(back1));
  const __m256i low =
      _mm256_shuffle_epi8(table_wide(first_low), _mm256_and_si256(back1, _mm256_set1_epi8(0x0F)));
  const __m256i second = _mm256_shuffle_epi8(table_wide(second_high), high_half(block));
  const __m256i pair = _mm256_and_si256(_mm256_and_si256(high, low), second);
  const __m256i third = _mm256_subs_epu8(back2, _mm256_set1_epi8(0x60));
  const __m256i fourth = _mm256_subs_epu8(back3, _mm256_set1_epi8(0x70));
  const __m256i due =
      _mm256_and_si256(_mm256_or_si256(third, fourth), _mm256_set1_epi8(static_cast<char>(0x80)));
  return _mm256_xor_si256(pair, due);
}

ANZENMAP_AVX2 bool is_valid_avx2(const char* data, std::size_t size) noexcept {
  __m256i before = _mm256_setzero_si256();
  __m256i faults = _mm256_setzero_si256();
  std::size_t at = 0;
  for (; size - at >= 64; at += 64) {
    const __m256i a = load_wide(data + at);
    const __m256i b = load_wide(data + at + 32);
    faults = _mm256_or_si256(faults, faults_in(a, before));
    before = b;
    if (_mm256_movemask_epi8(_mm256_or_si256(a, b)) == 0) continue;  // all ASCII
    faults = _mm256_or_si256(faults, faults_in(b, a));
    if ((at & 0xFFFU) == 0 && _mm256_testz_si256(faults, faults) == 0) return false;
  }
  alignas(32) char rest[64] = {};
  if (size > at) std::memcpy(rest, data + at, size - at);
  const __m256i a = load_wide(rest);
  const __m256i b = load_wide(rest + 32);
  faults = _mm256_or_si256(faults, faults_in(a, before));
  faults = _mm256_or_si256(faults, faults_in(b, a));
  return _mm256_testz_si256(faults, faults) != 0;
}

#endif  // ANZENMAP_UTF8_X86

}  // namespace

std::size_t first_invalid_utf8_bytewise(std::string_view text) noexcept {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t length = sequence_length(bytes + at, text.size() - at);
    if (length == 0) return at;
    at += length;
  }
  return std::string_view::npos;
}

bool has_utf8_way(Utf8Way way) noexcept {
#if ANZENMAP_UTF8_X86
  if (way == Utf8Way::avx2) return __builtin_cpu_supports("avx2") != 0;
  if (way == Utf8Way::ssse3) return __builtin_cpu_supports("ssse3") != 0;
#endif
  return way == Utf8Way::bytewise;
}

bool is_valid_utf8(const char* data, std::size_t size, Utf8Way way) noexcept {
#if ANZENMAP_UTF8_X86
  if (way == Utf8Way::avx2) return is_valid_avx2(data, size);
  if (way == Utf8Way::ssse3) return is_valid_ssse3(data, size);
#endif
  return first_invalid_utf8_bytewise({data, size}) == std::string_view::npos;
}

bool is_valid_utf8(const char* data, std::size_t size) noexcept {
  const Utf8Way way = has_utf8_way(Utf8Way::avx2)    ? Utf8Way::avx2
                      : has_utf8_way(Utf8Way::ssse3) ? Utf8Way::ssse3
                                                     : Utf8Way::bytewise;
  return is_valid_utf8(data, size, way);
}

std::size_t first_invalid_utf8(std::string_view text) noexcept {
  if (is_valid_utf8(text.data(), text.size())) return std::string_view::npos;
  return first_invalid_utf8_bytewise(text);
}

}  // namespace anzenmap
