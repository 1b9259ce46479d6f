// SPDX-License-Identifier: Apache-2.0
#include "exporters/geojson.hpp"

#include <algorithm>
#include <cmath>

#include "exporters/writing/json_escape.hpp"
#include "gis/base/number.hpp"
#include "gis/place/wkb.hpp"

namespace anzenmap {
namespace {

constexpr std::size_t kHeightBytes = 32;  // of shortest()
constexpr std::size_t kLongCell =
    64 * 1024;  // its escapes are counted, so that no 6-fold memory is asked for

std::size_t most_bytes(const Batch& batch, const TextColumn& column) {
  std::size_t bytes = 0;
  for (const Span cell : column.cells) bytes += cell.length;
  if ((column.any & cell_flag::kJsonEscape) == 0) return bytes;
  for (std::size_t i = 0; i < column.cells.size(); ++i) {
    if ((column.flags[i] & cell_flag::kJsonEscape) == 0) continue;
    const Span cell = column.cells[i];
    bytes +=
        cell.length < kLongCell ? std::size_t{5} * cell.length : escaped_size(batch.at(cell)) - cell.length;
  }
  return bytes;
}

void widen(Formatted& out, double west, double south, double east, double north) {
  if (!out.has_box) out.box = {west, south, east, north};
  out.has_box = true;
  out.box = {std::min(out.box[0], west), std::min(out.box[1], south), std::max(out.box[2], east),
             std::max(out.box[3], north)};
}

void widen_heights(Formatted& out, double height) {
  if (!out.heights) out.heights = {height, height};
  out.heights = {std::min((*out.heights)[0], height), std::max((*out.heights)[1], height)};
}

struct HeightVisitor : WkbVisitor {
  explicit HeightVisitor(Formatted& formatted) : out(&formatted) {}
  void position(double, double, double z) {
    if (!std::isnan(z)) widen_heights(*out, z);
  }
  Formatted* out;
};

}  // namespace

/// One column of a batch, ready for the row loop.
struct GeoJsonSink::Cells {
  const Span* cells;
  const std::uint8_t* flags;
  Constants::Piece before;  ///< `,"key":"`
  bool number;
};

/// Where the row loop writes. `end` runs ahead of out->bytes.size() until it is stored back.
struct GeoJsonSink::Page {
  const Batch* batch;
  Formatted* out;
  char* end;
  std::size_t reserved;            ///< bytes for all records but for geometries that are no points
  std::size_t geometry_bytes = 0;  ///< of such geometries
  std::vector<Cells> columns;
  const Cells* shape = nullptr;  ///< the column of shapes
};

void GeoJsonSink::begin(const Schema& schema, std::span<const Layer> /*layers*/) {
  constants_.clear();
  number_.clear();
  for (const SchemaField& field : schema.fields) {
    std::string before(1, ',');
    append_json_string(before, field.name);
    before += ":\"";
    constants_.add(before);
    number_.push_back(field.is_number());
  }
  before_properties_ = constants_.add(R"(,"properties":)");
  before_id_ = constants_.add(R"(,
{"type":"Feature","id":")");
  before_geometry_ = constants_.add(R"(,"geometry":null)");
  before_point_ = constants_.add(R"(,"geometry":{"type":"Point","coordinates":[)");
  id_field_ = schema.find(Role::id);
  shape_field_ = schema.find(Role::geometry);
  foreign_ = schema.foreign;
  first_ = true;
  box_.reset();
  heights_.reset();
  out_->write("{\"type\":\"FeatureCollection\",\"features\":[");
}

std::vector<GeoJsonSink::Cells> GeoJsonSink::cells_of(const Batch& batch) const {
  std::vector<Cells> columns;
  columns.reserve(number_.size());
  for (std::size_t i = 0; i < number_.size(); ++i)
    columns.push_back(
        {batch.fields[i].cells.data(), batch.fields[i].flags.data(), constants_.piece(i), number_[i]});
  return columns;
}

// So much that the row loop need never ask whether there is room.
std::size_t GeoJsonSink::most_bytes(const Batch& batch) const {
  std::size_t bytes =
      anzenmap::most_bytes(batch, batch.feature_id) + anzenmap::most_bytes(batch, batch.foreign);
  for (std::size_t i = 0; i < number_.size(); ++i) bytes += anzenmap::most_bytes(batch, batch.fields[i]);
  if (id_field_ >= 0) bytes += anzenmap::most_bytes(batch, batch.fields[static_cast<std::size_t>(id_field_)]);
  const std::size_t each =
      constants_.total_bytes() + 8 * number_.size() + 2 * kFixed7Bytes + kHeightBytes + 64;
  return bytes + batch.records * each + kSlack;
}

void GeoJsonSink::format(const ClearedBatch& cleared, Formatted& out) const {
  const Batch& batch = cleared.batch();
  Page page{&batch, &out, nullptr, most_bytes(batch), 0, cells_of(batch)};
  if (shape_field_ >= 0) page.shape = &page.columns[static_cast<std::size_t>(shape_field_)];
  out.bytes.clear();
  out.bytes.reserve(page.reserved);
  page.end = out.bytes.data();
  for (std::size_t record = 0; record < batch.records; ++record) {
    if (batch.state[record] != RecordState::accepted) continue;
    write_feature(page, record);
    ++out.records;
  }
  out.bytes.resize(static_cast<std::size_t>(page.end - out.bytes.data()));
}

void GeoJsonSink::write_feature(Page& page, std::size_t record) const {
  write_id(page, record);
  write_geometry(page, record);
  const char* const text = page.batch->text.data();
  char* const open = copy_piece(page.end, constants_.piece(before_properties_));
  char* end = open;
  for (const Cells& column : page.columns) {
    const Span cell = column.cells[record];
    // A shape is the geometry itself; as a property it stands only beside a point.
    if (&column == page.shape &&
        (cell.length == 0 || page.batch->geometry.kind[record] != GeometryKind::point))
      continue;
    const std::uint8_t flags = column.flags[record];
    end = copy_piece(end, column.before);
    if (cell.length == 0) {
      std::memcpy(end - 1, "null", 4);
      end += 3;
    } else if (column.number && (flags & cell_flag::kAsText) == 0) {
      end = copy_slack(end - 1, text + cell.offset, cell.length);
    } else {
      end = (flags & cell_flag::kJsonEscape) == 0 ? copy_slack(end, text + cell.offset, cell.length)
                                                  : escape_json(end, text + cell.offset, cell.length);
      *end++ = '"';
    }
  }
  if (end == open) *end++ = ',';
  *open = '{';  // each property starts with a comma
  *end++ = '}';
  if (!page.batch->foreign.cells.empty() && page.batch->foreign.cells[record].length != 0) {
    const Span foreign = page.batch->foreign.cells[record];
    *end++ = ',';
    end = copy_slack(end, text + foreign.offset, foreign.length);
  }
  *end++ = '}';
  page.end = end;
}

// The id that the file gave, as it stood there (RFC 7946 section 3.2 allows a number), else the ID field.
void GeoJsonSink::write_id(Page& page, std::size_t record) const {
  const Batch& batch = *page.batch;
  const Constants::Piece before = constants_.piece(before_id_);
  if (!batch.feature_id.cells.empty() && batch.feature_id.cells[record].length != 0) {
    const Span id = batch.feature_id.cells[record];
    page.end = copy_slack(copy_piece(page.end, before) - 1, batch.text.data() + id.offset, id.length);
    return;
  }
  if (id_field_ >= 0) {
    const TextColumn& column = batch.fields[static_cast<std::size_t>(id_field_)];
    const Span id = column.cells[record];
    if (id.length != 0) {
      page.end = copy_piece(page.end, before);
      page.end = (column.flags[record] & cell_flag::kJsonEscape) == 0
                     ? copy_slack(page.end, batch.text.data() + id.offset, id.length)
                     : escape_json(page.end, batch.text.data() + id.offset, id.length);
      *page.end++ = '"';
      return;
    }
  }
  constexpr std::size_t kIdMember = std::string_view(R"(,"id":")").size();
  page.end = copy_slack(page.end, before.bytes, before.size - kIdMember);
}

void GeoJsonSink::write_geometry(Page& page, std::size_t record) const {
  switch (page.batch->geometry.kind[record]) {
    case GeometryKind::point:
      write_point(page, record);
      return;
    case GeometryKind::wkb:
      write_wkb(page, record);
      return;
    case GeometryKind::none:
      page.end = copy_piece(page.end, constants_.piece(before_geometry_));
      return;
  }
}

void GeoJsonSink::write_point(Page& page, std::size_t record) const {
  const GeometryColumn& geometry = page.batch->geometry;
  const double x = geometry.x[record];
  const double y = geometry.y[record];
  char* end = copy_piece(page.end, constants_.piece(before_point_));
  end = write_fixed7(end, x);
  *end++ = ',';
  end = write_fixed7(end, y);
  if (!geometry.z.empty() && !std::isnan(geometry.z[record])) {
    const std::string height = shortest(geometry.z[record]);
    *end++ = ',';
    std::memcpy(end, height.data(), height.size());
    end += height.size();
    widen_heights(*page.out, geometry.z[record]);
  }
  *end++ = ']';
  *end++ = '}';
  page.end = end;
  widen(*page.out, x, y, x, y);
}

void GeoJsonSink::write_wkb(Page& page, std::size_t record) const {
  const GeometryColumn& geometry = page.batch->geometry;
  const Span span = geometry.wkb[record];
  const std::string_view wkb{geometry.bytes.data() + span.offset, span.length};
  Formatted& out = *page.out;
  page.end = copy_piece(page.end, constants_.piece(before_geometry_)) - 4;
  out.bytes.resize(static_cast<std::size_t>(page.end - out.bytes.data()));
  const std::size_t before = out.bytes.size();
  if (!write_geojson_geometry(wkb, out.bytes)) out.bytes.append("null");
  page.geometry_bytes += out.bytes.size() - before;
  out.bytes.reserve(page.reserved + page.geometry_bytes);
  page.end = out.bytes.data() + out.bytes.size();
  if (const auto bounds = wkb_bounds(wkb)) widen(out, (*bounds)[0], (*bounds)[1], (*bounds)[2], (*bounds)[3]);
  visit_wkb(wkb, HeightVisitor(out));
}

void GeoJsonSink::write(const Formatted& formatted) {
  if (formatted.records == 0) return;
  out_->write(formatted.bytes.view().substr(first_ ? 1 : 0));  // the comma before the first feature
  first_ = false;
  if (formatted.has_box) {
    const Box& more = formatted.box;
    if (!box_) box_ = more;
    box_ = {std::min((*box_)[0], more[0]), std::min((*box_)[1], more[1]), std::max((*box_)[2], more[2]),
            std::max((*box_)[3], more[3])};
  }
  if (formatted.heights) {
    if (!heights_) heights_ = formatted.heights;
    heights_ = {std::min((*heights_)[0], (*formatted.heights)[0]),
                std::max((*heights_)[1], (*formatted.heights)[1])};
  }
}

// RFC 7946 section 5: as many axes as the geometries have.
void GeoJsonSink::finish() {
  std::string end = "\n]";
  if (box_) {
    const auto fixed7 = [](double value) {
      char digits[kFixed7Bytes];
      return std::string(digits, write_fixed7(digits, value));
    };
    end += ",\"bbox\":[" + fixed7((*box_)[0]) + ',' + fixed7((*box_)[1]);
    if (heights_) end += ',' + shortest((*heights_)[0]);
    end += ',' + fixed7((*box_)[2]) + ',' + fixed7((*box_)[3]);
    if (heights_) end += ',' + shortest((*heights_)[1]);
    end += ']';
  }
  if (!foreign_.empty()) end += ',' + foreign_;
  end += "}\n";
  out_->write(end);
  out_->flush();
}

}  // namespace anzenmap
