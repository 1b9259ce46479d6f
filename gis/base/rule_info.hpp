// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "gis/base/text.hpp"

namespace anzenmap {

enum class Severity { error, warning, info };

/// What a diagnostic is about. `privacy` is only for findings and refusals.
enum class Category { input, value, place, geometry, rule, privacy, output };

enum class Scope { cell, record, dataset };

/// How far a fix may go by itself: `safe` is applied and told, `consent` needs the person's yes,
/// `shown` is only ever proposed.
enum class FixSafety { none, safe, consent, shown };

[[nodiscard]] std::string_view name_of(Severity severity);
[[nodiscard]] std::string_view name_of(Category category);
[[nodiscard]] std::string_view name_of(Scope scope);
[[nodiscard]] std::string_view name_of(FixSafety safety);

/// What is known about one kind of fault, declared in the file that raises it (`extern const` in its header).
/// The rule page, `anzenmap explain CODE` and the message of each Diagnostic come from it.
struct RuleInfo {
  std::string_view code;  ///< never reused: two letters of the category and three digits, e.g. "PL301"
  std::string_view name;  ///< kebab-case, names the fault and not the cure, e.g. "place-missing"
  Severity severity;
  Category category;
  Scope scope;
  FixSafety fix;
  std::string_view since;  ///< first release that has it, e.g. "0.1.0"
  Text title;              ///< a few words
  Text message;  ///< template; {column}, {value}, {row}, {before}, {after} and named arguments are filled in
  Text why;      ///< why it matters
  Text remedy;   ///< what a teacher does about it
  std::string_view
      bad;  ///< an example that fires, as a small CSV with a header line ("" if none is possible)
  std::string_view good;  ///< the same example put right
};

}  // namespace anzenmap
