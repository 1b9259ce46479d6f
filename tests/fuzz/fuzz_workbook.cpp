// SPDX-License-Identifier: Apache-2.0
// The workbook importers on any bytes: no crash, no hang, only Errors; and the same records from batches of
// one record as from whole ones. The first byte says what the rest is; the corpus is readable, as parts and
// not as ZIPs.

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include "importers/workbook/number_format.hpp"
#include "tests/importers/workbook_fixture.hpp"

namespace {

using namespace anzenmap;
using namespace anzenmap::test;

const Profile& fuzz_profile() {
  static const Profile profile = parse_profile(
      R"({"name":"fuzz","title":{"ja":"f","en":"f"},"fields":[{"name":"名称","type":"string"},)"
      R"({"name":"緯度","type":"number","role":"latitude"},{"name":"経度","type":"number","role":"longitude"}]})",
      "fuzz");
  return profile;
}

using Open = std::unique_ptr<Source> (*)(std::string, const std::string&, const ReadOptions&, const Profile&);

/// What one reading gave, or the code of the Error that ended it.
struct Outcome {
  std::string error;
  Survey survey;
};

Outcome read(Open open, const std::string& bytes, std::size_t chunk) {
  ReadOptions options;
  options.chunk_bytes = chunk;
  options.record_limit = 1u << 20;
  Outcome outcome;
  try {
    outcome.survey = drain(*open(bytes, "fuzz", options, fuzz_profile()));
  } catch (const Error& error) {
    outcome.error = error.code();
  }
  return outcome;
}

[[noreturn]] void differ(std::string_view what) {
  std::cerr << "whole batches and batches of one record differ: " << what << '\n';
  std::abort();
}

void compare(Open open, const std::string& bytes) {
  const Outcome whole = read(open, bytes, 256 * 1024);
  const Outcome small = read(open, bytes, 1);
  if (whole.error != small.error) differ("error");
  if (!whole.error.empty()) return;
  if (whole.survey.records != small.survey.records) differ("records");
  if (whole.survey.rows != small.survey.rows) differ("rows");
  for (std::size_t i = 0; i < whole.survey.diagnostics.size(); ++i)
    if (i >= small.survey.diagnostics.size() ||
        whole.survey.diagnostics[i].rule != small.survey.diagnostics[i].rule ||
        whole.survey.diagnostics[i].row != small.survey.diagnostics[i].row)
      differ("diagnostics");
}

/// A small XLSX package of which one part is the fuzzer's.
std::string package_with(const std::string& part, const std::string& content) {
  Xlsx workbook;
  workbook.shared = "<si><t>名称</t></si><si><t>緯度</t></si><si><t>経度</t></si>";
  workbook.formats =
      "<numFmt numFmtId=\"176\" formatCode=\"ggge\"/><numFmt numFmtId=\"177\" formatCode=\"000000\"/>";
  workbook.cell_styles = "<xf numFmtId=\"0\"/><xf numFmtId=\"176\"/><xf numFmtId=\"177\"/>";
  workbook.sheets = {{"調査", text_row(1, {"名称", "緯度", "経度"}) + text_row(2, {"正門", "34", "131"})}};
  Parts parts = workbook.parts();
  for (auto& [name, text] : parts)
    if (name == part) text = content;
  return zip_of(parts);
}

void read_format(const std::string& text) {
  const std::size_t end = text.find('\n');
  std::string out;
  const NumberFormat format = read_number_format(std::string_view(text).substr(0, end));
  if (end != std::string::npos)
    (void)append_number(out, std::string_view(text).substr(end + 1), format, false);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string rest(reinterpret_cast<const char*>(data + 1), size - 1);
  switch (data[0]) {
    case 'x':
      compare(&open_xlsx_bytes, rest);
      break;
    case 'o':
      compare(&open_ods_bytes, rest);
      break;
    case 's':
      compare(&open_xlsx_bytes, package_with("xl/worksheets/sheet1.xml", rest));
      break;
    case 't':
      compare(&open_xlsx_bytes, package_with("xl/sharedStrings.xml", rest));
      break;
    case 'f':
      compare(&open_xlsx_bytes, package_with("xl/styles.xml", rest));
      break;
    case 'w':
      compare(&open_xlsx_bytes, package_with("xl/workbook.xml", rest));
      break;
    case 'c':
      compare(&open_ods_bytes, zip_of({{"content.xml", rest}}));
      break;
    case 'n':
      read_format(rest);
      break;
    default:
      break;
  }
  return 0;
}
