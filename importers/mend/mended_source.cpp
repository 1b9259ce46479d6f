// SPDX-License-Identifier: Apache-2.0
#include "importers/mend/mended_source.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "gis/base/error.hpp"
#include "gis/pipeline/rejects_columns.hpp"
#include "gis/value/blanks.hpp"

namespace anzenmap {

const RuleInfo record_mended{
    .code = "IN197",
    .name = "record-mended",
    .severity = Severity::info,
    .category = Category::input,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"直した行と入れかえた", "replaced by a mended row"},
    .message = {"除外された行を、直した行と入れかえました",
                "the rejected row was replaced by its mended one"},
    .why = {"除外された記録を直して戻せます。", "A rejected record can be mended and fed back."},
    .remedy = {"何もしなくてよいです。", "Nothing to do."},
    .bad = "",
    .good = ""};

const RuleInfo rejects_alone{
    .code = "IN198",
    .name = "rejects-alone",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"除外した行だけが渡された", "rejects without their survey"},
    .message = {"「{file}」は除外した行の一覧です。元のファイルといっしょに指定してください(例: "
                "元のファイル、「{file}」の順)",
                "'{file}' holds rejected rows only; name the original survey together with it"},
    .why = {"除外した行だけを変換すると、ほかの記録が消えてしまいます。",
            "Converting the rejects alone would replace all other records."},
    .remedy = {"元のファイルと除外ファイルの両方を入力にしてください。", "Give both files as inputs."},
    .bad = "",
    .good = ""};

const RuleInfo mend_without_original{
    .code = "IN199",
    .name = "mend-without-original",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"直した行の元が見つからない", "mended row without its original"},
    .message = {"直した行の元「{file}」の {row} 行目が、入力にありません",
                "row {row} of '{file}', which a mended row replaces, is not among the inputs"},
    .why = {"元の行が分からないと、同じ記録が二つになるかもしれません。",
            "Without its original the record might come out twice."},
    .remedy = {"元のファイルの名前と行を変えずに、いっしょに指定してください。",
               "Give the original file with its name and rows unchanged."},
    .bad = "",
    .good = ""};

const RuleInfo mend_still_unreadable{
    .code = "IN133",
    .name = "mended-cell-unreadable",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::cell,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"読めない文字が残っている", "unreadable character left"},
    .message = {"直した行の「{column}」に、読めない文字の印(\xEF\xBF\xBD)"
                "が残っています。その文字を打ち直してください",
                "'{column}' of the mended row still holds the mark of an unreadable character; type it anew"},
    .why = {"もとのファイルで読めなかった文字は、この印になっています。",
            "The mark stands where the source had bytes that are no text."},
    .remedy = {"印のところに、正しい文字を打ってください。", "Type the right character in its place."},
    .bad = "",
    .good = ""};

std::span<const RuleInfo* const> mend_rules() {
  static constexpr std::array<const RuleInfo*, 4> rules{&mend_still_unreadable, &record_mended,
                                                        &rejects_alone, &mend_without_original};
  return rules;
}

bool is_rejects(const Layer& layer) {
  constexpr std::size_t kAdded = kRejectsOrigin.size() + kRejectsReason.size();
  return !layer.has_geometry && layer.headers.size() >= kAdded &&
         std::equal(kRejectsOrigin.begin(), kRejectsOrigin.end(), layer.headers.begin()) &&
         std::equal(kRejectsReason.begin(), kRejectsReason.end(),
                    layer.headers.end() - static_cast<std::ptrdiff_t>(kRejectsReason.size()));
}

