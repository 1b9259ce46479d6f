// SPDX-License-Identifier: Apache-2.0
#include "gis/place/accuracy_stage.hpp"

#include "gis/base/number.hpp"

namespace anzenmap {

const RuleInfo place_inaccurate{
    .code = "IN323",
    .name = "place-inaccurate",
    .severity = Severity::warning,
    .category = Category::place,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"場所のずれが大きい", "inaccurate place"},
    .message = {"場所が {value} m ずれているかもしれません({limit} m まで)",
                "the place may be {value} m off (limit {limit} m)"},
    .why = {"建物のかげなどでは、GPSの場所が大きくずれます。道の反対側や別の家の前になることもあります。",
            "Beside buildings GPS is far off: the place may be across the street or before another house."},
    .remedy = {"地図で場所を確かめ、違っていれば緯度と経度を直してください。",
               "Check the place on a map and correct latitude and longitude."},
    .bad = "名称,区分,緯度,経度,位置誤差_m\n正門前,危険,34.0471,131.8282,65\n",
    .good = "名称,区分,緯度,経度,位置誤差_m\n正門前,危険,34.0471,131.8282,6\n"};

AccuracyStage::AccuracyStage(const Survey& survey)
    : survey_(survey), field_(survey.profile->accuracy_limit ? survey.schema().find(Role::accuracy) : -1) {}

void AccuracyStage::process(Batch& batch, unsigned /*worker*/) const {
  if (field_ < 0) return;
  const auto field = static_cast<std::size_t>(field_);
  const double limit = *survey_.profile->accuracy_limit;
  for (std::size_t r = 0; r < batch.records; ++r) {
    if (batch.state[r] != RecordState::accepted || batch.fields[field].cells[r].length == 0) continue;
    if ((batch.fields[field].flags[r] & cell_flag::kAsText) != 0) continue;  // told as unreadable
    double metres = 0;
    if (!parse_json_number(batch.field(field, r), metres) || metres <= limit) continue;
    Diagnostic& told = tell(batch, place_inaccurate, r, survey_.header(batch, field), batch.field(field, r));
    told.arguments = {{"limit", shortest(limit), {}}};
    if (batch.geometry.kind[r] == GeometryKind::point)
      told.place = LonLat{batch.geometry.x[r], batch.geometry.y[r]};
  }
}

}  // namespace anzenmap
