// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "gis/profile/profile.hpp"

namespace anzenmap {

/// The column of a form that takes a place as maps hand it out: "34.0471, 131.8282".
inline constexpr std::string_view kPlaceHeader = "地図の場所";
/// How the example row begins; readers of tables pass such a row over and tell.
inline constexpr std::string_view kExampleMark = "（例）";

enum class QuestionKind { text, number, whole, date, flag, choice, choices, place, photo };

struct Choice {
  std::string name;   ///< plain ASCII, for forms on a phone
  std::string label;  ///< as it is written in a table
};

/// One question of an empty form.
struct FormQuestion {
  const Field* field = nullptr;  ///< nullptr = the place
  QuestionKind kind = QuestionKind::text;
  std::string name;  ///< English key
  std::string header;
  std::string hint;
  std::string example;
  std::vector<Choice> choices;
  bool required = false;
};

/// What a profile asks for, the name first, then what is required and the place. Personal and internal
/// columns, IDs and whatever is made from the others are no questions.
[[nodiscard]] std::vector<FormQuestion> form_questions(const Profile& profile);

}  // namespace anzenmap
