// SPDX-License-Identifier: Apache-2.0
#include "gis/value/code.hpp"

#include <string>
#include <utility>

#include "gis/value/blanks.hpp"
#include "gis/value/flag.hpp"
#include "gis/value/value_rules.hpp"
#include "gis/value/width.hpp"
#include "tests/catch.hpp"
#include "tests/gis/value_expectations.hpp"

using namespace anzenmap;

TEST_CASE("check digits of municipality codes", "[value][code]") {
  CHECK(municipality_check_digit("35215") == '2');
  CHECK(municipality_check_digit("35000") == '1');
  CHECK(municipality_check_digit("01100") == '2');
  CHECK(municipality_check_digit("09201") == '1');
  CHECK(municipality_check_digit("13101") == '6');
  CHECK(municipality_check_digit("35203") == '9');
  CHECK(municipality_check_digit("3520") == '\0');
  CHECK(municipality_check_digit("3521a") == '\0');
  CHECK(municipality_check_digit_ok("352152"));
  CHECK_FALSE(municipality_check_digit_ok("352153"));
  CHECK_FALSE(municipality_check_digit_ok("35215"));
  CHECK_FALSE(municipality_check_digit_ok("482013"));
}

TEST_CASE("codes keep their zeros and come in half width", "[value][code]") {
  const std::pair<const char*, const char*> cases[] = {
      {"", "="},
      {"001", "="},
      {"E3521500022201", "="},
      {"2-3", "="},
      {"r6_4-2", "="},
      {"3E12", "="},
      {"1E5", "="},
      {"0834-22-8211", "="},
      {"2024-02-03", "="},
      {"周陽1", "="},
      {" 001", "> 001 (VA201)"},
      {"００１", "> 001 (VA260)"},
      {"ＡＢ－１２", "> AB-12 (VA260)"},
      {"A−1", "> A-1 (VA260)"},
      {"１ー５", "> 1-5 (VA260)"},
      {"サーバー3", "="},
      {"①㈱", "="},
      {"3.52152E+05", "! VA263 ? 352152"},
      {"3.52E+05", "! VA263"},
      {"8.34228E+08", "! VA263"},
      {"2月3日", "! VA265 ? 2-3"},
      {"２月３日", "! VA265 ? 2-3"},
      {"3-Feb", "! VA265 ? 2-3"},
      {"Feb-3", "! VA265 ? 2-3"},
      {"13月3日", "="},
  };
  for (const auto& [raw, expected] : cases) {
    CAPTURE(raw);
    CHECK(shown(read_code(raw)) == expected);
  }
}

TEST_CASE("municipality codes are completed only when one reading is left", "[value][code]") {
  const std::pair<const char*, const char*> cases[] = {
      {"", "="},
      {"352152", "="},
      {"092011", "="},
      {"350001", "="},
      {" 352152", "> 352152 (VA201)"},
      {"３５２１５２", "> 352152 (VA260)"},
      {"352152.0", "> 352152 (VA260)"},
      {"92011", "> 092011 (VA261)"},
      {"11002", "> 011002 (VA261)"},
      {"35215", "> 352152 (VA262)"},
      {"35000", "> 350001 (VA262)"},
      {"3.52152E+05", "> 352152 (VA264)"},
      {"3.5215E+04", "! VA263 ? 35215"},
      {"3.52E+05", "! VA263"},
      {"352153", "! VA267 ? 352152"},
      {"482013", "! VA267"},
      {"周南市", "! VA266"},
      {"3521", "! VA266"},
      {"3521522", "! VA266"},
      {"99999", "! VA266"},
  };
  for (const auto& [raw, expected] : cases) {
    CAPTURE(raw);
    CHECK(shown(read_municipality_code(raw)) == expected);
  }
  // All five digits that read as two municipalities at once are kept.
  int both = 0;
  for (int n = 10000; n < 100000; ++n) {
    const std::string five = std::to_string(n);
    const Conversion c = read_municipality_code(five);
    if (c.state == ValueState::unreadable) continue;
    CHECK(municipality_check_digit_ok(c.text));
    if (c.text.substr(0, 5) == five && municipality_check_digit_ok("0" + five) && five[1] != '0') ++both;
  }
  CHECK(both == 0);
}

