// SPDX-License-Identifier: Apache-2.0
#include "importers/gdal/record_batch.hpp"

#include <cmath>
#include <cstring>

#include "gis/base/error.hpp"
#include "gis/base/utf8.hpp"
#include "gis/pipeline/stage.hpp"
#include "gis/place/wkb.hpp"
#include "gis/value/date.hpp"
#include "importers/csv/csv_rules.hpp"
#include "importers/gdal/gdal_rules.hpp"
#include "importers/gdal/shape_check.hpp"
#include "importers/gdal/value_text.hpp"
#include "importers/markup/markup_rules.hpp"

namespace anzenmap::gdal {
namespace {

constexpr std::size_t kPlacesShown = 8;

std::string hex_of(std::string_view bytes) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : bytes) {
    if (!out.empty()) out += ' ';
    out += kDigits[static_cast<unsigned char>(c) >> 4U];
    out += kDigits[static_cast<unsigned char>(c) & 15U];
  }
  return out;
}

struct Point : WkbVisitor {
  double x = 0;
  double y = 0;
  double z = WkbWriter::kNoHeight;
  void position(double px, double py, double pz) {
    x = px;
    y = py;
    z = pz;
  }
};

Diagnostic counted(const RuleInfo& rule, std::uint32_t layer, std::uint64_t count) {
  Diagnostic told = make_diagnostic(rule);
  told.layer = layer;
  told.arguments = {{"count", std::to_string(count), {}}};
  return told;
}

bool is_degrees(const std::string& crs) {
  return crs.empty() || crs == "EPSG:4326" || crs == "EPSG:6668" || crs == "EPSG:4612";
}

}  // namespace

RecordBatch::RecordBatch(const LayerPlan& plan, const LayerInfo& info, std::uint32_t layer,
                         const std::string& folder, std::size_t record_limit)
    : plan_(plan),
      info_(info),
      layer_(layer),
      record_limit_(record_limit),
      degrees_(is_degrees(plan.layer.crs)) {
  for (std::size_t i = 0; i < plan.fields.size(); ++i) {
    if (!plan.fields[i].is_photo) continue;
    photos_.emplace_back(folder, plan.layer.headers[i], plan.fields[i].separator);
    photo_columns_.push_back(i);
  }
}

void RecordBatch::into(Batch& batch) {
  batch_ = &batch;
  batch.layer = layer_;
  batch.raw.resize(plan_.fields.size());
  for (TextColumn& column : batch.raw) column.clear();
}

void RecordBatch::record(const Record& record) {
  Batch& batch = *batch_;
  const std::size_t before = batch.text.size();
  const std::size_t told = batch.diagnostics.size();
  ++row_;
  put_cells(record);
  if (info_.has_geometry) put_geometry(record);
  if (batch.text.size() - before + record.wkb.size() > record_limit_)
    throw Error(record_too_large, {{"file", plan_.layer.file, {}},
                                   {"row", std::to_string(row_), {}},
                                   {"limit", std::to_string(record_limit_), {}}});
  for (std::size_t i = told; i < batch.diagnostics.size(); ++i) {
    batch.diagnostics[i].layer = layer_;
    batch.diagnostics[i].row = row_;
  }
  for (std::size_t i = 0; i < photos_.size(); ++i)
    photos_[i].look(batch.at(batch.raw[photo_columns_[i]].cells[batch.records]), row_);
  batch.row.push_back(row_);
  ++batch.records;
}

void RecordBatch::put_cells(const Record& record) {
  for (std::size_t i = 0; i < plan_.fields.size(); ++i) {
    const Value& value = record.values[plan_.fields[i].field];
    if (value.kind == Value::Kind::text) {
      put_text(i, value.text, info_.raw_text);
      continue;
    }
    if (value.kind == Value::Kind::moment && plan_.fields[i].is_day) {
      put_moment(i, value);
      continue;
    }
    scratch_.clear();
    append_value(scratch_, value);
    push(i, batch_->text.append(scratch_));
  }
}

/// The cell is what stands in the batch's text from `from` on.
void RecordBatch::push(std::size_t column, std::size_t from) {
  const Span cell{static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(batch_->text.size() - from)};
  if (cell.length == 0) return batch_->raw[column].push({}, 0);
  batch_->raw[column].push(cell, classify(batch_->at(cell)));
}

void RecordBatch::put_text(std::size_t column, std::string_view text, bool raw) {
  if (raw && plan_.encoding != Encoding::utf8) return put_decoded(column, text, plan_.encoding);
  const std::uint8_t flags = classify(text);
  const bool looked_at = (flags & cell_flag::kSuspect) != 0 ||
                         ((flags & cell_flag::kNonAscii) != 0 && !is_valid_utf8(text.data(), text.size()));
  if (looked_at) return put_decoded(column, text, Encoding::utf8);
  push(column, batch_->text.append(text));
  if ((flags & cell_flag::kControl) == 0 || std::memchr(text.data(), 0, text.size()) == nullptr) return;
  tell(*batch_, cell_with_nul, batch_->records, plan_.layer.headers[column], {});
  batch_->raw[column].flags.back() |= cell_flag::kUndecodable;
  batch_->raw[column].any |= cell_flag::kUndecodable;
}

