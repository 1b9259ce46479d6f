// SPDX-License-Identifier: Apache-2.0
#include "exporters/template/spreadsheet.hpp"

#include <zip.h>

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>

#include "gis/base/error.hpp"
#include "gis/base/number.hpp"
#include "gis/base/utf8.hpp"

namespace anzenmap {

const RuleInfo template_unwritten{
    .code = "OU760",
    .name = "form-unwritten",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"用紙を作れない", "form not made"},
    .message = {"表の用紙を作れませんでした({reason})", "the form could not be made ({reason})"},
    .why = {"メモリーが足りないと、表のファイルをまとめられません。", "A workbook is packed in memory."},
    .remedy = {"ほかのソフトを閉じて、もう一度試してください。", "Close other programs and try again."},
    .bad = "",
    .good = ""};

namespace {

constexpr std::string_view kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view kRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view kPackage = "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr std::string_view kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// Excel's limits.
constexpr std::size_t kPromptTitle = 32;
constexpr std::size_t kPrompt = 255;

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else if (c == '\n') {
      out += "&#10;";
    } else if (static_cast<unsigned char>(c) >= 0x20) {
      out += c;
    }
  }
  return out;
}

/// At most `count` characters.
std::string_view first_characters(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (; at < text.size() && count > 0; --count) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) ++at;
  }
  return text.substr(0, at);
}

std::string check_xml(const CellCheck& check, const std::string& range) {
  std::string type;
  std::string formulas;
  const auto limits = [&](const char* name) {
    const bool low = !check.minimum.empty();
    const bool high = !check.maximum.empty();
    type = std::string(" type=\"") + name + "\" operator=\"" +
           (low && high ? "between"
            : low       ? "greaterThanOrEqual"
                        : "lessThanOrEqual") +
           "\"";
    if (low) formulas += "<formula1>" + escaped(check.minimum) + "</formula1>";
    if (high)
      formulas += std::string(low ? "<formula2>" : "<formula1>") + escaped(check.maximum) +
                  (low ? "</formula2>" : "</formula1>");
  };
  switch (check.kind) {
    case CellCheck::Kind::any:
      break;
    case CellCheck::Kind::list:
      type = " type=\"list\"";
      formulas = "<formula1>" + escaped(check.list) + "</formula1>";
      break;
    case CellCheck::Kind::date:
      // From 2000 on, counted as Excel counts days.
      type = " type=\"date\" operator=\"greaterThanOrEqual\"";
      formulas = "<formula1>36526</formula1>";
      break;
    case CellCheck::Kind::decimal:
      limits("decimal");
      break;
    case CellCheck::Kind::whole:
      limits("whole");
      break;
    case CellCheck::Kind::length:
      limits("textLength");
      break;
  }
  return "<dataValidation" + type +
         " allowBlank=\"1\" showInputMessage=\"1\" showErrorMessage=\"1\" promptTitle=\"" +
         escaped(first_characters(check.title, kPromptTitle)) + "\" prompt=\"" +
         escaped(first_characters(check.prompt, kPrompt)) + "\" sqref=\"" + range + "\">" + formulas +
         "</dataValidation>";
}

std::string sheet_xml(const Spreadsheet& sheet) {
  std::string out(kHead);
  out += "<worksheet xmlns=\"" + std::string(kMain) + "\"><sheetViews><sheetView workbookViewId=\"0\">";
  out +=
      "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" "
      "state=\"frozen\"/></sheetView></sheetViews>";
  out += "<cols>";
  for (std::size_t c = 0; c < sheet.columns.size(); ++c) {
    const std::string number = std::to_string(c + 1);
    out += "<col min=\"" + number + "\" max=\"" + number + "\" width=\"" + shortest(sheet.columns[c].width) +
           "\" customWidth=\"1\" style=\"" + (sheet.columns[c].is_date ? "2" : "0") + "\"/>";
  }
  out += "</cols><sheetData>";
  for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
    const std::string number = std::to_string(r + 1);
    out += "<row r=\"" + number + "\">";
    for (std::size_t c = 0; c < sheet.rows[r].size(); ++c) {
      if (sheet.rows[r][c].empty()) continue;
      out += "<c r=\"" + column_name(c) + number + "\" s=\"" + (r == 0 ? "1" : "3") +
             "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped(sheet.rows[r][c]) +
             "</t></is></c>";
    }
    out += "</row>";
  }
  out += "</sheetData>";
  std::string checks;
  std::size_t count = 0;
  for (std::size_t c = 0; c < sheet.columns.size(); ++c) {
    if (!sheet.columns[c].check || sheet.checked_rows == 0) continue;
    const std::string name = column_name(c);
    checks += check_xml(*sheet.columns[c].check, name + "2:" + name + std::to_string(sheet.checked_rows + 1));
    ++count;
  }
  if (count != 0)
    out += "<dataValidations count=\"" + std::to_string(count) + "\">" + checks + "</dataValidations>";
  return out + "</worksheet>";
}

