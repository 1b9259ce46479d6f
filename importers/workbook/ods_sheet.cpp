// SPDX-License-Identifier: Apache-2.0
#include "importers/workbook/ods_sheet.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "gis/base/error.hpp"
#include "importers/workbook/attribute_number.hpp"
#include "importers/workbook/ods_value.hpp"
#include "importers/workbook/workbook_rules.hpp"
#include "importers/workbook/xml.hpp"

namespace anzenmap {
namespace {

constexpr std::size_t kMerges = 1'000'000;
constexpr std::uint64_t kRepeatedCells =
    256'000'000;                           // cells made of repeated rows; no table that people fill has them
constexpr std::uint32_t kSpaces = 32'767;  // of one text:s

/// The paragraphs of a cell: white space as OpenDocument 1.3 part 3, 6.1.2 has it.
class Paragraphs {
 public:
  void reset() {
    first_ = true;
    in_paragraph_ = false;
  }
  void begin(std::string& out) {
    if (!first_) out += '\n';
    first_ = false;
    in_paragraph_ = true;
    begun_ = space_ = false;
  }
  void finish() { in_paragraph_ = false; }
  void add(std::string& out, std::string_view piece) {
    if (!in_paragraph_) return;
    for (const char c : piece) {
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        space_ = begun_;
        continue;
      }
      flush(out);
      out += c;
    }
  }
  void add_exact(std::string& out, char c, std::size_t count) {
    if (!in_paragraph_) return;
    flush(out);
    out.append(count, c);
  }

 private:
  void flush(std::string& out) {
    if (space_) out += ' ';
    space_ = false;
    begun_ = true;
  }
  bool first_ = true;
  bool in_paragraph_ = false;
  bool begun_ = false;
  bool space_ = false;
};

class OdsSheetReader final : public SheetReader, private XmlHandler {
 public:
  OdsSheetReader(ZipEntry content, std::size_t ordinal, std::string sheet, std::size_t row_limit)
      : ordinal_(ordinal),
        row_limit_(row_limit),
        file_(content.file()),
        sheet_(std::move(sheet)),
        xml_(std::move(content), *this) {}

  bool next(SheetRow& row) override {
    while (!ready_.take(row))
      if (done_ || !xml_.step()) return ready_.take(row);
    return true;
  }

  [[nodiscard]] const SheetFacts& facts() const override { return facts_; }

 private:
  void start(XmlName name, const XmlAttributes& attributes) override {
    ++depth_;
    if (done_ || skip_depth_ != 0) return;
    if (!in_table_) {
      if (depth_ == kOdsTableDepth && name.space == XmlSpace::table && name.local == "table")
        in_table_ = tables_++ == ordinal_;
    } else if (cell_depth_ != 0) {
      start_in_cell(name, attributes);
    } else if (name.space == XmlSpace::table) {
      start_in_table(name.local, attributes);
    } else {
      skip_depth_ = depth_;  // forms, shapes
    }
  }

  void start_in_table(std::string_view element, const XmlAttributes& attributes) {
    if (row_depth_ != 0) {
      if (element == "table-cell" || element == "covered-table-cell")
        start_cell(attributes);
      else
        skip_depth_ = depth_;
    } else if (element == "table-row") {
      row_depth_ = depth_;
      row_.repeat = repeat_of(attributes, "number-rows-repeated");
      row_.hidden = is_hidden(attributes);
      next_column_ = 0;
    } else if (element == "table-column") {
      const std::uint32_t count = repeat_of(attributes, "number-columns-repeated");
      if (is_hidden(attributes) && columns_ < kSheetColumns)
        facts_.hidden_columns.emplace_back(columns_, columns_ + count - 1);
      columns_ = std::min(columns_ + count, kSheetColumns);
    } else if (!(element.ends_with("-columns") || element.ends_with("-rows") ||
                 element.ends_with("-group"))) {
      skip_depth_ = depth_;  // table:shapes, scenarios, links
    }
  }

  static std::uint32_t repeat_of(const XmlAttributes& attributes, std::string_view name) {
    const std::uint32_t count = attribute_number(attributes.get(XmlSpace::table, name), 1);
    return std::clamp<std::uint32_t>(count, 1, static_cast<std::uint32_t>(kSheetRows));
  }

  static bool is_hidden(const XmlAttributes& attributes) {
    const std::string_view visibility = attributes.get(XmlSpace::table, "visibility");
    return visibility == "collapse" || visibility == "filter";
  }

  void start_cell(const XmlAttributes& attributes) {
    cell_depth_ = depth_;
    from_ = row_.text.size();
    paragraphs_.reset();
    repeat_ = repeat_of(attributes, "number-columns-repeated");
    cell_.type = attributes.get(XmlSpace::office, "value-type");
    cell_.has_formula = attributes.find(XmlSpace::table, "formula").has_value();
    cell_.is_error = attributes.get(XmlSpace::calcext, "value-type") == "error";
    cell_.value = attributes.get(XmlSpace::office, value_attribute());
    add_merge(repeat_of(attributes, "number-rows-spanned"), repeat_of(attributes, "number-columns-spanned"));
  }

  [[nodiscard]] std::string_view value_attribute() const {
    if (cell_.type == "date") return "date-value";
    if (cell_.type == "time") return "time-value";
    if (cell_.type == "boolean") return "boolean-value";
    if (cell_.type == "string") return "string-value";
    return "value";
  }

