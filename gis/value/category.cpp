// SPDX-License-Identifier: Apache-2.0
#include "gis/value/category.hpp"

#include <algorithm>
#include <utility>

#include "gis/base/edit_distance.hpp"
#include "gis/base/hash.hpp"
#include "gis/value/blanks.hpp"
#include "gis/value/width.hpp"

namespace anzenmap {

const RuleInfo category_rewritten = {
    .code = "VA275",
    .name = "category-spelling",
    .severity = Severity::info,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"選ぶ言葉の書き方", "spelling of a category"},
    .message = {"「{column}」を決められた書き方に直しました（{before} → {after}）",
                "wrote the {column} value as the list has it ({before} -> {after})"},
    .why = {"同じものが別の名前で書かれていると、地図の印や数が分かれてしまいます",
            "one thing under two names gets two marks and two counts on the map"},
    .remedy = {"直す必要はありません。自動で直しました", "nothing to do, it was done"},
    .bad = "名称,区分,緯度,経度,種別\n角の店,施設,34.047171,131.828232,子ども１１０番の家\n",
    .good = "名称,区分,緯度,経度,種別\n角の店,施設,34.047171,131.828232,こども110番の家\n",
};

const RuleInfo category_unknown = {
    .code = "VA276",
    .name = "category-unknown",
    .severity = Severity::error,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::shown,
    .since = "0.1.0",
    .title = {"一覧にない言葉", "not one of the listed words"},
    .message = {"「{column}」の値「{value}」は、選べる言葉の一覧にありません",
                "{column} value '{value}' is not one of the listed words"},
    .why = {"一覧にない言葉は、地図で色や印がつきません",
            "a word that is not listed gets no colour and no mark on the map"},
    .remedy = {"一覧の言葉から選んでください", "choose one of the listed words"},
    .bad = "名称,区分,緯度,経度\n公園の入口,こわい,34.047171,131.828232\n",
    .good = "名称,区分,緯度,経度\n公園の入口,危険,34.047171,131.828232\n",
};

namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  std::size_t at = text.find(from);
  if (at == std::string::npos) return;
  std::string out;
  std::size_t done = 0;
  for (; at != std::string::npos; at = text.find(from, done)) {
    out.append(text, done, at - done);
    out += to;
    done = at + from.size();
  }
  out.append(text, done, std::string::npos);
  text = std::move(out);
}

/// Splits at any of `marks`, blanks trimmed, empty parts left out.
template <std::size_t N>
std::vector<std::string_view> split_at(std::string_view text, const std::string_view (&marks)[N]) {
  std::vector<std::string_view> parts;
  std::size_t start = 0;
  const auto add = [&](std::size_t end) {
    const std::string_view part = trim_blanks(text.substr(start, end - start));
    if (!part.empty()) parts.push_back(part);
  };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t length = 0;
    for (const std::string_view mark : marks)
      if (!mark.empty() && text.substr(at, mark.size()) == mark) length = mark.size();
    if (length != 0) {
      add(at);
      start = at + length;
    }
    at += std::max<std::size_t>(length, 1);
  }
  add(text.size());
  return parts;
}

constexpr std::size_t kLongestGuess = 120;  // bytes; edit distances of longer texts mean nothing

}  // namespace

std::string fold_category(std::string_view text) {
  const std::string wide = to_nfkc(text);
  std::string out;
  out.reserve(wide.size());
  for (std::string_view rest = wide; !rest.empty();) {
    if (const std::size_t blank = leading_blank(rest)) {
      rest.remove_prefix(blank);
      continue;
    }
    const char c = rest.front();
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    rest.remove_prefix(1);
  }
  for (const std::string_view child : {"こども", "子ども", "コドモ"}) replace_all(out, child, "子供");
  for (const std::string_view number : {"百十", "一一〇", "一一○", "一一0"}) replace_all(out, number, "110");
  replace_all(out, "いえ", "家");
  return out;
}

std::vector<std::string_view> split_values(std::string_view cell, std::string_view separator) {
  const std::string_view marks[] = {separator, ";", "；"};
  return split_at(cell, marks);
}

