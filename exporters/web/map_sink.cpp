// SPDX-License-Identifier: Apache-2.0
#include "exporters/web/map_sink.hpp"

#include "exporters/web/map_page.hpp"
#include "exporters/web/page_text.hpp"
#include "gis/base/number.hpp"
#include "gis/place/wkb.hpp"

namespace anzenmap {
namespace {

void append_fixed7(Bytes& out, double number) {
  char digits[kFixed7Bytes];
  out.append({digits, static_cast<std::size_t>(write_fixed7(digits, number) - digits)});
}

// [longitude, latitude] of a point, a GeoJSON geometry of anything else, null.
void append_geometry(Bytes& out, const GeometryColumn& geometry, std::size_t record) {
  switch (geometry.kind[record]) {
    case GeometryKind::point:
      out.push_back('[');
      append_fixed7(out, geometry.x[record]);
      out.push_back(',');
      append_fixed7(out, geometry.y[record]);
      out.push_back(']');
      return;
    case GeometryKind::wkb: {
      const Span span = geometry.wkb[record];
      if (write_geojson_geometry({geometry.bytes.data() + span.offset, span.length}, out)) return;
      break;
    }
    case GeometryKind::none:
      break;
  }
  out.append("null");
}

}  // namespace

MapSink::MapSink(OutputStream& out, MapSettings settings)
    : out_(&out), settings_(std::move(settings)), photos_(settings_.photos) {}

void MapSink::begin(const Schema& schema, std::span<const Layer> /*layers*/) {
  schema_ = &schema;
  shown_ = shown_fields(schema);
  id_field_ = schema.find(Role::id);
  photo_field_ = photos_.wanted() ? schema.find(Role::photo) : -1;
  if (photo_field_ >= 0 && schema.fields[static_cast<std::size_t>(photo_field_)].privacy != Privacy::public_)
    photo_field_ = -1;
  out_->write(map_page_head(settings_));
}

void MapSink::format(const ClearedBatch& cleared, Formatted& out) const {
  out.bytes.clear();
  if (left_out()) return;
  const Batch& batch = cleared.batch();
  for (std::size_t record = 0; record < batch.records; ++record) {
    if (batch.state[record] != RecordState::accepted) continue;
    write_record(batch, record, out.bytes);
    if (photo_field_ >= 0) write_photo(batch, record, out);
    out.bytes.push_back(']');
    ++out.records;
  }
}

void MapSink::write_record(const Batch& batch, std::size_t record, Bytes& out) const {
  out.append(",\n[");
  if (!batch.feature_id.cells.empty() && batch.feature_id.cells[record].length != 0) {
    // JSON text; a number becomes a string, since scripts round long ones.
    const std::string id = script_json(batch.at(batch.feature_id.cells[record]));
    const bool quoted = id.front() == '"';
    if (!quoted) out.push_back('"');
    out.append(id);
    if (!quoted) out.push_back('"');
  } else if (id_field_ >= 0 && !batch.field(static_cast<std::size_t>(id_field_), record).empty()) {
    append_script_string(out, batch.field(static_cast<std::size_t>(id_field_), record));
  } else {
    out.append("null");
  }
  out.push_back(',');
  append_geometry(out, batch.geometry, record);
  for (const std::size_t field : shown_) {
    out.push_back(',');
    const std::string_view cell = batch.field(field, record);
    if (cell.empty()) {
      out.append("null");
    } else {
      append_script_string(out, cell);
    }
  }
}

// One more element behind the values.
void MapSink::write_photo(const Batch& batch, std::size_t record, Formatted& out) const {
  const std::string_view name = batch.field(static_cast<std::size_t>(photo_field_), record);
  if (name.empty()) return;
  std::optional<Diagnostic> told;
  const std::string url = photos_.data_url(name, told);
  if (told) {
    told->record = static_cast<std::int64_t>(record);
    told->column = schema_->fields[static_cast<std::size_t>(photo_field_)].name;
    out.diagnostics.push_back(std::move(*told));
  }
  if (url.empty()) return;
  out.bytes.append(",\"");
  out.bytes.append(url);
  out.bytes.push_back('"');
}

void MapSink::write(const Formatted& formatted) {
  if (left_out() || formatted.records == 0) return;
  if (settings_.limit && records_ + formatted.records > *settings_.limit) {
    left_out_.store(true, std::memory_order_relaxed);
    return;
  }
  out_->write(formatted.bytes.view().substr(records_ == 0 ? 1 : 0));  // no comma before the first
  records_ += formatted.records;
}

void MapSink::finish() {
  if (left_out()) return;
  out_->write(map_page_end(settings_, *schema_, shown_, audience_));
  out_->flush();
}

}  // namespace anzenmap
