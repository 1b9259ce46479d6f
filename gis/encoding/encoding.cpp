// SPDX-License-Identifier: Apache-2.0
#include "gis/encoding/encoding.hpp"

#include <string>

#include "gis/encoding/step.hpp"

namespace anzenmap {

namespace {

using encoding_step::Step;

struct StepCp932 {
  static constexpr bool ascii_bytes = true;
  static Step next(const unsigned char* p, std::size_t left) { return encoding_step::cp932(p, left); }
};
struct StepEucJp {
  static constexpr bool ascii_bytes = true;
  static Step next(const unsigned char* p, std::size_t left) { return encoding_step::euc_jp(p, left); }
};
struct StepUtf8 {
  static constexpr bool ascii_bytes = true;
  static Step next(const unsigned char* p, std::size_t left) { return encoding_step::utf8(p, left); }
};
struct StepUtf16Le {
  static constexpr bool ascii_bytes = false;
  static Step next(const unsigned char* p, std::size_t left) { return encoding_step::utf16(p, left, 1, 0); }
};
struct StepUtf16Be {
  static constexpr bool ascii_bytes = false;
  static Step next(const unsigned char* p, std::size_t left) { return encoding_step::utf16(p, left, 0, 1); }
};

char* put_utf8(char* to, char32_t character) {
  const auto byte = [](char32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); };
  if (character < 0x80) {
    *to++ = byte(character);
  } else if (character < 0x800) {
    *to++ = byte(0xC0 | (character >> 6U));
    *to++ = byte(0x80 | (character & 0x3FU));
  } else if (character < 0x10000) {
    *to++ = byte(0xE0 | (character >> 12U));
    *to++ = byte(0x80 | ((character >> 6U) & 0x3FU));
    *to++ = byte(0x80 | (character & 0x3FU));
  } else {
    *to++ = byte(0xF0 | (character >> 18U));
    *to++ = byte(0x80 | ((character >> 12U) & 0x3FU));
    *to++ = byte(0x80 | ((character >> 6U) & 0x3FU));
    *to++ = byte(0x80 | (character & 0x3FU));
  }
  return to;
}

template <typename Stepper>
std::vector<Undecodable> decode_with(std::string_view bytes, Bytes& out) {
  std::vector<Undecodable> bad;
  const std::size_t start = out.size();
  // No encoding here makes more than 3 bytes of one.
  out.resize(start + bytes.size() * 3);
  const auto* p = reinterpret_cast<const unsigned char*>(bytes.data());
  char* const begin = out.data() + start;
  char* to = begin;
  std::size_t at = 0;
  while (at < bytes.size()) {
    if constexpr (Stepper::ascii_bytes) {
      if (p[at] < 0x80) {
        *to++ = static_cast<char>(p[at++]);
        continue;
      }
    }
    const Step step = Stepper::next(p + at, bytes.size() - at);
    if (step.kind != Step::Kind::character) {
      const auto kind =
          step.kind == Step::Kind::private_use ? Undecodable::Kind::private_use : Undecodable::Kind::invalid;
      bad.push_back({kind, step.length, at, static_cast<std::size_t>(to - begin)});
    }
    to = put_utf8(to, step.character);
    at += step.length;
  }
  out.resize(start + static_cast<std::size_t>(to - begin));
  return bad;
}

template <typename Stepper>
bool decodes_with(std::string_view bytes, bool forgive_cut) {
  const auto* p = reinterpret_cast<const unsigned char*>(bytes.data());
  std::size_t at = 0;
  while (at < bytes.size()) {
    const Step step = Stepper::next(p + at, bytes.size() - at);
    if (step.kind == Step::Kind::invalid) return false;
    if (step.kind == Step::Kind::cut) return forgive_cut;
    at += step.length;
  }
  return true;
}

struct OtherName {
  std::string_view name;  ///< lower case, without - _ and blanks
  Encoding encoding;
};
constexpr OtherName other_names[] = {
    {"utf8", Encoding::utf8},        {"utf8bom", Encoding::utf8},   {"utf8sig", Encoding::utf8},
    {"cp932", Encoding::cp932},      {"ms932", Encoding::cp932},    {"932", Encoding::cp932},
    {"windows31j", Encoding::cp932}, {"shiftjis", Encoding::cp932}, {"sjis", Encoding::cp932},
    {"ansi", Encoding::cp932},       {"eucjp", Encoding::euc_jp},   {"euc", Encoding::euc_jp},
    {"ujis", Encoding::euc_jp},      {"eucjpms", Encoding::euc_jp}, {"cp51932", Encoding::euc_jp},
    {"utf16le", Encoding::utf16le},  {"utf16", Encoding::utf16le},  {"unicode", Encoding::utf16le},
    {"utf16be", Encoding::utf16be},
};

}  // namespace

std::string_view name_of(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8:
      return "utf-8";
    case Encoding::cp932:
      return "cp932";
    case Encoding::euc_jp:
      return "euc-jp";
    case Encoding::utf16le:
      return "utf-16le";
    case Encoding::utf16be:
      return "utf-16be";
  }
  return "";
}

std::optional<Encoding> encoding_named(std::string_view name) {
  std::string plain;
  for (const char byte : name) {
    if (byte == '-' || byte == '_' || byte == ' ') continue;
    plain.push_back(byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte);
  }
  for (const OtherName& other : other_names)
    if (other.name == plain) return other.encoding;
  return std::nullopt;
}

std::vector<Undecodable> decode_to_utf8(Encoding encoding, std::string_view bytes, Bytes& out) {
  switch (encoding) {
    case Encoding::utf8:
      return decode_with<StepUtf8>(bytes, out);
    case Encoding::cp932:
      return decode_with<StepCp932>(bytes, out);
    case Encoding::euc_jp:
      return decode_with<StepEucJp>(bytes, out);
    case Encoding::utf16le:
      return decode_with<StepUtf16Le>(bytes, out);
    case Encoding::utf16be:
      return decode_with<StepUtf16Be>(bytes, out);
  }
  return {};
}

bool decodes(Encoding encoding, std::string_view bytes, bool cut) {
  switch (encoding) {
    case Encoding::utf8:
      return decodes_with<StepUtf8>(bytes, cut);
    case Encoding::cp932:
      return decodes_with<StepCp932>(bytes, cut);
    case Encoding::euc_jp:
      return decodes_with<StepEucJp>(bytes, cut);
    case Encoding::utf16le:
      return decodes_with<StepUtf16Le>(bytes, cut);
    case Encoding::utf16be:
      return decodes_with<StepUtf16Be>(bytes, cut);
  }
  return false;
}

}  // namespace anzenmap
