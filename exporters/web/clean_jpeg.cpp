// SPDX-License-Identifier: Apache-2.0
#include "exporters/web/clean_jpeg.hpp"

#include <cstdint>

namespace anzenmap {
namespace {

using Byte = unsigned char;

constexpr Byte kStart = 0xD8;
constexpr Byte kEnd = 0xD9;
constexpr Byte kScan = 0xDA;
constexpr Byte kComment = 0xFE;
constexpr Byte kJfif = 0xE0;
constexpr Byte kExif = 0xE1;
constexpr Byte kProfile = 0xE2;
constexpr Byte kAdobe = 0xEE;  // says how colours are stored
constexpr Byte kLastApplication = 0xEF;
constexpr unsigned kOrientation = 0x0112;

Byte byte_at(std::string_view bytes, std::size_t at) { return static_cast<Byte>(bytes[at]); }

unsigned word(std::string_view bytes, std::size_t at, bool little) {
  const unsigned first = byte_at(bytes, at);
  const unsigned second = byte_at(bytes, at + 1);
  return little ? second << 8U | first : first << 8U | second;
}

std::uint32_t long_word(std::string_view bytes, std::size_t at, bool little) {
  const std::uint32_t first = word(bytes, at, little);
  const std::uint32_t second = word(bytes, at + 2, little);
  return little ? second << 16U | first : first << 16U | second;
}

// Of the first directory of an EXIF segment (TIFF 6.0, section 2); 0 = not said.
unsigned orientation_of(std::string_view exif) {
  constexpr std::string_view kHead("Exif\0\0", 6);
  if (exif.substr(0, kHead.size()) != kHead) return 0;
  const std::string_view tiff = exif.substr(kHead.size());
  if (tiff.size() < 8) return 0;
  const bool little = tiff.substr(0, 2) == "II";
  if (!little && tiff.substr(0, 2) != "MM") return 0;
  const std::size_t directory = long_word(tiff, 4, little);
  if (directory > tiff.size() || tiff.size() - directory < 2) return 0;
  const unsigned entries = word(tiff, directory, little);
  for (unsigned i = 0; i < entries; ++i) {
    const std::size_t at = directory + 2 + std::size_t{12} * i;
    if (at > tiff.size() || tiff.size() - at < 12) return 0;
    if (word(tiff, at, little) == kOrientation) return word(tiff, at + 8, little);
  }
  return 0;
}

// An EXIF segment that says nothing but how the picture is turned.
std::string orientation_segment(unsigned orientation) {
  std::string out(
      "\xFF\xE1\x00\x22"
      "Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0",
      28);
  out += static_cast<char>(orientation);
  return out + std::string(7, '\0');
}

// Behind a scan's head: up to the next marker that is no part of the coded data.
std::size_t end_of_scan(std::string_view bytes, std::size_t at) {
  while (at + 1 < bytes.size()) {
    if (byte_at(bytes, at) != 0xFF) {
      ++at;
      continue;
    }
    const Byte next = byte_at(bytes, at + 1);
    const bool coded = next == 0 || (next >= 0xD0 && next <= 0xD7);  // a stuffed FF, a restart
    if (!coded && next != 0xFF) return at;
    at += coded ? 2 : 1;
  }
  return std::string_view::npos;
}

bool kept(Byte marker, std::string_view body) {
  if (marker == kJfif) return body.substr(0, 5) == std::string_view("JFIF\0", 5);
  if (marker == kProfile) return body.substr(0, 12) == std::string_view("ICC_PROFILE\0", 12);
  if (marker == kAdobe) return body.substr(0, 5) == "Adobe";
  return marker != kComment && (marker < kJfif || marker > kLastApplication);
}

}  // namespace

std::optional<std::string> clean_jpeg(std::string_view bytes) {
  if (bytes.size() < 4 || byte_at(bytes, 0) != 0xFF || byte_at(bytes, 1) != kStart) return std::nullopt;
  std::string out(bytes.substr(0, 2));
  unsigned orientation = 0;
  bool has_scan = false;
  for (std::size_t at = 2; at + 1 < bytes.size();) {
    if (byte_at(bytes, at) != 0xFF) return std::nullopt;
    const Byte marker = byte_at(bytes, at + 1);
    if (marker == 0xFF) {  // fill
      ++at;
      continue;
    }
    if (marker == kEnd) {
      if (!has_scan) return std::nullopt;
      out += "\xFF\xD9";
      if (orientation >= 2 && orientation <= 8) out.insert(2, orientation_segment(orientation));
      return out;
    }
    if (bytes.size() - at < 4) return std::nullopt;
    const std::size_t length = word(bytes, at + 2, false);
    if (length < 2 || bytes.size() - at - 2 < length) return std::nullopt;
    const std::string_view body = bytes.substr(at + 4, length - 2);
    if (marker == kExif && orientation == 0) orientation = orientation_of(body);
    std::size_t end = at + 2 + length;
    if (marker == kScan) {
      has_scan = true;
      end = end_of_scan(bytes, end);
      if (end == std::string_view::npos) return std::nullopt;
    }
    if (kept(marker, body)) out += bytes.substr(at, end - at);
    at = end;
  }
  return std::nullopt;
}

}  // namespace anzenmap
