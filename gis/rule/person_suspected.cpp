// SPDX-License-Identifier: Apache-2.0
#include "gis/rule/person_suspected.hpp"

#include <array>
#include <string>

#include "gis/rule/text_marks.hpp"

namespace anzenmap {

const RuleInfo person_suspected{
    .code = "RU543",
    .name = "person-suspected",
    .severity = Severity::warning,
    .category = Category::rule,
    .scope = Scope::cell,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"人をうたがうことば", "words that suspect people"},
    .message = {"「{column}」に「{word}」とあります。人ではなく、場所のようすを書いてください",
                "'{column}' says '{word}': describe the place, not people"},
    .why = {"安全マップは、入りやすさと見えにくさで場所を見るものです。人のうわさを公開すると、そこに住む人を"
            "傷つけます。",
            "A safety map looks at how easy a place is to enter and how hard it is to see. Rumours about "
            "people hurt those who live there."},
    .remedy = {"「木がしげっていて道から見えにくい」のように、場所のようすに書き直してください。",
               "Write what the place is like: trees hide it from the road."},
    .bad = "名称,区分,緯度,経度,コメント\n公園,危険,34.0471,131.8282,不審者が出る\n",
    .good = "名称,区分,緯度,経度,コメント\n公園,危険,34.0471,131.8282,木がしげっていて道から見えにくい\n"};

namespace {

/// Words that make a place out to be dangerous because of who is there. Each has a mark of text_marks.hpp.
constexpr std::array<std::string_view, 16> kWords{
    "不審者", "不審な",   "不審人物", "怪しい人", "怪しい男", "怪しい車", "あやしい人", "へんな人",
    "変な人", "こわい人", "怖い人",   "痴漢",     "外国人が", "外国人の", "ホームレス", "犯人"};

/// What says that somebody watches for them: 不審者対策の訓練 is no rumour.
constexpr std::array<std::string_view, 4> kHarmless{"対策", "訓練", "注意の看板", "から守"};

class PersonSuspected : public TextRule {
 public:
  PersonSuspected(const Survey& survey, const RuleOptions& options) : TextRule(survey, options) {
    keep_fields([](const SchemaField& field) { return field.type == FieldType::string; });
  }
  std::uint32_t marks() const override { return text_mark::kPerson; }

 protected:
  void check_text(Batch& batch, std::size_t field, std::size_t record, std::string_view text) const override {
    for (const std::string_view word : kWords) {
      if (text.find(word) == std::string_view::npos) continue;
      for (const std::string_view harmless : kHarmless)
        if (text.find(harmless) != std::string_view::npos) return;
      tell(batch, person_suspected, record, survey().header(batch, field), text).arguments = {
          {"word", std::string(word), {}}};
      return;
    }
  }
};

}  // namespace

std::unique_ptr<const BatchRule> make_person_suspected(const Survey& survey, const RuleOptions& options) {
  return std::make_unique<PersonSuspected>(survey, options);
}

}  // namespace anzenmap
