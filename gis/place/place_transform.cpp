// SPDX-License-Identifier: Apache-2.0
// The part of PlaceStage that brings places from their CRS to WGS 84.
#include <cmath>

#include "gis/place/crs_rules.hpp"
#include "gis/place/place_rules.hpp"
#include "gis/place/place_work.hpp"
#include "gis/place/transformer.hpp"
#include "gis/place/wkb.hpp"

namespace anzenmap {

Transformer& PlaceStage::transformer(const Batch& batch, unsigned worker) const {
  auto& own = transformers_[worker * survey_.layers.size() + batch.layer];
  if (!own) own = std::make_unique<Transformer>(options_.crs[batch.layer], options_.grids);
  return *own;
}

/// Metres that are degrees within the hard area as well would lie on some 30 m beside the origin of the zone.
void PlaceStage::reject_degrees(Work& work) const {
  const GeometryColumn& geometry = work.batch.geometry;
  for (std::size_t r = 0; r < work.batch.records; ++r) {
    if (geometry.kind[r] != GeometryKind::point || work.batch.state[r] != RecordState::accepted) continue;
    const double x = geometry.x[r];
    const double y = geometry.y[r];
    if (!inside(options_.hard_area, x, y) && !inside(options_.hard_area, y, x)) continue;
    reject(work.batch, place_not_metres, r, {}, fixed7(y) + ", " + fixed7(x)).arguments = {
        {"crs", work.crs.name(), {}}};
  }
}

void PlaceStage::swap_degrees(Work& work, std::size_t record) const {
  double& lon = work.batch.geometry.x[record];
  double& lat = work.batch.geometry.y[record];
  const std::string before = fixed7(lat) + ", " + fixed7(lon);
  std::swap(lon, lat);
  Diagnostic& told = tell(work.batch, place_swapped, record, {}, before);
  told.fix = Fix{before, fixed7(lat) + ", " + fixed7(lon), FixSafety::safe};
  told.arguments = {{"lat", fixed7(lat), {}}, {"lon", fixed7(lon), {}}};
  told.place = LonLat{lon, lat};
  work.fill[record] = kFillBoth;
}

/// The shift of a datum needs degrees that are latitude and longitude, so exchanged ones are put right first.
void PlaceStage::swap_before_shift(Work& work) const {
  const GeometryColumn& geometry = work.batch.geometry;
  const Box& hard = options_.hard_area;
  for (std::size_t r = 0; r < work.batch.records; ++r) {
    if (geometry.kind[r] != GeometryKind::point || work.batch.state[r] != RecordState::accepted) continue;
    if (!inside(hard, geometry.x[r], geometry.y[r]) && inside(hard, geometry.y[r], geometry.x[r]))
      swap_degrees(work, r);
  }
}

void PlaceStage::transform(Work& work, unsigned worker) const {
  Batch& batch = work.batch;
  if (work.crs.projected()) {
    reject_degrees(work);
    work.metres_x = batch.geometry.x;
    work.metres_y = batch.geometry.y;
  } else if (work.crs.shifts()) {
    swap_before_shift(work);
  } else if (!work.crs.may_use_grids() || options_.grids.of(GridKind::jgd2000_to_jgd2011).empty()) {
    return;  // the values stay as they are, and so does their text
  }
  Transformer& transformer = this->transformer(batch, worker);
  GeometryColumn& geometry = batch.geometry;
  work.coarse.assign(batch.records, 0);
  transformer.to_degrees(geometry.x.data(), geometry.y.data(), batch.records, work.coarse.data());
  for (std::size_t r = 0; r < batch.records; ++r) {
    if (geometry.kind[r] == GeometryKind::point) {
      work.fill[r] = kFillBoth;
    } else if (geometry.kind[r] == GeometryKind::wkb) {
      char* wkb = geometry.bytes.data() + geometry.wkb[r].offset;
      work.coarse[r] = 0;
      change_wkb_positions(wkb, geometry.wkb[r].length, [&](double& x, double& y) {
        std::uint8_t coarse = 0;
        transformer.to_degrees(&x, &y, 1, &coarse);
        work.coarse[r] |= coarse;
      });
    }
  }
  if (work.crs.axes() == CoordinateAxes::north_first) swap_metres(work, transformer);
  tell_coarse(work);
}

/// X and Y are exchanged where the place is outside of where it should be and the other way round is inside.
void PlaceStage::swap_metres(Work& work, Transformer& transformer) const {
  GeometryColumn& geometry = work.batch.geometry;
  const Box zone = work.crs.area().value_or(options_.hard_area);
  const Box& wanted = options_.expected_area.value_or(zone);
  for (std::size_t r = 0; r < work.batch.records; ++r) {
    if (geometry.kind[r] != GeometryKind::point || work.batch.state[r] != RecordState::accepted) continue;
    if (inside(wanted, geometry.x[r], geometry.y[r])) continue;
    double lon = work.metres_y[r];
    double lat = work.metres_x[r];
    transformer.to_degrees(&lon, &lat, 1);
    if (inside(wanted, lon, lat) && inside(zone, lon, lat)) {
      geometry.x[r] = lon;
      geometry.y[r] = lat;
      const std::string before = shortest(work.metres_y[r]) + ", " + shortest(work.metres_x[r]);
      const std::string after = shortest(work.metres_x[r]) + ", " + shortest(work.metres_y[r]);
      Diagnostic& told = tell(work.batch, plane_swapped, r, {}, before);
      told.fix = Fix{before, after, FixSafety::safe};
      told.arguments = {{"x", shortest(work.metres_x[r]), {}}, {"y", shortest(work.metres_y[r]), {}}};
      told.place = LonLat{lon, lat};
    } else if (!inside(zone, geometry.x[r], geometry.y[r]) &&
               inside(options_.hard_area, geometry.x[r], geometry.y[r])) {
      Diagnostic& told = tell(work.batch, plane_outside_zone, r, {},
                              shortest(work.metres_y[r]) + ", " + shortest(work.metres_x[r]));
      told.arguments = {{"crs", work.crs.title(Language::ja) + "（" + work.crs.name() + "）",
                         work.crs.title(Language::en) + " (" + work.crs.name() + ")"}};
      told.place = LonLat{geometry.x[r], geometry.y[r]};
    }
  }
}

/// Without any grid that is one warning for all, told by who chose the operation.
void PlaceStage::tell_coarse(Work& work) const {
  if (options_.grids.of(GridKind::tokyo_to_jgd2000).empty()) return;
  for (std::size_t r = 0; r < work.batch.records; ++r) {
    if (work.coarse[r] == 0 || work.batch.state[r] != RecordState::accepted) continue;
    if (work.batch.geometry.kind[r] == GeometryKind::none) continue;
    Diagnostic& told = tell(work.batch, grid_has_gap, r, {}, {});
    told.arguments = {{"grid", options_.grids.of(GridKind::tokyo_to_jgd2000).front()->file, {}}};
    if (work.batch.geometry.kind[r] == GeometryKind::point)
      told.place = LonLat{work.batch.geometry.x[r], work.batch.geometry.y[r]};
  }
}

}  // namespace anzenmap
