// SPDX-License-Identifier: Apache-2.0
#include "gis/rule/place_inaccurate.hpp"

#include "gis/base/number.hpp"

namespace anzenmap {

const RuleInfo place_inaccurate{
    .code = "RU556",
    .name = "place-inaccurate",
    .severity = Severity::warning,
    .category = Category::rule,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"場所のずれが大きい", "inaccurate place"},
    .message = {"場所が {value}m くらいずれているかもしれません（{column}）",
                "the place may be off by {value} m ({column})"},
    .why = {"50m ずれると、別の道や別の家の場所になります。", "50 m is another road or another house."},
    .remedy = {"地図で場所を確かめて、直してください。", "Check the place on a map and put it right."},
    .bad = "名称,区分,緯度,経度,位置誤差_m\n正門前,危険,34.0471,131.8282,120\n",
    .good = "名称,区分,緯度,経度,位置誤差_m\n正門前,危険,34.0471,131.8282,8\n"};

namespace {

class PlaceInaccurate : public BatchRule {
 public:
  PlaceInaccurate(const Survey& survey, std::size_t field)
      : survey_(survey), field_(field), most_metres_(survey.profile->accuracy_limit.value_or(kMostMetres)) {}
  void check(Batch& batch) const override {
    for (std::size_t r = 0; r < batch.records; ++r) {
      const std::string_view text = batch.field(field_, r);
      double metres = 0;
      if (text.empty() || batch.state[r] != RecordState::accepted || !parse_json_number(text, metres))
        continue;
      if (metres > most_metres_) tell(batch, place_inaccurate, r, survey_.header(batch, field_), text);
    }
  }

 private:
  static constexpr double kMostMetres = 50;
  Survey survey_;
  std::size_t field_;
  double most_metres_;
};

}  // namespace

std::unique_ptr<const BatchRule> make_place_inaccurate(const Survey& survey, const RuleOptions& /*options*/) {
  const int field = field_of_role(survey, Role::accuracy);
  if (field < 0) return nullptr;
  return std::make_unique<PlaceInaccurate>(survey, static_cast<std::size_t>(field));
}

}  // namespace anzenmap
