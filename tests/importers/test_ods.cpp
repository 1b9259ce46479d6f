// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "workbook_fixture.hpp"

using namespace anzenmap;
using namespace anzenmap::test;

namespace {

using Record = std::vector<std::string>;

std::string text_cell(const std::string& text) {
  return "<table:table-cell office:value-type=\"string\"><text:p>" + text + "</text:p></table:table-cell>";
}

std::string text_cells(const std::vector<std::string>& texts) {
  std::string row = "<table:table-row>";
  for (const std::string& text : texts) row += text.empty() ? "<table:table-cell/>" : text_cell(text);
  return row + "</table:table-row>";
}

std::string table(const std::string& name, const std::string& rows, const std::string& attributes = {}) {
  return "<table:table table:name=\"" + name + "\" " + attributes + ">" + rows + "</table:table>";
}

const std::string kHeader = text_cells({"名称", "区分", "緯度", "経度"});

/// A cell below the header 名称 of a table that has a place, read back.
std::string value_of(const std::string& cell) {
  const Survey survey = read_ods(
      ods_of(table("調査", kHeader + "<table:table-row>" + cell + text_cell("危険") + "</table:table-row>")));
  REQUIRE(survey.records.at(0).size() == 1);
  REQUIRE(survey.records[0][0][1] == "危険");
  return survey.records[0][0][0];
}

std::string typed(const std::string& attributes, const std::string& shown = {}) {
  return "<table:table-cell " + attributes + "><text:p>" + shown + "</text:p></table:table-cell>";
}

}  // namespace

TEST_CASE("ods: values come from the attributes, not from what is shown") {
  CHECK(value_of(typed("office:value-type=\"float\" office:value=\"34.047171000000002\"", "34.05")) ==
        "34.047171");
  CHECK(value_of(typed("office:value-type=\"percentage\" office:value=\"0.5\"", "50%")) == "0.5");
  CHECK(value_of(typed("office:value-type=\"currency\" office:value=\"1200\"", "¥1,200")) == "1200");
  CHECK(value_of(typed("office:value-type=\"date\" office:date-value=\"2024-05-01\"", "令和6年5月1日")) ==
        "2024-05-01");
  CHECK(value_of(typed("office:value-type=\"date\" office:date-value=\"2024-05-01T10:30:00.000000000\"",
                       "x")) == "2024-05-01T10:30:00");
  CHECK(value_of(typed("office:value-type=\"time\" office:time-value=\"PT9H5M7.5S\"", "9:05")) == "09:05:07");
  CHECK(value_of(typed("office:value-type=\"time\" office:time-value=\"PT25H30M00S\"", "25:30")) ==
        "25:30:00");
  CHECK(value_of(typed("office:value-type=\"time\" office:time-value=\"nonsense\"", "9時")) == "9時");
  CHECK(value_of(typed("office:value-type=\"boolean\" office:boolean-value=\"true\"", "はい")) == "TRUE");
  CHECK(value_of(typed("office:value-type=\"string\" office:string-value=\"正門\"", "せいもん")) == "正門");
}

TEST_CASE("ods: leading zeros and hyphens that the format shows are kept") {
  CHECK(value_of(typed("office:value-type=\"float\" office:value=\"35215\"", "035215")) == "035215");
  CHECK(value_of(typed("office:value-type=\"float\" office:value=\"7450001\"", "745-0001")) == "745-0001");
  CHECK(value_of(typed("office:value-type=\"float\" office:value=\"0\"", "000")) == "000");
  CHECK(value_of(typed("office:value-type=\"float\" office:value=\"35215\"", "35,215")) == "35215");
  CHECK(value_of(typed("office:value-type=\"float\" office:value=\"35215\"", "99-35215")) == "35215");
  CHECK(value_of(typed("office:value-type=\"float\" office:value=\"-5\"", "-05")) == "-5");
}

