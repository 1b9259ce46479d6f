// SPDX-License-Identifier: Apache-2.0
#include "gis/rule/postal_form.hpp"

#include <string>

namespace anzenmap {

const RuleInfo postal_form{
    .code = "RU550",
    .name = "postal-code-form",
    .severity = Severity::warning,
    .category = Category::rule,
    .scope = Scope::cell,
    .fix = FixSafety::consent,
    .since = "0.1.0",
    .title = {"郵便番号の形", "form of a postal code"},
    .message = {"「{column}」の「{value}」は、郵便番号の形（ハイフンなしの数字7けた）ではありません",
                "'{column}' value '{value}' is no postal code of seven digits without a hyphen"},
    .why = {"自治体標準オープンデータセットでは、ハイフンなしの7けたと決まっています。",
            "The municipal standard wants seven digits without a hyphen."},
    .remedy = {"7450874 のように、数字だけを書いてください。", "Write the digits alone, as 7450874."},
    .bad = "",
    .good = ""};

namespace {

std::string digits_of(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c >= '0' && c <= '9') out.push_back(c);
  return out;
}

class PostalForm : public BatchRule {
 public:
  PostalForm(const Survey& survey, const RuleOptions& options, std::size_t field)
      : survey_(survey), options_(options), field_(field) {}
  void check(Batch& batch) const override {
    for (std::size_t r = 0; r < batch.records; ++r) {
      const std::string_view text = batch.field(field_, r);
      if (text.empty() || batch.state[r] != RecordState::accepted) continue;
      const std::string digits = digits_of(text);
      if (digits.size() == kDigits && text.size() == kDigits) continue;
      Diagnostic& told = tell(batch, postal_form, r, survey_.header(batch, field_), text);
      if (digits.size() == kDigits) propose(batch, told, field_, r, digits, options_);
    }
  }

 private:
  static constexpr std::size_t kDigits = 7;
  Survey survey_;
  RuleOptions options_;
  std::size_t field_;
};

}  // namespace

std::unique_ptr<const BatchRule> make_postal_form(const Survey& survey, const RuleOptions& options) {
  const int field = field_of_key(survey, "postal_code");
  if (field < 0) return nullptr;
  return std::make_unique<PostalForm>(survey, options, static_cast<std::size_t>(field));
}

}  // namespace anzenmap
