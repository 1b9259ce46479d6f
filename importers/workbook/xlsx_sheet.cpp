// SPDX-License-Identifier: Apache-2.0
#include "importers/workbook/xlsx_sheet.hpp"

#include <string_view>
#include <utility>

#include "gis/base/error.hpp"
#include "importers/workbook/attribute_number.hpp"
#include "importers/workbook/string_item.hpp"
#include "importers/workbook/workbook_rules.hpp"
#include "importers/workbook/xml.hpp"

namespace anzenmap {
namespace {

constexpr std::size_t kMerges = 1'000'000;

/// ECMA-376 part 1, 18.18.11 ST_CellType.
enum class CellType : std::uint8_t { number, shared, inline_, formula_text, boolean, error, date };

CellType cell_type(std::string_view type) {
  if (type.empty() || type == "n") return CellType::number;
  if (type == "s") return CellType::shared;
  if (type == "str") return CellType::formula_text;
  if (type == "inlineStr") return CellType::inline_;
  if (type == "b") return CellType::boolean;
  if (type == "e") return CellType::error;
  if (type == "d") return CellType::date;
  return CellType::number;
}

std::string_view trim_xml(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

class XlsxSheetReader final : public SheetReader, private XmlHandler {
 public:
  XlsxSheetReader(ZipEntry part, std::string sheet, const XlsxContext& context, std::uint64_t comments)
      : context_(context),
        file_(part.file()),
        part_(part.part()),
        sheet_(std::move(sheet)),
        xml_(std::move(part), *this) {
    facts_.comments = comments;
  }

  bool next(SheetRow& row) override {
    while (!ready_.take(row))
      if (!xml_.step()) return ready_.take(row);
    return true;
  }

  [[nodiscard]] const SheetFacts& facts() const override { return facts_; }

 private:
  void start(XmlName name, const XmlAttributes& attributes) override {
    ++depth_;
    if (name.space != XmlSpace::sheet) return;
    if (!in_row_)
      start_outside(name.local, attributes);
    else if (!in_cell_)
      start_in_row(name.local, attributes);
    else
      start_in_cell(name.local, attributes);
  }

  void start_outside(std::string_view element, const XmlAttributes& attributes) {
    if (element == "row" && in_data_) {
      start_row(attributes);
    } else if (element == "sheetData") {
      in_data_ = true;
    } else if (element == "col" && attribute_flag(attributes.get("hidden"))) {
      const std::uint32_t first = attribute_number(attributes.get("min"));
      const std::uint32_t last = attribute_number(attributes.get("max"));
      if (first >= 1 && first <= last && facts_.hidden_columns.size() < kSheetColumns)
        facts_.hidden_columns.emplace_back(first - 1, last - 1);
    } else if (element == "mergeCell") {
      MergedRange range;
      if (!parse_range(attributes.get("ref"), range)) return;
      if (facts_.merges.size() == kMerges)
        throw Error(workbook_too_large, {{"file", file_, {}}, {"part", part_, {}}});
      facts_.merges.push_back(range);
    }
  }

  void start_row(const XmlAttributes& attributes) {
    const std::int64_t number = attribute_number(attributes.get("r"), 0);
    if (number != 0 && number <= last_row_) broken_order(number);
    last_row_ = number == 0 ? last_row_ + 1 : number;
    if (last_row_ > kSheetRows) broken_order(last_row_);
    in_row_ = true;
    row_.number = last_row_;
    row_.shared = context_.strings.text.data();
    row_.hidden = attribute_flag(attributes.get("hidden"));
    row_depth_ = depth_;
    next_column_ = 0;
  }

  void start_in_row(std::string_view element, const XmlAttributes& attributes) {
    if (element != "c") return;
    in_cell_ = true;
    cell_depth_ = depth_;
    has_formula_ = false;
    in_value_ = in_inline_ = false;
    type_ = cell_type(attributes.get("t"));
    style_ = attribute_number(attributes.get("s"));
    from_ = row_.text.size();
    std::int64_t row = last_row_;
    std::uint32_t column = next_column_;
    const std::string_view reference = attributes.get("r");
    if (!reference.empty() && (!parse_cell_name(reference, row, column) || row != last_row_))
      broken_order(last_row_);
    if (column >= kSheetColumns) broken_order(last_row_);
    column_ = column;
    next_column_ = column + 1;
  }

  void start_in_cell(std::string_view element, const XmlAttributes&) {
    if (in_inline_) {
      item_.start(element);
    } else if (element == "is") {
      in_inline_ = true;
      item_.reset();
    } else if (depth_ == cell_depth_ + 1) {
      if (element == "v") in_value_ = true;
      if (element == "f") has_formula_ = true;
    }
  }

  void end(XmlName name) override {
    const int depth = depth_--;
    if (name.space != XmlSpace::sheet || (!in_row_ && !in_data_)) return;
    if (in_cell_) {
      if (depth == cell_depth_) {
        finish_cell();
        in_cell_ = false;
      } else if (in_inline_ && name.local == "is") {
        in_inline_ = false;
      } else if (in_inline_) {
        item_.end(name.local);
      } else if (depth == cell_depth_ + 1) {
        in_value_ = false;
      }
    } else if (in_row_) {
      if (depth != row_depth_) return;
      in_row_ = false;
      ready_.push(row_);
    } else if (name.local == "sheetData") {
      in_data_ = false;
    }
  }

  void text(std::string_view piece) override {
    if (!in_cell_ || !(in_value_ || (in_inline_ && item_.wants_text()))) return;
    row_.text += piece;
    if (row_.text.size() > context_.row_limit)
      throw Error(row_too_long, {{"file", file_, {}},
                                 {"sheet", sheet_, {}},
                                 {"row", std::to_string(last_row_), {}},
                                 {"limit", std::to_string(context_.row_limit), {}}});
  }

  /// What stands in row_.text from from_ on becomes a cell.
  void finish_cell() {
    SheetCell cell;
    cell.column = column_;
    cell.offset = from_;
    const std::string_view stored = trim_xml(std::string_view(row_.text).substr(from_));
    if (has_formula_ && type_ != CellType::formula_text && stored.empty()) {
      row_.text.resize(from_);
      cell.kind = SheetCell::Kind::no_result;
      row_.put(cell);
      return;
    }
    switch (type_) {
      case CellType::shared:
        if (!stored.empty()) put_shared(cell, stored);
        return;
      case CellType::inline_:
      case CellType::formula_text:
        decode_escapes(row_.text, from_);
        break;
      case CellType::boolean:
        put_boolean(cell, stored);
        return;
      case CellType::error:
        cell.kind = SheetCell::Kind::error;
        break;
      case CellType::date:
        put_iso_date(stored);
        break;
      case CellType::number:
        if (!stored.empty()) put_number(cell, std::string(stored));
        break;
    }
    put_text(cell);
  }

  void put_text(SheetCell cell) {
    cell.length = row_.text.size() - cell.offset;
    if (cell.length != 0) row_.put(cell);
  }

  void put_shared(SheetCell cell, std::string_view stored) {
    const std::uint32_t index = attribute_number(stored, 0xFFFF'FFFFu);
    if (index >= context_.strings.size()) {
      cell.kind = SheetCell::Kind::broken;
      put_text(cell);
      return;
    }
    row_.text.resize(from_);
    cell.shared = true;
    cell.offset = context_.strings.offsets[index];
    cell.length = context_.strings.offsets[index + 1] - cell.offset;
    cell.furigana = context_.strings.furigana_of(index);
    if (cell.length != 0) row_.put(cell);
  }

  void put_boolean(SheetCell cell, std::string_view stored) {
    if (stored.empty()) return;
    if (stored != "1" && stored != "0" && stored != "true" && stored != "false") {
      cell.kind = SheetCell::Kind::broken;
    } else {
      const bool value = attribute_flag(stored);
      row_.text.resize(from_);
      row_.text += value ? "TRUE" : "FALSE";
    }
    put_text(cell);
  }

  /// A date cell of the strict format: ISO 8601 already, with a time that a date format does not show.
  void put_iso_date(std::string_view stored) {
    std::string date(stored);
    if (date.ends_with('Z')) date.pop_back();
    constexpr std::string_view midnight = "T00:00:00";
    const std::size_t time = date.find('T');
    if (context_.styles.of(style_).kind == NumberFormat::Kind::date && time != std::string::npos &&
        date.compare(time, midnight.size(), midnight) == 0)
      date.resize(time);
    row_.text.resize(from_);
    row_.text += date;
  }

  void put_number(SheetCell& cell, const std::string& stored) {
    row_.text.resize(from_);
    cell.percent = context_.styles.of(style_).percent;
    if (append_number(row_.text, stored, context_.styles.of(style_), context_.date_1904)) return;
    row_.text += stored;
    cell.kind = SheetCell::Kind::broken;
  }

  [[noreturn]] void broken_order(std::int64_t row) const {
    throw Error(workbook_broken, {{"file", file_, {}},
                                  {"part", part_, {}},
                                  {"reason", std::to_string(row) + "行目の番号が正しくありません",
                                   "row " + std::to_string(row) + " is misnumbered"}});
  }

  const XlsxContext& context_;
  std::string file_;
  std::string part_;
  std::string sheet_;
  SheetFacts facts_;
  RowQueue ready_;
  SheetRow row_;  ///< being filled
  std::int64_t last_row_ = 0;
  std::uint32_t next_column_ = 0;
  std::uint32_t column_ = 0;
  std::uint32_t style_ = 0;
  std::size_t from_ = 0;
  CellType type_ = CellType::number;
  StringItem item_;
  int depth_ = 0;
  int row_depth_ = 0;
  int cell_depth_ = 0;
  bool in_data_ = false;
  bool in_row_ = false;
  bool in_cell_ = false;
  bool in_value_ = false;
  bool in_inline_ = false;
  bool has_formula_ = false;
  XmlReader xml_;  // last: it calls the handler
};

}  // namespace

std::unique_ptr<SheetReader> read_xlsx_sheet(ZipEntry part, std::string sheet, const XlsxContext& context,
                                             std::uint64_t comments) {
  return std::make_unique<XlsxSheetReader>(std::move(part), std::move(sheet), context, comments);
}

}  // namespace anzenmap
