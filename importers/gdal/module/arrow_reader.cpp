// SPDX-License-Identifier: Apache-2.0
#include "importers/gdal/module/arrow_reader.hpp"

#include <ogr_recordbatch.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "importers/gdal/module/calls.hpp"
#include "importers/gdal/module/geometry_bytes.hpp"

namespace anzenmap::gdal {
namespace {

constexpr const char* kBatch = "MAX_FEATURES_IN_BATCH=2048";

struct Stream {
  ArrowArrayStream stream{};
  Stream() = default;
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;
  ~Stream() {
    if (stream.release != nullptr) stream.release(&stream);
  }
};

struct Array {
  ArrowArray array{};
  Array() = default;
  Array(const Array&) = delete;
  Array& operator=(const Array&) = delete;
  ~Array() { clear(); }
  void clear() {
    if (array.release != nullptr) array.release(&array);
    array = ArrowArray{};
  }
};

struct Schema {
  ArrowSchema schema{};
  Schema() = default;
  Schema(const Schema&) = delete;
  Schema& operator=(const Schema&) = delete;
  ~Schema() {
    if (schema.release != nullptr) schema.release(&schema);
  }
};

/// How the values of a column stand in memory (the Arrow C data interface's format texts).
bool fits(FieldKind kind, std::string_view format) {
  switch (kind) {
    case FieldKind::text:
      return format == "u" || format == "U";
    case FieldKind::integer:
      return format == "i" || format == "l" || format == "s";
    case FieldKind::boolean:
      return format == "b";
    case FieldKind::real:
      return format == "g";
    case FieldKind::real32:
      return format == "f";
    case FieldKind::date:
      return format == "tdD";
    default:
      return false;
  }
}

bool is_null(const ArrowArray& column, std::int64_t row) {
  const auto* bits = static_cast<const std::uint8_t*>(column.buffers[0]);
  return column.null_count != 0 && bits != nullptr && (bits[row / 8] >> (row % 8) & 1) == 0;
}

template <class Number>
Number number_at(const ArrowArray& column, std::int64_t row) {
  return static_cast<const Number*>(column.buffers[1])[row];
}

std::string_view bytes_at(const ArrowArray& column, std::int64_t row, bool large) {
  const std::int64_t begin =
      large ? number_at<std::int64_t>(column, row) : number_at<std::int32_t>(column, row);
  const std::int64_t end =
      large ? number_at<std::int64_t>(column, row + 1) : number_at<std::int32_t>(column, row + 1);
  if (end <= begin) return {};
  return {static_cast<const char*>(column.buffers[2]) + begin, static_cast<std::size_t>(end - begin)};
}

/// Days since 1970 to a civil date (proleptic Gregorian calendar).
void set_date(std::int32_t days, Value& value) {
  std::int64_t z = std::int64_t{days} + 719468;
  const std::int64_t era = (z >= 0 ? z : z - 146096) / 146097;
  const auto of_era = static_cast<std::int64_t>(z - era * 146097);
  const std::int64_t year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const std::int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted = (5 * of_year + 2) / 153;
  value.kind = Value::Kind::date;
  value.day = static_cast<std::uint8_t>(of_year - (153 * shifted + 2) / 5 + 1);
  value.month = static_cast<std::uint8_t>(shifted < 10 ? shifted + 3 : shifted - 9);
  value.year = static_cast<std::int16_t>(year_of_era + era * 400 + (value.month <= 2 ? 1 : 0));
}

class ArrowReader final : public LayerReader {
 public:
  explicit ArrowReader(const LayerInfo& info)
      : info_(info), values_(info.fields.size()), geometry_(info.north_first) {}

  bool open(OGRLayerH layer) {
    const std::array<const char*, 3> options{"INCLUDE_FID=NO", kBatch, nullptr};
    if (!OGR_L_GetArrowStream(layer, &stream_.stream, const_cast<char**>(options.data()))) return false;
    Schema schema;
    if (stream_.stream.get_schema(&stream_.stream, &schema.schema) != 0) return false;
    const std::size_t fields = info_.fields.size();
    const std::size_t columns = fields + (info_.has_geometry ? 1 : 0);
    if (static_cast<std::size_t>(schema.schema.n_children) != columns) return false;
    for (std::size_t i = 0; i < columns; ++i) {
      const ArrowSchema& column = *schema.schema.children[i];
      formats_.emplace_back(column.format);
      const bool good = i < fields
                            ? info_.fields[i].name == column.name && fits(info_.fields[i].kind, column.format)
                            : formats_.back() == "z" || formats_.back() == "Z";
      if (!good) return false;
    }
    return true;
  }

