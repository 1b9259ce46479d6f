// SPDX-License-Identifier: Apache-2.0
#include "gis/encoding/encoding.hpp"

#include <iconv.h>

#include <string>
#include <vector>

#include "catch.hpp"
#include "gis/base/error.hpp"
#include "gis/base/utf8.hpp"
#include "importers/encoding/guess.hpp"
#include "tests/importers/csv_fixture.hpp"

using namespace anzenmap;
using namespace anzenmap::test;

namespace {

std::string decoded(Encoding encoding, std::string_view bytes) {
  Bytes out;
  decode_to_utf8(encoding, bytes, out);
  return std::string(out.view());
}

std::vector<Undecodable> places(Encoding encoding, std::string_view bytes) {
  Bytes out;
  return decode_to_utf8(encoding, bytes, out);
}

std::string cp932(std::string_view utf8) {
  Bytes out;
  std::vector<MissingCharacter> missing;
  encode_cp932(utf8, out, missing);
  REQUIRE(missing.empty());
  return std::string(out.view());
}

/// By way of CP932, whose rows and cells EUC-JP writes with other bytes.
std::string euc_jp(std::string_view utf8) {
  const std::string shift_jis = cp932(utf8);
  std::string out;
  for (std::size_t i = 0; i < shift_jis.size(); ++i) {
    const auto lead = static_cast<unsigned char>(shift_jis[i]);
    if (lead < 0x80) {
      out += shift_jis[i];
      continue;
    }
    if (lead >= 0xA1 && lead <= 0xDF) {
      out += '\x8E';
      out += shift_jis[i];
      continue;
    }
    const auto trail = static_cast<unsigned char>(shift_jis[++i]);
    unsigned row = (lead - (lead < 0xA0 ? 0x81U : 0xC1U)) * 2 + 1;
    unsigned cell = trail - 0x40U - (trail > 0x7F ? 1 : 0);
    if (cell >= 94) {
      ++row;
      cell -= 94;
    }
    out += static_cast<char>(static_cast<unsigned char>(0xA0 + row));
    out += static_cast<char>(static_cast<unsigned char>(0xA1 + cell));
  }
  return out;
}

const std::string prose =
    "名称,区分,緯度,経度,コメント\n"
    "正門前の横断歩道,危険,34.0471,131.8282,車が多くて見通しが悪いので、気をつけてわたる\n"
    "裏門のところ,危険,34.0472,131.8283,夕方になると暗くて人通りが少ない\n";

std::string with_rows(int count) {
  std::string text = "name,lat,lon\n";
  for (int i = 0; i < count; ++i) text += "place " + std::to_string(i) + ",34.0471,131.8282\n";
  return text;
}

}  // namespace

TEST_CASE("CP932 is read as Windows does") {
  CHECK(decoded(Encoding::cp932, "\x81\x60") == "～");
  CHECK(decoded(Encoding::cp932, "\x81\x7C") == "－");
  CHECK(decoded(Encoding::cp932, "\x81\x61") == "∥");
  CHECK(decoded(Encoding::cp932, "\x87\x40") == "①");
  CHECK(decoded(Encoding::cp932, "\x87\x8A") == "㈱");
  CHECK(decoded(Encoding::cp932, "\xFB\xFC") == "髙");
  CHECK(decoded(Encoding::cp932, "\xEE\xE0") == "髙");
  CHECK(decoded(Encoding::cp932, "\x95\x5C") == "表");
  CHECK(decoded(Encoding::cp932, "\xB6\xDE~\\") == "ｶﾞ~\\");
  CHECK(places(Encoding::cp932, "\x88\x9F\xEA\xA4").empty());
}

TEST_CASE("bytes that are no CP932 are told where they stand, and ASCII behind them stays") {
  const std::string bytes =
      "a\x81,\xFD\x82\xFF"
      "b\x88";
  const auto bad = places(Encoding::cp932, bytes);
  REQUIRE(bad.size() == 4);
  CHECK(bad[0].source == 1);
  CHECK(bad[0].length == 1);
  CHECK(bad[0].output == 1);
  CHECK(bad[1].source == 3);
  CHECK(bad[2].source == 4);
  CHECK(bad[2].length == 2);
  CHECK(bad[3].source == 7);
  CHECK(decoded(Encoding::cp932, bytes) ==
        "a\uFFFD,\uFFFD\uFFFD"
        "b\uFFFD");
  CHECK(!decodes(Encoding::cp932, bytes));
  CHECK(decodes(Encoding::cp932, "\x88\x9F\x88", true));
  CHECK(!decodes(Encoding::cp932, "\x88\x9F\x88"));
}