void RecordBatch::put_decoded(std::size_t column, std::string_view text, Encoding encoding) {
  const std::size_t from = batch_->text.size();
  const std::vector<Undecodable> bad = decode_to_utf8(encoding, text, batch_->text);
  push(column, from);
  if (bad.empty()) return;
  std::string invalid;
  std::string private_use;
  for (std::size_t i = 0; i < bad.size() && i < kPlacesShown; ++i) {
    std::string& to = bad[i].kind == Undecodable::Kind::invalid ? invalid : private_use;
    if (!to.empty()) to += ", ";
    to += hex_of(text.substr(bad[i].source, bad[i].length));
  }
  const std::string value(batch_->at(batch_->raw[column].cells.back()));
  if (!invalid.empty())
    tell(*batch_, bytes_undecodable, batch_->records, plan_.layer.headers[column], value).arguments = {
        {"bytes", invalid, {}}, {"encoding", std::string(name_of(encoding)), {}}};
  if (!private_use.empty())
    tell(*batch_, character_private_use, batch_->records, plan_.layer.headers[column], value).arguments = {
        {"bytes", private_use, {}}};
  batch_->raw[column].flags.back() |= cell_flag::kUndecodable;
  batch_->raw[column].any |= cell_flag::kUndecodable;
}

/// A column of days that the format keeps as moments: the day in Japan.
void RecordBatch::put_moment(std::size_t column, const Value& value) {
  scratch_.clear();
  if (is_day(value)) {
    append_day(scratch_, value);
  } else {
    append_value(scratch_, value);
    const Conversion day = read_date(scratch_);
    if (day.state == ValueState::converted) {
      scratch_ = day.text;
      ++days_;
    }
  }
  push(column, batch_->text.append(scratch_));
}

void RecordBatch::put_geometry(const Record& record) {
  GeometryColumn& geometry = batch_->geometry;
  geometry.kind.push_back(GeometryKind::none);
  geometry.x.push_back(0);
  geometry.y.push_back(0);
  geometry.wkb.emplace_back();
  if (!geometry.z.empty()) geometry.z.push_back(WkbWriter::kNoHeight);
  if (record.curved) ++curved_;
  if (record.measured) ++measured_;
  if (record.wkb.empty()) return tell_reason(record);
  if (wkb_kind(record.wkb) != WkbKind::point) return put_shape(record.wkb);
  Point point;
  if (!visit_wkb(record.wkb, point) || std::isnan(point.x) || std::isnan(point.y)) return;  // an empty point
  if (degrees_ && has_long_decimals(point.x, point.y)) ++rounded_;
  const std::size_t at = batch_->records;
  geometry.kind[at] = GeometryKind::point;
  geometry.x[at] = point.x;
  geometry.y[at] = point.y;
  if (std::isnan(point.z)) return;
  if (geometry.z.empty()) geometry.z.assign(at + 1, WkbWriter::kNoHeight);
  geometry.z[at] = point.z;
}

void RecordBatch::put_shape(std::string_view wkb) {
  GeometryColumn& geometry = batch_->geometry;
  ShapeFault fault = check_shape(wkb);
  if (fault.rule != nullptr) {
    tell(*batch_, *fault.rule, batch_->records, {}, {}).arguments = std::move(fault.arguments);
    return;
  }
  if (degrees_ && has_long_decimals(wkb)) ++rounded_;
  const std::size_t start = geometry.bytes.append(wkb);
  // Rings of a shapefile run the other way than GeoJSON's (Esri's description, page 8); of other formats
  // either way.
  turn_wkb_rings(geometry.bytes.data() + start, wkb.size());
  geometry.kind[batch_->records] = GeometryKind::wkb;
  geometry.wkb[batch_->records] = {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(wkb.size())};
}

/// Without a geometry: that is told by the place stage, unless GDAL said that there is one which it cannot
/// read.
void RecordBatch::tell_reason(const Record& record) {
  std::string reason;
  for (const Message& message : record.messages)
    if (message.failure && reason.empty()) reason = message.text;
  if (!record.unknown_kind && reason.empty()) return;
  tell(*batch_, geometry_unreadable, batch_->records, {}, {}).arguments = {
      {"reason", reason.empty() ? "点・線・面ではない形" : reason,
       reason.empty() ? "no point, line or area" : reason}};
}

std::vector<Diagnostic> RecordBatch::closing() const {
  std::vector<Diagnostic> all;
  if (curved_ != 0) all.push_back(counted(arcs_made_lines, layer_, curved_));
  if (measured_ != 0) all.push_back(counted(measures_left_out, layer_, measured_));
  if (rounded_ != 0) all.push_back(counted(markup::coordinates_rounded, layer_, rounded_));
  if (days_ != 0) all.push_back(counted(markup::times_shortened, layer_, days_));
  for (const PhotoPaths& paths : photos_) {
    if (auto told = paths.missing()) {
      told->layer = layer_;
      all.push_back(std::move(*told));
    }
  }
  if (plan_.count > row_) {
    Diagnostic told = make_diagnostic(records_missing);
    told.layer = layer_;
    told.arguments = {{"said", std::to_string(plan_.count), {}}, {"read", std::to_string(row_), {}}};
    all.push_back(std::move(told));
  }
  return all;
}

}  // namespace anzenmap::gdal