CategoryIndex::CategoryIndex(const Field& field) : separator_(field.separator) {
  for (const CategoryLabel& category : field.categories) labels_.push_back(category.label);
  std::size_t size = 8;
  while (size < labels_.size() * 4) size *= 2;
  slots_.assign(size, kFree);
  for (std::size_t label = 0; label < labels_.size(); ++label) {
    std::size_t at = hash64(labels_[label]) & (size - 1);
    while (slots_[at] != kFree) at = (at + 1) & (size - 1);
    slots_[at] = static_cast<std::uint32_t>(label);
  }
  const auto add = [this](std::string_view spelling, std::size_t label) {
    std::string folded = fold_category(spelling);
    if (folded.empty()) return;
    const auto [at, fresh] = by_spelling_.emplace(std::move(folded), label);
    if (!fresh && at->second != label) at->second = labels_.size();
  };
  for (std::size_t i = 0; i < field.categories.size(); ++i) {
    add(field.categories[i].label, i);
    add(field.categories[i].key, i);
    for (const std::string& spelling : field.categories[i].spellings) add(spelling, i);
  }
}

bool CategoryIndex::is_label(std::string_view text) const noexcept {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash64(text) & mask; slots_[at] != kFree; at = (at + 1) & mask)
    if (labels_[slots_[at]] == text) return true;
  return false;
}

std::optional<std::string_view> CategoryIndex::find(std::string_view text) const {
  for (const std::string& label : labels_)
    if (label == text) return label;
  const auto at = by_spelling_.find(fold_category(text));
  if (at == by_spelling_.end() || at->second == labels_.size()) return std::nullopt;
  return labels_[at->second];
}

std::optional<std::string_view> CategoryIndex::nearest(std::string_view text) const {
  if (text.size() > kLongestGuess) return std::nullopt;
  const std::string wanted = fold_category(text);
  const std::size_t length = code_points(wanted);
  if (length < 2) return std::nullopt;
  std::size_t best = length / 3 + 1;  // near enough: below this
  std::size_t label = labels_.size();
  for (const auto& [spelling, index] : by_spelling_) {
    if (index == labels_.size() || spelling.size() > kLongestGuess) continue;
    const std::size_t distance = edit_distance(wanted, spelling);
    if (distance >= std::max(length, code_points(spelling))) continue;  // nothing in common
    if (distance < best || (distance == best && index < label && label != labels_.size())) {
      best = distance;
      label = index;
    }
  }
  if (label == labels_.size()) return std::nullopt;
  return labels_[label];
}

Conversion CategoryIndex::read(std::string_view raw) const {
  if (raw.empty() || labels_.empty() || is_label(raw)) return {};
  const std::string_view trimmed = trim_blanks(raw);
  if (trimmed.empty() || is_label(trimmed)) return converted(std::string(trimmed), outer_blanks);
  if (const auto label = find(trimmed)) return converted(std::string(*label), category_rewritten);
  const auto proposal = [this](std::string_view text) { return std::string(nearest(text).value_or("")); };
  if (separator_.empty()) return unreadable(category_unknown, proposal(trimmed));

  std::string joined;
  const auto add = [&](std::string_view label) {
    if (!joined.empty()) joined += separator_;
    joined += label;
  };
  for (const std::string_view value : split_values(trimmed, separator_)) {
    if (const auto label = find(value)) {
      add(*label);
      continue;
    }
    constexpr std::string_view kLooser[] = {"、", ",", "，", "\n"};
    constexpr std::string_view kBlanks[] = {" ", "ã"};  // KoBoToolbox and ODK join answers by blanks
    const auto all_known = [this](const std::vector<std::string_view>& parts) {
      return parts.size() > 1 && std::all_of(parts.begin(), parts.end(), [this](std::string_view part) {
               return find(part).has_value();
             });
    };
    std::vector<std::string_view> parts = split_at(value, kLooser);
    bool known = all_known(parts);
    if (!known) known = all_known(parts = split_at(value, kBlanks));
    if (!known) return unreadable(category_unknown, joined.empty() ? proposal(value) : std::string());
    for (const std::string_view part : parts) add(*find(part));
  }
  if (joined == raw) return {};
  return converted(joined, joined == trimmed ? outer_blanks : category_rewritten);
}

}  // namespace anzenmap