TEST_CASE("block numbers that became dates are proposed back", "[value][code]") {
  const std::pair<const char*, const char*> cases[] = {
      {"1-15-1", "="},
      {"１－５９外", "="},
      {"15番1号", "="},
      {"2月3日", "! VA265 ? 2-3"},
      {"2002/3/4", "! VA265 ? 2-3-4"},
      {"2024/2/3", "! VA265 ? 24-2-3"},
      {"2002年3月4日", "! VA265 ? 2-3-4"},
      {"2/3", "="},
      {" 1-15-1", "> 1-15-1 (VA201)"},
      {"", "="},
  };
  for (const auto& [raw, expected] : cases) {
    CAPTURE(raw);
    CHECK(shown(read_block_number(raw)) == expected);
  }
}

TEST_CASE("flags", "[value][flag]") {
  for (const char* yes : {"有", "○", "◯", "〇", "TRUE", "true", "True", "はい", "あり", "有り", "可", "対応",
                          "対応あり", "✓", "yes", "ＴＲＵＥ", "☑", "☑\xEF\xB8\x8F"}) {
    CAPTURE(yes);
    CHECK(shown(read_flag(yes)) == "> 1 (VA270)");
  }
  for (const char* no :
       {"無", "×", "✕", "FALSE", "false", "いいえ", "なし", "無し", "不可", "非対応", "対応なし", "No"}) {
    CAPTURE(no);
    CHECK(shown(read_flag(no)) == "> 0 (VA270)");
  }
  CHECK(shown(read_flag("")) == "=");
  CHECK(shown(read_flag("1")) == "=");
  CHECK(shown(read_flag("0")) == "=");
  CHECK(shown(read_flag("１")) == "> 1 (VA202)");
  CHECK(shown(read_flag(" 0 ")) == "> 0 (VA201)");
  CHECK(shown(read_flag("△")) == "! VA271");
  CHECK(shown(read_flag("x")) == "! VA271 ? 0");
  CHECK(shown(read_flag("不明")) == "! VA271");
  CHECK(shown(read_flag("2")) == "! VA271");
  CHECK(shown(read_flag("①")) != "> 1 (VA270)");
}

TEST_CASE("blanks around a value are seen in all their kinds", "[value][blanks]") {
  CHECK(trim_blanks(" \t\r\n\v\f　\xC2\xA0\xE2\x80\x8B\xEF\xBB\xBF名 称　\xE2\x81\xA0\xE2\x80\xAF") ==
        "名 称");
  CHECK(trim_blanks("　　").empty());
  CHECK(trim_blanks("").empty());
  CHECK(trim_blanks("\xE3\x80") == "\xE3\x80");
  CHECK(trim_blanks("、a。") == "、a。");
  CHECK(trim_blanks("\x85") == "\x85");
}

TEST_CASE("width is folded for parsing only where it is safe", "[value][width]") {
  CHECK(fold_width("１２，３４．５") == "12,34.5");
  CHECK(fold_width("34°03′12″") == "34°03'12\"");
  CHECK(fold_width("周陽１－５９") == "周陽1-59");
  CHECK(fold_width("1−2‐3–4ー5") == "1-2-3-4-5");
  CHECK(fold_width("サーバー3") == "サーバー3");
  CHECK(fold_width("5²") == "5²");
  CHECK(fold_width("①②") == "①②");
  CHECK(fold_width("ｺﾄﾞﾓ") == "コドモ");
  CHECK(fold_width("㋿") == "令和");
  CHECK(fold_width("\xFF"
                   "１") ==
        "\xFF"
        "１");
  CHECK(to_nfkc("ＡＥＤ") == "AED");
}

TEST_CASE("the rules of values are in order and complete", "[value][rules]") {
  std::string_view last;
  for (const RuleInfo* rule : value_rules()) {
    CAPTURE(rule->code);
    CHECK(last < rule->code);
    last = rule->code;
    CHECK(rule->category == Category::value);
    for (const Text& text : {rule->title, rule->message, rule->why, rule->remedy}) {
      CHECK_FALSE(text.ja.empty());
      CHECK_FALSE(text.en.empty());
    }
    // A CSV with such a character is the importer's to reject, so that no example can be run.
    if (rule->code != "VA211") CHECK(rule->bad != rule->good);
    // Damage of an earlier day is nobody's fault here, and there is nothing to mend it with.
    if (rule->code != "VA210") CHECK((rule->severity == Severity::error) != (rule->fix == FixSafety::safe));
  }
  CHECK(value_rules().size() == 44);
}