TEST_CASE("gaiji are told and kept") {
  const auto bad = places(Encoding::cp932, "\xF0\x40\xF9\xFC");
  REQUIRE(bad.size() == 2);
  CHECK(bad[0].kind == Undecodable::Kind::private_use);
  CHECK(decoded(Encoding::cp932, "\xF0\x40\xF9\xFC") == "\uE000\uE757");
  CHECK(places(Encoding::utf8, "\uE000").at(0).kind == Undecodable::Kind::private_use);
  CHECK(places(Encoding::utf8, "葛\U000E0100").empty());  // a variation selector is no gaiji
  CHECK(places(Encoding::utf8, "\U000F0000").size() == 1);
  CHECK(places(Encoding::utf8, "👦").empty());
}

TEST_CASE("EUC-JP has the same repertoire by row and cell, and JIS X 0212") {
  CHECK(decoded(Encoding::euc_jp, euc_jp(prose)) == prose);
  CHECK(decoded(Encoding::euc_jp, euc_jp("①～－ｶﾞ")) == "①～－ｶﾞ");
  CHECK(decoded(Encoding::euc_jp, "\x8F\xB0\xA1") == "丂");
  CHECK(places(Encoding::euc_jp, "\xB0").size() == 1);
  CHECK(places(Encoding::euc_jp, "\xB0,\x8F\xB0,\x8E\xE0").size() == 3);
  CHECK(decoded(Encoding::euc_jp, "\xB0,") == "\uFFFD,");
}

TEST_CASE("UTF-16 needs whole pairs of surrogates") {
  const std::string pair = utf16(u"山👦", true);
  CHECK(decoded(Encoding::utf16le, pair) == "山👦");
  CHECK(decoded(Encoding::utf16be, utf16(u"山👦", false)) == "山👦");
  CHECK(places(Encoding::utf16le, std::string_view("\x3D\xD8\x61\x00", 4)).size() == 1);
  CHECK(places(Encoding::utf16le, std::string_view("\x66\xDC", 2)).size() == 1);
  CHECK(places(Encoding::utf16le, std::string_view("a", 1)).size() == 1);
}

TEST_CASE("what CP932 has comes back as the same character, what it lacks is told") {
  std::size_t characters = 0;
  for (char32_t c = 0x80; c < 0x10000; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    if (!cp932_has(c)) continue;
    const std::uint16_t code = cp932_code(c);
    const std::string bytes = code < 0x100
                                  ? std::string(1, static_cast<char>(static_cast<unsigned char>(code)))
                                  : std::string{static_cast<char>(static_cast<unsigned char>(code >> 8U)),
                                                static_cast<char>(static_cast<unsigned char>(code))};
    const std::string text = decoded(Encoding::cp932, bytes);
    if (cp932(text) != bytes) FAIL("U+" << std::hex << static_cast<unsigned>(c));
    ++characters;
  }
  // JIS X 0208, half-width katakana, NEC row 13 and IBM's extensions without what they have in common.
  CHECK(characters == 6879 + 63 + 74 + 373);

  Bytes out;
  std::vector<MissingCharacter> missing;
  encode_cp932("a〜b👦\uE000", out, missing);
  CHECK(std::string(out.view()) ==
        "a\x81\x60"
        "b\x81\xAC\x81\xAC");
  REQUIRE(missing.size() == 3);
  CHECK(missing[0].offset == 1);
  CHECK(missing[0].character == 0x301C);
  CHECK(missing[0].written == 0xFF5E);
  CHECK(missing[1].character == 0x1F466);
  CHECK(missing[1].written == 0x3013);
}

TEST_CASE("encodings have usual names") {
  CHECK(encoding_named("Shift_JIS") == Encoding::cp932);
  CHECK(encoding_named("Windows-31J") == Encoding::cp932);
  CHECK(encoding_named("UTF8") == Encoding::utf8);
  CHECK(encoding_named("EUC-JP") == Encoding::euc_jp);
  CHECK(!encoding_named("latin1"));
}

