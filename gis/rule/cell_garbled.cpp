// SPDX-License-Identifier: Apache-2.0
#include "gis/rule/cell_garbled.hpp"

#include "gis/rule/text_marks.hpp"

namespace anzenmap {

const RuleInfo cell_garbled{
    .code = "RU542",
    .name = "cell-garbled",
    .severity = Severity::warning,
    .category = Category::rule,
    .scope = Scope::cell,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"文字化け", "garbled text"},
    .message = {"「{column}」の「{value}」は文字化けしているようです",
                "'{column}' value '{value}' looks garbled"},
    .why = {"UTF-8 のファイルを古い Excel "
            "でそのまま開いて保存すると、こうなります。もとの文字は失われていることがあります。",
            "This is what an old Excel makes of UTF-8 when it is opened and saved; characters may be lost."},
    .remedy = {"化ける前のファイルを「データ → テキストから」で開き直すか、Anzenmap "
               "に化ける前のファイルを読ませてください。",
               "Give the file from before that to Anzenmap, or import it into Excel as text."},
    .bad = "名称,区分,緯度,経度\n縺ｿ縺ｩ繧雁膚蠎,危険,34.0471,131.8282\n",
    .good = "名称,区分,緯度,経度\nみどり商店,危険,34.0471,131.8282\n"};

namespace {

/// 縺, 繧 and 繝 begin what CP932 makes of the UTF-8 of kana; in Japanese words they are rare and never meet.
std::size_t kana_leads(std::string_view text) {
  std::size_t count = 0;
  for (const std::string_view lead : {"縺", "繧", "繝"})
    for (std::size_t at = text.find(lead); at != std::string_view::npos; at = text.find(lead, at + 3))
      ++count;
  return count;
}

class CellGarbled : public TextRule {
 public:
  using TextRule::TextRule;
  std::uint32_t marks() const override { return text_mark::kMojibake; }

 protected:
  void check_text(Batch& batch, std::size_t field, std::size_t record, std::string_view text) const override {
    constexpr std::size_t kLeast = 2;
    if (kana_leads(text) < kLeast) return;
    tell(batch, cell_garbled, record, survey().header(batch, field), text);
  }
};

}  // namespace

std::unique_ptr<const BatchRule> make_cell_garbled(const Survey& survey, const RuleOptions& options) {
  return std::make_unique<CellGarbled>(survey, options);
}

}  // namespace anzenmap
