// SPDX-License-Identifier: Apache-2.0
#include "gis/rule/ditto_mark.hpp"

#include "gis/rule/text_marks.hpp"

namespace anzenmap {

const RuleInfo ditto_mark{
    .code = "RU544",
    .name = "ditto-mark",
    .severity = Severity::warning,
    .category = Category::rule,
    .scope = Scope::cell,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"「同上」や「〃」", "ditto mark"},
    .message = {"「{column}」に「{value}」とあります。上の行と同じことばを書いてください",
                "'{column}' says '{value}'; write the words of the row above"},
    .why = {"並べ替えたり一行だけ取り出したりすると、何と同じか分からなくなります。",
            "Sorted, or taken out alone, the row no longer says what it is like."},
    .remedy = {"上の行の値を写してください。", "Copy the value of the row above."},
    .bad = "名称,区分,緯度,経度\n校門,危険,34.0471,131.8282\n〃,危険,34.0472,131.8283\n",
    .good = "名称,区分,緯度,経度\n校門,危険,34.0471,131.8282\n校門,危険,34.0472,131.8283\n"};

namespace {

class DittoMark : public TextRule {
 public:
  using TextRule::TextRule;
  std::uint32_t marks() const override { return text_mark::kDitto; }

 protected:
  void check_text(Batch& batch, std::size_t field, std::size_t record, std::string_view text) const override {
    if (text != "〃" && text != "同上" && text != "（同上）" && text != "(同上)") return;
    tell(batch, ditto_mark, record, survey().header(batch, field), text);
  }
};

}  // namespace

std::unique_ptr<const BatchRule> make_ditto_mark(const Survey& survey, const RuleOptions& options) {
  return std::make_unique<DittoMark>(survey, options);
}

}  // namespace anzenmap