  void add_merge(std::uint32_t rows, std::uint32_t columns) {
    if ((rows == 1 && columns == 1) || next_column_ >= kSheetColumns) return;
    if (facts_.merges.size() == kMerges) too_large();
    const std::int64_t first = last_row_ + 1;
    facts_.merges.push_back({first, std::min(first + rows - 1, kSheetRows), next_column_,
                             std::min(next_column_ + std::min(columns, kSheetColumns), kSheetColumns) - 1});
  }

  void start_in_cell(XmlName name, const XmlAttributes& attributes) {
    if (name.space == XmlSpace::text) {
      if (name.local == "p") {
        paragraphs_.begin(row_.text);
      } else if (name.local == "s") {
        const std::uint32_t count = attribute_number(attributes.get(XmlSpace::text, "c"), 1);
        paragraphs_.add_exact(row_.text, ' ', std::min(count, kSpaces));
        check_row();
      } else if (name.local == "tab") {
        paragraphs_.add_exact(row_.text, '\t', 1);
      } else if (name.local == "line-break") {
        paragraphs_.add_exact(row_.text, '\n', 1);
      } else if (name.local == "ruby-text" || name.local == "note") {
        skip_depth_ = depth_;
      }
    } else {
      if (name.space == XmlSpace::office && name.local == "annotation") ++facts_.comments;
      skip_depth_ = depth_;  // comments, pictures, tables within: no part of the value
    }
  }

  void end(XmlName name) override {
    const int depth = depth_--;
    if (skip_depth_ != 0) {
      if (depth == skip_depth_) skip_depth_ = 0;
    } else if (cell_depth_ != 0) {
      if (depth == cell_depth_)
        finish_cell();
      else if (name.space == XmlSpace::text && name.local == "p")
        paragraphs_.finish();
    } else if (row_depth_ != 0) {
      if (depth == row_depth_) finish_row();
    } else if (in_table_ && depth == kOdsTableDepth) {
      in_table_ = false;
      done_ = true;
    }
  }

  void text(std::string_view piece) override {
    if (cell_depth_ == 0 || skip_depth_ != 0) return;
    paragraphs_.add(row_.text, piece);
    check_row();
  }

  void finish_cell() {
    cell_depth_ = 0;
    SheetCell cell;
    cell.kind = finish_ods_cell(cell_, row_.text, from_);
    cell.percent = cell.kind == SheetCell::Kind::text && cell_.type == "percentage";
    check_row();
    cell.offset = from_;
    cell.length = row_.text.size() - from_;
    const std::uint32_t first = next_column_;
    next_column_ = first + std::min(repeat_, kSheetColumns);
    if (cell.length == 0 && cell.kind == SheetCell::Kind::text) {
      next_column_ = std::min(next_column_, kSheetColumns);
      return;
    }
    if (next_column_ > kSheetColumns) too_large();
    for (cell.column = first; cell.column < next_column_; ++cell.column) row_.cells.push_back(cell);
  }

  void finish_row() {
    row_depth_ = 0;
    const std::int64_t first = last_row_ + 1;
    last_row_ = std::min(last_row_ + row_.repeat, kSheetRows);
    if (row_.cells.empty()) {
      row_.clear();
      return;
    }
    if (first + row_.repeat - 1 > kSheetRows) too_large();
    repeated_cells_ += static_cast<std::uint64_t>(row_.repeat - 1) * row_.cells.size();
    if (repeated_cells_ > kRepeatedCells) too_large();
    row_.number = first;
    ready_.push(row_);
  }

  void check_row() const {
    if (row_.text.size() > row_limit_)
      throw Error(row_too_long, {{"file", file_, {}},
                                 {"sheet", sheet_, {}},
                                 {"row", std::to_string(last_row_ + 1), {}},
                                 {"limit", std::to_string(row_limit_), {}}});
  }

  [[noreturn]] void too_large() const {
    throw Error(workbook_too_large, {{"file", file_, {}}, {"part", kOdsContent, {}}});
  }

  std::size_t ordinal_;
  std::size_t row_limit_;
  std::string file_;
  std::string sheet_;
  SheetFacts facts_;
  RowQueue ready_;
  SheetRow row_;  ///< being filled
  OdsCell cell_;  ///< likewise
  Paragraphs paragraphs_;
  std::int64_t last_row_ = 0;
  std::uint64_t repeated_cells_ = 0;
  std::size_t tables_ = 0;
  std::size_t from_ = 0;
  std::uint32_t columns_ = 0;
  std::uint32_t next_column_ = 0;
  std::uint32_t repeat_ = 1;
  int depth_ = 0;
  int row_depth_ = 0;   ///< 0 = outside
  int cell_depth_ = 0;  ///< likewise
  int skip_depth_ = 0;  ///< likewise
  bool in_table_ = false;
  bool done_ = false;
  XmlReader xml_;  // last: it calls the handler
};

}  // namespace

std::unique_ptr<SheetReader> read_ods_sheet(ZipEntry content, std::size_t ordinal, std::string sheet,
                                            std::size_t row_limit) {
  return std::make_unique<OdsSheetReader>(std::move(content), ordinal, std::move(sheet), row_limit);
}

}  // namespace anzenmap
