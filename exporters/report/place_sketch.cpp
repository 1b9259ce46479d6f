// SPDX-License-Identifier: Apache-2.0
#include "exporters/report/place_sketch.hpp"

#include <algorithm>
#include <cmath>

#include "gis/place/box_of.hpp"

namespace anzenmap {
namespace {

constexpr double kWidth = 300;
constexpr double kHeight = 200;
constexpr double kMargin = 26;
constexpr double kMetresPerDegree = 111'320;
constexpr double kPi = 3.14159265358979323846;
constexpr double kLeastMetres = 120;  // shown across, so that one place is no speck in nothing
constexpr std::size_t kMostDots = 60;

// Tenths are enough for a sketch, and the same on every machine.
std::string tenths(double number) {
  const auto rounded = static_cast<long>(std::lround(number * 10));
  std::string out = rounded < 0 ? "-" : "";
  const long size = std::labs(rounded);
  out += std::to_string(size / 10);
  if (size % 10 != 0) out += '.' + std::to_string(size % 10);
  return out;
}

/// Equirectangular around the middle: straight enough for a school district.
class Frame {
 public:
  explicit Frame(const std::vector<LonLat>& places) {
    const auto [west, south, east, north] = box_of(places);
    lon_ = (west + east) / 2;
    lat_ = (south + north) / 2;
    squeeze_ = std::max(0.01, std::cos(lat_ * kPi / 180));
    const double across = std::max((east - west) * squeeze_ * kMetresPerDegree, kLeastMetres);
    const double up = std::max((north - south) * kMetresPerDegree, kLeastMetres);
    scale_ = std::min((kWidth - 2 * kMargin) / across, (kHeight - 2 * kMargin) / up);
  }

  [[nodiscard]] double x(const LonLat& place) const {
    return kWidth / 2 + (place.lon - lon_) * squeeze_ * kMetresPerDegree * scale_;
  }
  [[nodiscard]] double y(const LonLat& place) const {
    return kHeight / 2 - (place.lat - lat_) * kMetresPerDegree * scale_;
  }
  [[nodiscard]] bool holds(const LonLat& place) const {
    return x(place) > 2 && x(place) < kWidth - 2 && y(place) > 2 && y(place) < kHeight - 2;
  }
  /// The roundest length (1, 2 or 5 times a power of ten, in metres) of at most a third of the width.
  [[nodiscard]] double bar_metres() const {
    const double most = kWidth / 3 / scale_;
    double length = std::pow(10, std::floor(std::log10(most)));
    if (length * 5 <= most) {
      length *= 5;
    } else if (length * 2 <= most) {
      length *= 2;
    }
    return length;
  }
  [[nodiscard]] double scale() const { return scale_; }

 private:
  double lon_ = 0;
  double lat_ = 0;
  double squeeze_ = 1;
  double scale_ = 1;
};

void append_bar(std::string& out, const Frame& frame) {
  const double metres = frame.bar_metres();
  const double length = metres * frame.scale();
  const auto whole = static_cast<long>(std::lround(metres));
  const std::string label =
      whole >= 1000 ? std::to_string(whole / 1000) + " km" : std::to_string(whole) + " m";
  out += "<path class=\"bar\" d=\"M10 186v6h" + tenths(length) + "v-6\"/><text x=\"14\" y=\"183\">" + label +
         "</text><path class=\"north\" d=\"M284 10l6 18-6-4-6 4z\"/><text x=\"280\" y=\"39\">N</text>";
}

}  // namespace

std::string place_sketch(std::span<const FindingGroups::Finding> findings, std::span<const LonLat> around,
                         Language language) {
  std::vector<LonLat> places;
  for (const FindingGroups::Finding& finding : findings)
    if (finding.place && places.size() < kMostDots) places.push_back(*finding.place);
  if (places.empty()) return {};
  const Frame frame(places);
  std::string out = "<svg class=\"sketch\" viewBox=\"0 0 300 200\" role=\"img\" aria-label=\"";
  out += language == Language::ja ? "場所の略図（北が上）" : "sketch of the places, north up";
  out += "\"><rect width=\"300\" height=\"200\" rx=\"8\"/>";
  for (const LonLat& place : around)
    if (frame.holds(place))
      out += "<circle class=\"other\" cx=\"" + tenths(frame.x(place)) + "\" cy=\"" + tenths(frame.y(place)) +
             "\" r=\"2.5\"/>";
  std::size_t drawn = 0;
  for (const FindingGroups::Finding& finding : findings) {
    if (!finding.place || drawn++ >= kMostDots) continue;
    const std::string x = tenths(frame.x(*finding.place));
    out += "<circle class=\"dot\" cx=\"" + x + "\" cy=\"" + tenths(frame.y(*finding.place)) + "\" r=\"5\"/>";
    if (finding.row > 0)
      out += "<text class=\"row\" x=\"" + x + "\" y=\"" + tenths(frame.y(*finding.place) - 8) + "\">" +
             std::to_string(finding.row) + "</text>";
  }
  append_bar(out, frame);
  return out + "</svg>";
}

}  // namespace anzenmap
