// SPDX-License-Identifier: Apache-2.0
#include "gis/rule/minutes_as_decimals.hpp"

#include <array>
#include <optional>
#include <string>

#include "gis/base/number.hpp"

namespace anzenmap {

const RuleInfo minutes_as_decimals{
    .code = "PL325",
    .name = "minutes-as-decimals",
    .severity = Severity::warning,
    .category = Category::place,
    .scope = Scope::record,
    .fix = FixSafety::shown,
    .since = "0.1.0",
    .title = {"度分秒を小数のように書いた場所", "minutes and seconds written as decimals"},
    .message =
        {"「{before}」は度分秒（{dms}）を小数のように書いたものかもしれません。そうなら「{after}」です",
         "'{before}' may be {dms} written like a decimal; then it is {after}"},
    .why = {"34°02′49″ を 34.0249 と書くと、何キロもはなれた場所になります。",
            "34°02′49″ written 34.0249 lies kilometres away."},
    .remedy = {"もとの資料を見て、度分秒なら 34°02′49″ のように書いてください。",
               "Look at the source; if these are minutes and seconds, write 34°02′49″."},
    .bad = "名称,区分,緯度,経度\n正門前,危険,34.02498,130.49416\n",
    .good = "名称,区分,緯度,経度\n正門前,危険,34°02′49.8″,130°49′41.6″\n"};

namespace {

/// Degrees, with minutes and seconds packed behind the point: 34.02498 = 34°02′49.8″.
struct Packed {
  double degrees;
  std::string written;
};

std::optional<Packed> unpack(std::string_view text) {
  const std::size_t dot = text.find('.');
  if (dot == std::string_view::npos || dot == 0 || dot > 3 || text.size() - dot - 1 < 4) return std::nullopt;
  for (const char c : text)
    if ((c < '0' || c > '9') && c != '.') return std::nullopt;
  const auto two = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
  const int minutes = two(dot + 1);
  const int seconds = two(dot + 3);
  if (minutes >= 60 || seconds >= 60) return std::nullopt;
  const std::string_view rest = text.substr(dot + 5);
  double whole = 0;
  double fraction = 0;
  const std::string tail = "0." + (rest.empty() ? std::string("0") : std::string(rest));
  if (!parse_json_number(text.substr(0, dot), whole) || !parse_json_number(tail, fraction))
    return std::nullopt;
  std::string written = std::string(text.substr(0, dot)) + "°" + std::string(text.substr(dot + 1, 2)) + "′" +
                        std::string(text.substr(dot + 3, 2));
  if (!rest.empty()) written += "." + std::string(rest);
  return Packed{whole + minutes / 60.0 + (seconds + fraction) / 3600.0, written + "″"};
}

std::string seven(double value) {
  std::array<char, kFixed7Bytes> buffer{};
  return {buffer.data(), write_fixed7(buffer.data(), value)};
}

class MinutesAsDecimals : public BatchRule {
 public:
  MinutesAsDecimals(const Survey& survey, const Box& area) : survey_(survey), area_(area) {}
  void check(Batch& batch) const override {
    const LayerMapping& mapping = survey_.layer(batch);
    if (mapping.latitude < 0 || mapping.longitude < 0 || survey_.layers[batch.layer].has_geometry) return;
    for (std::size_t r = 0; r < batch.records; ++r) {
      if (batch.geometry.kind[r] != GeometryKind::point || inside(batch.geometry.x[r], batch.geometry.y[r]))
        continue;
      if (batch.state[r] == RecordState::accepted)
        check_record(batch, r, batch.raw_cell(static_cast<std::size_t>(mapping.latitude), r),
                     batch.raw_cell(static_cast<std::size_t>(mapping.longitude), r));
    }
  }

 private:
  [[nodiscard]] bool inside(double lon, double lat) const {
    return lon >= area_[0] && lon <= area_[2] && lat >= area_[1] && lat <= area_[3];
  }
  void check_record(Batch& batch, std::size_t record, std::string_view north, std::string_view east) const {
    const auto lat = unpack(north);
    const auto lon = unpack(east);
    if (!lat || !lon || !inside(lon->degrees, lat->degrees)) return;
    const std::string before = std::string(north) + ", " + std::string(east);
    const std::string after = seven(lat->degrees) + ", " + seven(lon->degrees);
    Diagnostic& told = tell(batch, minutes_as_decimals, record, {}, before);
    told.fix = Fix{before, after, FixSafety::shown};
    told.arguments = {{"dms", lat->written + ", " + lon->written, {}}};
    told.place = LonLat{lon->degrees, lat->degrees};
  }
  Survey survey_;
  Box area_;
};

}  // namespace

std::unique_ptr<const BatchRule> make_minutes_as_decimals(const Survey& survey, const RuleOptions& options) {
  if (!options.expected_area) return nullptr;
  return std::make_unique<MinutesAsDecimals>(survey, *options.expected_area);
}

}  // namespace anzenmap
