// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "catch.hpp"
#include "gis/base/error.hpp"
#include "importers/csv/csv_rules.hpp"
#include "importers/table/header.hpp"
#include "tests/importers/csv_fixture.hpp"

using namespace anzenmap;
using namespace anzenmap::test;
using Row = std::vector<std::string>;

namespace {

const std::string head = "名称,区分,緯度,経度\n";

}  // namespace

TEST_CASE("a clean table gives its cells, rows and lines") {
  const Table table = read_csv(head + "正門前,危険,34.0471,131.8282\n裏門,安全,34.0472,131.8283\n");
  CHECK(table.layer.headers == Row{"名称", "区分", "緯度", "経度"});
  CHECK(table.layer.header_row == 1);
  REQUIRE(table.records.size() == 2);
  CHECK(table.records[0] == Row{"正門前", "危険", "34.0471", "131.8282"});
  CHECK(table.records[1] == Row{"裏門", "安全", "34.0472", "131.8283"});
  CHECK(table.row == std::vector<std::int64_t>{2, 3});
  CHECK(table.line == std::vector<std::int64_t>{2, 3});
  CHECK(table.opening.empty());
  CHECK(table.found.empty());
  CHECK(table.flags[0][0] == cell_flag::kNonAscii);
  CHECK(table.flags[0][2] == 0);
}

TEST_CASE("quoted cells keep separators, line breaks and doubled quotes; a row is what a spreadsheet shows") {
  const Table table = read_csv(
      "名称,コメント,緯度,経度\r\n\"正門, 前\",\"一行目\r\n二行目 "
      "\"\"止まれ\"\"\",34.1,131.8\r\n裏門,,34.2,131.9\r\n");
  REQUIRE(table.records.size() == 2);
  CHECK(table.records[0] == Row{"正門, 前", "一行目\r\n二行目 \"止まれ\"", "34.1", "131.8"});
  CHECK(table.flags[0][0] == (cell_flag::kNonAscii | cell_flag::kComma));
  CHECK(table.flags[0][1] == (cell_flag::kNonAscii | cell_flag::kControl | cell_flag::kQuote));
  CHECK(table.row == std::vector<std::int64_t>{2, 3});
  CHECK(table.line == std::vector<std::int64_t>{2, 4});
  CHECK(table.found.empty());
}

TEST_CASE("the last row needs no line end, an empty cell is null, old Mac line ends are line ends") {
  CHECK(read_csv(head + "正門前,危険,34.0471,").records ==
        std::vector<Row>{{"正門前", "危険", "34.0471", ""}});
  CHECK(read_csv(head + "正門前,\"\",34.0471,\"131.8\"").records ==
        std::vector<Row>{{"正門前", "", "34.0471", "131.8"}});
  const Table mac = read_csv("名称,区分,緯度,経度\r正門前,危険,34.1,131.8\r\r\"裏\r門\",安全,34.2,131.9\r");
  REQUIRE(mac.records.size() == 2);
  CHECK(mac.records[1][0] == "裏\r門");
  CHECK(mac.row == std::vector<std::int64_t>{2, 4});
  CHECK(mac.line == std::vector<std::int64_t>{2, 4});
}

TEST_CASE("title, blank and totals rows are no records but count as rows") {
  const Table table = read_csv(
      "令和6年度 4年生 安全マップ,,,\n,,,\n名称,区分,緯度,経度\n正門前,危険,34.1,131.8\n\n "
      ",　,,\n裏門,安全,34.2,131.9\n"
      "合　計,2件,,\n");
  CHECK(table.layer.header_row == 3);
  REQUIRE(table.records.size() == 2);
  CHECK(table.row == std::vector<std::int64_t>{4, 7});
  CHECK(table.count("IN120") == 1);
  CHECK(table.told("IN120").row == 1);
  CHECK(table.count("IN121") == 1);
  CHECK(table.told("IN121").row == 8);
  CHECK(table.told("IN121").record == Diagnostic::kNoRecord);
  CHECK(table.layer.reading.find("header_row")->value == "3");
}

TEST_CASE("a record whose name is a totals word stays a record") {
  const Table table = read_csv(head + "小計,危険,34.1,131.8\n計,安全,34.2,131.9\n");
  CHECK(table.records.size() == 2);
  CHECK(table.count("IN121") == 0);
}

