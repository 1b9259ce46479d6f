// SPDX-License-Identifier: Apache-2.0
#include "gis/place/utm.hpp"

#include <proj.h>

#include <array>
#include <cmath>
#include <new>
#include <string>

namespace anzenmap {

namespace {

constexpr int kZones = 60;

}  // namespace

std::optional<UtmZone> read_utm_zone(std::string_view text) {
  UtmZone zone;
  std::size_t digits = 0;
  while (digits < text.size() && digits < 2 && text[digits] >= '0' && text[digits] <= '9')
    zone.number = zone.number * 10 + (text[digits++] - '0');
  if (digits == 0 || zone.number < 1 || zone.number > kZones) return std::nullopt;
  text.remove_prefix(digits);
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  if (text.empty()) return zone;
  const char band =
      text.front() >= 'a' && text.front() <= 'z' ? static_cast<char>(text.front() - 32) : text.front();
  if (text.size() != 1 || band < 'C' || band > 'X' || band == 'I' || band == 'O') return std::nullopt;
  zone.south = band < 'N';
  return zone;
}

struct UtmTransformer::Proj {
  PJ_CONTEXT* context = nullptr;
  std::array<PJ*, 2 * kZones> zones{};  ///< north, then south; made on first use
  Proj() = default;
  Proj(const Proj&) = delete;
  Proj& operator=(const Proj&) = delete;
  ~Proj() {
    for (PJ* zone : zones) proj_destroy(zone);
    proj_context_destroy(context);
  }
};

UtmTransformer::UtmTransformer() : proj_(std::make_unique<Proj>()) {
  proj_->context = proj_context_create();
  if (proj_->context == nullptr) throw std::bad_alloc();
  proj_log_level(proj_->context, PJ_LOG_NONE);
}

UtmTransformer::~UtmTransformer() = default;

bool UtmTransformer::to_degrees(const UtmZone& zone, double& x, double& y) {
  const auto index =
      static_cast<std::size_t>(zone.number) - 1 + (zone.south ? static_cast<std::size_t>(kZones) : 0);
  if (index >= proj_->zones.size()) return false;
  PJ*& operation = proj_->zones[index];
  if (operation == nullptr) {
    const std::string pipeline =
        "+proj=pipeline +step +inv +proj=utm +ellps=WGS84 +zone=" + std::to_string(zone.number) +
        (zone.south ? " +south" : "") + " +step +proj=unitconvert +xy_in=rad +xy_out=deg";
    operation = proj_create(proj_->context, pipeline.c_str());
    if (operation == nullptr) return false;
  }
  const PJ_COORD out = proj_trans(operation, PJ_FWD, proj_coord(x, y, 0, 0));
  if (!std::isfinite(out.xy.x) || !std::isfinite(out.xy.y)) return false;
  x = out.xy.x;
  y = out.xy.y;
  return true;
}

}  // namespace anzenmap
