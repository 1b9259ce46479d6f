// SPDX-License-Identifier: Apache-2.0
#pragma once

// Writes small workbooks part by part, so that each trap stands readable in its test, and reads them back
// through the importer as the pipeline does.

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "gis/base/error.hpp"
#include "gis/pipeline/source.hpp"
#include "gis/profile/profile.hpp"
#include "importers/workbook/workbook.hpp"
#include "tests/importers/zip_fixture.hpp"

namespace anzenmap::test {

inline const char* const kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
inline const char* const kStrict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
inline const char* const kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

struct XlsxSheet {
  std::string name;
  std::string rows;         ///< what <sheetData> holds
  std::string after = {};   ///< what follows it: mergeCells ...
  std::string before = {};  ///< what precedes it: cols ...
  std::string state = "visible";
  std::string comments = {};  ///< what <commentList> holds; empty = no such part
};

struct Xlsx {
  std::vector<XlsxSheet> sheets;
  std::string shared = {};       ///< what <sst> holds
  std::string formats = {};      ///< what <numFmts> holds
  std::string cell_styles = {};  ///< what <cellXfs> holds
  std::string workbook_properties = "<workbookPr/>";
  std::string space = kMain;
  bool absolute_targets = false;

  [[nodiscard]] Parts parts() const {
    const std::string root = absolute_targets ? "/xl/" : "";
    const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    const std::string relationships =
        head + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    Parts all;
    all.emplace_back("_rels/.rels", relationships + "<Relationship Id=\"rId1\" Type=\"" + kOffice +
                                        "/officeDocument\" Target=\"" + (absolute_targets ? "/" : "") +
                                        "xl/workbook.xml\"/></Relationships>");
    std::string workbook = head + "<workbook xmlns=\"" + space + "\" xmlns:r=\"" + kOffice + "\">" +
                           workbook_properties + "<sheets>";
    std::string targets = relationships;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
      const XlsxSheet& sheet = sheets[i];
      const std::string number = std::to_string(i + 1);
      workbook += "<sheet name=\"" + sheet.name + "\" sheetId=\"" + number + "\" state=\"" + sheet.state +
                  "\" r:id=\"rId" + number + "\"/>";
      targets += "<Relationship Id=\"rId" + number + "\" Type=\"" + kOffice + "/worksheet\" Target=\"" +
                 root + "worksheets/sheet" + number + ".xml\"/>";
      all.emplace_back("xl/worksheets/sheet" + number + ".xml",
                       head + "<worksheet xmlns=\"" + space + "\">" + sheet.before + "<sheetData>" +
                           sheet.rows + "</sheetData>" + sheet.after + "</worksheet>");
      if (!sheet.comments.empty()) {
        all.emplace_back("xl/worksheets/_rels/sheet" + number + ".xml.rels",
                         relationships + "<Relationship Id=\"rId1\" Type=\"" + kOffice +
                             "/comments\" Target=\"../comments" + number + ".xml\"/></Relationships>");
        all.emplace_back("xl/comments" + number + ".xml", head + "<comments xmlns=\"" + space +
                                                              "\"><commentList>" + sheet.comments +
                                                              "</commentList></comments>");
      }
    }
    if (!shared.empty()) {
      targets += std::string("<Relationship Id=\"rIdS\" Type=\"") + kOffice + "/sharedStrings\" Target=\"" +
                 root + "sharedStrings.xml\"/>";
      all.emplace_back("xl/sharedStrings.xml", head + "<sst xmlns=\"" + space + "\">" + shared + "</sst>");
    }
    if (!cell_styles.empty()) {
      targets += std::string("<Relationship Id=\"rIdF\" Type=\"") + kOffice + "/styles\" Target=\"" + root +
                 "styles.xml\"/>";
      all.emplace_back("xl/styles.xml", head + "<styleSheet xmlns=\"" + space + "\"><numFmts>" + formats +
                                            "</numFmts><cellXfs>" + cell_styles + "</cellXfs></styleSheet>");
    }
    all.emplace_back("xl/workbook.xml", workbook + "</sheets></workbook>");
    all.emplace_back("xl/_rels/workbook.xml.rels", targets + "</Relationships>");
    return all;
  }
  [[nodiscard]] std::string bytes() const { return zip_of(parts()); }
};