TEST_CASE("short rows are filled up and told, surplus cells are told with what they hold") {
  const Table table =
      read_csv(head + "正門前,危険,34.1\n裏門,安全,34.2,131.9,せまい,暗い\n川,危険,34.3,131.7,,\n");
  REQUIRE(table.records.size() == 3);
  CHECK(table.records[0] == Row{"正門前", "危険", "34.1", ""});
  CHECK(table.count("IN110") == 1);
  CHECK(table.told("IN110").row == 2);
  CHECK(table.told("IN110").record == 0);
  CHECK(table.count("IN111") == 1);
  CHECK(table.told("IN111").value == "せまい / 暗い");
  CHECK(table.told("IN111").severity == Severity::error);
  CHECK(table.told("IN111").row == 3);
}

TEST_CASE("an unclosed quote loses one record, not the rows below") {
  const Table at_end =
      read_csv(head + "\"正門前,危険,34.1,131.8\n裏門,安全,34.2,131.9\n川,危険,34.3,131.7\n");
  REQUIRE(at_end.records.size() == 3);
  CHECK(at_end.records[1] == Row{"裏門", "安全", "34.2", "131.9"});
  CHECK(at_end.count("IN112") == 1);
  CHECK(at_end.told("IN112").row == 2);
  CHECK(at_end.told("IN112").record == 0);
  CHECK((at_end.flags[0][0] & cell_flag::kUndecodable) != 0);
  CHECK(at_end.flags[1][0] == cell_flag::kNonAscii);

  // Quoted cells below: the next opening quote shows that the first was never closed.
  const Table before_quotes = read_csv(head + "\"正門前,危険,34.1,131.8\n裏門,\"安全\",34.2,\"131.9\"\n");
  REQUIRE(before_quotes.records.size() == 2);
  CHECK(before_quotes.records[1] == Row{"裏門", "安全", "34.2", "131.9"});
  CHECK(before_quotes.told("IN112").row == 2);
}

TEST_CASE("stray quotes and text behind a closing quote are kept and told") {
  const Table table = read_csv(head + "5\"管,危険,34.1,131.8\n\"正門\"前,安全,34.2,131.9\n");
  REQUIRE(table.records.size() == 2);
  CHECK(table.records[0][0] == "5\"管");
  CHECK(table.records[1][0] == "正門前");
  CHECK(table.told("IN113").row == 2);
  CHECK(table.told("IN114").row == 3);
}

TEST_CASE("exactly one guard is taken off where a formula sign follows it") {
  const Table table = read_csv(head + "'=SUM(A1),'＋正門,''34.1,'131\n\"'-1,5\",'あ,',34\n");
  REQUIRE(table.records.size() == 2);
  CHECK(table.records[0] == Row{"=SUM(A1)", "＋正門", "'34.1", "'131"});
  CHECK(table.records[1] == Row{"-1,5", "'あ", "'", "34"});
}

TEST_CASE("separators are told apart by how evenly they split the rows") {
  CHECK(read_csv("名称;緯度;経度\n正門, 前;34,05;131,8\n裏門;34,06;131,9\n").records[0] ==
        Row{"正門, 前", "34,05", "131,8"});
  CHECK(read_csv("名称\t緯度\t経度\n正門, 前\t34.05\t131.8\n").records[0] ==
        Row{"正門, 前", "34.05", "131.8"});
  CHECK(read_csv("名称|緯度|経度\n正門, 前|34.05|131.8\n").records[0] == Row{"正門, 前", "34.05", "131.8"});
  const Table title =
      read_csv("安全マップ;4年,周陽小\n名称,緯度,経度\nあ;い;う,34.05,131.8\nあ;い;う,34.05,131.8\n");
  CHECK(title.records[0] == Row{"あ;い;う", "34.05", "131.8"});
  CHECK(title.layer.reading.find("separator")->value == ",");

  ReadOptions options;
  options.separator = ";";
  const Table pinned = read_csv(head + "正門前,危険,34.1,131.8\n", options);
  CHECK(pinned.layer.headers.size() == 1);
  CHECK(pinned.count("IN107") == 1);
  options.separator = "x";
  CHECK_THROWS_AS(read_csv(head, options), Error);
}

TEST_CASE("headers without a name or used twice are told apart") {
  const Table table = read_csv("名称,備考,備考,,緯度,経度,,\n正門前,あ,い,う,34.1,131.8,,\n");
  CHECK(table.layer.headers == Row{"名称", "備考", "備考 (2)", "列4", "緯度", "経度"});
  CHECK(table.count("IN122") == 1);
  CHECK(table.count("IN123") == 1);
  CHECK(table.count("IN111") == 0);
  CHECK(read_csv("名称,緯度,経度,\n正門前,34.1,131.8,晴れ\n").layer.headers ==
        Row{"名称", "緯度", "経度", "列4"});
}

