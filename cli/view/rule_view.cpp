// SPDX-License-Identifier: Apache-2.0
#include "cli/view/rule_view.hpp"

#include "cli/json_text.hpp"
#include "cli/view/layout.hpp"
#include "cli/view/paint.hpp"
#include "exporters/report/severity_words.hpp"

namespace anzenmap::cli {
namespace {

void print_paragraph(const Text& title, std::string_view text, Streams& streams) {
  if (text.empty()) return;
  streams.out << '\n' << painted(streams.say(title), Colour::bold, streams) << '\n';
  for (const std::string& line : wrapped(text, streams.width - 2)) streams.out << "  " << line << '\n';
}

void print_example(const Text& title, std::string_view csv, Streams& streams) {
  if (csv.empty()) return;
  streams.out << '\n' << painted(streams.say(title), Colour::bold, streams) << '\n';
  while (!csv.empty()) {
    const std::size_t end = csv.find('\n');
    streams.out << "  " << csv.substr(0, end) << '\n';
    if (end == std::string_view::npos) break;
    csv.remove_prefix(end + 1);
  }
}

}  // namespace

Text fix_word(FixSafety safety) {
  switch (safety) {
    case FixSafety::none:
      return {"自動では直しません", "never mended by itself"};
    case FixSafety::safe:
      return {"自動で直して知らせます", "mended by itself, and told"};
    case FixSafety::consent:
      return {"--fix を付けると直します", "mended with --fix"};
    case FixSafety::shown:
      return {"直し方の案だけを出します", "a fix is only proposed"};
  }
  return {"", ""};
}

void print_rule(const RuleInfo& rule, Streams& streams) {
  streams.out << painted(rule.code, Colour::bold, streams) << "  " << streams.say(rule.title) << "  ("
              << rule.name << ")\n";
  streams.out << painted(streams.say(severity_word(rule.severity)), colour_of(rule.severity), streams)
              << (streams.language == Language::ja ? "、" : ", ") << streams.say(fix_word(rule.fix)) << '\n';
  print_paragraph({"出る文", "Message"}, streams.say(rule.message), streams);
  print_paragraph({"なぜ", "Why"}, streams.say(rule.why), streams);
  print_paragraph({"どうすればよいか", "What to do"}, streams.say(rule.remedy), streams);
  print_example({"悪い例", "Bad example"}, rule.bad, streams);
  print_example({"よい例", "Good example"}, rule.good, streams);
}

void print_rules(std::span<const RuleInfo* const> rules, Streams& streams) {
  Table table;
  for (const RuleInfo* rule : rules)
    table.row({std::string(rule->code), std::string(streams.say(severity_word(rule->severity))),
               std::string(streams.say(rule->title))});
  table.print(streams.out, 0, streams.width);
}

std::string rule_json(const RuleInfo& rule) {
  return JsonList('{')
      .member("code", json_string(rule.code))
      .member("name", json_string(rule.name))
      .member("severity", json_string(name_of(rule.severity)))
      .member("category", json_string(name_of(rule.category)))
      .member("scope", json_string(name_of(rule.scope)))
      .member("fix", json_string(name_of(rule.fix)))
      .member("since", json_string(rule.since))
      .member("title", json_text(rule.title))
      .member("message", json_text(rule.message))
      .member("why", json_text(rule.why))
      .member("remedy", json_text(rule.remedy))
      .member("bad", json_string(rule.bad))
      .member("good", json_string(rule.good))
      .text();
}

}  // namespace anzenmap::cli