/// A row of inline strings from column A on; "" = no cell.
inline std::string text_row(int number, const std::vector<std::string>& cells) {
  std::string row = "<row r=\"" + std::to_string(number) + "\">";
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (!cells[i].empty())
      row += "<c r=\"" + std::string(1, static_cast<char>('A' + i)) + std::to_string(number) +
             "\" t=\"inlineStr\"><is><t>" + cells[i] + "</t></is></c>";
  return row + "</row>";
}

/// Everything that a source gave.
struct Survey {
  std::vector<Layer> layers;
  std::vector<std::vector<std::vector<std::string>>> records;  ///< by layer: record, column
  std::vector<std::vector<std::int64_t>> rows;                 ///< by layer
  std::vector<Diagnostic> diagnostics;
  std::size_t batches = 0;

  [[nodiscard]] std::vector<const Diagnostic*> told(std::string_view code) const {
    std::vector<const Diagnostic*> found;
    for (const Diagnostic& diagnostic : diagnostics)
      if (diagnostic.rule->code == code) found.push_back(&diagnostic);
    return found;
  }
  [[nodiscard]] std::string codes() const {
    std::string all;
    for (const Diagnostic& diagnostic : diagnostics) all += std::string(diagnostic.rule->code) + " ";
    return all;
  }
};

inline Survey drain(Source& source) {
  Survey survey;
  survey.layers.assign(source.layers().begin(), source.layers().end());
  survey.records.resize(survey.layers.size());
  survey.rows.resize(survey.layers.size());
  const auto keep = [&](std::vector<Diagnostic> told) {
    std::move(told.begin(), told.end(), std::back_inserter(survey.diagnostics));
  };
  keep(source.opening_diagnostics());
  Batch batch;
  while (source.take(batch)) {
    source.parse(batch);
    source.settle(batch);
    ++survey.batches;
    for (std::size_t record = 0; record < batch.records; ++record) {
      std::vector<std::string> cells;
      for (std::size_t column = 0; column < batch.raw.size(); ++column) {
        cells.emplace_back(batch.raw_cell(column, record));
        if (batch.raw[column].flags[record] != classify(cells.back()))
          throw std::runtime_error("flags do not fit the cell");
      }
      survey.records.at(batch.layer).push_back(std::move(cells));
      survey.rows.at(batch.layer).push_back(batch.row[record]);
    }
    keep(std::move(batch.diagnostics));
    batch.clear();
  }
  keep(source.closing_diagnostics());
  return survey;
}

inline const Profile& safety_map() {
  static const Profile profile = load_profile("safety-map");
  return profile;
}

inline Survey read_xlsx(const std::string& bytes, const ReadOptions& options = {}) {
  return drain(*open_xlsx_bytes(bytes, "test.xlsx", options, safety_map()));
}
inline Survey read_xlsx(const Xlsx& workbook, const ReadOptions& options = {}) {
  return read_xlsx(workbook.bytes(), options);
}
inline Survey read_ods(const std::string& bytes, const ReadOptions& options = {}) {
  return drain(*open_ods_bytes(bytes, "test.ods", options, safety_map()));
}

/// The code of the Error that `action` ends with; "" when it ends well.
inline std::string error_code(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return std::string(error.code());
  }
  return {};
}

/// The parts of an OpenDocument spreadsheet; `tables` is what <office:spreadsheet> holds.
inline Parts ods_parts(const std::string& tables, const std::string& styles = {}) {
  const std::string content =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content"
      " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
      " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
      " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
      " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
      " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
      " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
      " xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\""
      " office:version=\"1.3\"><office:automatic-styles>" +
      styles + "</office:automatic-styles><office:body><office:spreadsheet>" + tables +
      "</office:spreadsheet></office:body></office:document-content>";
  return {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", content}};
}

inline std::string ods_of(const std::string& tables, const std::string& styles = {}) {
  return zip_of(ods_parts(tables, styles));
}

}  // namespace anzenmap::test
