// SPDX-License-Identifier: Apache-2.0
#include "exporters/csv.hpp"

#include "exporters/writing/csv_cell.hpp"
#include "tests/catch.hpp"
#include "tests/exporters/survey_fixture.hpp"

using namespace anzenmap;
using anzenmap::testing::field;
using anzenmap::testing::Folder;
using anzenmap::testing::Survey;

namespace {

struct Written {
  std::string text;
  std::vector<Diagnostic> diagnostics;
  std::vector<Diagnostic> opening;
};

Written csv_of(const Survey& survey, CsvEncoding encoding = CsvEncoding::utf8) {
  const Folder folder;
  OutputSet set(folder.path());
  CsvSink sink(set.create("a.csv"), {encoding});
  Written written;
  written.diagnostics = survey.through(sink);
  written.opening = sink.opening_diagnostics();
  set.commit();
  written.text = folder.get("a.csv");
  return written;
}

}  // namespace

TEST_CASE("CSV has a BOM by default, CRLF and quotes only where they are needed") {
  Survey survey({field("名称"), field("備考"), field("緯度", FieldType::number)});
  survey.row({"横断歩道", "「止まれ」が, 見えない", "34.05"}, 131, 34);
  survey.row({"a\"b", "一行目\n二行目", ""}, 131, 34);
  survey.row({" 前", "後 ", "-1.5"}, 131, 34);
  survey.row({"x", "y", "1"}, 131, 34, RecordState::rejected);
  const Written written = csv_of(survey, CsvEncoding::utf8_bom);
  CHECK(written.text ==
        "\xEF\xBB\xBF名称,備考,緯度\r\n"
        "横断歩道,\"「止まれ」が, 見えない\",34.05\r\n"
        "\"a\"\"b\",\"一行目\n二行目\",\r\n"
        "\" 前\",\"後 \",-1.5\r\n");
  CHECK(written.diagnostics.empty());
}

TEST_CASE("text that a spreadsheet would run gets one apostrophe and is told") {
  Survey survey({field("備考"), field("人数", FieldType::integer)});
  const std::vector<std::pair<std::string, std::string>> guarded = {{"=1+1", "'=1+1"},
                                                                    {"+81-3", "'+81-3"},
                                                                    {"-あぶない-", "'-あぶない-"},
                                                                    {"@A1", "'@A1"},
                                                                    {"'引用", "''引用"},
                                                                    {"＝1", "'＝1"},
                                                                    {"＋1", "'＋1"},
                                                                    {"－1", "'－1"},
                                                                    {"＠A1", "'＠A1"},
                                                                    {"-", "'-"},
                                                                    {"=\"a\"", "\"'=\"\"a\"\"\""},
                                                                    {"\tx", "\"'\tx\""},
                                                                    {"\rx", "\"'\rx\""},
                                                                    {"+1e", "'+1e"}};
  const std::vector<std::string> plain = {"-5", "+5", "-.5", "+1.5e-3", "1-2", "ｱ", "！", "－"};
  std::string expected = "備考,人数\r\n";
  for (const auto& [text, cell] : guarded) {
    survey.row({text, "-3"}, 131, 34);
    expected += cell + ",-3\r\n";
  }
  for (const std::string& text : plain) {
    survey.row({text, "-3"}, 131, 34);
    expected += (text == "－" ? "'－" : text) + ",-3\r\n";
  }
  const Written written = csv_of(survey);
  CHECK(written.text == expected);
  REQUIRE(written.diagnostics.size() == guarded.size() + 1);
  CHECK(written.diagnostics[2].rule->code == "OU710");
  CHECK(written.diagnostics[2].severity == Severity::info);
  CHECK(written.diagnostics[2].record == 2);
  CHECK(written.diagnostics[2].row == 4);
  CHECK(written.diagnostics[2].column == "備考");
  CHECK(written.diagnostics[2].value == "-あぶない-");
}

TEST_CASE("words in a column of numbers are guarded like text") {
  Survey survey({field("人数", FieldType::integer)});
  survey.row({"=約10"}, 131, 34);
  survey.mark_as_text(0);
  const Written written = csv_of(survey);
  CHECK(written.text == "人数\r\n'=約10\r\n");
  CHECK(written.diagnostics.size() == 1);
}

TEST_CASE("a record without any value is still a row") {
  Survey one({field("備考")});
  one.row({""}, 131, 34);
  CHECK(csv_of(one).text == "備考\r\n\"\"\r\n");
  Survey two({field("備考"), field("名称")});
  two.row({"", ""}, 131, 34);
  CHECK(csv_of(two).text == "備考,名称\r\n,\r\n");
}

TEST_CASE("CP932 tells what it lacks") {
  Survey survey({field("備考"), field("☕店")});
  survey.row({"①ソ表", "x"}, 131, 34);
  survey.row({"コーヒー☕と☕", "ok"}, 131, 34);
  const Written written = csv_of(survey, CsvEncoding::cp932);
  CHECK(written.text.find("\x87\x40\x83\x5C\x95\x5C,x\r\n") != std::string::npos);
  REQUIRE(written.diagnostics.size() == 1);
  CHECK(written.diagnostics[0].rule->code == "OU711");
  CHECK(written.diagnostics[0].severity == Severity::warning);
  CHECK(written.diagnostics[0].record == 1);
  CHECK(written.diagnostics[0].value == "コーヒー☕と☕");
  CHECK(render_message(written.diagnostics[0], Language::ja).find("☕→〓") != std::string::npos);
  REQUIRE(written.opening.size() == 1);
  CHECK(written.opening[0].column == "☕店");
}

TEST_CASE("encodings have names") {
  for (const char* name : {"utf-8", "utf-8-bom", "cp932"}) CHECK(name_of(*csv_encoding_named(name)) == name);
  CHECK_FALSE(csv_encoding_named("utf-16").has_value());
}
