// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "exporters/csv.hpp"
#include "exporters/registry.hpp"
#include "exporters/report/diagnostic_json.hpp"
#include "exporters/report/report_writer.hpp"
#include "gis/files/file_faults.hpp"
#include "tests/catch.hpp"
#include "tests/exporters/json_schema.hpp"
#include "tests/exporters/survey_fixture.hpp"

using namespace anzenmap;
using anzenmap::testing::Folder;
using anzenmap::testing::schema_faults;

namespace {

Summary a_summary() {
  Summary summary;
  summary.counts = {
      .read = 3, .written = 2, .rejected = 1, .merged = 0, .errors = 1, .warnings = 0, .infos = 1};
  summary.layers.resize(2);
  summary.layers[0].file = "a.csv";
  summary.layers[1].file = "b.xlsx";
  summary.layers[1].sheet = "1組";
  summary.layers[0].reading.decide("encoding", "cp932", DecidedBy::detected, "「表」など", "bytes");
  summary.outputs = {{"out/a.csv", "a.csv", "csv", 2, 100, ""}};
  summary.profile_name = "safety-map";

  Diagnostic full = make_diagnostic(formula_guarded);
  full.layer = 1;
  full.record = 0;
  full.row = 7;
  full.line = 9;
  full.column = "備考";
  full.value = "=\"a\"\n";
  full.fix = Fix{"=", "'=", FixSafety::safe};
  full.place = LonLat{131.8, 34.0123456};
  full.entity = "phone";
  full.span = std::pair{1, 3};
  Diagnostic bare = make_diagnostic(disk_full);
  bare.arguments.push_back({"path", "x\x83", {}});
  bare.layer = 99;
  summary.diagnostics = {bare, full};
  return summary;
}

std::string report_of(ReportFormat format, const Summary& summary, Language language = Language::ja) {
  const Folder folder;
  OutputSet set(folder.path());
  const auto writer = make_report_writer(format, set.create("r", kReportOptions), language);
  writer->begin(summary.layers);
  for (const Diagnostic& diagnostic : summary.diagnostics) writer->add(diagnostic, summary.layers);
  writer->finish(summary);
  set.commit();
  return folder.get("r");
}

}  // namespace

TEST_CASE("the --json summary is the object of the contract") {
  const Summary summary = a_summary();
  const std::string text = summary_json(summary, nullptr);
  CHECK(text.substr(0, 82) ==
        R"({"schema":1,"read":3,"written":2,"rejected":1,"merged":0,"errors":1,"warnings":0,")");
  const auto json = nlohmann::json::parse(text);
  CHECK(schema_faults(json, "report.schema.json") == "");
  CHECK(json["outputs"][0] == nlohmann::json({{"path", "out/a.csv"}, {"format", "csv"}, {"records", 2}}));
  const auto& bare = json["diagnostics"][0];
  for (const char* key :
       {"file", "sheet", "row", "line", "column", "value", "fix", "place", "entity", "span"})
    CHECK(bare[key].is_null());
  CHECK(bare["category"] == "output");
  const auto& full = json["diagnostics"][1];
  CHECK(full["file"] == "b.xlsx");
  CHECK(full["sheet"] == "1組");
  CHECK(full["row"] == 7);
  CHECK(full["line"] == 9);
  CHECK(full["value"] == "=\"a\"\n");
  CHECK(full["fix"] == nlohmann::json({{"before", "="}, {"after", "'="}, {"safety", "safe"}}));
  CHECK(full["place"] == nlohmann::json({131.8, 34.0123456}));
  CHECK(full["span"] == nlohmann::json({1, 3}));
  CHECK(json["error"].is_null());
}

TEST_CASE("the --json summary tells an error of the world") {
  const Error error(disk_full, {{"path", "a.csv", {}}});
  const auto json = nlohmann::json::parse(summary_json(Summary(), &error));
  CHECK(schema_faults(json, "report.schema.json") == "");
  CHECK(json["error"]["code"] == "OU701");
  CHECK(json["error"]["message"]["ja"].get<std::string>().find("「a.csv」") != std::string::npos);
  CHECK(json["error"]["message"]["en"].get<std::string>().find("'a.csv'") != std::string::npos);
}

