// SPDX-License-Identifier: Apache-2.0
#include "cli/pages/man_page.hpp"

#include "cli/commands.hpp"
#include "cli/pages/help_text.hpp"
#include "cli/version.hpp"
#include "cli/view/layout.hpp"

namespace anzenmap::cli {
namespace {

constexpr std::string_view kBreakMark = "\x01";  // stands in no help text

/// Text that roff takes literally: backslashes, hyphens (to be copied as they are) and control lines escaped.
/// Roff breaks lines at blanks alone, so Japanese text says where else they may be broken.
std::string literal(std::string_view text) {
  std::string out;
  for (const char c : with_break_marks(text, kBreakMark)) {
    if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n')) out += "\\&";
    if (c == kBreakMark[0]) {
      out += "\\:";
    } else if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return out;
}

std::string dashed(std::string_view name) {
  std::string out(name);
  for (char& c : out)
    if (c == ' ') c = '-';
  return out;
}

std::string section(const Text& title, Language language) {
  std::string heading(title.in(language));
  for (char& c : heading)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return ".SH " + heading + "\n";
}

std::string head(std::string_view name, std::string_view summary, Language language) {
  return ".TH \"" + literal(name) + "\" 1 \"\" \"anzenmap " + std::string(kVersion) + "\"\n.ad l\n.nh\n" +
         section({"名前", "NAME"}, language) + literal(name) + " \\- " + literal(summary) + "\n";
}

std::string exit_codes(Language language) {
  struct Code {
    char number;
    Text meaning;
  };
  static constexpr Code kCodes[] = {
      {'0', {"できた。除外した記録もエラーもない", "done, nothing rejected and no error left"}},
      {'1', {"できたが、除外した記録かエラーがある", "done, but records were rejected or errors remain"}},
      {'2', {"使い方が違う", "wrong usage"}},
      {'3', {"できなかった。何も書き出していない", "could not be done, nothing was written"}},
  };
  std::string out = section({"終了コード", "EXIT STATUS"}, language);
  for (const Code& code : kCodes)
    out += std::string(".TP\n.B ") + code.number + "\n" + literal(code.meaning.in(language)) + "\n";
  return out;
}

}  // namespace

std::string man_page(Language language) {
  const bool japanese = language == Language::ja;
  std::string out = head("anzenmap",
                         japanese ? "学校の安全マップの調査を、公開できるデータにする"
                                  : "turn school safety-map surveys into open data",
                         language);
  out +=
      section({"書式", "SYNOPSIS"}, language) + ".B anzenmap\n" + (japanese ? "命令 ...\n" : "COMMAND ...\n");
  out += section({"命令", "COMMANDS"}, language);
  for (const Command* command : commands())
    if (!command->hidden)
      out += ".TP\n.B " + literal(command->name) + "\n" + literal(command->summary.in(language)) + "\n";
  return out + exit_codes(language);
}

std::string man_page(const Command& command, Language language) {
  const Bound bound = command.bind();
  std::string out = head("anzenmap-" + dashed(command.name), command.summary.in(language), language);
  out += section({"書式", "SYNOPSIS"}, language) +
         literal(synopsis_of(command.name, bound.options, language)) + "\n";
  out += section({"説明", "DESCRIPTION"}, language) + literal(command.description.in(language)) + "\n";
  for (const OptionGroup group : option_groups()) {
    bool first = true;
    for (const Option& option : bound.options) {
      if (option.group != group || option.hidden) continue;
      if (first) out += section(title_of(group), language);
      first = false;
      out += ".TP\n.B " + literal(synopsis_of(option)) + "\n" + literal(option_paragraph(option, language)) +
             "\n";
    }
  }
  out += exit_codes(language);
  if (!command.examples.empty()) out += section({"例", "EXAMPLES"}, language);
  for (const Example& example : command.examples)
    out += ".TP\n" + literal(example.what.in(language)) + "\n.B " + literal(example.line) + "\n";
  return out;
}

}  // namespace anzenmap::cli
