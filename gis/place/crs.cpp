// SPDX-License-Identifier: Apache-2.0
#include "gis/place/crs.hpp"

#include <proj.h>

#include "gis/profile/profile.hpp"

namespace anzenmap {

const RuleInfo crs_unknown{
    .code = "PL301",
    .name = "crs-unknown",
    .severity = Severity::error,
    .category = Category::place,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"知らない座標の決まり", "unknown CRS"},
    .message =
        {"座標系「{name}」は使えません。使えるもの: EPSG:4326、EPSG:6668、EPSG:4612、平面直角座標系の "
         "EPSG:6669〜6687 と "
         "EPSG:2443〜2461",
         "cannot use CRS '{name}'; known: EPSG:4326, 6668, 4612, plane rectangular 6669-6687 and 2443-2461"},
    .why = {"座標系を取り違えると、場所が数百メートルから数千キロずれます。",
            "A wrong CRS moves places by hundreds of metres or more."},
    .remedy = {"元の地図や測量の座標系を確かめて、EPSGの番号で指定してください("
               "山口県の平面直角座標系は第III系、EPSG:6671)。",
               "Find out the CRS of the source and name its EPSG code (Yamaguchi: zone III, EPSG:6671)."},
    .bad = "",
    .good = ""};

namespace {

constexpr int kWgs84 = 4326;
constexpr int kJgd2011 = 6668;
constexpr int kJgd2000 = 4612;

int base_of(int epsg) {
  if (epsg == kWgs84 || epsg == kJgd2011 || epsg == kJgd2000) return epsg;
  if (epsg >= 6669 && epsg <= 6687) return kJgd2011;
  if (epsg >= 2443 && epsg <= 2461) return kJgd2000;
  return 0;
}

/// Of "epsg:6671", "epsg6671", "6671", "urn:ogc:def:crs:epsg::6671" and the names of the geographic ones; 0
/// if it is none of these.
int epsg_of(std::string_view name) {
  if (name == "wgs84") return kWgs84;
  if (name == "jgd2011") return kJgd2011;
  if (name == "jgd2000") return kJgd2000;
  constexpr std::string_view urn = "urn:ogc:def:crs:epsg:";
  if (name.starts_with(urn)) {
    name.remove_prefix(name.rfind(':') + 1);
  } else if (name.starts_with("epsg")) {
    name.remove_prefix(name.starts_with("epsg:") ? 5 : 4);
  }
  if (name.empty() || name.size() > 5) return 0;
  int epsg = 0;
  for (const char c : name) {
    if (c < '0' || c > '9') return 0;
    epsg = epsg * 10 + (c - '0');
  }
  return epsg;
}

}  // namespace

Crs Crs::parse(std::string_view text, Error::Kind blame) {
  Crs crs;
  const std::string name = normalise_header(text);  // full width, blanks and case do not count
  if (name.empty() || name.ends_with("crs84")) return crs;
  const int epsg = epsg_of(name);
  const int base = base_of(epsg);
  if (base == 0) throw Error(crs_unknown, {{"name", std::string(text), {}}}, blame);
  crs.epsg_ = epsg;
  crs.base_ = base;
  return crs;
}

std::string Crs::operation() const {
  if (epsg_ == kWgs84) return {};
  std::string out = name();
  if (projected()) out += " -> EPSG:" + std::to_string(base_) + " (inverse Transverse Mercator)";
  if (base_ == kJgd2000) out += " -> EPSG:6668 (same values, EPSG:6698)";
  return out + " -> EPSG:4326 (same values, accuracy 1 m)";
}

struct Transformer::Proj {
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

Transformer::Transformer(const Crs& crs) : proj_(std::make_unique<Proj>()) {
  proj_->context = proj_context_create();
  if (proj_->context == nullptr) throw std::bad_alloc();
  proj_log_level(proj_->context, PJ_LOG_NONE);
  const std::string to = "EPSG:" + std::to_string(crs.base());
  PJ* raw = proj_create_crs_to_crs(proj_->context, crs.name().c_str(), to.c_str(), nullptr);
  // EPSG:6671 and the geographic CRSs are north-first; everything here is x = east, y = north.
  if (raw != nullptr) proj_->operation = proj_normalize_for_visualization(proj_->context, raw);
  proj_destroy(raw);
  if (proj_->operation == nullptr) throw Error(crs_unknown, {{"name", crs.name(), {}}}, Error::Kind::world);
}

Transformer::~Transformer() = default;
Transformer::Transformer(Transformer&&) noexcept = default;
Transformer& Transformer::operator=(Transformer&&) noexcept = default;

void Transformer::to_degrees(double* x, double* y, std::size_t count) {
  if (count == 0) return;
  proj_trans_generic(proj_->operation, PJ_FWD, x, sizeof(double), count, y, sizeof(double), count, nullptr, 0,
                     0, nullptr, 0, 0);
}

}  // namespace anzenmap