  ReadState read(std::size_t most, RecordSink& sink, std::vector<Message>& messages) override {
    const Calls calls(messages);
    for (std::size_t i = 0; i < most; ++i, ++row_) {
      while (row_ >= batch_.array.length) {
        const ReadState state = next_batch(messages);
        if (state != ReadState::more) return state;
      }
      Record record;
      fill(record);
      sink.record(record);
    }
    return ReadState::more;
  }

 private:
  ReadState next_batch(std::vector<Message>& messages) {
    row_ = 0;
    batch_.clear();
    const std::size_t said = messages.size();
    const int code = stream_.stream.get_next(&stream_.stream, &batch_.array);
    if (code != 0) {
      const char* reason = stream_.stream.get_last_error(&stream_.stream);
      messages.push_back({true, reason == nullptr ? std::strerror(code) : reason});
      return ReadState::failed;
    }
    if (batch_.array.release != nullptr) return ReadState::more;
    const bool failed = std::any_of(messages.begin() + static_cast<std::ptrdiff_t>(said), messages.end(),
                                    [](const Message& one) { return one.failure; });
    return failed ? ReadState::failed : ReadState::end;
  }

  void fill(Record& record) {
    const std::size_t fields = values_.size();
    for (std::size_t i = 0; i < fields; ++i) {
      values_[i] = Value{};
      const ArrowArray& column = *batch_.array.children[i];
      const std::int64_t row = row_ + column.offset + batch_.array.offset;
      if (!is_null(column, row)) fill_value(column, row, i);
    }
    record.values = values_;
    if (!info_.has_geometry) return;
    const ArrowArray& column = *batch_.array.children[fields];
    const std::int64_t row = row_ + column.offset + batch_.array.offset;
    if (!is_null(column, row)) geometry_.write(bytes_at(column, row, formats_[fields] == "Z"), record);
  }

  void fill_value(const ArrowArray& column, std::int64_t row, std::size_t i) {
    Value& value = values_[i];
    switch (info_.fields[i].kind) {
      case FieldKind::boolean: {
        const auto* bits = static_cast<const std::uint8_t*>(column.buffers[1]);
        value.kind = Value::Kind::boolean;
        value.integer = bits[row / 8] >> (row % 8) & 1;
        return;
      }
      case FieldKind::integer:
        value.kind = Value::Kind::integer;
        value.integer = formats_[i] == "l"   ? number_at<std::int64_t>(column, row)
                        : formats_[i] == "i" ? number_at<std::int32_t>(column, row)
                                             : number_at<std::int16_t>(column, row);
        return;
      case FieldKind::real:
        value.kind = Value::Kind::real;
        value.real = number_at<double>(column, row);
        return;
      case FieldKind::real32:
        value.kind = Value::Kind::real32;
        value.real = static_cast<double>(number_at<float>(column, row));
        return;
      case FieldKind::date:
        return set_date(number_at<std::int32_t>(column, row), value);
      default:
        value.kind = Value::Kind::text;
        value.text = bytes_at(column, row, formats_[i] == "U");
    }
  }

  const LayerInfo& info_;
  std::vector<Value> values_;
  GeometryBytes geometry_;
  std::vector<std::string> formats_;
  Stream stream_;
  Array batch_;  // goes before its stream
  std::int64_t row_ = 0;
};

bool loses_nothing(const LayerInfo& info) {
  return std::all_of(info.fields.begin(), info.fields.end(), [](const FieldInfo& field) {
    return field.kind != FieldKind::moment && field.kind != FieldKind::time &&
           field.kind != FieldKind::list && field.kind != FieldKind::binary;
  });
}

}  // namespace

std::unique_ptr<LayerReader> read_arrow(OGRLayerH layer, const LayerInfo& info) {
  if (OGR_L_TestCapability(layer, OLCFastGetArrowStream) == 0 || !loses_nothing(info)) return nullptr;
  auto reader = std::make_unique<ArrowReader>(info);
  if (!reader->open(layer)) return nullptr;
  return reader;
}

}  // namespace anzenmap::gdal