TEST_CASE("the encoding is guessed from the head") {
  const auto guess = [](std::string_view head, bool whole = true) {
    return guess_encoding(head, whole).encoding;
  };
  CHECK(guess(prose) == Encoding::utf8);
  CHECK(guess(std::string_view(prose).substr(0, 80), false) == Encoding::utf8);  // 80 cuts a character
  CHECK(guess(cp932(prose)) == Encoding::cp932);
  CHECK(guess(euc_jp(prose)) == Encoding::euc_jp);
  CHECK(guess(cp932("名称,緯度\nｼｭｳﾅﾝｼ,34\n")) == Encoding::cp932);
  CHECK(guess("\xEF\xBB\xBF"
              "a,b\n") == Encoding::utf8);
  CHECK(guess(utf16(u"\uFEFF名称,緯度\n", true)) == Encoding::utf16le);
  CHECK(guess(utf16(u"名称,緯度\n正門,34.1\n裏門,34.2\n", true)) == Encoding::utf16le);
  CHECK(guess(utf16(u"名称,緯度\n正門,34.1\n裏門,34.2\n", false)) == Encoding::utf16be);
  CHECK(guess_encoding("a,b\n1,2\n", true).ascii_only);
  // One broken byte does not make UTF-8 another encoding.
  CHECK(guess(prose + "\xE3\x81,\n") == Encoding::utf8);
  CHECK(guess(cp932(prose) + "\xFD,\n") == Encoding::cp932);
}

TEST_CASE("tables in each encoding read alike") {
  const Table wanted = read_csv(prose);
  CHECK(wanted.records.size() == 2);
  for (const std::string& bytes : {cp932(prose), euc_jp(prose)}) {
    const Table table = read_csv(bytes);
    CHECK(table.layer.headers == wanted.layer.headers);
    CHECK(table.written_out() == wanted.written_out());
  }
  CHECK(read_csv(cp932("名称|緯度|経度\nポ\"|34|131\n\"表|ソ\"|34|131\n")).records ==
        std::vector<std::vector<std::string>>{{"ポ\"", "34", "131"}, {"表|ソ", "34", "131"}});
}

TEST_CASE("an undecodable byte is told with its bytes and flags its cell; the rest of the table stays") {
  ReadOptions options;
  options.encoding = "cp932";
  const Table table =
      read_csv(cp932("名称,緯度,経度\n正門") + "\x88\x20,34.1,131.8\n" + cp932("裏門,34.2,131.9\n"), options);
  REQUIRE(table.records.size() == 2);
  CHECK(table.count("IN101") == 1);
  const Diagnostic& told = table.told("IN101");
  CHECK(told.row == 2);
  CHECK(told.line == 2);
  CHECK(told.column == "名称");
  CHECK(told.record == 0);
  CHECK(render_message(told, Language::en).find("88") != std::string::npos);
  CHECK(table.records[0][0] == "正門\uFFFD ");
  CHECK((table.flags[0][0] & cell_flag::kUndecodable) != 0);
  CHECK((table.flags[0][1] & cell_flag::kUndecodable) == 0);
  CHECK(table.records[1][0] == "裏門");
}

TEST_CASE("gaiji and NUL flag their cells, too") {
  const Table gaiji = read_csv(cp932("名称,緯度,経度\n") + "\xF0\x40" + cp932("田商店,34.1,131.8\n"));
  CHECK(gaiji.told("IN102").row == 2);
  CHECK((gaiji.flags[0][0] & cell_flag::kUndecodable) != 0);
  const Table in_utf8 = read_csv("名称,緯度,経度\n\uE000田,34.1,131.8\n葛\U000E0100城,34.2,131.9\n");
  CHECK(in_utf8.count("IN102") == 1);
  CHECK(render_message(in_utf8.told("IN102"), Language::ja).find("U+E000") != std::string::npos);
  CHECK((in_utf8.flags[1][0] & cell_flag::kUndecodable) == 0);
  const Table nul = read_csv(std::string("名称,緯度,経度\n正\0門,34.1,131.8\n", 39));
  CHECK(nul.count("IN103") == 1);
  CHECK((nul.flags[0][0] & cell_flag::kUndecodable) != 0);
}

TEST_CASE("a lone surrogate is told as its unit") {
  std::string bytes = utf16(u"\uFEFF名称,緯度\n正門X,34\n", true);
  const std::size_t x = bytes.find(std::string("X\0", 2));
  bytes.replace(x, 2, std::string("\x3D\xD8", 2));
  const Table table = read_csv(bytes);
  REQUIRE(table.records.size() == 1);
  CHECK(table.count("IN101") == 1);
  CHECK(render_message(table.told("IN101"), Language::en).find("D83D") != std::string::npos);
  CHECK(read_csv(utf16(u"\uFEFF名称,緯度\n正門,34", true) + "x").count("IN101") == 1);
}

