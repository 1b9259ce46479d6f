// SPDX-License-Identifier: Apache-2.0
#include "exporters/report/report_writer.hpp"

#include "exporters/report/csv_report.hpp"
#include "exporters/report/github_report.hpp"
#include "exporters/report/html_report.hpp"
#include "exporters/report/json_report.hpp"
#include "exporters/report/junit_report.hpp"
#include "exporters/report/sarif_report.hpp"
#include "exporters/report/text_report.hpp"
#include "gis/base/error.hpp"

namespace anzenmap {

const RuleInfo report_format_unknown{
    .code = "OU730",
    .name = "report-format-unknown",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"報告の種類が分からない", "Unknown kind of report"},
    .message = {"報告「{path}」の種類が分かりません。名前の終わりを "
                ".html、.csv、.txt、.json、.sarif、.junit、.github のどれかにしてください",
                "cannot tell the kind of report '{path}': let its name end in .html, .csv, .txt, .json, "
                ".sarif, .junit or .github"},
    .why = {"報告の種類は、ファイルの名前の終わりで決まります。",
            "The end of the name decides the kind of report."},
    .remedy =
        {"人が読むなら .html か .txt、Excelで開くなら .csv、ほかのプログラムで使うなら .json "
         "にしてください。",
         "Use .html or .txt for people, .csv for Excel, .json, .sarif, .junit or .github for programs."},
    .bad = "",
    .good = ""};

ReportFormat report_format_of(std::string_view path) {
  const auto ends = [&](std::string_view suffix) {
    return path.size() > suffix.size() && path.substr(path.size() - suffix.size()) == suffix;
  };
  if (ends(".sarif") || ends(".sarif.json")) return ReportFormat::sarif;
  if (ends(".json")) return ReportFormat::json;
  if (ends(".html")) return ReportFormat::html;
  if (ends(".junit") || ends(".xml")) return ReportFormat::junit;
  if (ends(".github")) return ReportFormat::github;
  if (ends(".csv")) return ReportFormat::csv;
  if (ends(".txt")) return ReportFormat::text;
  throw Error(report_format_unknown, {{"path", std::string(path), {}}}, Error::Kind::usage);
}

std::unique_ptr<ReportWriter> make_report_writer(ReportFormat format, OutputStream& out, Language language) {
  switch (format) {
    case ReportFormat::json:
      return std::make_unique<JsonReport>(out);
    case ReportFormat::csv:
      return std::make_unique<CsvReport>(out, language);
    case ReportFormat::github:
      return std::make_unique<GithubReport>(out, language);
    case ReportFormat::html:
      return std::make_unique<HtmlReport>(out, language);
    case ReportFormat::junit:
      return std::make_unique<JunitReport>(out, language);
    case ReportFormat::sarif:
      return std::make_unique<SarifReport>(out, language);
    case ReportFormat::text:
      break;
  }
  return std::make_unique<TextReport>(out, language);
}

}  // namespace anzenmap
