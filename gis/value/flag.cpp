// SPDX-License-Identifier: Apache-2.0
#include "gis/value/flag.hpp"

#include <string>

#include "gis/value/blanks.hpp"
#include "gis/value/width.hpp"

namespace anzenmap {

const RuleInfo flag_rewritten = {
    .code = "VA270",
    .name = "flag-spelling",
    .severity = Severity::info,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"「ある・ない」の書き方", "spelling of yes and no"},
    .message = {"「{column}」の値を1（ある）か0（ない）に直しました（{before} → {after}）",
                "wrote the {column} value as 1 (yes) or 0 (no) ({before} -> {after})"},
    .why = {"自治体の標準では、ある・ないを1と0で書きます",
            "the municipal standard writes yes and no as 1 and 0"},
    .remedy = {"直す必要はありません。自動で直しました", "nothing to do, it was done"},
    .bad = "名称,区分,緯度,経度,災害種別_洪水\n公園の入口,危険,34.047171,131.828232,○\n",
    .good = "名称,区分,緯度,経度,災害種別_洪水\n公園の入口,危険,34.047171,131.828232,1\n",
};

const RuleInfo flag_unreadable = {
    .code = "VA271",
    .name = "flag-unreadable",
    .severity = Severity::error,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::shown,
    .since = "0.1.0",
    .title = {"「ある・ない」として読めない", "neither yes nor no"},
    .message = {"「{column}」の値「{value}」を「ある」か「ない」として読めません",
                "cannot read {column} value '{value}' as yes or no"},
    .why = {"「△」や「x」は、人によって意味がちがいます",
            "marks such as △ or x mean different things to different people"},
    .remedy = {"あるときは1、ないときは0を入れてください。分からないときは空欄にしてください",
               "enter 1 for yes or 0 for no; leave the cell empty when unknown"},
    .bad = "名称,区分,緯度,経度,災害種別_洪水\n公園の入口,危険,34.047171,131.828232,△\n",
    .good = "名称,区分,緯度,経度,災害種別_洪水\n公園の入口,危険,34.047171,131.828232,1\n",
};

namespace {

constexpr std::string_view kYes[] = {"1",  "有",   "○",        "◯",      "〇",   "⭕",       "●",    "✓",
                                     "✔",  "☑",    "true",     "yes",    "はい", "あり",    "有り", "ある",
                                     "可", "対応", "対応あり", "対応可", "該当", "該当あり"};
constexpr std::string_view kNo[] = {"0",    "無",    "×",      "✕",        "✖",        "╳",      "❌",
                                    "☐",    "false", "no",     "いいえ",   "なし",     "無し",   "無い",
                                    "ない", "不可",  "非対応", "対応なし", "対応不可", "非該当", "該当なし"};

template <std::size_t N>
bool is_one_of(std::string_view text, const std::string_view (&words)[N]) noexcept {
  for (const std::string_view word : words)
    if (text == word) return true;
  return false;
}

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return text;
}

}  // namespace

Conversion read_flag(std::string_view raw) {
  if (raw.empty() || raw == "1" || raw == "0") return {};
  const std::string_view trimmed = trim_blanks(raw);
  if (trimmed.empty() || trimmed == "1" || trimmed == "0")
    return converted(std::string(trimmed), outer_blanks);
  if (trimmed.size() > kLongestValue) return unreadable(flag_unreadable);
  std::string text = lower(to_nfkc(trimmed));
  constexpr std::string_view kEmoji = "\xEF\xB8\x8F";  // U+FE0F asks for a coloured picture
  if (text.size() > kEmoji.size() && text.compare(text.size() - kEmoji.size(), kEmoji.size(), kEmoji) == 0)
    text.resize(text.size() - kEmoji.size());
  if (text == "1" || text == "0") return converted(text, full_width);
  if (is_one_of(text, kYes)) return converted("1", flag_rewritten);
  if (is_one_of(text, kNo)) return converted("0", flag_rewritten);
  if (text == "x") return unreadable(flag_unreadable, "0");
  if (text == "o") return unreadable(flag_unreadable, "1");
  return unreadable(flag_unreadable);
}

}  // namespace anzenmap
