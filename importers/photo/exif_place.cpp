// SPDX-License-Identifier: Apache-2.0
#include "importers/photo/exif_place.hpp"

#include <algorithm>
#include <cctype>

namespace anzenmap::photo {
namespace {

std::string written(const Tag& tag) {
  std::string out;
  for (const auto& [above, below] : tag.rationals)
    out += (out.empty() ? "" : " ") + std::to_string(above) + "/" + std::to_string(below);
  return out.empty() ? tag.text : out;
}

/// Degrees, minutes and seconds. Seconds of 0/0 stand where the minutes have all decimals; degrees or minutes
/// of 0/0 say that there is no place.
std::optional<double> degrees_of(const Tag& tag, double most) {
  static constexpr double kUnits[] = {1, 60, 3600};
  if (tag.rationals.empty() || tag.rationals.size() > 3) return std::nullopt;
  double degrees = 0;
  for (std::size_t i = 0; i < tag.rationals.size(); ++i) {
    const auto [above, below] = tag.rationals[i];
    if (above == 0 && below == 0 && i == 2) continue;
    if (below == 0) return std::nullopt;
    const double part = static_cast<double>(above) / static_cast<double>(below);
    if (part < 0 || (i > 0 && part > 60)) return std::nullopt;
    degrees += part / kUnits[i];
  }
  if (degrees > most) return std::nullopt;
  return degrees;
}

struct Axis {
  const char* key;
  const char* reference;
  char negative;
  char positive;
  double most;
};

constexpr Axis kLatitude{"Exif.GPSInfo.GPSLatitude", "Exif.GPSInfo.GPSLatitudeRef", 'S', 'N', 90};
constexpr Axis kLongitude{"Exif.GPSInfo.GPSLongitude", "Exif.GPSInfo.GPSLongitudeRef", 'W', 'E', 180};

bool read(const Tags& tags, const Axis& axis, double& degrees, ExifPlace& place) {
  const Tag* tag = tags.find(axis.key);
  const auto value = tag == nullptr ? std::nullopt : degrees_of(*tag, axis.most);
  place.said += (place.said.empty() ? "" : ", ") + (tag == nullptr ? std::string("-") : written(*tag));
  if (!value) return false;
  const Tag* reference = tags.find(axis.reference);
  const char side = reference == nullptr || reference->text.empty() ? '\0' : reference->text.front();
  const char upper = side >= 'a' && side <= 'z' ? static_cast<char>(side - 'a' + 'A') : side;
  if (upper != axis.negative && upper != axis.positive) place.hemisphere_missing = true;
  degrees = value.value_or(0) * (upper == axis.negative ? -1 : 1);
  return true;
}

}  // namespace

ExifPlace place_of(const Tags& tags) {
  ExifPlace place;
  if (const Tag* datum = tags.find("Exif.GPSInfo.GPSMapDatum")) place.datum = datum->text;
  if (tags.find(kLatitude.key) == nullptr && tags.find(kLongitude.key) == nullptr) return place;
  const bool north = read(tags, kLatitude, place.latitude, place);
  const bool east = read(tags, kLongitude, place.longitude, place);
  place.state = north && east ? ExifPlace::State::given : ExifPlace::State::broken;
  return place;
}

Datum datum_named(const std::string& name) {
  std::string folded;
  for (const char c : name)
    if (std::isalnum(static_cast<unsigned char>(c)) != 0)
      folded += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  if (folded.empty() || folded.starts_with("WGS84") || folded.starts_with("JGD20") || folded == "GRS80")
    return Datum::world;
  return folded.starts_with("TOKYO") ? Datum::tokyo : Datum::unknown;
}

std::optional<double> number_of(const Tags& tags, std::string_view key) {
  const Tag* tag = tags.find(key);
  if (tag == nullptr || tag->rationals.size() != 1 || tag->rationals[0].second == 0) return std::nullopt;
  return static_cast<double>(tag->rationals[0].first) / static_cast<double>(tag->rationals[0].second);
}

}  // namespace anzenmap::photo
