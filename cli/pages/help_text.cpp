// SPDX-License-Identifier: Apache-2.0
#include "cli/pages/help_text.hpp"

#include "cli/commands.hpp"
#include "cli/view/layout.hpp"
#include "cli/view/paint.hpp"

namespace anzenmap::cli {
namespace {

void print_wrapped(std::ostream& out, std::string_view text, int width) {
  for (const std::string& line : wrapped(text, width)) out << line << '\n';
}

void print_group(std::ostream& out, const Bound& bound, OptionGroup group, const Streams& streams) {
  Table table;
  for (const Option& option : bound.options)
    if (option.group == group && !option.hidden)
      table.row({synopsis_of(option), option_paragraph(option, streams.language)});
  if (table.empty()) return;
  out << '\n' << painted(streams.say(title_of(group)), Colour::bold, streams) << '\n';
  table.print(out, 2, streams.width);
}

}  // namespace

std::span<const OptionGroup> option_groups() {
  static constexpr OptionGroup kGroups[] = {
      OptionGroup::arguments, OptionGroup::publishing, OptionGroup::writing, OptionGroup::reading,
      OptionGroup::checking,  OptionGroup::catalogue,  OptionGroup::network, OptionGroup::showing};
  return kGroups;
}

std::string option_paragraph(const Option& option, Language language) {
  const bool japanese = language == Language::ja;
  std::string out(option.help.in(language));
  if (!option.choices.empty()) {
    out += japanese ? "。選べるもの： " : "; one of: ";
    bool first = true;
    for (const std::string_view choice : option.choices) {
      if (!first) out += ' ';
      out += choice;
      first = false;
    }
  }
  const std::string initial = default_text(option);
  if (!initial.empty()) out += japanese ? "（書かなければ " + initial + "）" : " (default " + initial + ")";
  return out;
}

void print_overview(std::ostream& out, const Streams& streams) {
  const bool japanese = streams.language == Language::ja;
  print_wrapped(out,
                japanese ? "anzenmap は、学校の安全マップの調査を、公開できるデータにします。"
                         : "anzenmap turns school safety-map surveys into open data.",
                streams.width);
  out << '\n'
      << (japanese ? "使い方" : "Usage") << ": anzenmap " << (japanese ? "命令" : "COMMAND") << " ...\n\n";
  Table table;
  for (const Command* command : commands())
    if (!command->hidden) table.row({std::string(command->name), std::string(streams.say(command->summary))});
  table.print(out, 2, streams.width);
  out << '\n';
  print_wrapped(out,
                japanese ? "くわしい使い方： anzenmap help 命令 （例： anzenmap help convert）"
                         : "More about a command: anzenmap help COMMAND, as in: anzenmap help convert",
                streams.width);
  out << (japanese ? "In English: anzenmap help --lang en\n" : "日本語： anzenmap help --lang ja\n");
}

void print_help(std::ostream& out, const Command& command, const Streams& streams) {
  const bool japanese = streams.language == Language::ja;
  const Bound bound = command.bind();
  out << synopsis_of(command.name, bound.options, streams.language) << "\n\n";
  print_wrapped(out, streams.say(command.description), streams.width);
  for (const OptionGroup group : option_groups()) print_group(out, bound, group, streams);
  if (!command.examples.empty())
    out << '\n' << painted(japanese ? "例" : "Examples", Colour::bold, streams) << '\n';
  for (const Example& example : command.examples)
    out << "  # " << streams.say(example.what) << "\n  " << example.line << '\n';
  out << '\n'
      << (japanese ? "In English: anzenmap help " : "日本語： anzenmap help ") << command.name
      << (japanese ? " --lang en\n" : " --lang ja\n");
}

}  // namespace anzenmap::cli
