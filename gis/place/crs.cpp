// SPDX-License-Identifier: Apache-2.0
#include "gis/place/crs.hpp"

#include <algorithm>
#include <array>

#include "gis/place/crs_codes.hpp"
#include "gis/place/crs_name.hpp"
#include "gis/place/crs_wkt.hpp"

namespace anzenmap {

using namespace crs_codes;

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
        {"座標系「{name}」は使えません。使えるもの: 緯度・経度の "
         "EPSG:4326、6668、4612、4301、平面直角座標系の "
         "EPSG:6669〜6687、2443〜2461、30161〜30179、UTM の EPSG:6688〜6692、3097〜3101、3092〜3096、32651〜"
         "32656、EPSG:3857。「第3系」「tokyo」「jgd2000」のような名前でもかまいません",
         "cannot use CRS '{name}'; known: EPSG:4326, 6668, 4612, 4301, plane rectangular 6669-6687, "
         "2443-2461 "
         "and 30161-30179, UTM 6688-6692, 3097-3101, 3092-3096 and 32651-32656, EPSG:3857; names like zone3, "
         "tokyo and jgd2000 will do"},
    .why = {"座標系を取り違えると、場所が数百メートルから数千キロずれます。",
            "A wrong CRS moves places by hundreds of metres or more."},
    .remedy = {"元の地図や測量の座標系を確かめて、EPSGの番号で指定してください("
               "山口県の平面直角座標系は第III系、EPSG:6671)。",
               "Find out the CRS of the source and name its EPSG code (Yamaguchi: zone III, EPSG:6671)."},
    .bad = "",
    .good = ""};

namespace {

constexpr std::array<std::string_view, kZones> kRoman{"I",    "II",  "III",  "IV",    "V",   "VI",   "VII",
                                                      "VIII", "IX",  "X",    "XI",    "XII", "XIII", "XIV",
                                                      "XV",   "XVI", "XVII", "XVIII", "XIX"};

std::string datum_title(int datum, Language language) {
  switch (datum) {
    case kTokyo:
      return language == Language::ja ? "旧日本測地系（Tokyo）" : "Tokyo";
    case kJgd2000:
      return "JGD2000";
    case kJgd2011:
      return "JGD2011";
    default:
      return "WGS 84";
  }
}

bool looks_like_wkt(std::string_view text) {
  return text.find('[') != std::string_view::npos && text.find(']') != std::string_view::npos;
}

}  // namespace

Crs::Crs(int epsg) : epsg_(epsg) {
  if (epsg == kWgs84 || epsg == kJgd2011 || epsg == kJgd2000 || epsg == kTokyo) datum_ = epsg;
  if (epsg == kWebMercator) datum_ = kWgs84;
  for (const Series& series : kPlaneSeries) {
    if (epsg < series.first || epsg >= series.first + kZones) continue;
    datum_ = series.datum;
    zone_ = epsg - series.first + 1;
  }
  for (const UtmSeries& series : kUtmSeries) {
    const int zone = epsg - series.first + series.first_zone;
    if (zone < series.first_zone || zone > series.last_zone) continue;
    datum_ = series.datum;
    utm_ = zone;
  }
}

Crs Crs::parse(std::string_view text, Error::Kind blame) {
  if (normalise_header(text).empty()) return Crs(kWgs84);
  const std::optional<int> epsg = looks_like_wkt(text) ? epsg_of_wkt(text) : epsg_named(text);
  Crs crs(epsg.value_or(0));
  if (crs.datum_ == 0) throw Error(crs_unknown, {{"name", std::string(text.substr(0, 80)), {}}}, blame);
  return crs;
}

std::vector<Crs> Crs::all() {
  std::vector<Crs> out;
  for (const int datum : {kWgs84, kJgd2011, kJgd2000, kTokyo}) {
    out.push_back(Crs(datum));
    if (datum == kWgs84) out.push_back(Crs(kWebMercator));
    for (int zone = 1; zone <= kZones; ++zone)
      if (const auto code = zone_code(datum, zone)) out.push_back(Crs(*code));
    for (int zone = 51; zone <= 56; ++zone)
      if (const auto code = utm_code(datum, zone)) out.push_back(Crs(*code));
  }
  return out;
}

CoordinateAxes Crs::axes() const {
  if (!projected()) return CoordinateAxes::degrees;
  return zone_ != 0 ? CoordinateAxes::north_first : CoordinateAxes::east_first;
}

std::optional<Box> Crs::area() const {
  if (zone_ == 0) return std::nullopt;
  return kZoneAreas[static_cast<std::size_t>(zone_ - 1)];
}

bool Crs::shifts() const { return datum_ == kTokyo; }

bool Crs::may_use_grids() const { return datum_ == kTokyo || datum_ == kJgd2000; }

std::string Crs::title(Language language) const {
  const bool ja = language == Language::ja;
  std::string out = datum_title(datum_, language);
  if (zone_ != 0) {
    const std::string roman(kRoman[static_cast<std::size_t>(zone_ - 1)]);
    return out + (ja ? " 平面直角座標系 第" + roman + "系" : ", plane rectangular zone " + roman);
  }
  if (utm_ != 0)
    return out + (ja ? " UTM 第" + std::to_string(utm_) + "帯" : ", UTM zone " + std::to_string(utm_));
  if (epsg_ == kWebMercator) return ja ? "Web メルカトル" : "Web Mercator";
  return out + (ja ? " 緯度・経度" : ", latitude and longitude");
}

}  // namespace anzenmap
