// SPDX-License-Identifier: Apache-2.0
#include "gis/rule/blanks_for_layout.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "gis/rule/text_marks.hpp"

namespace anzenmap {

const RuleInfo blanks_for_layout{
    .code = "RU545",
    .name = "blanks-for-layout",
    .severity = Severity::warning,
    .category = Category::rule,
    .scope = Scope::cell,
    .fix = FixSafety::consent,
    .since = "0.1.0",
    .title = {"形をそろえる空白", "blanks for layout"},
    .message = {"「{column}」の「{value}」は、空白で形をそろえているようです。「{after}」ではありませんか",
                "'{column}' value '{value}' is spread by blanks; '{after}' is the usual writing"},
    .why = {"空白が入ると、同じことばでもさがせなくなります（総務省の決まり 1-5）。",
            "With blanks in it, the same word is not found any more."},
    .remedy = {"空白を消し、見た目は Excel の書式でそろえてください。",
               "Take the blanks out, and align cells by their format."},
    .bad = "名称,区分,緯度,経度\n公　園,危険,34.0471,131.8282\n",
    .good = "名称,区分,緯度,経度\n公園,危険,34.0471,131.8282\n"};

namespace {

constexpr std::string_view kBlank = "\xE3\x80\x80";  // U+3000

std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> out;
  while (true) {
    const std::size_t at = text.find(kBlank);
    out.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return out;
    text.remove_prefix(at + kBlank.size());
  }
}

/// Blanks between all single characters (公　園) are taken out, several in a row become one. Empty when the
/// blanks part words.
std::string tightened(std::string_view text) {
  const std::vector<std::string_view> parts = parts_of(text);
  const bool single = std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
    return part.size() <= 3 && (part.empty() || static_cast<unsigned char>(part.front()) >= 0x80);
  });
  const bool doubled =
      std::any_of(parts.begin() + 1, parts.end() - 1, [](std::string_view part) { return part.empty(); });
  if (parts.size() < 2 || (!single && !doubled)) return {};
  std::string out;
  for (const std::string_view part : parts) {
    if (part.empty()) continue;
    if (!single && !out.empty()) out += kBlank;
    out += part;
  }
  return out;
}

class BlanksForLayout : public TextRule {
 public:
  using TextRule::TextRule;
  std::uint32_t marks() const override { return text_mark::kWideBlank; }

 protected:
  void check_text(Batch& batch, std::size_t field, std::size_t record, std::string_view text) const override {
    if (text.find(kBlank) == std::string_view::npos) return;
    const std::string after = tightened(text);
    if (after.empty() || after == text) return;
    Diagnostic& told = tell(batch, blanks_for_layout, record, survey().header(batch, field), text);
    propose(batch, told, field, record, after, options());
  }
};

}  // namespace

std::unique_ptr<const BatchRule> make_blanks_for_layout(const Survey& survey, const RuleOptions& options) {
  return std::make_unique<BlanksForLayout>(survey, options);
}

}  // namespace anzenmap
