// SPDX-License-Identifier: Apache-2.0
#include "gis/rule/dash_in_number.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "gis/rule/text_marks.hpp"

namespace anzenmap {

const RuleInfo dash_in_number{
    .code = "RU546",
    .name = "dash-in-number",
    .severity = Severity::warning,
    .category = Category::rule,
    .scope = Scope::cell,
    .fix = FixSafety::consent,
    .since = "0.1.0",
    .title = {"番号の中の横棒", "dash between digits"},
    .message =
        {"「{column}」の「{value}」の番号の横棒が、ふつうの「-」ではありません。「{after}」ではありませんか",
         "'{column}' value '{value}' has other dashes than '-' between digits; '{after}' is the usual "
         "writing"},
    .why = {"見た目は同じでも別の文字なので、住所をさがしても見つかりません。",
            "They look alike but are other characters, so that an address is not found."},
    .remedy = {"半角の「-」で書いてください。", "Write the ASCII hyphen."},
    .bad = "名称,区分,緯度,経度,所在地_連結表記\n正門前,危険,34.0471,131.8282,山口県周南市周陽1−15−1\n",
    .good = "名称,区分,緯度,経度,所在地_連結表記\n正門前,危険,34.0471,131.8282,山口県周南市周陽1-15-1\n"};

namespace {

constexpr std::array<std::string_view, 9> kDashes{"\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x80\x92",
                                                  "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\x95",
                                                  "\xE2\x88\x92", "\xEF\xBC\x8D", "\xE3\x83\xBC"};

/// Bytes of the digit that ends before `at`, or begins at `at`: 1 for ASCII, 3 for full width, 0 for none.
std::size_t digit_before(std::string_view text, std::size_t at) {
  if (at >= 1 && text[at - 1] >= '0' && text[at - 1] <= '9') return 1;
  const bool wide = at >= 3 && text.substr(at - 3, 2) == "\xEF\xBC" &&
                    static_cast<unsigned char>(text[at - 1]) >= 0x90 &&
                    static_cast<unsigned char>(text[at - 1]) <= 0x99;
  return wide ? 3 : 0;
}
std::size_t digit_at(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] >= '0' && text[at] <= '9') return 1;
  return at + 3 <= text.size() && digit_before(text, at + 3) == 3 ? 3 : 0;
}

std::string with_hyphens(std::string_view text) {
  std::string out;
  bool changed = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view sign = text.substr(at, 3);
    const bool dash = std::find(kDashes.begin(), kDashes.end(), sign) != kDashes.end();
    if (dash && digit_before(text, at) != 0 && digit_at(text, at + 3) != 0) {
      out.push_back('-');
      changed = true;
      at += 3;
    } else {
      out.push_back(text[at++]);
    }
  }
  return changed ? out : std::string{};
}

class DashInNumber : public TextRule {
 public:
  DashInNumber(const Survey& survey, const RuleOptions& options) : TextRule(survey, options) {
    keep_fields([](const SchemaField& field) {
      const Field* known = field.profile_field;
      return field.role == Role::address ||
             (known != nullptr &&
              std::find(known->holds.begin(), known->holds.end(), "address") != known->holds.end());
    });
  }
  std::uint32_t marks() const override { return text_mark::kDash; }

 protected:
  void check_text(Batch& batch, std::size_t field, std::size_t record, std::string_view text) const override {
    const std::string after = with_hyphens(text);
    if (after.empty()) return;
    Diagnostic& told = tell(batch, dash_in_number, record, survey().header(batch, field), text);
    propose(batch, told, field, record, after, options());
  }
};

}  // namespace

std::unique_ptr<const BatchRule> make_dash_in_number(const Survey& survey, const RuleOptions& options) {
  return std::make_unique<DashInNumber>(survey, options);
}

}  // namespace anzenmap
