// SPDX-License-Identifier: Apache-2.0
#include "gis/rule/kana_expected.hpp"

#include <string>

#include "gis/value/width.hpp"

namespace anzenmap {

const RuleInfo kana_expected{
    .code = "RU548",
    .name = "kana-expected",
    .severity = Severity::warning,
    .category = Category::rule,
    .scope = Scope::cell,
    .fix = FixSafety::consent,
    .since = "0.1.0",
    .title = {"カナの列にカナでない文字", "other signs than katakana"},
    .message = {"「{column}」の「{value}」は全角カタカナではありません{hint}",
                "'{column}' value '{value}' is not full-width katakana{hint}"},
    .why = {"よみは、全角カタカナで書く決まりです（自治体標準オープンデータセット）。",
            "The municipal standard wants readings in full-width katakana."},
    .remedy = {"全角カタカナで書いてください。", "Write full-width katakana."},
    .bad = "名称,区分,緯度,経度,名称_カナ\nみどり公園,危険,34.0471,131.8282,みどりこうえん\n",
    .good = "名称,区分,緯度,経度,名称_カナ\nみどり公園,危険,34.0471,131.8282,ミドリコウエン\n"};

namespace {

/// Katakana, ー, ・, blanks, digits and Latin letters in both widths, which readings of names like NTT have.
bool is_reading(char32_t code) {
  return (code >= 0x30A1 && code <= 0x30FF) || code == 0x3000 || code == ' ' ||
         (code >= '0' && code <= '9') || (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z') ||
         (code >= 0xFF10 && code <= 0xFF19) || (code >= 0xFF21 && code <= 0xFF3A) ||
         (code >= 0xFF41 && code <= 0xFF5A) || code == '-' || code == '(' || code == ')' || code == 0xFF08 ||
         code == 0xFF09 || code == '.' || code == '&';
}

/// A code point of three bytes, or of one; 0 for others.
char32_t code_at(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return first;
  if ((first & 0xF0U) != 0xE0 || at + 2 >= text.size()) return 0;
  return ((first & 0x0FU) << 12U) | ((static_cast<unsigned char>(text[at + 1]) & 0x3FU) << 6U) |
         (static_cast<unsigned char>(text[at + 2]) & 0x3FU);
}

/// Hiragana as katakana: U+3041-U+3096 lie 0x60 below. Empty when that does not make it a reading.
std::string as_katakana(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    char32_t code = code_at(text, at);
    if (code >= 0x3041 && code <= 0x3096) code += 0x60;
    if (!is_reading(code)) return {};
    if (code < 0x80) {
      out.push_back(static_cast<char>(code));
      ++at;
    } else {
      out.push_back(static_cast<char>(0xE0 | (code >> 12U)));
      out.push_back(static_cast<char>(0x80 | ((code >> 6U) & 0x3FU)));
      out.push_back(static_cast<char>(0x80 | (code & 0x3FU)));
      at += 3;
    }
  }
  return out;
}

class KanaExpected : public BatchRule {
 public:
  KanaExpected(const Survey& survey, const RuleOptions& options, std::size_t field)
      : survey_(survey), options_(options), field_(field) {}
  void check(Batch& batch) const override {
    for (std::size_t r = 0; r < batch.records; ++r) {
      if (batch.state[r] != RecordState::accepted) continue;
      const std::string_view text = batch.field(field_, r);
      if (text.empty() || is_plain(text)) continue;
      const std::string after = as_katakana(to_nfkc(text));
      Diagnostic& told = tell(batch, kana_expected, r, survey_.header(batch, field_), text);
      told.arguments = {{"hint", "", ""}};
      if (after.empty()) continue;
      told.arguments = {{"hint", "。「" + after + "」ではありませんか", "; '" + after + "'?"}};
      propose(batch, told, field_, r, after, options_);
    }
  }

 private:
  static bool is_plain(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const char32_t code = code_at(text, at);
      if (!is_reading(code)) return false;
      at += code < 0x80 ? 1 : 3;
    }
    return true;
  }
  Survey survey_;
  RuleOptions options_;
  std::size_t field_;
};

}  // namespace

std::unique_ptr<const BatchRule> make_kana_expected(const Survey& survey, const RuleOptions& options) {
  const int field = field_of_key(survey, "name_kana");
  if (field < 0) return nullptr;
  return std::make_unique<KanaExpected>(survey, options, static_cast<std::size_t>(field));
}

}  // namespace anzenmap