TEST_CASE("a named header row wins and a contradiction is told") {
  ReadOptions options;
  options.header_row = 1;
  const Table table = read_csv("一,二,三\n名称,緯度,経度\n正門前,34.1,131.8\n", options);
  CHECK(table.layer.headers == Row{"一", "二", "三"});
  CHECK(table.records.size() == 2);
  CHECK(table.count("IN117") == 1);
  options.header_row = 9;
  CHECK_THROWS_AS(read_csv("名称,緯度,経度\n正門前,34.1,131.8\n", options), Error);
}

TEST_CASE("a byte order mark is no part of the first header, in every encoding that has one") {
  CHECK(read_csv("\xEF\xBB\xBF" + head + "正門前,危険,34.1,131.8\n").layer.headers[0] == "名称");
  CHECK(read_csv(utf16(u"\uFEFF名称,緯度\n正門,34\n", true)).records == std::vector<Row>{{"正門", "34"}});
  CHECK(read_csv(utf16(u"\uFEFF名称,緯度\n正門,34\n", false)).layer.headers == Row{"名称", "緯度"});
}

TEST_CASE("a file cut into tiny chunks reads like the whole one") {
  std::string text = "題名\n" + head;
  for (int i = 0; i < 60; ++i) {
    text += "\"場所 " + std::to_string(i) + "\r\n二行\",危険,34." + std::to_string(i) + ",131.8\r\n";
    if (i % 7 == 0) text += "\n";
    if (i % 11 == 0) text += "短い\n";
    if (i % 13 == 0) text += "\"開いたまま,危険,34,131\n";
    if (i % 17 == 0) text += "\xE3\x81,危険,34,131\n";
  }
  ReadOptions options;
  options.encoding = "utf-8";
  const std::string whole = read_csv(text, options).written_out();
  for (const std::size_t bytes : {16U, 64U, 100U, 1000U}) {
    options.chunk_bytes = bytes;
    const Table cut = read_csv(text, options);
    CHECK(cut.batches > 2);
    CHECK(cut.written_out() == whole);
  }
}

TEST_CASE("a record longer than the limit is an error, one as long as many chunks is not") {
  ReadOptions options;
  options.chunk_bytes = 64;
  const std::string text =
      head + "\"" + std::string(5000, 'x') + "\n" + std::string(5000, 'y') + "\",危険,34,131\nあ,い,34,131\n";
  CHECK(read_csv(text, options).records.size() == 2);
  options.record_limit = 4096;
  CHECK_THROWS_AS(read_csv(head + std::string(300'000, 'x') + "\n", options), Error);
  CHECK_THROWS_AS(read_csv(std::string(300'000, 'x'), options), Error);
  // A quote that is open for so long was a slip.
  std::string open = head + "\"正門前,危険,34.1,131.8\n";
  for (int i = 0; i < 4000; ++i) open += "裏門,安全,34.2,131.9\n";
  const Table table = read_csv(open, options);
  CHECK(table.records.size() == 4001);
  CHECK(table.count("IN112") == 1);
}

TEST_CASE("files without any text are refused, a header alone is a table without records") {
  CHECK_THROWS_AS(read_csv("\n\n,,\n"), Error);
  const Table table = read_csv(head);
  CHECK(table.records.empty());
  CHECK(table.layer.headers.size() == 4);
}

TEST_CASE("every rule of the room has its own code and both languages") {
  std::string last;
  for (const RuleInfo* rule : csv_rules()) {
    CHECK(std::string(rule->code) > last);
    last = rule->code;
    CHECK(!rule->message.ja.empty());
    CHECK(!rule->message.en.empty());
    CHECK(!rule->remedy.ja.empty());
  }
}

TEST_CASE("the example of each rule fires it, its mended form does not") {
  for (const auto& rules : {csv_rules(), table_rules()})
    for (const RuleInfo* rule : rules) {
      INFO(rule->code);
      if (!rule->bad.empty()) CHECK(read_csv(rule->bad).count(rule->code) > 0);
      if (!rule->good.empty()) CHECK(read_csv(rule->good).count(rule->code) == 0);
    }
}
