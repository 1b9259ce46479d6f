// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "catch.hpp"
#include "importers/workbook/furigana.hpp"
#include "importers/workbook/number_format.hpp"
#include "importers/workbook/package.hpp"
#include "importers/workbook/workbook_rules.hpp"
#include "workbook_fixture.hpp"

using namespace anzenmap;
using namespace anzenmap::test;

namespace {

using Record = std::vector<std::string>;

const std::string kHeader = text_row(1, {"名称", "区分", "緯度", "経度"});

/// A cell below the header 名称 of a table that has a place, read back.
std::string value_of(const std::string& cell, Xlsx workbook = {}) {
  workbook.sheets = {{"調査", kHeader + "<row r=\"2\">" + cell + "<c r=\"B2\"><v>1</v></c></row>"}};
  const Survey survey = read_xlsx(workbook);
  REQUIRE(survey.records.at(0).size() == 1);
  return survey.records[0][0][0];
}

std::string number_as(const std::string& stored, const std::string& code, bool date_1904 = false) {
  std::string out;
  if (!append_number(out, stored, read_number_format(code), date_1904)) return "no number";
  return out;
}

std::string scratch_file(const std::string& name, const std::string& bytes) {
  const char* folder = std::getenv("TMPDIR");
  const std::string path = std::string(folder != nullptr ? folder : "/tmp") + "/anzenmap_" + name;
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

}  // namespace

TEST_CASE("xlsx: furigana is not glued to the value nor to the header") {
  Xlsx workbook;
  workbook.shared =
      "<si><t>名称</t><rPh sb=\"0\" eb=\"2\"><t>メイショウ</t></rPh><phoneticPr fontId=\"1\"/></si>"
      "<si><t>緯度</t></si><si><t>経度</t></si>"
      "<si><r><t>横断</t></r><rPh sb=\"0\" eb=\"2\"><t>オウダン</t></rPh><r><rPr><b/></rPr><t>歩道</t></r>"
      "<rPh sb=\"2\" eb=\"4\"><t>ホドウ</t></rPh></si>";
  workbook.sheets = {{"Sheet1",
                      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
                      "<c r=\"C1\" t=\"s\"><v>2</v></c></row>"
                      "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>3</v></c><c r=\"B2\"><v>34.05</v></c></row>"}};
  const Survey survey = read_xlsx(workbook);
  CHECK(survey.layers.at(0).headers == Record{"名称", "緯度", "経度"});
  CHECK(survey.records.at(0) == std::vector<Record>{{"横断歩道", "34.05", ""}});
  CHECK(survey.codes() == "IN165 ");  // without a column for it: once a sheet
}

TEST_CASE("xlsx: furigana is proposed where the column for it is empty") {
  Xlsx workbook;
  workbook.shared =
      "<si><t>名称</t></si><si><t>ふりがな</t></si><si><t>緯度</t></si>"
      "<si><t>池のそば</t><rPh sb=\"0\" eb=\"1\"><t>イケ</t></rPh></si><si><t>ハシ</t></si>";
  const auto row = [](const std::string& number, const std::string& kana) {
    return "<row r=\"" + number + "\"><c r=\"A" + number + "\" t=\"s\"><v>3</v></c>" + kana + "<c r=\"C" +
           number + "\"><v>34.05</v></c></row>";
  };
  workbook.sheets = {{"Sheet1",
                      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
                      "<c r=\"C1\" t=\"s\"><v>2</v></c></row>" +
                          row("2", "") + row("3", "<c r=\"B3\" t=\"s\"><v>4</v></c>")}};
  const Survey survey = read_xlsx(workbook);
  CHECK(survey.records.at(0) ==
        std::vector<Record>{{"池のそば", "", "34.05"}, {"池のそば", "ハシ", "34.05"}});
  REQUIRE(survey.codes() == "IN164 ");
  CHECK(whole_reading("池のそば", std::vector<FuriganaRun>{{0, 1, "いけ"}}) == "イケノソバ");
  CHECK(whole_reading("正門", std::vector<FuriganaRun>{{0, 2, "セイモン"}}) == "セイモン");
  CHECK(whole_reading("𠮷野の池", std::vector<FuriganaRun>{{0, 3, "ヨシノ"}, {4, 5, "イケ"}}) ==
        "ヨシノノイケ");
  CHECK(whole_reading("正門前", std::vector<FuriganaRun>{{0, 2, "セイモン"}}).empty());  // 前 says no sound
  CHECK(whole_reading("正門", std::vector<FuriganaRun>{{0, 3, "セイモン"}}).empty());
  CHECK(whole_reading("正門", std::vector<FuriganaRun>{{0, 2, "セイ"}, {1, 2, "モン"}}).empty());
  CHECK(whole_reading("正門", std::vector<FuriganaRun>{{0, 0, "セイ"}}).empty());
}

TEST_CASE("xlsx: a percentage is read as its number, and that is told once a column") {
  Xlsx workbook;
  workbook.cell_styles = "<xf numFmtId=\"0\"/><xf numFmtId=\"9\"/>";
  workbook.sheets = {
      {"調査", kHeader + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>0.35</v></c><c r=\"B2\"><v>1</v></c></row>"
                         "<row r=\"3\"><c r=\"A3\" s=\"1\"><v>0.5</v></c></row>"}};
  const Survey survey = read_xlsx(workbook);
  CHECK(survey.records.at(0).at(0).at(0) == "0.35");
  CHECK(survey.codes() == "IN163 ");
  CHECK(read_number_format("0.0%").percent);
  CHECK(builtin_number_format(9).percent);
  CHECK_FALSE(read_number_format("0\"%\"").percent);
  CHECK_FALSE(read_number_format("0.0").percent);
}

TEST_CASE("xlsx: strings inline, of formulas, with escapes and line breaks") {
  CHECK(value_of("<c r=\"A2\" t=\"inlineStr\"><is><t>横断</t><rPh sb=\"0\" "
                 "eb=\"2\"><t>オウダン</t></rPh></is></c>") == "横断");
  CHECK(value_of("<c r=\"A2\" t=\"inlineStr\"><is><r><t xml:space=\"preserve\">車が "
                 "</t></r><r><t>多い</t></r></is></c>") == "車が 多い");
  CHECK(value_of("<c r=\"A2\" t=\"str\"><f>B1&amp;C1</f><v>正門&amp;裏門</v></c>") == "正門&裏門");
  CHECK(value_of("<c r=\"A2\" t=\"inlineStr\"><is><t>一行目_x000D_\n二行目</t></is></c>") ==
        "一行目\r\n二行目");
  CHECK(value_of("<c r=\"A2\" t=\"inlineStr\"><is><t>_x005F_x000D_ _x3042_ _xD83D__xDE00_ _xD83D_ _xZZZZ_ "
                 "_x00</t></is></c>") == "_x000D_ あ 😀 _xD83D_ _xZZZZ_ _x00");
  CHECK(value_of("<c r=\"A2\" t=\"b\"><v>1</v></c>") == "TRUE");
  CHECK(value_of("<c r=\"A2\" t=\"b\"><v>0</v></c>") == "FALSE");
  CHECK(value_of("<c r=\"A2\" t=\"d\"><v>2024-05-01T00:00:00Z</v></c>") == "2024-05-01T00:00:00");
}

TEST_CASE("xlsx: numbers read as Excel shows them") {
  CHECK(number_as("34.047171000000002", "General") == "34.047171");
  CHECK(number_as("0.30000000000000004", "General") == "0.3");
  CHECK(number_as("131.82823199999999", "0.00") == "131.828232");
  CHECK(number_as("131.8282320", "") == "131.828232");
  CHECK(number_as("3.52152E+5", "General") == "352152");
  CHECK(number_as("35", "General") == "35");
  CHECK(number_as("-0", "General") == "0");
  CHECK(number_as("1.5E-5", "General") == "0.000015");
  CHECK(number_as("-1.25E+15", "General") == "-1250000000000000");
  CHECK(number_as("1E+30", "General") == "1E+30");
  CHECK(number_as("1.25E-30", "General") == "1.25E-30");
  CHECK(number_as("9007199254740993", "General") == "9007199254740990");
  CHECK(number_as("+5", "General") == "5");
  CHECK(number_as(".5", "General") == "0.5");
  CHECK(number_as("5.", "General") == "5");
  CHECK(number_as("007", "General") == "7");
  CHECK(number_as("0.5", "0%") == "0.5");
  CHECK(number_as("1200", "#,##0\"円\"") == "1200");
  CHECK(number_as("abc", "General") == "no number");
  CHECK(number_as("-", "General") == "no number");
  CHECK(number_as("1E+400", "General") == "no number");
}

TEST_CASE("xlsx: leading zeros that the format shows are kept") {
  CHECK(number_as("35215", "000000") == "035215");
  CHECK(number_as("352152", "000000_ ") == "352152");
  CHECK(number_as("1352152", "000000") == "1352152");
  CHECK(number_as("7450001", "000-0000") == "745-0001");
  CHECK(number_as("600001", "[<=999]000;[<=9999]000-00;000-0000") == "060-0001");
  CHECK(number_as("745", "[<=999]000;[<=9999]000-00;000-0000") == "745");
  CHECK(number_as("834221234", "0000-00-0000") == "0834-22-1234");
  CHECK(number_as("7", "\"ID-\"000") == "ID-007");
  CHECK(number_as("3", "0\"人\"") == "3");
  CHECK(number_as("3.5", "00") == "3.5");
  CHECK(number_as("-3", "000") == "-3");
  CHECK(number_as("34.05", "00.00") == "34.05");
}

TEST_CASE("xlsx: dates in every dress become ISO 8601") {
  CHECK(number_as("45567", "ggge\"年\"m\"月\"d\"日\"") == "2024-10-02");
  CHECK(number_as("45567", "[$-411]ge.m.d") == "2024-10-02");
  CHECK(number_as("45567", "[$-411]ggge\"年\"m\"月\"d\"日\";@") == "2024-10-02");
  CHECK(number_as("45567", "yyyy/m/d") == "2024-10-02");
  CHECK(number_as("45567", "m\"月\"d\"日\"") == "2024-10-02");
  CHECK(number_as("45567", "e\"年度\"") == "2024-10-02");
  CHECK(number_as("45567", "aaa") == "2024-10-02");
  CHECK(number_as("45567.4375", "yyyy/m/d h:mm") == "2024-10-02T10:30:00");
  CHECK(number_as("45567.4375", "yyyy/m/d") == "2024-10-02");
  CHECK(number_as("45567.999999", "yyyy/m/d h:mm") == "2024-10-03T00:00:00");
  CHECK(number_as("0.4375", "h:mm") == "10:30:00");
  CHECK(number_as("0.4375", "mm:ss") == "10:30:00");
  CHECK(number_as("0.4375", "h\"時\"mm\"分\"") == "10:30:00");
  CHECK(number_as("0.4375", "h:mm AM/PM") == "10:30:00");
  CHECK(number_as("1.0625", "[h]:mm") == "25:30:00");
  CHECK(number_as("45567", "0.00E+00") == "45567");
  CHECK(number_as("45567", "General\"年\"") == "45567");
  CHECK(number_as("45567", "G/標準\"月\"") == "45567");
  CHECK(number_as("45567", "\"令和\"0\"年\"") == "45567");
  CHECK(number_as("45567", "[Red]#,##0;[Blue]-#,##0") == "45567");
  CHECK(number_as("45567", "0.0_);\\(0.0\\)") == "45567");
  CHECK(number_as("-1", "yyyy/m/d") == "-1");
  CHECK(number_as("1E+10", "yyyy/m/d") == "10000000000");
}

TEST_CASE("xlsx: the two date systems and the day that only Excel has") {
  CHECK(number_as("1", "yyyy/m/d") == "1900-01-01");
  CHECK(number_as("59", "yyyy/m/d") == "1900-02-28");
  CHECK(number_as("60", "yyyy/m/d") == "1900-02-29");
  CHECK(number_as("61", "yyyy/m/d") == "1900-03-01");
  CHECK(number_as("0", "yyyy/m/d") == "1900-01-00");
  CHECK(number_as("2958465", "yyyy/m/d") == "9999-12-31");
  CHECK(number_as("0", "yyyy/m/d", true) == "1904-01-01");
  CHECK(number_as("44105", "yyyy/m/d", true) == "2024-10-02");
}

TEST_CASE("xlsx: formats that the file does not write down") {
  for (const std::uint32_t id : {14u, 17u, 27u, 28u, 31u, 36u, 50u, 55u, 58u})
    CHECK(builtin_number_format(id).kind == NumberFormat::Kind::date);
  for (const std::uint32_t id : {18u, 21u, 32u, 33u, 45u, 47u})
    CHECK(builtin_number_format(id).kind == NumberFormat::Kind::time);
  CHECK(builtin_number_format(22).kind == NumberFormat::Kind::datetime);
  CHECK(builtin_number_format(46).kind == NumberFormat::Kind::elapsed);
  for (const std::uint32_t id : {0u, 1u, 2u, 9u, 13u, 37u, 44u, 48u, 49u, 59u, 164u})
    CHECK(builtin_number_format(id).kind == NumberFormat::Kind::plain);
}

TEST_CASE("xlsx: styles lead from the cell to its format") {
  Xlsx workbook;
  workbook.formats =
      "<numFmt numFmtId=\"176\" formatCode=\"ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/>"
      "<numFmt numFmtId=\"177\" formatCode=\"000000\"/>";
  workbook.cell_styles =
      "<xf numFmtId=\"0\"/><xf numFmtId=\"176\"/><xf numFmtId=\"177\"/><xf numFmtId=\"14\"/>";
  CHECK(value_of("<c r=\"A2\" s=\"0\"><v>45567</v></c>", workbook) == "45567");
  CHECK(value_of("<c r=\"A2\" s=\"1\"><v>45567</v></c>", workbook) == "2024-10-02");
  CHECK(value_of("<c r=\"A2\" s=\"2\"><v>35215</v></c>", workbook) == "035215");
  CHECK(value_of("<c r=\"A2\" s=\"3\"><v>45567</v></c>", workbook) == "2024-10-02");
  CHECK(value_of("<c r=\"A2\" s=\"99\"><v>45567</v></c>", workbook) == "45567");
  CHECK(value_of("<c r=\"A2\" s=\"3\" t=\"d\"><v>2024-05-01T00:00:00</v></c>", workbook) == "2024-05-01");
  workbook.workbook_properties = "<workbookPr date1904=\"1\"/>";
  CHECK(value_of("<c r=\"A2\" s=\"1\"><v>44105</v></c>", workbook) == "2024-10-02");
}

TEST_CASE("xlsx: errors and formulas without a result are empty and told") {
  Xlsx workbook;
  workbook.sheets = {{"調査", kHeader +
                                  "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>正門</t></is></c>"
                                  "<c r=\"B3\" t=\"e\"><f>X!A1</f><v>#REF!</v></c>"
                                  "<c r=\"C3\"><f>34+0.05</f></c><c r=\"D3\"><f>1</f><v></v></c></row>"
                                  "<row r=\"4\"><c r=\"A4\" t=\"str\"><f>\"\"</f><v></v></c>"
                                  "<c r=\"B4\" t=\"s\"><v>7</v></c><c r=\"C4\"><v>34.05</v></c></row>"}};
  const Survey survey = read_xlsx(workbook);
  CHECK(survey.records.at(0) == std::vector<Record>{{"正門", "", "", ""}, {"", "", "34.05", ""}});
  CHECK(survey.rows.at(0) == std::vector<std::int64_t>{3, 4});
  const auto errors = survey.told("IN151");
  REQUIRE(errors.size() == 1);
  CHECK(errors[0]->severity == Severity::error);
  CHECK(errors[0]->row == 3);
  CHECK(errors[0]->record == 0);
  CHECK(errors[0]->column == "区分");
  CHECK(errors[0]->value == "#REF!");
  CHECK(render_message(*errors[0], Language::ja).find("セルB3") != std::string::npos);
  REQUIRE(survey.told("IN152").size() == 2);
  CHECK(survey.told("IN152")[1]->column == "経度");
  REQUIRE(survey.told("IN153").size() == 1);
  CHECK(survey.told("IN153")[0]->record == 1);
  CHECK(survey.told("IN153")[0]->value == "7");
}

TEST_CASE("xlsx: title rows, blank rows and totals rows are no records") {
  Xlsx workbook;
  workbook.sheets = {{"調査",
                      text_row(1, {"令和6年度 周陽小学校 4年生 安全マップ"}) + text_row(2, {" ", "　"}) +
                          text_row(4, {"名称", "区分", "緯度", "経度"}) +
                          text_row(5, {"正門", "危険", "34.05", "131.82"}) + "<row r=\"6\"/>" +
                          text_row(7, {"　"}) + text_row(8, {"裏門", "安全", "34.06", "131.83"}) +
                          text_row(9, {"合　計", "2"}),
                      "<mergeCells><mergeCell ref=\"A1:D2\"/></mergeCells>"}};
  const Survey survey = read_xlsx(workbook);
  CHECK(survey.layers.at(0).header_row == 4);
  CHECK(survey.records.at(0) ==
        std::vector<Record>{{"正門", "危険", "34.05", "131.82"}, {"裏門", "安全", "34.06", "131.83"}});
  CHECK(survey.rows.at(0) == std::vector<std::int64_t>{5, 8});
  REQUIRE(survey.told("IN120").size() == 1);
  CHECK(survey.told("IN120")[0]->row == 1);
  REQUIRE(survey.told("IN121").size() == 1);
  CHECK(survey.told("IN121")[0]->row == 9);
  CHECK(survey.diagnostics.size() == 2);
}

TEST_CASE("xlsx: merged data cells are filled down and right, and told once a range") {
  Xlsx workbook;
  workbook.sheets = {
      {"調査",
       text_row(1, {"班", "名称", "区分", "種別", "緯度", "経度"}) +
           text_row(2, {"1班", "正門", "危険", "", "34.05", "131.82"}) +
           text_row(3, {"", "裏門", "", "", "34.06", "131.83"}) + text_row(4, {""}) +
           text_row(5, {"", "公園", "安全", "交通", "34.07", "131.84"}) + text_row(6, {"2班"}) +
           text_row(7, {"", "橋", "かくれた"}),
       "<mergeCells><mergeCell ref=\"A6:F6\"/><mergeCell ref=\"A2:A5\"/><mergeCell ref=\"C2:D3\"/>"
       "<mergeCell ref=\"B7:C7\"/></mergeCells>"}};
  const Survey survey = read_xlsx(workbook);
  REQUIRE(survey.records.at(0).size() == 5);
  CHECK(survey.records[0][0] == Record{"1班", "正門", "危険", "危険", "34.05", "131.82"});
  CHECK(survey.records[0][1] == Record{"1班", "裏門", "危険", "危険", "34.06", "131.83"});
  CHECK(survey.records[0][2] == Record{"1班", "公園", "安全", "交通", "34.07", "131.84"});
  // A line over the whole table names no place.
  CHECK(survey.records[0][3] == Record{"2班", "2班", "2班", "2班", "", ""});
  CHECK(survey.records[0][4] == Record{"", "橋", "橋", "", "", ""});
  const auto filled = survey.told("IN154");
  REQUIRE(filled.size() == 4);
  CHECK(filled[0]->row == 2);
  CHECK(filled[0]->column == "種別");
  CHECK(render_message(*filled[1], Language::ja) ==
        "結合したセルA2:A5の値「1班」を、列「班」の3〜5行目に入れました");
  CHECK(render_message(*filled[1], Language::en) ==
        "the value '1班' of the merged cells A2:A5 was put into column '班', rows 3 to 5");
  REQUIRE(survey.told("IN155").size() == 1);
  CHECK(survey.told("IN155")[0]->value == "かくれた");
}

TEST_CASE("xlsx: merged headers over one row and over two") {
  Xlsx wide;
  wide.sheets = {{"調査",
                  text_row(1, {"名称", "コメント", "", "緯度", "経度"}) +
                      text_row(2, {"正門", "車が多い", "", "34.05", "131.82"}),
                  "<mergeCells><mergeCell ref=\"B1:C1\"/><mergeCell ref=\"B2:C2\"/></mergeCells>"}};
  const Survey merged = read_xlsx(wide);
  CHECK(merged.layers.at(0).headers == Record{"名称", "コメント", "緯度", "経度"});
  CHECK(merged.records.at(0) == std::vector<Record>{{"正門", "車が多い", "34.05", "131.82"}});
  CHECK(merged.codes().empty());

  Xlsx two;
  two.sheets = {{"調査",
                 text_row(1, {"題名"}) + text_row(2, {"名称", "場所の座標", "", "災害種別", ""}) +
                     text_row(3, {"", "緯度", "経度", "洪水", "地震"}) +
                     text_row(4, {"正門", "34.05", "131.82", "1", "0"}),
                 "<mergeCells><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:C2\"/><mergeCell ref=\"D2:E2\"/>"
                 "</mergeCells>"}};
  const Survey joined = read_xlsx(two);
  CHECK(joined.layers.at(0).headers == Record{"名称", "緯度", "経度", "洪水", "地震"});
  CHECK(joined.layers[0].header_row == 3);
  CHECK(joined.records.at(0) == std::vector<Record>{{"正門", "34.05", "131.82", "1", "0"}});
  REQUIRE(joined.told("IN161").size() == 1);
  CHECK(joined.told("IN120").size() == 1);

  Xlsx ambiguous;
  ambiguous.sheets = {
      {"調査",
       text_row(1, {"名称", "起点", "", "終点", ""}) + text_row(2, {"", "緯度", "経度", "緯度", "経度"}) +
           text_row(3, {"通学路", "34.05", "131.82", "34.06", "131.83"}),
       "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/><mergeCell ref=\"D1:E1\"/>"
       "</mergeCells>"}};
  CHECK(read_xlsx(ambiguous).layers.at(0).headers ==
        Record{"名称", "起点_緯度", "起点_経度", "終点_緯度", "終点_経度"});
}

TEST_CASE("xlsx: columns without a header, doubled headers, empty columns") {
  Xlsx workbook;
  workbook.sheets = {{"調査", text_row(1, {"名称", "", "緯度", "経度", "備考", "備考", "", "", " "}) +
                                  text_row(2, {"正門", "", "34.05", "131.82", "a", "b", "", "メモ"})}};
  const Survey survey = read_xlsx(workbook);
  CHECK(survey.layers.at(0).headers == Record{"名称", "緯度", "経度", "備考", "備考 (2)", "列8"});
  CHECK(survey.records.at(0) == std::vector<Record>{{"正門", "34.05", "131.82", "a", "b", "メモ"}});
  CHECK(survey.told("IN122").size() == 1);
  CHECK(survey.told("IN123").size() == 1);
}

TEST_CASE("xlsx: values below row 50 without a header are a column, too") {
  std::string rows = kHeader;
  for (int i = 2; i < 80; ++i) rows += text_row(i, {"点", "危険", "34", "131", "", i == 79 ? "おそい" : ""});
  Xlsx workbook;
  workbook.sheets = {{"調査", rows}};
  const Survey survey = read_xlsx(workbook);
  CHECK(survey.layers.at(0).headers == Record{"名称", "区分", "緯度", "経度", "列6"});
  CHECK(survey.records.at(0).back().back() == "おそい");
}

TEST_CASE("xlsx: hidden sheets are named, hidden rows and columns are read and told") {
  Xlsx workbook;
  XlsxSheet names{"児童名簿", text_row(1, {"名前", "緯度", "経度"}) + text_row(2, {"(名前)", "34", "131"})};
  names.state = "veryHidden";
  XlsxSheet survey_sheet{"調査", kHeader + "<row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>1</v></c></row>" +
                                     text_row(3, {"正門", "危険", "34", "131"})};
  survey_sheet.before = "<cols><col min=\"2\" max=\"2\" width=\"0\" hidden=\"1\"/></cols>";
  survey_sheet.comments = "<comment ref=\"A3\"><text><t>メモ</t></text></comment><comment ref=\"B3\"/>";
  workbook.sheets = {names, survey_sheet};
  const Survey survey = read_xlsx(workbook);
  REQUIRE(survey.layers.size() == 1);
  CHECK(survey.layers[0].sheet == "調査");
  CHECK(survey.records[0].size() == 2);
  REQUIRE(survey.told("IN156").size() == 1);
  CHECK(survey.told("IN156")[0]->severity == Severity::warning);
  CHECK(render_message(*survey.told("IN156")[0], Language::ja).find("児童名簿") != std::string::npos);
  REQUIRE(survey.told("IN157").size() == 1);
  CHECK(survey.told("IN157")[0]->row == 2);
  REQUIRE(survey.told("IN158").size() == 1);
  CHECK(survey.told("IN158")[0]->column == "区分");
  CHECK(survey.layers[0].reading.find("hidden_columns")->value == "区分");
  REQUIRE(survey.told("IN160").size() == 1);
  CHECK(render_message(*survey.told("IN160")[0], Language::en).find("2 cell comments") != std::string::npos);

  ReadOptions options;
  options.sheet = "児童名簿";
  const Survey named = read_xlsx(workbook, options);
  CHECK(named.layers.at(0).sheet == "児童名簿");
  CHECK(named.records.at(0).size() == 1);
}

TEST_CASE("xlsx: each visible sheet with a place is a layer, the others are named") {
  Xlsx workbook;
  workbook.sheets = {{"表紙", text_row(1, {"安全マップ"})},
                     {"1班", kHeader + text_row(2, {"正門", "危険", "34", "131"})},
                     {"空", ""},
                     {"2班", kHeader + text_row(2, {"裏門", "安全", "34", "131"}) +
                                 text_row(3, {"橋", "危険", "34", "131"})}};
  const Survey survey = read_xlsx(workbook);
  REQUIRE(survey.layers.size() == 2);
  CHECK(survey.layers[0].sheet == "1班");
  CHECK(survey.layers[1].sheet == "2班");
  CHECK(survey.records[1] == std::vector<Record>{{"裏門", "安全", "34", "131"}, {"橋", "危険", "34", "131"}});
  REQUIRE(survey.told("IN159").size() == 1);
  CHECK(render_message(*survey.told("IN159")[0], Language::en) ==
        "sheet '表紙' was not read (it has no place columns)");

  ReadOptions options;
  options.sheet = "2班";
  CHECK(read_xlsx(workbook, options).layers.size() == 1);
  options.sheet = "3班";
  CHECK(error_code([&] { read_xlsx(workbook, options); }) == "IN148");
  options.sheet = "2班";
  options.header_row = 1;
  CHECK(read_xlsx(workbook, options).layers.at(0).reading.find("header_row")->by == DecidedBy::person);
  CHECK(read_xlsx(workbook, options).told("IN162").empty());
  CHECK(read_xlsx(workbook, options).layers.at(0).reading.find("format")->value == "xlsx");
  options.header_row = 2;
  CHECK(read_xlsx(workbook, options).told("IN162").size() == 1);
  options.header_row = 70;
  CHECK(error_code([&] { read_xlsx(workbook, options); }) == "IN149");
}

TEST_CASE(
    "xlsx: without a place the first sheet with known headers is read, an empty workbook has no records") {
  Xlsx workbook;
  workbook.sheets = {{"表紙", text_row(1, {"あ", "い"})},
                     {"調査", text_row(1, {"名称", "区分"}) + text_row(2, {"正門", "危険"})}};
  CHECK(read_xlsx(workbook).layers.at(0).sheet == "調査");
  workbook.sheets.pop_back();
  const Survey unknown = read_xlsx(workbook);
  CHECK(unknown.layers.at(0).sheet == "表紙");
  CHECK(unknown.told("IN124").size() == 1);
  workbook.sheets = {{"空", ""}};
  const Survey empty = read_xlsx(workbook);
  CHECK(empty.layers.size() == 1);
  CHECK(empty.records.at(0).empty());
}

TEST_CASE("xlsx: X and Y make a sheet worth reading") {
  Xlsx workbook;
  workbook.sheets = {
      {"測量", text_row(1, {"名称", "Ｘ座標", "Ｙ座標"}) + text_row(2, {"正門", "-216575.56", "-31245.86"})},
      {"調査", text_row(1, {"名称", "区分"})}};
  CHECK(read_xlsx(workbook).layers.at(0).sheet == "測量");
}

TEST_CASE("xlsx: absolute part names, strict files, rows and cells without numbers") {
  Xlsx workbook;
  workbook.sheets = {
      {"調査",
       "<row><c t=\"inlineStr\"><is><t>緯度</t></is></c><c t=\"inlineStr\"><is><t>経度</t></is></c>"
       "</row><row r=\"5\"><c><v>34</v></c><c><v>131</v></c></row><row><c r=\"B6\"><v>132</v></c></row>"}};
  workbook.absolute_targets = true;
  workbook.space = kStrict;
  const Survey survey = read_xlsx(workbook);
  CHECK(survey.records.at(0) == std::vector<Record>{{"34", "131"}, {"", "132"}});
  CHECK(survey.rows.at(0) == std::vector<std::int64_t>{5, 6});

  CHECK(resolve_target("xl/workbook.xml", "worksheets/a.xml") == "xl/worksheets/a.xml");
  CHECK(resolve_target("xl/workbook.xml", "/xl/worksheets/a.xml") == "xl/worksheets/a.xml");
  CHECK(resolve_target("xl/worksheets/a.xml", "../comments1.xml") == "xl/comments1.xml");
  CHECK(resolve_target("", "xl/./workbook.xml") == "xl/workbook.xml");
  CHECK(resolve_target("a", "../../b") == "b");

  Parts renamed = workbook.parts();
  for (auto& [name, content] : renamed)
    if (name == "xl/worksheets/sheet1.xml") name = "xl\\Worksheets\\Sheet1.xml";
  CHECK(read_xlsx(zip_of(renamed)).records.at(0).size() == 2);
}

TEST_CASE("xlsx: cells out of order, twice, beyond the sheet") {
  const auto with_row = [](const std::string& row) {
    Xlsx workbook;
    workbook.sheets = {{"調査", kHeader + row}};
    return workbook;
  };
  CHECK(
      read_xlsx(
          with_row(
              "<row r=\"2\"><c r=\"C2\"><v>3</v></c><c r=\"A2\"><v>1</v></c><c r=\"C2\"><v>4</v></c></row>"))
          .records.at(0) == std::vector<Record>{{"1", "", "4", ""}});
  CHECK(error_code([&] { read_xlsx(with_row("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")); }) == "IN141");
  CHECK(error_code([&] { read_xlsx(with_row("<row r=\"2\"><c r=\"XFE2\"><v>1</v></c></row>")); }) == "IN141");
  CHECK(error_code([&] { read_xlsx(with_row("<row r=\"2\"><c r=\"A3\"><v>1</v></c></row>")); }) == "IN141");
  CHECK(error_code([&] { read_xlsx(with_row("<row r=\"4000000000\"><c><v>1</v></c></row>")); }) == "IN141");
}

TEST_CASE("xlsx: batches of any size give the same records, flat text") {
  std::string rows = kHeader;
  for (int i = 2; i < 3000; ++i)
    rows += text_row(i, {"地点" + std::to_string(i), i % 7 == 0 ? "危険" : "", "34.05", "131.8"});
  Xlsx workbook;
  workbook.sheets = {{"調査", rows, "<mergeCells><mergeCell ref=\"B7:B12\"/></mergeCells>"}};
  const std::string bytes = workbook.bytes();
  const Survey whole = read_xlsx(bytes);
  CHECK(whole.records.at(0).size() == 2998);
  CHECK(whole.batches == 3);
  ReadOptions options;
  options.chunk_bytes = 1;
  const Survey small = read_xlsx(bytes, options);
  CHECK(small.batches == 2998);
  CHECK(small.records == whole.records);
  CHECK(small.rows == whole.rows);
  CHECK(small.codes() == whole.codes());
  options.record_limit = 8;
  CHECK(error_code([&] { read_xlsx(bytes, options); }) == "IN150");
}

TEST_CASE("xlsx: broken, truncated, protected and hostile files are refused with a reason") {
  Xlsx workbook;
  workbook.sheets = {{"調査", kHeader + text_row(2, {"正門", "危険", "34", "131"})}};
  const std::string good = workbook.bytes();
  CHECK(error_code([&] { read_xlsx(good); }).empty());

  CHECK(error_code([&] { read_xlsx(std::string()); }) == "IN145");
  for (const std::size_t cut : {std::size_t{10}, good.size() / 2, good.size() - 1}) {
    INFO(cut);
    CHECK(error_code([&] { read_xlsx(good.substr(0, cut)); }) == "IN141");
  }
  std::string flipped = good;
  const std::size_t data = flipped.find("xl/worksheets/sheet1.xml") + 40;
  flipped[data] = static_cast<char>(flipped[data] ^ 0x55);
  CHECK_FALSE(error_code([&] { read_xlsx(flipped); }).empty());

  CHECK(error_code([&] { read_xlsx(zip_of(workbook.parts(), "secret")); }) == "IN142");

  Parts missing = workbook.parts();
  std::erase_if(missing, [](const auto& part) { return part.first == "xl/worksheets/sheet1.xml"; });
  CHECK(error_code([&] { read_xlsx(zip_of(missing)); }) == "IN145");
  CHECK(error_code([&] { read_xlsx(zip_of({{"a.txt", "x"}})); }) == "IN145");

  const auto with_sheet = [&](const std::string& content) {
    Parts parts = workbook.parts();
    for (auto& [name, text] : parts)
      if (name == "xl/worksheets/sheet1.xml") text = content;
    return zip_of(parts);
  };
  CHECK(error_code([&] { read_xlsx(with_sheet("<worksheet><sheetData>")); }) == "IN146");
  CHECK(error_code([&] { read_xlsx(with_sheet("")); }) == "IN146");
  CHECK(error_code([&] {
          read_xlsx(with_sheet(
              "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><worksheet>&b;</worksheet>"));
        }) == "IN147");
  CHECK(error_code([&] {
          read_xlsx(with_sheet(
              "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;\">]><worksheet>&c;</worksheet>"));
        }) == "IN147");
  std::string deep = "<worksheet>";
  for (int i = 0; i < 5000; ++i) deep += "<a>";
  CHECK(error_code([&] { read_xlsx(with_sheet(deep)); }) == "IN144");
  CHECK(error_code([&] { read_xlsx(with_sheet("<worksheet a=\"" + std::string(9u << 20, 'a') + "\"/>")); }) ==
        "IN144");
}

TEST_CASE("xlsx: a zip bomb is stopped at 64 MiB") {
  Xlsx workbook;
  workbook.sheets = {{"調査", kHeader + text_row(2, {"正門", "危険", "34", "131"})}};
  Parts parts = workbook.parts();
  for (auto& [name, text] : parts)
    if (name == "xl/worksheets/sheet1.xml")
      text.insert(text.find("<sheetData>"), std::string(80u << 20, ' '));
  CHECK(error_code([&] { read_xlsx(zip_of(parts)); }) == "IN144");
}

TEST_CASE("xlsx: old and protected Excel files are told apart") {
  std::string compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(70'000, '\0');
  CHECK(xlsx_importer.probe(compound, "a.xlsx").score >= 90);
  const std::string old_file = scratch_file("old.xls", compound);
  CHECK(error_code([&] { xlsx_importer.open(old_file, {}, safety_map()); }) == "IN143");
  for (const char c : std::string("EncryptedPackage")) compound.append({c, '\0'});
  const std::string locked = scratch_file("locked.xlsx", compound);
  try {
    xlsx_importer.open(locked, {}, safety_map());
    FAIL("opened a protected file");
  } catch (const Error& error) {
    CHECK(error.code() == "IN142");
    CHECK(error.kind() == Error::Kind::world);
    CHECK(error.message(Language::ja).find("パスワードがかかっています") != std::string::npos);
  }
  std::remove(old_file.c_str());
  std::remove(locked.c_str());
}

TEST_CASE("xlsx: known by its bytes") {
  Xlsx workbook;
  workbook.sheets = {{"調査", kHeader}};
  CHECK(xlsx_importer.probe(workbook.bytes(), "a.dat").score > 90);
  CHECK(xlsx_importer.probe("PK\x03\x04", "a.XLSX").score > 50);
  CHECK(xlsx_importer.probe("PK\x03\x04", "a.zip").score == 0);
  CHECK(xlsx_importer.probe("名称,緯度", "a.xlsx").score == 0);
  CHECK(xlsx_importer.probe("", "a.xlsx").score == 0);
}

TEST_CASE("xlsx: rules are in code order and complete") {
  std::string_view last = "IN139";
  for (const RuleInfo* rule : workbook_rules()) {
    CHECK(rule->code > last);
    CHECK(rule->code < "IN170");
    CHECK_FALSE(rule->message.ja.empty());
    CHECK_FALSE(rule->remedy.en.empty());
    last = rule->code;
  }
}

TEST_CASE("xlsx: the city of Yamagata's evacuation sites") {
  const std::string path = std::string(ANZENMAP_SHARED_DATA) + "/yamagata_evac_hippocrates.xlsx";
  if (!std::ifstream(path)) {
    WARN("SKIP: " << path << " is not there");
    return;
  }
  const Profile profile = load_profile("evacuation-site");
  const Survey survey = drain(*xlsx_importer.open(path, {}, profile));
  REQUIRE(survey.layers.size() == 1);
  CHECK(survey.layers[0].sheet == "data (2)");
  CHECK(survey.layers[0].headers.size() == 39);
  CHECK(survey.layers[0].header_row == 1);
  CHECK(survey.codes() == "");
  CHECK(survey.records[0].size() == 354);
  const auto column = [&](std::string_view name) {
    const auto& headers = survey.layers[0].headers;
    return static_cast<std::size_t>(std::find(headers.begin(), headers.end(), name) - headers.begin());
  };
  REQUIRE(column("緯度") < 39);
  for (const Record& record : survey.records[0]) {
    const std::string& latitude = record[column("緯度")];
    INFO(latitude);
    CHECK(latitude.size() <= 12);  // no 38.2404189999999 left by the binary number
  }
}
