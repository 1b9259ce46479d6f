// SPDX-License-Identifier: Apache-2.0
#include "gis/base/diagnostic.hpp"
#include "gis/base/error.hpp"
#include "gis/base/rule_info.hpp"

namespace anzenmap {

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::info:
      return "info";
  }
  return "";
}

std::string_view name_of(Category category) {
  switch (category) {
    case Category::input:
      return "input";
    case Category::value:
      return "value";
    case Category::place:
      return "place";
    case Category::geometry:
      return "geometry";
    case Category::rule:
      return "rule";
    case Category::privacy:
      return "privacy";
    case Category::output:
      return "output";
  }
  return "";
}

std::string_view name_of(Scope scope) {
  switch (scope) {
    case Scope::cell:
      return "cell";
    case Scope::record:
      return "record";
    case Scope::dataset:
      return "dataset";
  }
  return "";
}

std::string_view name_of(FixSafety safety) {
  switch (safety) {
    case FixSafety::none:
      return "none";
    case FixSafety::safe:
      return "safe";
    case FixSafety::consent:
      return "consent";
    case FixSafety::shown:
      return "shown";
  }
  return "";
}

Diagnostic make_diagnostic(const RuleInfo& rule) {
  Diagnostic diagnostic;
  diagnostic.rule = &rule;
  diagnostic.severity = rule.severity;
  return diagnostic;
}

std::string fill_template(std::string_view pattern, const std::vector<Argument>& arguments,
                          Language language) {
  std::string out;
  out.reserve(pattern.size() + 32);
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('{');
    const std::size_t close = open == std::string_view::npos ? open : pattern.find('}', open);
    if (close == std::string_view::npos) break;
    out.append(pattern.substr(0, open));
    const std::string_view name = pattern.substr(open + 1, close - open - 1);
    const Argument* found = nullptr;
    for (const Argument& argument : arguments)
      if (argument.name == name) found = &argument;
    if (found != nullptr) {
      out.append(language == Language::en && !found->en.empty() ? found->en : found->ja);
    } else {
      out.append(pattern.substr(open, close - open + 1));
    }
    pattern.remove_prefix(close + 1);
  }
  out.append(pattern);
  return out;
}

std::string render_message(const Diagnostic& diagnostic, Language language) {
  std::vector<Argument> arguments = diagnostic.arguments;
  arguments.push_back({"column", diagnostic.column, {}});
  arguments.push_back({"value", diagnostic.value, {}});
  arguments.push_back({"row", std::to_string(diagnostic.row), {}});
  if (diagnostic.fix) {
    arguments.push_back({"before", diagnostic.fix->before, {}});
    arguments.push_back({"after", diagnostic.fix->after, {}});
  }
  return fill_template(diagnostic.rule->message.in(language), arguments, language);
}

Error::Error(const RuleInfo& rule, std::vector<Argument> arguments, Kind kind, std::vector<Advice> advice)
    : rule_(&rule),
      arguments_(std::move(arguments)),
      kind_(kind),
      advice_(std::move(advice)),
      what_(fill_template(rule.message.en, arguments_, Language::en)) {}

std::string Error::message(Language language) const {
  return fill_template(rule_->message.in(language), arguments_, language);
}

}  // namespace anzenmap
