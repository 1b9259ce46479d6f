// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gis/base/rule_info.hpp"

namespace anzenmap {

// What XLSX and ODS have in common, so that one set of rules makes records of both.

inline constexpr std::uint32_t kSheetColumns = 16'384;  ///< XFD is the last column of both formats
inline constexpr std::int64_t kSheetRows = 16'777'216;  ///< beyond any program's last row

/// A cell that has something in it. Its text is what a person sees, numbers and dates in canonical form.
struct SheetCell {
  enum class Kind : std::uint8_t {
    text,
    error,      ///< #REF! and the like; the text is the error
    no_result,  ///< a formula whose result was not saved
    broken      ///< the file contradicts itself; the text is what it says
  };
  std::uint32_t column = 0;  ///< from 0
  Kind kind = Kind::text;
  bool shared = false;   ///< the text stands in SheetRow::shared and not in SheetRow::text
  bool percent = false;  ///< a person sees it as a percentage
  std::size_t offset = 0;
  std::size_t length = 0;
  std::string_view furigana = {};  ///< how the words are read, in the workbook's table; empty = not said
};

/// One row of a sheet; memory is kept from use to use.
struct SheetRow {
  std::int64_t number = 0;  ///< as Excel shows it, from 1
  std::int64_t repeat = 1;  ///< ODS: this many rows from here are the same
  bool hidden = false;
  std::vector<SheetCell> cells;  ///< by column, each column once
  std::string text;
  const char* shared = nullptr;  ///< the workbook's text table; outlives the row

  [[nodiscard]] std::string_view view(const SheetCell& cell) const {
    return {(cell.shared ? shared : text.data()) + cell.offset, cell.length};
  }
  /// Puts a cell whose text is the end of `text` from `offset` on at its place by column.
  void put(SheetCell cell);
  void clear() {
    repeat = 1;
    hidden = false;
    cells.clear();
    text.clear();
  }
};

/// Rows from 1, columns from 0, both ends included.
struct MergedRange {
  std::int64_t first_row = 0;
  std::int64_t last_row = 0;
  std::uint32_t first_column = 0;
  std::uint32_t last_column = 0;
};

/// What a sheet says besides its rows; complete once all rows were read.
struct SheetFacts {
  std::vector<MergedRange> merges;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> hidden_columns;  ///< first and last, from 0
  std::uint64_t comments = 0;
};

/// Reads one sheet from top to bottom. Rows without any cell need not appear.
class SheetReader {
 public:
  virtual ~SheetReader() = default;
  /// False at the end. Throws Error.
  virtual bool next(SheetRow& row) = 0;
  [[nodiscard]] virtual const SheetFacts& facts() const = 0;
};

struct SheetInfo {
  std::string name;
  bool hidden = false;
};

/// An open workbook. Sheets may be read again and again, one after the other.
class Workbook {
 public:
  virtual ~Workbook() = default;
  [[nodiscard]] virtual std::span<const SheetInfo> sheets() const = 0;
  [[nodiscard]] virtual std::unique_ptr<SheetReader> open_sheet(std::size_t index) const = 0;
  [[nodiscard]] virtual std::string_view format() const = 0;  ///< "xlsx", "ods" or "xls"
  /// How that was known.
  [[nodiscard]] virtual Text evidence() const { return {"ZIPの中に表計算の表", "a ZIP file with sheets"}; }
  [[nodiscard]] virtual const std::string& file() const = 0;
  [[nodiscard]] virtual bool date_1904() const { return false; }
};

/// "A", "Z", "AA" ... for 0, 25, 26 ...
[[nodiscard]] std::string column_letters(std::uint32_t column);
/// "C5" for row 5 of column 2.
[[nodiscard]] std::string cell_name(std::int64_t row, std::uint32_t column);

/// Reads "C5" or "$C$5"; false when it is none or out of a sheet's bounds.
[[nodiscard]] bool parse_cell_name(std::string_view name, std::int64_t& row, std::uint32_t& column);
/// Reads "A1:C5" (or "A1").
[[nodiscard]] bool parse_range(std::string_view name, MergedRange& range);

/// The rows that a reader has finished and nobody took yet; their memory goes round.
class RowQueue {
 public:
  /// Takes the row over and leaves an empty one of old memory.
  void push(SheetRow& row);
  [[nodiscard]] bool take(SheetRow& row);

 private:
  std::vector<SheetRow> rows_;
  std::size_t next_ = 0;
  std::size_t size_ = 0;
};

}  // namespace anzenmap
