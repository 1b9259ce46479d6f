// SPDX-License-Identifier: Apache-2.0
#include "cli/view/profile_view.hpp"

#include "cli/json_text.hpp"
#include "cli/view/layout.hpp"
#include "cli/view/paint.hpp"
#include "gis/base/number.hpp"

namespace anzenmap::cli {
namespace {

std::string title_of(const Profile& profile, Language language) {
  return printable(language == Language::ja ? profile.title_ja : profile.title_en);
}

Text type_title(FieldType type) {
  switch (type) {
    case FieldType::string:
      return {"文字", "text"};
    case FieldType::code:
      return {"番号", "code"};
    case FieldType::number:
      return {"数", "number"};
    case FieldType::integer:
      return {"整数", "whole number"};
    case FieldType::boolean:
      return {"はい・いいえ", "yes or no"};
    case FieldType::date:
      return {"日付", "date"};
  }
  return {"", ""};
}

Text privacy_title(Privacy privacy) {
  switch (privacy) {
    case Privacy::public_:
      return {"公開", "public"};
    case Privacy::internal:
      return {"校内だけ", "internal"};
    case Privacy::personal:
      return {"書き出さない", "never written"};
  }
  return {"", ""};
}

/// "必須。別の名前： a、b。値： c、d"
std::string remarks(const Field& field, Language language) {
  const bool japanese = language == Language::ja;
  std::string out = field.constraints.required ? (japanese ? "必須。" : "required. ") : "";
  const auto list = [&](std::string_view title, const std::vector<std::string>& words) {
    if (words.empty()) return;
    out += title;
    for (std::size_t i = 0; i < words.size(); ++i)
      out += (i == 0 ? "" : japanese ? "、" : ", ") + printable(words[i]);
    out += japanese ? "。" : ". ";
  };
  std::vector<std::string> labels = field.constraints.choices;
  if (labels.empty())
    for (const CategoryLabel& label : field.categories) labels.push_back(label.label);
  list(japanese ? "値： " : "values: ", labels);
  list(japanese ? "別の名前： " : "also called: ", field.aliases);
  return out;
}

std::string box_text(const Box& box) {
  std::string out;
  for (const double number : box) out += (out.empty() ? "" : ", ") + shortest(number);
  return out;
}

std::string box_json(const std::optional<Box>& box) {
  if (!box) return "null";
  JsonList numbers('[');
  for (const double number : *box) numbers.element(shortest(number));
  return numbers.text();
}

}  // namespace

void print_profiles(std::span<const Profile> profiles, Streams& streams) {
  const bool japanese = streams.language == Language::ja;
  Table table;
  for (const Profile& profile : profiles) {
    const std::string count = std::to_string(profile.fields.size());
    table.row(
        {profile.name, title_of(profile, streams.language), japanese ? count + "列" : count + " columns"});
  }
  table.print(streams.out, 0, streams.width);
}

std::string profiles_json(std::span<const Profile> profiles) {
  JsonList list('[');
  for (const Profile& profile : profiles)
    list.element(JsonList('{')
                     .member("name", json_string(profile.name))
                     .member("title", json_text(profile.title_ja, profile.title_en))
                     .member("fields", std::to_string(profile.fields.size()))
                     .member("hard_area", box_json(profile.hard_area))
                     .member("expected_area", box_json(profile.expected_area))
                     .text());
  return JsonList('{').member("schema", "1").member("profiles", list.text()).member("error", "null").text();
}

void print_profile(const Profile& profile, Streams& streams) {
  const bool japanese = streams.language == Language::ja;
  streams.out << painted(profile.name, Colour::bold, streams) << "  " << title_of(profile, streams.language)
              << '\n';
  streams.out << (japanese ? "この外の場所は除外： " : "rejected outside: ") << box_text(profile.hard_area)
              << '\n';
  if (profile.expected_area)
    streams.out << (japanese ? "この外の場所は注意： " : "warned about outside: ")
                << box_text(*profile.expected_area) << '\n';
  if (streams.quiet) return;
  streams.out << '\n';
  Table table;
  for (const Field& field : profile.fields)
    table.row({printable(field.name), printable(field.key), std::string(streams.say(type_title(field.type))),
               std::string(streams.say(privacy_title(field.privacy))), remarks(field, streams.language)});
  table.print(streams.out, 0, streams.width);
}

}  // namespace anzenmap::cli
