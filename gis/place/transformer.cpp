// SPDX-License-Identifier: Apache-2.0
#include "gis/place/transformer.hpp"

#include <proj.h>

#include <algorithm>
#include <cmath>
#include <new>
#include <vector>

#include "gis/base/error.hpp"
#include "gis/place/crs_codes.hpp"
#include "gis/place/grid_pipeline.hpp"

namespace anzenmap {

using namespace crs_codes;

namespace {

constexpr double kNullShift = 1;        // EPSG:6698, EPSG:9936, EPSG:1826
constexpr double kThreeParameters = 9;  // EPSG:15483
constexpr double kGrid = 0.2;           // EPSG:6712, EPSG:6713

/// EPSG:15483, Tokyo to JGD2000: geocentric translations. Written out, so that the same one is taken whatever
/// PROJ's database prefers.
constexpr const char* kTokyoShift =
    "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step +proj=push +v_3 +step +proj=cart "
    "+ellps=bessel +step +proj=helmert +x=-146.414 +y=507.337 +z=680.507 +step +inv +proj=cart +ellps=GRS80 "
    "+step +proj=pop +v_3 +step +proj=unitconvert +xy_in=rad +xy_out=deg";

void run(PJ* operation, PJ_DIRECTION direction, double* x, double* y, std::size_t count) {
  proj_trans_generic(operation, direction, x, sizeof(double), count, y, sizeof(double), count, nullptr, 0, 0,
                     nullptr, 0, 0);
}

void add(CrsOperation& to, const std::string& step, double accuracy) {
  to.text += " -> " + step;
  to.accuracy_m = std::max(to.accuracy_m, accuracy);
}

}  // namespace

CrsOperation crs_operation(const Crs& crs, const DatumGrids& grids) {
  CrsOperation out;
  if (crs.epsg() == kWgs84) return out;
  out.text = crs.name();
  if (crs.projected())
    add(out,
        "EPSG:" + std::to_string(crs.datum()) +
            (crs.epsg() == kWebMercator ? " (inverse Web Mercator)" : " (inverse Transverse Mercator)"),
        0);
  if (crs.datum() == kTokyo) {
    const auto grid = grids.of(GridKind::tokyo_to_jgd2000);
    out.coarse = grid.empty();
    if (grid.empty())
      add(out, "EPSG:4612 (three-parameter shift, EPSG:15483, accuracy 9 m)", kThreeParameters);
    else
      add(out, "EPSG:4612 (grid " + grid.front()->file + ", accuracy 0.2 m)", kGrid);
  }
  if (crs.datum() == kTokyo || crs.datum() == kJgd2000) {
    const auto patches = grids.of(GridKind::jgd2000_to_jgd2011);
    std::string files;
    for (const DatumGrid* patch : patches) files += (files.empty() ? "" : ", ") + patch->file;
    if (patches.empty())
      add(out, "EPSG:6668 (same values, EPSG:6698)", kNullShift);
    else
      add(out, "EPSG:6668 (grid " + files + ", elsewhere the same values)", kNullShift);
  }
  if (crs.datum() != kWgs84) add(out, "EPSG:4326 (same values, accuracy 1 m)", kNullShift);
  return out;
}

struct Transformer::Tools {
  PJ_CONTEXT* context = nullptr;
  PJ* projection = nullptr;              ///< metres to degrees of the same datum
  PJ* tokyo = nullptr;                   ///< the coarse shift
  std::vector<GridPipeline> tokyo_grid;  ///< none or one
  std::vector<GridPipeline> patches;
  Tools() = default;
  Tools(const Tools&) = delete;
  Tools& operator=(const Tools&) = delete;
  ~Tools() {
    proj_destroy(tokyo);
    proj_destroy(projection);
    proj_context_destroy(context);
  }
};

Transformer::Transformer(const Crs& crs, const DatumGrids& grids) : tools_(std::make_unique<Tools>()) {
  tools_->context = proj_context_create();
  if (tools_->context == nullptr) throw std::bad_alloc();
  proj_log_level(tools_->context, PJ_LOG_NONE);
  if (crs.projected()) {
    const std::string to = "EPSG:" + std::to_string(crs.datum());
    PJ* raw = proj_create_crs_to_crs(tools_->context, crs.name().c_str(), to.c_str(), nullptr);
    // EPSG:6671 and the geographic CRSs are north-first; everything here is x = east, y = north.
    if (raw != nullptr) tools_->projection = proj_normalize_for_visualization(tools_->context, raw);
    proj_destroy(raw);
    if (tools_->projection == nullptr)
      throw Error(crs_unknown, {{"name", crs.name(), {}}}, Error::Kind::world);
  }
  if (crs.datum() == kTokyo) {
    tools_->tokyo = proj_create(tools_->context, kTokyoShift);
    if (tools_->tokyo == nullptr) throw Error(crs_unknown, {{"name", crs.name(), {}}}, Error::Kind::world);
    const auto grid = grids.of(GridKind::tokyo_to_jgd2000);
    if (!grid.empty()) tools_->tokyo_grid.emplace_back(*grid.front());
  }
  if (crs.datum() == kTokyo || crs.datum() == kJgd2000)
    for (const DatumGrid* patch : grids.of(GridKind::jgd2000_to_jgd2011))
      tools_->patches.emplace_back(*patch);
}

Transformer::~Transformer() = default;
Transformer::Transformer(Transformer&&) noexcept = default;
Transformer& Transformer::operator=(Transformer&&) noexcept = default;

void Transformer::shift(double* x, double* y, std::size_t count, std::uint8_t* coarse, bool back) {
  const PJ_DIRECTION direction = back ? PJ_INV : PJ_FWD;
  const auto patch = [&](std::size_t i) {
    // Each earthquake's mesh covers its own ground; what lies outside of all was not moved.
    for (GridPipeline& grid : tools_->patches)
      if (grid.shift(x[i], y[i], back)) break;
  };
  for (std::size_t i = 0; i < count; ++i) {
    if (!std::isfinite(x[i]) || !std::isfinite(y[i])) continue;
    if (back) patch(i);
    if (tools_->tokyo != nullptr) {
      const bool by_grid = !tools_->tokyo_grid.empty() && tools_->tokyo_grid.front().shift(x[i], y[i], back);
      if (!by_grid) run(tools_->tokyo, direction, x + i, y + i, 1);
      if (coarse != nullptr) coarse[i] = by_grid ? 0 : 1;
    }
    if (!back) patch(i);
  }
}

void Transformer::to_degrees(double* x, double* y, std::size_t count, std::uint8_t* coarse) {
  if (count == 0) return;
  if (tools_->projection != nullptr) run(tools_->projection, PJ_FWD, x, y, count);
  if (tools_->tokyo != nullptr || !tools_->patches.empty()) shift(x, y, count, coarse, false);
}

void Transformer::from_degrees(double* x, double* y, std::size_t count, std::uint8_t* coarse) {
  if (count == 0) return;
  if (tools_->tokyo != nullptr || !tools_->patches.empty()) shift(x, y, count, coarse, true);
  if (tools_->projection != nullptr) run(tools_->projection, PJ_INV, x, y, count);
}

}  // namespace anzenmap
