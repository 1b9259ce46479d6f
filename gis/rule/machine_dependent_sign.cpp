// SPDX-License-Identifier: Apache-2.0
#include "gis/rule/machine_dependent_sign.hpp"

#include <string>

#include "gis/rule/text_marks.hpp"

namespace anzenmap {

const RuleInfo machine_dependent_sign{
    .code = "RU541",
    .name = "machine-dependent-sign",
    .severity = Severity::info,
    .category = Category::rule,
    .scope = Scope::cell,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"機種依存文字", "machine-dependent sign"},
    .message = {"「{column}」に機種依存文字（{signs}）があります",
                "'{column}' has machine-dependent signs ({signs})"},
    .why =
        {"総務省の決まりでは、公開データに使わないことになっています。音声で読み上げられないこともあります。",
         "The ministry asks not to use them in published data; screen readers may skip them."},
    .remedy = {"①は (1) や 1、㈱は (株)、㎡は m2 のように書いてください。",
               "Write (1) for ①, (株) for ㈱, m2 for ㎡."},
    .bad = "名称,区分,緯度,経度\n①番ゲート,危険,34.0471,131.8282\n",
    .good = "名称,区分,緯度,経度\n1番ゲート,危険,34.0471,131.8282\n"};

namespace {

/// The sign that begins at `at`, or nothing: letters and numerals in circles, squares and Roman form, units.
std::string_view sign_at(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size()) return {};
  const auto first = static_cast<unsigned char>(text[at]);
  const auto second = static_cast<unsigned char>(text[at + 1]);
  const auto third = static_cast<unsigned char>(text[at + 2]);
  const bool letter = first == 0xE2 && second == 0x84 && (third == 0xA1 || third == 0x96);
  const bool numeral = first == 0xE2 && second == 0x85 && third >= 0xA0;
  const bool circled = first == 0xE2 && second >= 0x91 && second <= 0x93;
  const bool square = first == 0xE3 && second >= 0x88 && second <= 0x8F;
  return letter || numeral || circled || square ? text.substr(at, 3) : std::string_view{};
}

class MachineDependentSign : public TextRule {
 public:
  using TextRule::TextRule;
  std::uint32_t marks() const override { return text_mark::kSymbol; }

 protected:
  void check_text(Batch& batch, std::size_t field, std::size_t record, std::string_view text) const override {
    std::string signs;
    for (std::size_t at = 0; at < text.size(); ++at) {
      const std::string_view sign = sign_at(text, at);
      if (!sign.empty() && signs.find(sign) == std::string::npos) signs += sign;
    }
    if (signs.empty()) return;
    tell(batch, machine_dependent_sign, record, survey().header(batch, field), text).arguments = {
        {"signs", signs, {}}};
  }
};

}  // namespace

std::unique_ptr<const BatchRule> make_machine_dependent_sign(const Survey& survey,
                                                             const RuleOptions& options) {
  return std::make_unique<MachineDependentSign>(survey, options);
}

}  // namespace anzenmap
