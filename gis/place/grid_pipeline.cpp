// SPDX-License-Identifier: Apache-2.0
#include "gis/place/grid_pipeline.hpp"

#include <proj.h>

#include <cmath>
#include <new>
#include <string>

#include "gis/base/error.hpp"
#include "gis/place/datum_grid.hpp"

namespace anzenmap {

struct GridPipeline::Proj {
  PJ_CONTEXT* context = nullptr;
  PJ* operation = nullptr;
  Proj() = default;
  Proj(const Proj&) = delete;
  Proj& operator=(const Proj&) = delete;
  ~Proj() {
    proj_destroy(operation);
    proj_context_destroy(context);
  }
};

GridPipeline::GridPipeline(const DatumGrid& grid) : grid_(&grid) {
  if (grid.mesh != nullptr) return;
  proj_ = std::make_unique<Proj>();
  proj_->context = proj_context_create();
  if (proj_->context == nullptr) throw std::bad_alloc();
  proj_log_level(proj_->context, PJ_LOG_NONE);
  // A quoted path: PROJ splits its words at blanks and the names of grids at commas.
  const bool awkward = grid.path.find_first_of("\",") != std::string::npos;
  const std::string words =
      "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step +proj=hgridshift +grids=\"" +
      grid.path + "\" +step +proj=unitconvert +xy_in=rad +xy_out=deg";
  if (!awkward) proj_->operation = proj_create(proj_->context, words.c_str());
  if (proj_->operation == nullptr)
    throw Error(grid_unreadable,
                {{"path", grid.path, {}},
                 {"reason", "GeoTIFF でも NTv2 でもありません", "it is neither GeoTIFF nor NTv2"}});
}

GridPipeline::~GridPipeline() = default;
GridPipeline::GridPipeline(GridPipeline&&) noexcept = default;
GridPipeline& GridPipeline::operator=(GridPipeline&&) noexcept = default;

bool GridPipeline::shift(double& lon, double& lat, bool back) {
  if (grid_->mesh != nullptr) {
    const auto shift = back ? grid_->mesh->back_at(lat, lon) : grid_->mesh->at(lat, lon);
    if (!shift) return false;
    lat += back ? -shift->lat : shift->lat;
    lon += back ? -shift->lon : shift->lon;
    return true;
  }
  proj_errno_reset(proj_->operation);
  const PJ_COORD moved = proj_trans(proj_->operation, back ? PJ_INV : PJ_FWD, proj_coord(lon, lat, 0, 0));
  if (!std::isfinite(moved.xy.x) || !std::isfinite(moved.xy.y)) return false;
  constexpr double kUnmoved = 1e-10;  // degrees: 0.01 mm, below what a grid's last digit says
  if (std::fabs(moved.xy.x - lon) < kUnmoved && std::fabs(moved.xy.y - lat) < kUnmoved) return false;
  lon = moved.xy.x;
  lat = moved.xy.y;
  return true;
}

}  // namespace anzenmap
