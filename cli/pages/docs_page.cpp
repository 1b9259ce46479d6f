// SPDX-License-Identifier: Apache-2.0
#include "cli/pages/docs_page.hpp"

#include "cli/commands.hpp"
#include "cli/pages/help_text.hpp"
#include "cli/rules.hpp"
#include "cli/view/rule_view.hpp"
#include "exporters/report/severity_words.hpp"

namespace anzenmap::cli {
namespace {

constexpr std::string_view kMade = "<!-- Made by `anzenmap docs docs`; do not edit. -->\n\n";

std::string page_name(std::string_view command) {
  std::string out(command);
  for (char& c : out)
    if (c == ' ') c = '-';
  return out + ".md";
}

/// Text inside a cell of a Markdown table.
std::string cell(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '|' || c == '<' || c == '*' || c == '_') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

/// Code inside a cell: a bar would end the cell even here.
std::string code_cell(std::string_view text) {
  std::string out = "`";
  for (const char c : text) {
    if (c == '|') out += '\\';
    out += c;
  }
  return out + "`";
}

std::string option_rows(const Bound& bound) {
  std::string out;
  for (const OptionGroup group : option_groups())
    for (const Option& option : bound.options)
      if (option.group == group && !option.hidden)
        out += "| " + code_cell(synopsis_of(option)) + " | " + cell(option_paragraph(option, Language::ja)) +
               " | " + cell(option_paragraph(option, Language::en)) + " |\n";
  return out;
}

DocsPage command_page(const Command& command) {
  const Bound bound = command.bind();
  const std::string name = "anzenmap " + std::string(command.name);
  std::string out = std::string(kMade) + "# " + name + "\n\n" + std::string(command.summary.ja) + "\n\n" +
                    std::string(command.summary.en) + "\n\n```text\n" +
                    synopsis_of(command.name, bound.options, Language::en) + "\n```\n\n";
  out += std::string(command.description.ja) + "\n\n" + std::string(command.description.en) + "\n\n";
  out += "## オプション / Options\n\n| | 日本語 | English |\n|---|---|---|\n" + option_rows(bound);
  if (!command.examples.empty()) out += "\n## 例 / Examples\n";
  for (const Example& example : command.examples)
    out += "\n" + std::string(example.what.ja) + " / " + std::string(example.what.en) + "\n\n```sh\n" +
           std::string(example.line) + "\n```\n";
  return {"commands/" + page_name(command.name), std::move(out)};
}

DocsPage commands_page() {
  std::string out = std::string(kMade) + "# 命令 / Commands\n\n| | 日本語 | English |\n|---|---|---|\n";
  for (const Command* command : commands())
    if (!command->hidden)
      out += "| [" + std::string(command->name) + "](" + page_name(command->name) + ") | " +
             cell(command->summary.ja) + " | " + cell(command->summary.en) + " |\n";
  return {"commands/README.md", std::move(out)};
}

std::string both(std::string_view title, const Text& text) {
  if (text.ja.empty()) return {};
  return "\n## " + std::string(title) + "\n\n" + std::string(text.ja) + "\n\n" + std::string(text.en) + "\n";
}

std::string example(std::string_view title, std::string_view file) {
  if (file.empty()) return {};
  return "\n## " + std::string(title) + "\n\n```" + (file.front() == '{' ? "json" : "csv") + "\n" +
         std::string(file) + (file.back() == '\n' ? "" : "\n") + "```\n";
}

DocsPage rule_page(const RuleInfo& rule) {
  const Text severity = severity_word(rule.severity), fix = fix_word(rule.fix);
  std::string out = std::string(kMade) + "# " + std::string(rule.code) + " " + std::string(rule.title.ja) +
                    " / " + std::string(rule.title.en) + "\n\n`" + std::string(rule.name) + "`\n\n";
  out += "- " + std::string(severity.ja) + "、" + std::string(fix.ja) + " / " + std::string(severity.en) +
         ", " + std::string(fix.en) + "\n";
  out += "- category: `" + std::string(name_of(rule.category)) + "`, scope: `" +
         std::string(name_of(rule.scope)) + "`, since " + std::string(rule.since) + "\n";
  out += both("出る文 / Message", rule.message) + both("なぜ / Why", rule.why) +
         both("どうすればよいか / What to do", rule.remedy);
  out += example("悪い例 / Bad example", rule.bad) + example("よい例 / Good example", rule.good);
  return {"rules/" + std::string(rule.code) + ".md", std::move(out)};
}

DocsPage rules_page(const std::vector<const RuleInfo*>& rules) {
  std::string out =
      std::string(kMade) + "# 番号の一覧 / Codes\n\n| | | 日本語 | English |\n|---|---|---|---|\n";
  for (const RuleInfo* rule : rules)
    out += "| [" + std::string(rule->code) + "](" + std::string(rule->code) + ".md) | " +
           std::string(name_of(rule->severity)) + " | " + cell(rule->title.ja) + " | " +
           cell(rule->title.en) + " |\n";
  return {"rules/README.md", std::move(out)};
}

}  // namespace

std::vector<DocsPage> docs_pages() {
  const std::vector<const RuleInfo*> rules = all_rules();
  std::vector<DocsPage> pages{commands_page()};
  for (const Command* command : commands())
    if (!command->hidden) pages.push_back(command_page(*command));
  pages.push_back(rules_page(rules));
  for (const RuleInfo* rule : rules) pages.push_back(rule_page(*rule));
  return pages;
}

}  // namespace anzenmap::cli
