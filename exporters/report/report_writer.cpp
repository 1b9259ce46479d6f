// SPDX-License-Identifier: Apache-2.0
#include "exporters/report/report_writer.hpp"

#include "exporters/report/csv_report.hpp"
#include "exporters/report/json_report.hpp"
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
    .message = {"報告「{path}」の種類が分かりません。名前の終わりを .json、.csv、.txt のどれかにしてください",
                "cannot tell the kind of report '{path}': let its name end in .json, .csv or .txt"},
    .why = {"報告の種類は、ファイルの名前の終わりで決まります。",
            "The end of the name decides the kind of report."},
    .remedy = {"人が読むなら .txt、Excelで開くなら .csv、ほかのプログラムで使うなら .json にしてください。",
               "Use .txt for people, .csv for Excel, .json for programs."},
    .bad = "",
    .good = ""};

ReportFormat report_format_of(std::string_view path) {
  const auto ends = [&](std::string_view suffix) {
    return path.size() > suffix.size() && path.substr(path.size() - suffix.size()) == suffix;
  };
  if (ends(".json")) return ReportFormat::json;
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
    case ReportFormat::text:
      break;
  }
  return std::make_unique<TextReport>(out, language);
}

}  // namespace anzenmap