/// Styles: 0 plain, 1 header, 2 date, 3 written text.
std::string styles_xml() {
  return std::string(kHead) + "<styleSheet xmlns=\"" + std::string(kMain) +
         "\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
         "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Yu Gothic\"/></font>"
         "<font><b/><sz val=\"11\"/><name val=\"Yu Gothic\"/></font></fonts>"
         "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill>"
         "<fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill patternType=\"solid\">"
         "<fgColor rgb=\"FFDDEBF7\"/><bgColor indexed=\"64\"/></patternFill></fill></fills>"
         "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
         "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" "
         "borderId=\"0\"/></cellStyleXfs>"
         "<cellXfs count=\"4\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
         "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"2\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" "
         "applyFont=\"1\" applyFill=\"1\"/>"
         "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
         "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
         "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" "
         "builtinId=\"0\"/></cellStyles>"
         "</styleSheet>";
}

std::vector<std::pair<std::string, std::string>> parts_of(const std::vector<Spreadsheet>& sheets) {
  const std::string kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  std::string types = std::string(kHead) +
                      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                      "<Default Extension=\"rels\" "
                      "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                      "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                      "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" +
                      kind + "sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"" + kind +
                      "styles+xml\"/>";
  std::string book = std::string(kHead) + "<workbook xmlns=\"" + std::string(kMain) + "\" xmlns:r=\"" +
                     std::string(kRelations) + "\"><sheets>";
  std::string relations = std::string(kHead) + "<Relationships xmlns=\"" + std::string(kPackage) + "\">";
  std::vector<std::pair<std::string, std::string>> parts;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    types += "<Override PartName=\"/xl/worksheets/sheet" + number + ".xml\" ContentType=\"" + kind +
             "worksheet+xml\"/>";
    book += "<sheet name=\"" + escaped(sheets[i].name) + "\" sheetId=\"" + number + "\" r:id=\"rId" + number +
            "\"/>";
    relations += "<Relationship Id=\"rId" + number + "\" Type=\"" + std::string(kRelations) +
                 "/worksheet\" Target=\"worksheets/sheet" + number + ".xml\"/>";
    parts.emplace_back("xl/worksheets/sheet" + number + ".xml", sheet_xml(sheets[i]));
  }
  relations += "<Relationship Id=\"rId" + std::to_string(sheets.size() + 1) + "\" Type=\"" +
               std::string(kRelations) + "/styles\" Target=\"styles.xml\"/></Relationships>";
  parts.insert(parts.begin(), {"xl/_rels/workbook.xml.rels", relations});
  parts.insert(parts.begin(), {"xl/workbook.xml", book + "</sheets></workbook>"});
  parts.insert(parts.begin(),
               {"_rels/.rels", std::string(kHead) + "<Relationships xmlns=\"" + std::string(kPackage) +
                                   "\"><Relationship Id=\"rId1\" Type=\"" + std::string(kRelations) +
                                   "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"});
  parts.insert(parts.begin(), {"[Content_Types].xml", types + "</Types>"});
  parts.emplace_back("xl/styles.xml", styles_xml());
  return parts;
}

[[noreturn]] void fail(zip_error_t* error) {
  const std::string reason = zip_error_strerror(error);
  throw Error(template_unwritten, {{"reason", reason, {}}});
}

struct SourceDeleter {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};

struct ArchiveDeleter {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};

}  // namespace

std::string column_name(std::size_t column) {
  std::string name;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return name;
}

std::string workbook_bytes(const std::vector<Spreadsheet>& sheets) {
  const auto parts = parts_of(sheets);
  zip_error_t error;
  zip_error_init(&error);
  const std::unique_ptr<zip_source_t, SourceDeleter> memory(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!memory) fail(&error);
  zip_source_keep(memory.get());
  std::unique_ptr<zip_t, ArchiveDeleter> archive(zip_open_from_source(memory.get(), ZIP_TRUNCATE, &error));
  if (!archive) {
    zip_source_free(memory.get());
    fail(&error);
  }
  constexpr time_t kAlways = 1'577'836'800;  // 2020-01-01: the bytes must not know when they were made
  for (const auto& [name, text] : parts) {
    zip_source_t* part = zip_source_buffer(archive.get(), text.data(), text.size(), 0);
    const zip_int64_t index =
        part == nullptr ? -1 : zip_file_add(archive.get(), name.c_str(), part, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
      zip_source_free(part);
      fail(zip_get_error(archive.get()));
    }
    if (zip_file_set_mtime(archive.get(), static_cast<zip_uint64_t>(index), kAlways, 0) != 0)
      fail(zip_get_error(archive.get()));
  }
  if (zip_close(archive.get()) != 0) fail(zip_get_error(archive.get()));
  static_cast<void>(archive.release());
  zip_stat_t facts;
  zip_stat_init(&facts);
  if (zip_source_stat(memory.get(), &facts) != 0 || zip_source_open(memory.get()) != 0)
    fail(zip_source_error(memory.get()));
  std::string bytes(static_cast<std::size_t>(facts.size), '\0');
  const zip_int64_t got = zip_source_read(memory.get(), bytes.data(), bytes.size());
  zip_source_close(memory.get());
  if (got != static_cast<zip_int64_t>(bytes.size())) fail(zip_source_error(memory.get()));
  return bytes;
}

}  // namespace anzenmap
