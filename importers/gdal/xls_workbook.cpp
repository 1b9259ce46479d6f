// SPDX-License-Identifier: Apache-2.0
#include "importers/gdal/xls_workbook.hpp"

#include "gis/base/error.hpp"
#include "importers/gdal/gdal_rules.hpp"
#include "importers/gdal/open_dataset.hpp"
#include "importers/gdal/value_text.hpp"
#include "importers/intake/input_file.hpp"

namespace anzenmap::gdal {
namespace {

constexpr std::size_t kAtOnce = 256;

/// Rows wait in a queue, as GDAL hands over many at once.
class XlsSheet final : public SheetReader, private RecordSink {
 public:
  XlsSheet(std::unique_ptr<LayerReader> reader, std::string file)
      : reader_(std::move(reader)), file_(std::move(file)) {}

  bool next(SheetRow& row) override {
    while (!rows_.take(row)) {
      if (state_ != ReadState::more) return false;
      rows_ = RowQueue();
      std::vector<Message> said;
      state_ = reader_->read(kAtOnce, *this, said);
      if (state_ == ReadState::failed)
        throw Error(
            layer_broken_off,
            {{"file", file_, {}}, {"read", std::to_string(number_), {}}, {"reason", reason_in(said), {}}});
    }
    return true;
  }

  [[nodiscard]] const SheetFacts& facts() const override { return facts_; }

 private:
  void record(const Record& record) override {
    row_.clear();
    row_.number = ++number_;
    for (std::size_t i = 0; i < record.values.size() && i < kSheetColumns; ++i) {
      const std::size_t from = row_.text.size();
      append_value(row_.text, record.values[i]);
      if (row_.text.size() == from) continue;
      SheetCell cell;
      cell.column = static_cast<std::uint32_t>(i);
      cell.offset = from;
      cell.length = row_.text.size() - from;
      row_.cells.push_back(cell);
    }
    rows_.push(row_);
  }

  std::unique_ptr<LayerReader> reader_;
  std::string file_;
  RowQueue rows_;
  SheetRow row_;
  SheetFacts facts_;
  std::int64_t number_ = 0;
  ReadState state_ = ReadState::more;
};

class XlsWorkbook final : public Workbook {
 public:
  XlsWorkbook(const std::string& path, const std::string& module_folder) : file_(file_name_of(path)) {
    std::vector<Message> said;
    dataset_ = open_by_driver(gdal_module(module_folder), path, "XLS", "Excel 97-2003", file_, {}, said);
    for (const LayerInfo& info : dataset_->layers()) sheets_.push_back({info.name, false});
    if (sheets_.empty()) throw Error(dataset_empty, {{"file", file_, {}}});
  }

  [[nodiscard]] std::span<const SheetInfo> sheets() const override { return sheets_; }
  [[nodiscard]] std::unique_ptr<SheetReader> open_sheet(std::size_t index) const override {
    return std::make_unique<XlsSheet>(dataset_->read_layer(index), file_);
  }
  [[nodiscard]] std::string_view format() const override { return "xls"; }
  [[nodiscard]] Text evidence() const override {
    return {"古いExcelの印(D0CF11E0)があります", "it has the mark of old Excel files (D0CF11E0)"};
  }
  [[nodiscard]] const std::string& file() const override { return file_; }

 private:
  std::string file_;
  std::unique_ptr<Dataset> dataset_;
  std::vector<SheetInfo> sheets_;
};

}  // namespace

std::unique_ptr<Workbook> open_xls_workbook(const std::string& path, const std::string& module_folder) {
  return std::make_unique<XlsWorkbook>(path, module_folder);
}

}  // namespace anzenmap::gdal