TEST_CASE("ods: paragraphs, spaces, furigana, links and comments") {
  CHECK(value_of("<table:table-cell "
                 "office:value-type=\"string\"><text:p>一行目</text:p><text:p/><text:p>三行目</text:p>"
                 "</table:table-cell>") == "一行目\n\n三行目");
  CHECK(value_of(text_cell(" 車が \n <text:s text:c=\"2\"/>多<text:tab/>い<text:line-break/>よ ")) ==
        "車が   多\tい\nよ");
  CHECK(value_of(text_cell(
            "<text:ruby><text:ruby-base>横断</text:ruby-base><text:ruby-text>おうだん</text:ruby-text>"
            "</text:ruby><text:span>歩道</text:span>")) == "横断歩道");
  CHECK(value_of(text_cell("<text:a>周南市</text:a>")) == "周南市");
  CHECK(value_of(
            "<table:table-cell office:value-type=\"string\"><office:annotation><dc:creator>先生</dc:creator>"
            "<text:p>メモ</text:p></office:annotation><text:p>正門</text:p><draw:frame><text:p>絵</text:p></"
            "draw:frame>"
            "</table:table-cell>") == "正門");
  const Survey survey = read_ods(ods_of(table(
      "調査",
      kHeader + "<table:table-row><table:table-cell office:value-type=\"string\"><office:annotation><text:p>m"
                "</text:p></office:annotation><text:p>正門</text:p></table:table-cell></table:table-row>")));
  CHECK(survey.told("IN160").size() == 1);
}

TEST_CASE("ods: repeated columns and rows do not explode") {
  const std::string tail =
      "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:style-name=\"x\""
      " table:number-columns-repeated=\"16384\"/></table:table-row>";
  const std::string rows =
      "<table:table-row><table:table-cell table:number-columns-repeated=\"2\"/></table:table-row>" + kHeader +
      "<table:table-row table:number-rows-repeated=\"3\"/>"
      "<table:table-row table:number-rows-repeated=\"2\">" +
      text_cell("点") +
      "<table:table-cell/><table:table-cell office:value-type=\"float\" office:value=\"34\""
      " table:number-columns-repeated=\"2\"><text:p>34</text:p></table:table-cell>"
      "<table:table-cell table:number-columns-repeated=\"16380\"/></table:table-row>" +
      tail;
  const Survey survey = read_ods(ods_of(table("調査", rows)));
  CHECK(survey.layers.at(0).header_row == 2);
  CHECK(survey.layers[0].headers.size() == 4);
  CHECK(survey.records.at(0) == std::vector<Record>{{"点", "", "34", "34"}, {"点", "", "34", "34"}});
  CHECK(survey.rows.at(0) == std::vector<std::int64_t>{6, 7});

  // A repeated row with something in it is real, but not for ever.
  const std::string bomb =
      kHeader +
      "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell office:value-type=\"float\""
      " office:value=\"1\" table:number-columns-repeated=\"16384\"/></table:table-row>";
  CHECK(error_code([&] { read_ods(ods_of(table("調査", bomb))); }) == "IN144");
  const std::string wide = kHeader + "<table:table-row>" + text_cell("a") +
                           "<table:table-cell table:number-columns-repeated=\"4000000000\"/>" +
                           text_cell("b") + "</table:table-row>";
  CHECK(error_code([&] { read_ods(ods_of(table("調査", wide))); }) == "IN144");
}

TEST_CASE("ods: merged cells are filled, covered ones do not show") {
  const std::string rows =
      text_cells({"班", "名称", "緯度", "経度"}) +
      "<table:table-row><table:table-cell office:value-type=\"string\" "
      "table:number-rows-spanned=\"2\"><text:p>1班</text:p>"
      "</table:table-cell>" +
      text_cell("正門") +
      "</table:table-row>"
      "<table:table-row><table:covered-table-cell office:value-type=\"string\"><text:p>かくれ</text:p>"
      "</table:covered-table-cell>" +
      text_cell("裏門") + "</table:table-row>" + text_cells({"", "橋"});
  const Survey survey = read_ods(ods_of(table("調査", rows)));
  CHECK(survey.records.at(0) ==
        std::vector<Record>{{"1班", "正門", "", ""}, {"1班", "裏門", "", ""}, {"", "橋", "", ""}});
  CHECK(survey.told("IN154").size() == 1);
  CHECK(survey.told("IN155").size() == 1);
}

TEST_CASE("ods: errors and formulas without a result are empty and told") {
  const std::string rows =
      kHeader + "<table:table-row>" + text_cell("正門") +
      typed(
          "table:formula=\"of:=#REF!\" office:value-type=\"string\" office:string-value=\"\" "
          "calcext:value-type=\"error\"",
          "#REF!") +
      typed("table:formula=\"of:=1/0\" office:value-type=\"float\" office:value=\"0\"", "#DIV/0!") +
      "<table:table-cell table:formula=\"of:=1+1\"/></table:table-row>";
  const Survey survey = read_ods(ods_of(table("調査", rows)));
  CHECK(survey.records.at(0) == std::vector<Record>{{"正門", "", "", ""}});
  REQUIRE(survey.told("IN151").size() == 2);
  CHECK(survey.told("IN151")[0]->value == "#REF!");
  CHECK(survey.told("IN151")[1]->value == "#DIV/0!");
  CHECK(survey.told("IN152").size() == 1);
}

