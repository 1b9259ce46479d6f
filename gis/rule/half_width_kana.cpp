// SPDX-License-Identifier: Apache-2.0
#include "gis/rule/half_width_kana.hpp"

#include <string>

#include "gis/rule/text_marks.hpp"
#include "gis/value/width.hpp"

namespace anzenmap {

const RuleInfo half_width_kana{
    .code = "RU540",
    .name = "half-width-kana",
    .severity = Severity::warning,
    .category = Category::rule,
    .scope = Scope::cell,
    .fix = FixSafety::consent,
    .since = "0.1.0",
    .title = {"半角のカタカナ", "half-width katakana"},
    .message = {"「{column}」の「{value}」に半角のカタカナがあります。「{after}」ではありませんか",
                "'{column}' value '{value}' has half-width katakana; '{after}' is the usual writing"},
    .why = {"半角のカタカナは、さがすときに見つからず、機種によっては化けます。",
            "Searches miss half-width katakana, and some programs garble them."},
    .remedy = {"全角のカタカナで書いてください。", "Write full-width katakana."},
    .bad = "名称,区分,緯度,経度\nﾀﾊﾞｺ屋の前,危険,34.0471,131.8282\n",
    .good = "名称,区分,緯度,経度\nタバコ屋の前,危険,34.0471,131.8282\n"};

namespace {

/// U+FF61 to U+FF9F are EF BD A1 to EF BE 9F.
bool is_half_kana(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size() || text[at] != '\xEF') return false;
  const auto second = static_cast<unsigned char>(text[at + 1]);
  const auto third = static_cast<unsigned char>(text[at + 2]);
  return (second == 0xBD && third >= 0xA1) || (second == 0xBE && third <= 0x9F);
}

/// Each run of half-width katakana in full width, the rest as it is. Empty when there is none.
std::string widened(std::string_view text) {
  std::string out;
  bool changed = false;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (is_half_kana(text, end)) end += 3;
    if (end != at) {
      out += to_nfkc(text.substr(at, end - at));
      changed = true;
      at = end;
    } else {
      out.push_back(text[at++]);
    }
  }
  return changed ? out : std::string{};
}

class HalfWidthKana : public TextRule {
 public:
  using TextRule::TextRule;
  std::uint32_t marks() const override { return text_mark::kHalfKana; }

 protected:
  void check_text(Batch& batch, std::size_t field, std::size_t record, std::string_view text) const override {
    // Garbled text is full of them; widening it would only hide what it was.
    for (const std::string_view garbled : {"縺", "繧", "繝"})
      if (text.find(garbled) != std::string_view::npos) return;
    const std::string after = widened(text);
    if (after.empty()) return;
    Diagnostic& told = tell(batch, half_width_kana, record, survey().header(batch, field), text);
    propose(batch, told, field, record, after, options());
  }
};

}  // namespace

std::unique_ptr<const BatchRule> make_half_width_kana(const Survey& survey, const RuleOptions& options) {
  return std::make_unique<HalfWidthKana>(survey, options);
}

}  // namespace anzenmap
