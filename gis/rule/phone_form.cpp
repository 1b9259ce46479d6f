// SPDX-License-Identifier: Apache-2.0
#include "gis/rule/phone_form.hpp"

#include <string>
#include <vector>

namespace anzenmap {

const RuleInfo phone_form{
    .code = "RU549",
    .name = "phone-form",
    .severity = Severity::warning,
    .category = Category::rule,
    .scope = Scope::cell,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"電話番号の形", "form of a telephone number"},
    .message = {"「{column}」の「{value}」は電話番号の形ではありません（{reason}）",
                "'{column}' value '{value}' is no telephone number ({reason})"},
    .why = {"まちがった番号は、急ぐときにつながりません。",
            "A wrong number does not connect when it matters."},
    .remedy = {"市外局番から、「0834-22-8211」か「(0834)22-8211」のように書いてください。",
               "Write it with its area code, as 0834-22-8211 or (0834)22-8211."},
    .bad = "",
    .good = ""};

namespace {

struct Reason {
  std::string_view ja;
  std::string_view en;
};
constexpr Reason kFine{"", ""};

/// What is wrong with a Japanese telephone number; kFine = nothing that can be seen without a directory.
Reason fault_of(std::string_view text) {
  std::string digits;
  std::string area;  // digits up to the first sign
  bool in_area = true;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      digits.push_back(c);
      if (in_area) area.push_back(c);
    } else if (c == '-' || c == '(' || c == ')' || c == ' ') {
      if (!digits.empty()) in_area = false;
    } else if (c != '+') {
      return {"数字と - ( ) のほかの文字があります", "it has other signs than digits, - and ()"};
    }
  }
  if (digits.size() == 3 || digits.size() == 4) return kFine;  // 110, #7119 without its sign
  const bool international = digits.starts_with("81") && text.starts_with('+');
  if (international) digits.replace(0, 2, "0");
  if (!digits.starts_with('0')) return {"0 で始まりません", "it does not begin with 0"};
  const bool long_number = digits.starts_with("0120") || digits.starts_with("0800") ||
                           digits.starts_with("050") || digits.starts_with("070") ||
                           digits.starts_with("080") || digits.starts_with("090");
  if (digits.size() < 10 || digits.size() > 11 || (digits.size() == 11 && !long_number))
    return {"けたの数が合いません", "it has too few or too many digits"};
  // Area codes of two digits are 03, 04 and 06 alone: 02-3641-3275 was cut in the wrong place by a machine.
  if (!international && area.size() == 2 && area != "03" && area != "04" && area != "06")
    return {"市外局番の区切りがちがいます", "the area code is cut in the wrong place"};
  return kFine;
}

class PhoneForm : public BatchRule {
 public:
  PhoneForm(const Survey& survey, std::vector<std::size_t> fields)
      : survey_(survey), fields_(std::move(fields)) {}
  void check(Batch& batch) const override {
    for (const std::size_t f : fields_)
      for (std::size_t r = 0; r < batch.records; ++r) {
        const std::string_view text = batch.field(f, r);
        if (text.empty() || batch.state[r] != RecordState::accepted) continue;
        const Reason reason = fault_of(text);
        if (reason.ja.empty()) continue;
        tell(batch, phone_form, r, survey_.header(batch, f), text).arguments = {
            {"reason", std::string(reason.ja), std::string(reason.en)}};
      }
  }

 private:
  Survey survey_;
  std::vector<std::size_t> fields_;
};

}  // namespace

std::unique_ptr<const BatchRule> make_phone_form(const Survey& survey, const RuleOptions& /*options*/) {
  std::vector<std::size_t> fields;
  if (const int phone = field_of_key(survey, "phone"); phone >= 0)
    fields.push_back(static_cast<std::size_t>(phone));
  if (fields.empty()) return nullptr;
  return std::make_unique<PhoneForm>(survey, std::move(fields));
}

}  // namespace anzenmap