TEST_CASE("ods: several tables, hidden ones, copies of other files, hidden rows and columns") {
  const std::string styles =
      "<style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties "
      "table:display=\"false\"/></style:style>"
      "<style:style style:name=\"ta1\" style:family=\"table\"><style:table-properties "
      "table:display=\"true\"/></style:style>";
  const std::string record = text_cells({"正門", "危険", "34", "131"});
  const std::string hidden_row =
      "<table:table-row table:visibility=\"filter\">" + text_cell("裏門") + "</table:table-row>";
  const std::string tables = table("名簿", kHeader + record, "table:style-name=\"ta2\"") +
                             table("表紙", text_cells({"安全マップ"})) +
                             table("調査",
                                   "<table:table-column/><table:table-column table:visibility=\"collapse\"/>"
                                   "<table:table-header-rows>" +
                                       kHeader + "</table:table-header-rows><table:table-row-group>" +
                                       record + hidden_row + "</table:table-row-group>",
                                   "table:style-name=\"ta1\"") +
                             table("'file:///other.ods'#$Sheet1", kHeader + record) +
                             table("調査2", kHeader + record + record);
  const Survey survey = read_ods(ods_of(tables, styles));
  REQUIRE(survey.layers.size() == 2);
  CHECK(survey.layers[0].sheet == "調査");
  CHECK(survey.records[0].size() == 2);
  CHECK(survey.layers[1].sheet == "調査2");
  CHECK(survey.records[1].size() == 2);
  CHECK(survey.told("IN156").size() == 1);
  CHECK(survey.told("IN157").size() == 1);
  REQUIRE(survey.told("IN158").size() == 1);
  CHECK(survey.told("IN158")[0]->column == "区分");
  CHECK(survey.told("IN159").size() == 1);
}

TEST_CASE("ods: shapes, tracked changes and tables within a cell are no records") {
  const std::string rows = "<table:shapes><draw:frame><text:p>絵</text:p></draw:frame></table:shapes>" +
                           kHeader +
                           "<table:table-row>"
                           "<table:table-cell office:value-type=\"string\"><text:p>正門</text:p><table:table "
                           "table:name=\"inner\">" +
                           kHeader + "</table:table></table:table-cell></table:table-row>";
  const std::string changes =
      "<table:tracked-changes><table:cell-content-change><table:previous><table:change-track-table-cell"
      " office:value-type=\"string\"><text:p>前</text:p></table:change-track-table-cell></table:previous>"
      "</table:cell-content-change></table:tracked-changes>";
  const Survey survey = read_ods(ods_of(changes + table("調査", rows)));
  CHECK(survey.records.at(0) == std::vector<Record>{{"正門", "", "", ""}});
}

TEST_CASE("ods: encrypted and broken files are refused with a reason") {
  Parts parts = ods_parts(table("調査", kHeader));
  CHECK(error_code([&] { read_ods(zip_of(parts)); }).empty());
  parts.emplace_back(
      "META-INF/manifest.xml",
      "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">"
      "<manifest:file-entry manifest:full-path=\"content.xml\"><manifest:encryption-data/>"
      "</manifest:file-entry></manifest:manifest>");
  CHECK(error_code([&] { read_ods(zip_of(parts)); }) == "IN142");
  CHECK(error_code([&] { read_ods(zip_of({{"mimetype", "x"}})); }) == "IN145");
  CHECK(error_code([&] { read_ods(ods_of("")); }) == "IN145");
  const std::string good = ods_of(table("調査", kHeader));
  CHECK(error_code([&] { read_ods(good.substr(0, good.size() / 2)); }) == "IN141");
}

TEST_CASE("ods: known by its bytes") {
  CHECK(ods_importer.probe(ods_of(table("調査", kHeader)), "a.dat").score == 100);
  CHECK(ods_importer.probe("PK\x03\x04", "a.ods").score > 50);
  CHECK(ods_importer.probe("PK\x03\x04", "a.odt").score == 0);
}
