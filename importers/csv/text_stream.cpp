// SPDX-License-Identifier: Apache-2.0
#include "importers/csv/text_stream.hpp"

#include <algorithm>
#include <cstring>

namespace anzenmap::csv {

namespace {

char byte(unsigned value) { return static_cast<char>(static_cast<unsigned char>(value)); }

char* put_three(char* to, unsigned unit) {
  *to++ = byte(0xE0U | (unit >> 12U));
  *to++ = byte(0x80U | ((unit >> 6U) & 0x3FU));
  *to++ = byte(0x80U | (unit & 0x3FU));
  return to;
}

/// Carries whole characters over; returns how many bytes were used. A unit becomes at most 3 bytes.
std::size_t carry_over(const char* units, std::size_t size, bool little, bool final, Bytes& into) {
  const auto unit_at = [&](std::size_t at) {
    const auto first = static_cast<unsigned>(static_cast<unsigned char>(units[at]));
    const auto second = static_cast<unsigned>(static_cast<unsigned char>(units[at + 1]));
    return little ? second << 8U | first : first << 8U | second;
  };
  const std::size_t start = into.size();
  into.resize(start + size / 2 * 3 + 1);
  char* to = into.data() + start;
  std::size_t at = 0;
  for (; at + 1 < size; at += 2) {
    const unsigned unit = unit_at(at);
    if (unit < 0x80) {
      *to++ = byte(unit);
    } else if (unit < 0x800) {
      *to++ = byte(0xC0U | (unit >> 6U));
      *to++ = byte(0x80U | (unit & 0x3FU));
    } else if (unit >= 0xD800 && unit <= 0xDBFF) {
      if (at + 3 >= size && !final) break;  // its other half is to come
      const unsigned low = at + 3 < size ? unit_at(at + 2) : 0;
      if (low >= 0xDC00 && low <= 0xDFFF) {
        const unsigned character = 0x10000U + ((unit - 0xD800U) << 10U) + (low - 0xDC00U);
        *to++ = byte(0xF0U | (character >> 18U));
        *to++ = byte(0x80U | ((character >> 12U) & 0x3FU));
        *to++ = byte(0x80U | ((character >> 6U) & 0x3FU));
        *to++ = byte(0x80U | (character & 0x3FU));
        at += 2;
      } else {
        to = put_three(to, unit);
      }
    } else {
      to = put_three(to, unit);
    }
  }
  if (final && at + 1 == size) {
    *to++ = '\xFF';
    ++at;
  }
  into.resize(static_cast<std::size_t>(to - into.data()));
  return at;
}

}  // namespace

bool TextStream::read(Bytes& into, std::size_t size) {
  if (ended_) return false;
  if (is_utf16()) return read_utf16(into, size);
  const std::size_t before = into.size();
  into.resize(before + size);
  const std::size_t got = file_->read_at(offset_, into.data() + before, size);
  into.resize(before + got);
  offset_ += got;
  ended_ = got < size;
  return got > 0;
}

bool TextStream::read_utf16(Bytes& into, std::size_t size) {
  const std::size_t kept = units_.size();
  const std::size_t wanted = std::max<std::size_t>(size, 8);
  units_.resize(kept + wanted);
  const std::size_t got = file_->read_at(offset_, units_.data() + kept, wanted);
  units_.resize(kept + got);
  offset_ += got;
  ended_ = got < wanted;
  const std::size_t before = into.size();
  const std::size_t used =
      carry_over(units_.data(), units_.size(), encoding_ == Encoding::utf16le, ended_, into);
  std::memmove(units_.data(), units_.data() + used, units_.size() - used);
  units_.resize(units_.size() - used);
  return into.size() > before;
}

}  // namespace anzenmap::csv