void MendedRows::read(Source& rejects) {
  const std::vector<std::string>& all = rejects.layers().front().headers;
  const std::size_t first = kRejectsOrigin.size();
  const std::size_t last = all.size() - kRejectsReason.size();
  std::vector<std::size_t> column_of;  // place in headers_ of each original column
  for (std::size_t c = first; c < last; ++c) {
    auto known = std::find(headers_.begin(), headers_.end(), all[c]);
    if (known == headers_.end()) known = headers_.insert(headers_.end(), all[c]);
    column_of.push_back(static_cast<std::size_t>(known - headers_.begin()));
  }
  Batch batch;
  while (batch.clear(), rejects.take(batch)) {
    rejects.parse(batch);
    rejects.settle(batch);
    for (std::size_t r = 0; r < batch.records; ++r) {
      const std::string_view number = trim_blanks(batch.raw_cell(2, r));
      std::int64_t row = 0;
      std::from_chars(number.data(), number.data() + number.size(), row);
      Row mended;
      mended.cells.resize(headers_.size());
      for (std::size_t c = first; c < last; ++c) mended.cells[column_of[c - first]] = batch.raw_cell(c, r);
      rows_[{std::string(batch.raw_cell(0, r)), std::string(batch.raw_cell(1, r)), row}] = std::move(mended);
    }
  }
}

MendedRows::Row* MendedRows::find(const std::string& file, const std::string& sheet, std::int64_t row) {
  const auto found = rows_.find({file, sheet, row});
  return found == rows_.end() ? nullptr : &found->second;
}

void MendedRows::check_all_used() const {
  for (const auto& [key, row] : rows_)
    if (!row.used)
      throw Error(mend_without_original,
                  {{"file", std::get<0>(key), {}}, {"row", std::to_string(std::get<2>(key)), {}}},
                  Error::Kind::usage);
}

namespace {

template <class T>
void double_at(std::vector<T>& values, std::size_t record) {
  if (values.size() > record) values.insert(values.begin() + static_cast<std::ptrdiff_t>(record) + 1, T{});
}

void double_at(TextColumn& column, std::size_t record) {
  double_at(column.cells, record);
  double_at(column.flags, record);
}

class MendedSource : public Source {
 public:
  MendedSource(std::unique_ptr<Source> source, std::shared_ptr<MendedRows> rows, const Profile& profile)
      : source_(std::move(source)), rows_(std::move(rows)) {
    for (const std::string& header : rows_->headers()) is_place_.push_back(says_place(header, profile));
    for (const Layer& layer : source_->layers()) {
      layers_.push_back(layer);
      std::vector<std::string>& headers = layers_.back().headers;
      std::vector<std::size_t> columns;
      for (const std::string& header : rows_->headers()) {
        auto known = std::find(headers.begin(), headers.end(), header);
        if (known == headers.end()) known = headers.insert(headers.end(), header);
        columns.push_back(static_cast<std::size_t>(known - headers.begin()));
      }
      columns_.push_back(std::move(columns));
    }
  }

  std::span<const Layer> layers() const override { return layers_; }
  std::vector<Diagnostic> opening_diagnostics() override { return source_->opening_diagnostics(); }
  std::vector<Diagnostic> closing_diagnostics() override { return source_->closing_diagnostics(); }

  bool take(Batch& batch) override {
    if (!source_->take(batch)) return false;
    source_->parse(batch);
    source_->settle(batch);
    batch.raw.resize(layers_[batch.layer].headers.size());
    for (TextColumn& column : batch.raw)
      if (column.cells.size() < batch.records) column.fill_null(batch.records);
    batch.state.resize(batch.records, RecordState::accepted);  // some may be merged already
    for (std::size_t r = batch.records; r-- > 0;) mend(batch, r);
    return true;
  }
  void parse(Batch&) const override {}
  void settle(Batch&) override {}

