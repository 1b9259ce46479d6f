// SPDX-License-Identifier: Apache-2.0
#include "cli/pages/usage_json.hpp"

#include "cli/commands.hpp"
#include "cli/json_text.hpp"
#include "cli/version.hpp"

namespace anzenmap::cli {
namespace {

constexpr std::string_view boolean(bool value) { return value ? "true" : "false"; }

std::string option_json(const Option& option) {
  JsonList choices('[');
  for (const std::string_view choice : option.choices) choices.element(json_string(choice));
  const std::string initial = default_text(option);
  return JsonList('{')
      .member("name", json_string(option.name))
      .member("short", option.short_name == 0 ? "null" : json_string(std::string(1, option.short_name)))
      .member("type", json_string(type_name(option)))
      .member("positional", boolean(option.positional))
      .member("required", boolean(option.required))
      .member("repeatable", boolean(is_repeatable(option)))
      .member("metavar", option.metavar.empty() ? "null" : json_string(option.metavar))
      .member("choices", option.choices.empty() ? "null" : choices.text())
      .member("or_file", boolean(option.or_file))
      .member("default", initial.empty() ? "null" : json_string(initial))
      .member("group", json_text(title_of(option.group)))
      .member("help", json_text(option.help))
      .member("since", json_string(option.since))
      .text();
}

std::string command_json(const Command& command) {
  const Bound bound = command.bind();
  JsonList options('[');
  for (const Option& option : bound.options)
    if (!option.hidden) options.element(option_json(option));
  JsonList examples('[');
  for (const Example& example : command.examples)
    examples.element(JsonList('{')
                         .member("what", json_text(example.what))
                         .member("line", json_string(example.line))
                         .text());
  return JsonList('{')
      .member("name", json_string(command.name))
      .member("summary", json_text(command.summary))
      .member("description", json_text(command.description))
      .member("usage", json_text(synopsis_of(command.name, bound.options, Language::ja),
                                 synopsis_of(command.name, bound.options, Language::en)))
      .member("hidden", boolean(command.hidden))
      .member("since", json_string(command.since))
      .member("options", options.text())
      .member("examples", examples.text())
      .text();
}

std::string whole(const JsonList& list) {
  return JsonList('{')
      .member("schema", "1")
      .member("version", json_string(kVersion))
      .member("commands", list.text())
      .member("error", "null")
      .text();
}

}  // namespace

std::string usage_json() {
  JsonList list('[');
  for (const Command* command : commands()) list.element(command_json(*command));
  return whole(list);
}

std::string usage_json(const Command& command) { return whole(JsonList('[').element(command_json(command))); }

}  // namespace anzenmap::cli