TEST_CASE("the schema refuses what the contract does not know") {
  auto json = nlohmann::json::parse(summary_json(a_summary(), nullptr));
  json["diagnostics"][0]["colour"] = "red";
  CHECK(schema_faults(json, "report.schema.json") != "");
}

TEST_CASE("the JSON report holds every diagnostic and names files within the folder") {
  const Summary summary = a_summary();
  const auto json = nlohmann::json::parse(report_of(ReportFormat::json, summary));
  CHECK(schema_faults(json, "report.schema.json") == "");
  CHECK(json["diagnostics"] == nlohmann::json::parse(summary_json(summary, nullptr))["diagnostics"]);
  CHECK(json["outputs"][0]["path"] == "a.csv");
  CHECK(json["readings"][0]["items"][0]["value"] == "cp932");
  Summary empty;
  CHECK(schema_faults(nlohmann::json::parse(report_of(ReportFormat::json, empty)), "report.schema.json") ==
        "");
}

TEST_CASE("the CSV report is a row a finding") {
  const std::string text = report_of(ReportFormat::csv, a_summary());
  CHECK(text.find("\xEF\xBB\xBF種類,コード,ファイル,シート,行,列,値,内容,どうするか\r\n") == 0);
  CHECK(text.find("\r\nお知らせ,OU710,b.xlsx,1組,7,備考,\"'=\"\"a\"\"\n\",") != std::string::npos);
  CHECK(report_of(ReportFormat::csv, a_summary(), Language::en).find("\r\ninfo,OU710") != std::string::npos);
}

TEST_CASE("the text report says where, what and how many") {
  const std::string text = report_of(ReportFormat::text, a_summary());
  CHECK(text.find("\n[お知らせ] b.xlsx シート「1組」 7行目「備考」: 「備考」の「=\"a\" 」は") !=
        std::string::npos);
  CHECK(text.find("\n    → このままで大丈夫です。") != std::string::npos);
  CHECK(text.find("\n読んだ記録: 3 件\n書き出した記録: 2 件\n書き出せなかった記録: 1 件\n") !=
        std::string::npos);
  CHECK(text.find("\n- a.csv\n") != std::string::npos);
}

TEST_CASE("the text report counts what it does not show") {
  Summary summary = a_summary();
  summary.diagnostics.assign(130, summary.diagnostics[1]);
  const std::string text = report_of(ReportFormat::text, summary);
  std::size_t shown = 0;
  for (std::size_t at = 0; (at = text.find("(OU710)", at)) != std::string::npos; ++at) ++shown;
  CHECK(shown == 100);
  CHECK(text.find("ほかに 30 件") != std::string::npos);
}

TEST_CASE("the end of a report's name decides its kind") {
  CHECK(report_format_of("a/b.json") == ReportFormat::json);
  CHECK(report_format_of("b.csv") == ReportFormat::csv);
  CHECK(report_format_of("b.txt") == ReportFormat::text);
  CHECK(report_format_of("b.html") == ReportFormat::html);
  CHECK(report_format_of("b.sarif.json") == ReportFormat::sarif);
  CHECK(report_format_of("b.xml") == ReportFormat::junit);
  CHECK(report_format_of("b.github") == ReportFormat::github);
  try {
    (void)report_format_of("b.pdf");
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.kind() == Error::Kind::usage);
    CHECK(error.code() == "OU730");
  }
}

TEST_CASE("rules of exporters are listed in code order and say all they must") {
  std::string_view before;
  for (const RuleInfo* rule : exporter_rules()) {
    CHECK(rule->code > before);
    before = rule->code;
    CHECK(rule->code.substr(0, 3) == "OU7");
    CHECK(rule->category == Category::output);
    for (const Text& text : {rule->title, rule->message, rule->why, rule->remedy}) {
      CHECK_FALSE(text.ja.empty());
      CHECK_FALSE(text.en.empty());
    }
  }
  CHECK(find_output_format("geojson")->media_type == "application/geo+json");
  CHECK(find_output_format("shapefile") == nullptr);
}

