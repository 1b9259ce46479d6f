// SPDX-License-Identifier: Apache-2.0
#include "gis/rule/place_coarse.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace anzenmap {

const RuleInfo place_coarse{
    .code = "PL324",
    .name = "place-too-few-decimals",
    .severity = Severity::warning,
    .category = Category::place,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"小数のけたが少ない場所", "too few decimals"},
    .message = {"緯度・経度「{value}」は小数が{decimals}けたしかないので、場所が {metres}m "
                "くらいずれることがあります",
                "place '{value}' has {decimals} decimals alone: it may be off by {metres} m"},
    .why = {"4けたで約10m、5けたで約1mです。", "Four decimals are some 10 m, five some 1 m."},
    .remedy = {"地図で場所を調べ直し、小数を5けたか6けた書いてください。",
               "Look the place up again and write five or six decimals."},
    .bad = "名称,区分,緯度,経度\n正門前,危険,34.047,131.828\n",
    .good = "名称,区分,緯度,経度\n正門前,危険,34.0472,131.8282\n"};

namespace {

/// Decimals of a plain number of degrees; 9 for all else, which is none of this rule's business.
std::size_t decimals_of(std::string_view text) {
  const std::size_t dot = text.find('.');
  const std::size_t whole = dot == std::string_view::npos ? text.size() : dot;
  if (whole == 0 || whole > 4) return 9;
  for (const char c : text)
    if ((c < '0' || c > '9') && c != '.' && c != '-') return 9;
  return dot == std::string_view::npos ? 0 : text.size() - dot - 1;
}

class PlaceCoarse : public BatchRule {
 public:
  explicit PlaceCoarse(const Survey& survey) : survey_(survey) {}
  void check(Batch& batch) const override {
    const LayerMapping& mapping = survey_.layer(batch);
    if (mapping.latitude < 0 || mapping.longitude < 0 || survey_.layers[batch.layer].has_geometry) return;
    const auto north = static_cast<std::size_t>(mapping.latitude);
    const auto east = static_cast<std::size_t>(mapping.longitude);
    if (north >= batch.raw.size() || east >= batch.raw.size()) return;
    for (std::size_t r = 0; r < batch.records; ++r) {
      // 34.0471 and 131.8282 are as short as four decimals can be.
      if (batch.raw[north].cells[r].length >= 7 || batch.raw[east].cells[r].length >= 8) continue;
      if (batch.state[r] != RecordState::accepted || batch.geometry.kind[r] != GeometryKind::point) continue;
      check_record(batch, r, batch.raw_cell(north, r), batch.raw_cell(east, r));
    }
  }

 private:
  void check_record(Batch& batch, std::size_t record, std::string_view north, std::string_view east) const {
    constexpr std::array<std::string_view, 4> kMetres{"50000", "5000", "500", "50"};
    const std::size_t decimals = std::max(decimals_of(north), decimals_of(east));
    if (decimals >= kMetres.size()) return;
    Diagnostic& told = tell(batch, place_coarse, record, {}, {});
    told.value = std::string(north) + ", " + std::string(east);
    told.arguments = {{"decimals", std::to_string(decimals), {}},
                      {"metres", std::string(kMetres[decimals]), {}}};
    told.place = LonLat{batch.geometry.x[record], batch.geometry.y[record]};
  }
  Survey survey_;
};

}  // namespace

std::unique_ptr<const BatchRule> make_place_coarse(const Survey& survey, const RuleOptions& /*options*/) {
  return std::make_unique<PlaceCoarse>(survey);
}

}  // namespace anzenmap
