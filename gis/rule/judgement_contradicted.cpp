// SPDX-License-Identifier: Apache-2.0
#include "gis/rule/judgement_contradicted.hpp"

#include <string>

namespace anzenmap {

const RuleInfo judgement_contradicted{
    .code = "RU553",
    .name = "judgement-contradicted",
    .severity = Severity::warning,
    .category = Category::rule,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"区分と理由が合わない", "judgement contradicted"},
    .message = {"区分は「{value}」ですが、「{enter}」「{see}」と書かれています",
                "kind is '{value}', but the place is marked '{enter}' and '{see}'"},
    .why = {"入りやすくて見えにくい場所は危険、入りにくくて見えやすい場所は安全、というのが安全マップの見方で"
            "す。",
            "Easy to enter and hard to see means dangerous, the opposite means safe."},
    .remedy = {"区分か、入りやすさ・見えにくさのどれかを見直してください。",
               "Look again at the kind, or at the two reasons."},
    .bad = "名称,区分,緯度,経度,入りやすさ,見えにくさ\n公園,安全,34.0471,131.8282,入りやすい,見えにくい\n",
    .good = "名称,区分,緯度,経度,入りやすさ,見えにくさ\n公園,危険,34.0471,131.8282,入りやすい,見えにくい\n"};

namespace {

class JudgementContradicted : public BatchRule {
 public:
  JudgementContradicted(const Survey& survey, std::size_t kind, std::size_t enter, std::size_t see)
      : survey_(survey), kind_(kind), enter_(enter), see_(see) {}
  void check(Batch& batch) const override {
    for (std::size_t r = 0; r < batch.records; ++r) {
      const std::string_view enter = batch.field(enter_, r);
      const std::string_view see = batch.field(see_, r);
      const bool dangerous = enter == "入りやすい" && see == "見えにくい";
      const bool safe = enter == "入りにくい" && see == "見えやすい";
      if (!dangerous && !safe) continue;
      const std::string_view kind = batch.field(kind_, r);
      if (kind != (dangerous ? "安全" : "危険") || batch.state[r] != RecordState::accepted) continue;
      tell(batch, judgement_contradicted, r, survey_.header(batch, kind_), kind).arguments = {
          {"enter", std::string(enter), {}}, {"see", std::string(see), {}}};
    }
  }

 private:
  Survey survey_;
  std::size_t kind_;
  std::size_t enter_;
  std::size_t see_;
};

}  // namespace

std::unique_ptr<const BatchRule> make_judgement_contradicted(const Survey& survey,
                                                             const RuleOptions& /*options*/) {
  const int kind = field_of_key(survey, "kind");
  const int enter = field_of_key(survey, "easy_to_enter");
  const int see = field_of_key(survey, "hard_to_see");
  if (kind < 0 || enter < 0 || see < 0) return nullptr;
  return std::make_unique<JudgementContradicted>(
      survey, static_cast<std::size_t>(kind), static_cast<std::size_t>(enter), static_cast<std::size_t>(see));
}

}  // namespace anzenmap