 private:
  void mend(Batch& batch, std::size_t record) {
    const Layer& layer = layers_[batch.layer];
    MendedRows::Row* row = rows_->find(layer.file, layer.sheet, batch.row[record]);
    if (row == nullptr) return;
    row->used = true;
    const auto index = static_cast<std::int64_t>(record);
    const bool keeps_geometry = layer.has_geometry && !moves(batch, record, *row);
    std::erase_if(batch.diagnostics, [&](const Diagnostic& d) {
      return d.record == index && !(keeps_geometry && d.rule->category == Category::geometry);
    });
    for (Diagnostic& diagnostic : batch.diagnostics)
      if (diagnostic.record >= index) ++diagnostic.record;
    for (TextColumn& column : batch.raw) double_at(column, record);
    double_at(batch.feature_id, record);
    double_at(batch.foreign, record);
    double_at(batch.geometry.kind, record);
    double_at(batch.geometry.x, record);
    double_at(batch.geometry.y, record);
    double_at(batch.geometry.z, record);
    double_at(batch.geometry.wkb, record);
    double_at(batch.row, record);
    double_at(batch.line, record);
    double_at(batch.state, record);
    repeat(batch.feature_id, record);
    repeat(batch.foreign, record);
    if (keeps_geometry) repeat(batch.geometry, record);
    batch.row[record + 1] = batch.row[record];
    if (!batch.line.empty()) batch.line[record + 1] = batch.line[record];
    batch.state[record] = RecordState::merged;
    for (std::size_t c = 0; c < row->cells.size(); ++c)
      batch.set(batch.raw[columns_[batch.layer][c]], record + 1, row->cells[c]);
    ++batch.records;
    refuse_marks(batch, record + 1, *row);
    Diagnostic told = make_diagnostic(record_mended);
    told.layer = batch.layer;
    told.record = index + 1;
    batch.diagnostics.push_back(std::move(told));
  }

  /// A table of rejects has no geometries: a feature keeps its own unless the person wrote another place.
  [[nodiscard]] bool moves(const Batch& batch, std::size_t record, const MendedRows::Row& row) const {
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const std::string_view mended = trim_blanks(row.cells[c]);
      if (is_place_[c] && !mended.empty() && mended != batch.raw_cell(columns_[batch.layer][c], record))
        return true;
    }
    return false;
  }

  static bool says_place(const std::string& header, const Profile& profile) {
    const auto match = profile.match(header);
    if (!match) return false;
    const Role role = profile.fields[match->field].role;
    return role == Role::latitude || role == Role::longitude || role == Role::geometry;
  }

  static void repeat(TextColumn& column, std::size_t record) {
    if (column.cells.size() <= record + 1) return;
    column.cells[record + 1] = column.cells[record];
    column.flags[record + 1] = column.flags[record];
  }

  static void repeat(GeometryColumn& geometry, std::size_t record) {
    geometry.kind[record + 1] = geometry.kind[record];
    geometry.x[record + 1] = geometry.x[record];
    geometry.y[record + 1] = geometry.y[record];
    if (!geometry.z.empty()) geometry.z[record + 1] = geometry.z[record];
    geometry.wkb[record + 1] = geometry.wkb[record];
  }

  /// Bytes that are no text stand in the rejects as U+FFFD; handed back unmended they would pass for text.
  void refuse_marks(Batch& batch, std::size_t record, const MendedRows::Row& row) const {
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      if (row.cells[c].find("\xEF\xBF\xBD") == std::string::npos) continue;
      TextColumn& column = batch.raw[columns_[batch.layer][c]];
      column.flags[record] |= cell_flag::kUndecodable;
      column.any |= cell_flag::kUndecodable;
      Diagnostic told = make_diagnostic(mend_still_unreadable);
      told.layer = batch.layer;
      told.record = static_cast<std::int64_t>(record);
      told.column = rows_->headers()[c];
      told.value = row.cells[c];
      batch.diagnostics.push_back(std::move(told));
    }
  }

  std::unique_ptr<Source> source_;
  std::shared_ptr<MendedRows> rows_;
  std::vector<Layer> layers_;
  std::vector<bool> is_place_;                     ///< of each mended header
  std::vector<std::vector<std::size_t>> columns_;  ///< of each layer: its column for each mended header
};

}  // namespace

std::unique_ptr<Source> with_mended_rows(std::unique_ptr<Source> source, std::shared_ptr<MendedRows> rows,
                                         const Profile& profile) {
  return std::make_unique<MendedSource>(std::move(source), std::move(rows), profile);
}

}  // namespace anzenmap
