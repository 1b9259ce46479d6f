// SPDX-License-Identifier: Apache-2.0
#include "exporters/template/form_questions.hpp"

#include <algorithm>

#include "gis/base/number.hpp"

namespace anzenmap {

namespace {

/// Made from the place, the date or the survey as a whole, or nothing to ask on the way.
bool is_made(Role role) {
  switch (role) {
    case Role::id:
    case Role::latitude:
    case Role::longitude:
    case Role::easting:
    case Role::northing:
    case Role::geometry:
    case Role::accuracy:
    case Role::school_year:
    case Role::municipality_code:
    case Role::publishable:
    case Role::consent:
      return true;
    default:
      return false;
  }
}

/// Names of choices in forms for phones are letters and digits; what has no key gets a number.
std::string choice_name(const CategoryLabel& label, std::size_t index) {
  const bool plain = !label.key.empty() && std::all_of(label.key.begin(), label.key.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  });
  return plain ? label.key : "c" + std::to_string(index + 1);
}

QuestionKind kind_of(const Field& field, bool listed) {
  if (listed) return field.separator.empty() ? QuestionKind::choice : QuestionKind::choices;
  if (field.role == Role::photo) return QuestionKind::photo;
  switch (field.type) {
    case FieldType::number:
      return QuestionKind::number;
    case FieldType::integer:
      return QuestionKind::whole;
    case FieldType::boolean:
      return QuestionKind::flag;
    case FieldType::date:
      return QuestionKind::date;
    default:
      return QuestionKind::text;
  }
}

std::string hint_of(const FormQuestion& question) {
  const Field& field = *question.field;
  std::string hint = field.title_ja;
  const Constraints& limits = field.constraints;
  const auto add = [&hint](const std::string& text) { hint += "。" + text; };
  switch (question.kind) {
    case QuestionKind::choice:
      add("一覧から選びます");
      break;
    case QuestionKind::choices:
      add("いくつでも選べます。「" + field.separator + "」で区切ります");
      break;
    case QuestionKind::date:
      add("例 2024-05-01");
      break;
    case QuestionKind::flag:
      add("はいは 1、いいえは 0");
      break;
    case QuestionKind::photo:
      add("例 IMG_0001.jpg");
      break;
    default:
      if (limits.max_length) add(std::to_string(*limits.max_length) + "文字まで");
      if (!limits.form_ja.empty()) add(limits.form_ja);
      if (limits.minimum && limits.maximum)
        add(shortest(*limits.minimum) + "から" + shortest(*limits.maximum));
  }
  return hint;
}

std::string example_of(const FormQuestion& question) {
  const Field& field = *question.field;
  if (field.role == Role::name) return std::string(kExampleMark) + "正門の前";
  switch (question.kind) {
    case QuestionKind::choice:
    case QuestionKind::choices:
      return question.choices.front().label;
    case QuestionKind::date:
      return "2024-05-01";
    case QuestionKind::flag:
      return "1";
    case QuestionKind::photo:
      return "IMG_0001.jpg";
    default:
      return {};
  }
}

FormQuestion place_question() {
  FormQuestion question;
  question.kind = QuestionKind::place;
  question.name = "place";
  question.header = kPlaceHeader;
  question.hint = "地図で場所をおして、出てくる緯度と経度をはりつけます。例 34.0471, 131.8282";
  question.example = "34.0471, 131.8282";
  question.required = true;
  return question;
}

FormQuestion question_of(const Field& field) {
  FormQuestion question;
  question.field = &field;
  question.name = field.key;
  question.header = field.name;
  for (std::size_t i = 0; i < field.categories.size(); ++i)
    question.choices.push_back({choice_name(field.categories[i], i), field.categories[i].label});
  if (field.categories.empty())
    for (std::size_t i = 0; i < field.constraints.choices.size(); ++i)
      question.choices.push_back({"c" + std::to_string(i + 1), field.constraints.choices[i]});
  question.kind = kind_of(field, !question.choices.empty());
  question.required = field.constraints.required || field.role == Role::name;
  question.hint = hint_of(question);
  question.example = example_of(question);
  return question;
}

}  // namespace

std::vector<FormQuestion> form_questions(const Profile& profile) {
  std::vector<FormQuestion> questions;
  for (const Field& field : profile.fields)
    if (field.privacy == Privacy::public_ && !is_made(field.role)) questions.push_back(question_of(field));
  questions.push_back(place_question());
  const auto rank = [](const FormQuestion& question) {
    if (question.kind == QuestionKind::place) return 2;
    return question.field->role == Role::name ? 0 : question.required ? 1 : 3;
  };
  std::stable_sort(questions.begin(), questions.end(),
                   [&](const FormQuestion& a, const FormQuestion& b) { return rank(a) < rank(b); });
  return questions;
}

}  // namespace anzenmap
