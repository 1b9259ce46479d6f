// SPDX-License-Identifier: Apache-2.0
// Differential fuzzing of gis/encoding and of the guess. The first byte chooses the encoding, the rest is the
// text. Oracles: iconv where the C library is glibc, the UTF-8 check of gis/base, and what must hold between
// the functions.
#include <iconv.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gis/base/utf8.hpp"
#include "gis/encoding/encoding.hpp"
#include "importers/encoding/guess.hpp"

using namespace anzenmap;

namespace {

std::string_view input;  // for the message of a find

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "%s:", what);
  for (const char byte : input) std::fprintf(stderr, " %02X", static_cast<unsigned char>(byte));
  std::fputs("\n", stderr);
  std::abort();
}

struct CloseIconv {
  void operator()(void* descriptor) const { iconv_close(descriptor); }
};

/// The whole text by iconv; false where it refuses.
bool by_iconv(const char* name, std::string_view bytes, std::string& text) {
#if defined(__GLIBC__)
  const iconv_t opened = iconv_open("UTF-8", name);
  if (opened == reinterpret_cast<iconv_t>(-1)) return false;  // not installed
  const std::unique_ptr<void, CloseIconv> closing(opened);
  std::string from(bytes);
  text.assign(bytes.size() * 3 + 16, '\0');
  char* in = from.data();
  std::size_t in_left = from.size();
  char* out = text.data();
  std::size_t out_left = text.size();
  const bool done =
      iconv(opened, &in, &in_left, &out, &out_left) != static_cast<std::size_t>(-1) && in_left == 0;
  text.resize(text.size() - out_left);
  return done;
#else
  static_cast<void>(name), static_cast<void>(bytes), static_cast<void>(text);
  return false;
#endif
}

void check_places(const std::vector<Undecodable>& places, std::string_view bytes, std::string_view text) {
  std::size_t source = 0;
  std::size_t output = 0;
  for (const Undecodable& place : places) {
    require(place.length > 0 && place.source >= source && place.source + place.length <= bytes.size(),
            "source");
    require(place.output >= output && place.output + 3 <= text.size(), "output");
    if (place.kind == Undecodable::Kind::invalid) require(text.substr(place.output, 3) == "\uFFFD", "U+FFFD");
    source = place.source + place.length;
    output = place.output + 1;
  }
}

/// Bytes below 40 hex are never swallowed, so the parts between them decode alone.
void check_parts(Encoding encoding, std::string_view bytes, std::string_view text) {
  std::string joined;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= bytes.size(); ++i) {
    if (i < bytes.size() && static_cast<unsigned char>(bytes[i]) >= 0x40) continue;
    Bytes part;
    decode_to_utf8(encoding, bytes.substr(begin, i - begin), part);
    joined += part.view();
    if (i < bytes.size()) joined += bytes[i];
    begin = i + 1;
  }
  require(joined == text, "parts decode otherwise");
}

void check_cp932_back(std::string_view text) {
  Bytes encoded;
  std::vector<MissingCharacter> missing;
  encode_cp932(text, encoded, missing);
  Bytes again;
  const auto places = decode_to_utf8(Encoding::cp932, encoded.view(), again);
  require(places.empty(), "our own CP932 does not decode");
  if (missing.empty()) require(again.view() == text, "CP932 and back is another text");
  for (const MissingCharacter& one : missing) {
    require(one.offset < text.size(), "offset of a missing character");
    require(!cp932_has(one.character) && cp932_has(one.written), "missing character");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2 || size > 4096) return 0;
  input = {reinterpret_cast<const char*>(data), size};
  const std::string_view bytes = input.substr(1);
  const auto encoding = static_cast<Encoding>(data[0] % 5);
  Bytes text;
  const auto places = decode_to_utf8(encoding, bytes, text);
  require(is_valid_utf8(text.data(), text.size()), "output is not UTF-8");
  check_places(places, bytes, text.view());
  bool invalid = false;
  for (const Undecodable& place : places) invalid = invalid || place.kind == Undecodable::Kind::invalid;
  require(decodes(encoding, bytes) == !invalid, "decodes() says otherwise");
  if (!invalid) require(decodes(encoding, bytes, true), "decodes() with a cut says otherwise");
  if (encoding <= Encoding::euc_jp) check_parts(encoding, bytes, text.view());
  if (encoding == Encoding::utf8) {
    require(is_valid_utf8(bytes.data(), bytes.size()) == !invalid, "the UTF-8 check says otherwise");
    if (invalid)
      for (const Undecodable& place : places)
        if (place.kind == Undecodable::Kind::invalid) {
          require(first_invalid_utf8(bytes) == place.source, "first fault elsewhere");
          break;
        }
  }
  std::string oracle;
  constexpr const char* names[] = {"UTF-8", "CP932", "EUC-JP-MS", "UTF-16LE", "UTF-16BE"};
  // EUC-JP-MS has IBM's extensions behind 8F and private use from F5 on; CP51932 has NEC's selection there.
  const bool comparable =
      encoding != Encoding::euc_jp ||
      bytes.find_first_of("\x8F\xF5\xF6\xF7\xF8\xF9\xFA\xFB\xFC\xFD\xFE") == std::string_view::npos;
  if (comparable && !invalid && by_iconv(names[data[0] % 5], bytes, oracle))
    require(oracle == text.view(), "iconv reads otherwise");
  check_cp932_back(text.view());
  const EncodingGuess guess = guess_encoding(bytes, true);
  require(guess.mark <= bytes.size() && !guess.evidence_ja.empty() && !guess.evidence_en.empty(), "guess");
  if (guess.mark == 0 && is_valid_utf8(bytes.data(), bytes.size()) &&
      bytes.find('\0') == std::string_view::npos)
    require(guess.encoding == Encoding::utf8, "valid UTF-8 taken for something else");
  return 0;
}