TEST_CASE("when a later byte does not decode, another encoding that reads it all is asked for") {
  ReadOptions options;
  options.chunk_bytes = 4096;
  for (const auto& [bytes, name] : {std::pair{cp932("正門前の横断歩道,34.1,131.8\n"), "cp932"},
                                    std::pair{euc_jp("正門前の横断歩道,34.1,131.8\n"), "euc-jp"}}) {
    const std::string text = with_rows(4000) + bytes + with_rows(10).substr(13);
    try {
      read_csv(text, options);
      FAIL("no RereadRequest");
    } catch (const RereadRequest& request) {
      CHECK(request.item.key == "encoding");
      CHECK(request.item.value == name);
      ReadOptions again = options;
      again.encoding = request.item.value;
      const Table table = read_csv(text, again);
      CHECK(table.records.size() == 4011);
      CHECK(table.found.empty());
      CHECK(table.records[4000][0] == "正門前の横断歩道");
    }
  }
}

TEST_CASE("where no encoding reads all, the first stays and the byte is told") {
  ReadOptions options;
  options.chunk_bytes = 4096;
  const Table table = read_csv(prose + with_rows(4000) + "裏\xE3門,34,131\n" + with_rows(3), options);
  CHECK(table.count("IN101") == 1);
  CHECK(table.told("IN101").row == 4005);
  // It decodes as CP932, but to 縺薙: not Japanese that somebody wrote.
  const Table mojibake = read_csv(with_rows(4000) + "これは正門です,34,131\n\xFF,34,131\n", options);
  CHECK(mojibake.count("IN101") == 1);
}

TEST_CASE("a person's encoding wins and a contradiction is told") {
  ReadOptions options;
  options.encoding = "cp932";
  CHECK(read_csv("\xEF\xBB\xBF" + prose, options).count("IN104") == 1);
  CHECK(read_csv(cp932(prose), options).count("IN104") == 0);
  options.encoding = "utf-8";
  CHECK(read_csv(cp932(prose), options).count("IN104") == 1);
  CHECK(read_csv(cp932(prose), options).layer.reading.find("encoding")->by == DecidedBy::person);
  options.encoding = "latin1";
  try {
    read_csv(prose, options);
    FAIL("no Error");
  } catch (const Error& error) {
    CHECK(error.kind() == Error::Kind::usage);
    CHECK(error.code() == "IN105");
  }
}

TEST_CASE("text that was saved garbled is told with a sample") {
  const std::string garbled = decoded(Encoding::cp932, "こどもがとびだしやすいところです。見通しが悪い");
  const Table table = read_csv("name,lat,lon,comment\np,34.1,131.8," + garbled + "\n");
  CHECK(table.records.size() == 1);
  CHECK(table.count("IN108") == 1);
  CHECK(table.told("IN108").value.substr(0, 3) == "縺");
  CHECK(read_csv(prose).count("IN108") == 0);
}

#if defined(__GLIBC__)
TEST_CASE("all pairs of bytes decode as the C library's CP932 and EUC-JP-MS do") {
  for (const auto& [name, encoding] :
       {std::pair{"CP932", Encoding::cp932}, std::pair{"EUC-JP-MS", Encoding::euc_jp}}) {
    const iconv_t oracle = iconv_open("UTF-8", name);
    if (oracle == reinterpret_cast<iconv_t>(-1)) {
      WARN("SKIP: no " << name << " in this C library");
      return;
    }
    std::size_t equal = 0;
    for (unsigned lead = 0x81; lead <= 0xFC; ++lead) {
      // Above, EUC-JP-MS has private use where CP51932 has NEC's selection of IBM's characters.
      if (encoding == Encoding::euc_jp && (lead < 0xA1 || lead > 0xF4)) continue;
      if (encoding == Encoding::cp932 && lead >= 0xA0 && lead <= 0xDF) continue;
      for (unsigned trail = 0x40; trail <= 0xFE; ++trail) {
        char pair[2] = {static_cast<char>(static_cast<unsigned char>(lead)),
                        static_cast<char>(static_cast<unsigned char>(trail))};
        char text[16];
        char* in = pair;
        char* out = text;
        std::size_t in_left = 2;
        std::size_t out_left = sizeof text;
        iconv(oracle, nullptr, nullptr, nullptr, nullptr);
        const bool valid = iconv(oracle, &in, &in_left, &out, &out_left) != static_cast<std::size_t>(-1);
        const std::string ours = decoded(encoding, {pair, 2});
        const bool ours_valid = decodes(encoding, {pair, 2});
        if (valid != ours_valid || (valid && ours != std::string_view(text, sizeof text - out_left)))
          FAIL(name << " " << std::hex << lead << " " << trail << ": " << ours);
        ++equal;
      }
    }
    CHECK(equal > 10'000);
    iconv_close(oracle);
  }
}
#endif
