// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads a KML or GPX text through its importer as the pipeline does, and holds everything that came out.

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gis/base/error.hpp"
#include "gis/place/wkb.hpp"
#include "importers/importer.hpp"
#include "tests/importers/csv_fixture.hpp"

namespace anzenmap::test {

struct Features {
  struct Feature {
    bool operator==(const Feature&) const = default;
    std::int64_t row = 0;
    std::int64_t line = 0;
    std::string geometry;  ///< GeoJSON text; empty = none
    std::map<std::string, std::string> cells;
    std::string id;
    [[nodiscard]] std::string at(const std::string& header) const {
      const auto found = cells.find(header);
      return found == cells.end() ? "(no column)" : found->second;
    }
  };
  std::string error;  ///< code of the Error that ended it
  Layer layer;
  std::vector<Feature> features;
  std::vector<Diagnostic> told;

  [[nodiscard]] std::vector<std::string> codes() const {
    std::vector<std::string> all;
    for (const Diagnostic& one : told) all.emplace_back(one.rule->code);
    std::sort(all.begin(), all.end());
    return all;
  }
  [[nodiscard]] const Diagnostic* find(std::string_view code) const {
    for (const Diagnostic& one : told)
      if (one.rule->code == code) return &one;
    return nullptr;
  }
  [[nodiscard]] std::size_t count(std::string_view code) const {
    return static_cast<std::size_t>(std::count_if(
        told.begin(), told.end(), [code](const Diagnostic& one) { return one.rule->code == code; }));
  }
  [[nodiscard]] std::string reading(std::string_view key) const {
    const ReadingItem* item = layer.reading.find(key);
    return item == nullptr ? "" : item->value;
  }
};

inline std::string geometry_text(const Batch& batch, std::size_t record) {
  const GeometryColumn& geometry = batch.geometry;
  if (geometry.kind[record] == GeometryKind::none) return {};
  Bytes text;
  const std::string_view wkb =
      geometry.bytes.view().substr(geometry.wkb[record].offset, geometry.wkb[record].length);
  if (geometry.kind[record] == GeometryKind::wkb && !visit_wkb(wkb, WkbVisitor{})) return "malformed";
  const bool written = geometry.kind[record] == GeometryKind::point
                           ? write_geojson_point(geometry.x[record], geometry.y[record],
                                                 geometry.z.empty() ? std::nan("") : geometry.z[record], text)
                           : write_geojson_geometry(wkb, text);
  return written ? std::string(text.view()) : "beyond all numbers";
}

/// `path` may be anything that the importer opens. Throws what the importer throws.
inline Features drain_features(Source& source) {
  Features all;
  all.layer = source.layers()[0];
  all.told = source.opening_diagnostics();
  Batch batch;
  for (batch.clear(); source.take(batch); batch.clear()) {
    source.parse(batch);
    source.settle(batch);
    const std::size_t base = all.features.size();
    for (std::size_t r = 0; r < batch.records; ++r) {
      Features::Feature& one = all.features.emplace_back();
      one.row = batch.row[r];
      one.line = batch.line[r];
      one.geometry = geometry_text(batch, r);
      for (std::size_t c = 0; c < batch.raw.size(); ++c)
        one.cells[all.layer.headers[c]] = std::string(batch.raw_cell(c, r));
      if (!batch.feature_id.cells.empty()) one.id = std::string(batch.at(batch.feature_id.cells[r]));
    }
    for (Diagnostic& one : batch.diagnostics) {
      one.record += static_cast<std::int64_t>(base);
      all.told.push_back(std::move(one));
    }
  }
  for (Diagnostic& one : source.closing_diagnostics()) all.told.push_back(std::move(one));
  return all;
}

/// The same, looking at the whole file first when its head did not have all columns.
inline Features open_and_drain(const Importer& importer, const std::string& path, ReadOptions options,
                               const Profile& profile) {
  try {
    return drain_features(*importer.open(path, options, profile));
  } catch (const RereadRequest& request) {
    if (request.item.key != "columns_from" || options.whole_outline) throw;
    options.whole_outline = true;
    return drain_features(*importer.open(path, options, profile));
  }
}

inline Features read_features(const Importer& importer, std::string_view content,
                              const ReadOptions& options = {}, const Profile& profile = safety_map()) {
  const TemporaryFile file(content, ".dat");
  try {
    return open_and_drain(importer, file.path(), options, profile);
  } catch (const Error& error) {
    Features failed;
    failed.error = error.code();
    return failed;
  }
}

}  // namespace anzenmap::test