TEST_CASE("an HTML report quotes what a person wrote as text") {
  Summary summary = a_summary();
  summary.diagnostics[1].value = "<img src=x onerror=alert(1)>";
  summary.diagnostics[1].column = "</table><script>";
  const std::string page = report_of(ReportFormat::html, summary);
  CHECK(page.find("<img") == std::string::npos);
  CHECK(page.find("<script") == std::string::npos);
  CHECK(page.find("&lt;img src=x onerror=alert(1)&gt;") != std::string::npos);
  CHECK(page.find("default-src 'none'; style-src 'sha256-") != std::string::npos);
  CHECK(page.find("7行目") != std::string::npos);
  CHECK(page.find("<svg class=\"sketch\"") != std::string::npos);
  CHECK(page.find("<ins>&#39;=</ins>") != std::string::npos);
  CHECK(page.find("1件は使えませんでした") != std::string::npos);
  const std::string english = report_of(ReportFormat::html, a_summary(), Language::en);
  CHECK(english.find("<html lang=\"en\">") != std::string::npos);
  CHECK(english.find("row 7") != std::string::npos);
}

TEST_CASE("an HTML report shows the first of each kind and counts the others") {
  Summary summary = a_summary();
  const Diagnostic one = summary.diagnostics[1];
  summary.diagnostics.assign(1000, one);
  const std::string page = report_of(ReportFormat::html, summary);
  CHECK(page.find("1000件") != std::string::npos);
  CHECK(page.find("ほかに 800 件あります") != std::string::npos);
  CHECK(page.size() < 300'000);
}

TEST_CASE("a SARIF report has a result a finding and the rules behind them") {
  const auto sarif = nlohmann::json::parse(report_of(ReportFormat::sarif, a_summary()));
  CHECK(sarif["version"] == "2.1.0");
  const auto& run = sarif["runs"][0];
  REQUIRE(run["results"].size() == 2);
  const auto& full = run["results"][1];
  CHECK(full["ruleId"] == "OU710");
  CHECK(run["tool"]["driver"]["rules"][full["ruleIndex"].get<std::size_t>()]["id"] == "OU710");
  CHECK(full["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "b.xlsx");
  CHECK(full["locations"][0]["physicalLocation"]["region"]["startLine"] == 9);
  CHECK(full["properties"]["row"] == 7);
  CHECK(full["properties"]["place"] == nlohmann::json::parse("[131.8,34.0123456]"));
  CHECK_FALSE(run["results"][0].contains("locations"));
  Summary empty;
  CHECK(nlohmann::json::parse(report_of(ReportFormat::sarif, empty))["runs"][0]["results"].empty());
}

TEST_CASE("a JUnit report fails for errors alone and holds no character that XML lacks") {
  Summary summary = a_summary();
  summary.diagnostics[1].severity = Severity::error;
  summary.diagnostics[1].value = "a\x01<&>\xEF\xBF\xBF";
  summary.diagnostics[1].arguments = {{"value", summary.diagnostics[1].value, {}}};
  const std::string text = report_of(ReportFormat::junit, summary);
  CHECK(text.find("tests=\"3\" failures=\"2\" errors=\"0\"") != std::string::npos);
  CHECK(text.find('\x01') == std::string::npos);
  CHECK(text.find("\xEF\xBF\xBF") == std::string::npos);
  CHECK(text.find("read 3 = written 2 + rejected 1 + merged 0") != std::string::npos);
}

TEST_CASE("GitHub's annotations are a line each, whatever a person wrote") {
  Summary summary = a_summary();
  summary.layers[1].file = "b,c:d%\n.xlsx";
  const std::string text = report_of(ReportFormat::github, summary);
  CHECK(std::count(text.begin(), text.end(), '\n') == 2);
  CHECK(text.find("::notice file=b%2Cc%3Ad%25%0A.xlsx,line=9,title=OU710") != std::string::npos);
  CHECK(text.find("::error title=") == 0);
}
