// SPDX-License-Identifier: Apache-2.0
#include "cli/cli_rules.hpp"
#include "cli/command.hpp"
#include "cli/json_text.hpp"
#include "cli/rules.hpp"
#include "cli/suggest.hpp"
#include "cli/view/rule_view.hpp"

namespace anzenmap::cli {
namespace {

struct ExplainSettings {
  std::string code;
};

std::vector<Option> options(ExplainSettings& settings) {
  return {{.name = "CODE",
           .target = &settings.code,
           .help = {"メッセージの終わりにある番号（例： PL301）。書かなければ一覧を出す",
                    "the code at the end of a message, as in PL301; without it, all codes are listed"},
           .positional = true}};
}

const RuleInfo& wanted_rule(const std::string& typed) {
  if (const RuleInfo* rule = find_rule(typed)) return *rule;
  std::string upper;
  for (const char c : typed) upper += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  std::vector<std::string_view> codes, names;
  for (const RuleInfo* rule : all_rules()) {
    codes.push_back(rule->code);
    names.push_back(rule->name);
  }
  std::string_view meant = nearest(typed, names);
  if (meant.empty()) meant = nearest(upper, codes);
  throw Error(code_unknown, {{"value", typed, {}}, hint_argument(meant)}, Error::Kind::usage);
}

std::string object(std::string_view key, const std::string& json) {
  return JsonList('{').member("schema", "1").member(key, json).member("error", "null").text();
}

void print_all(Streams& streams) {
  const std::vector<const RuleInfo*> rules = all_rules();
  if (!streams.json) return print_rules(rules, streams);
  JsonList list('[');
  for (const RuleInfo* rule : rules) list.element(rule_json(*rule));
  streams.out << object("rules", list.text()) << '\n';
}

int run(const ExplainSettings& settings, Streams& streams) {
  if (settings.code.empty()) {
    print_all(streams);
    return 0;
  }
  const RuleInfo& rule = wanted_rule(settings.code);
  if (streams.json) {
    streams.out << object("rule", rule_json(rule)) << '\n';
  } else {
    print_rule(rule, streams);
  }
  return 0;
}

Bound bind() { return bind_command<ExplainSettings>(options, run); }

constexpr Example kExamples[] = {
    {{"番号の意味と直し方を見る", "see what a code means and what to do"}, "anzenmap explain PL301"},
};

}  // namespace

extern const Command explain_command;
const Command explain_command{
    .name = "explain",
    .summary = {"メッセージの番号の意味と直し方を見る", "explain the code of a message"},
    .description =
        {"メッセージの終わりの（ ）の中の番号について、なぜ出るのか、どうすればよいかを例とともに出します。",
         "Explains the code in brackets at the end of a message: why it appears and what to do, with "
         "examples."},
    .examples = kExamples,
    .bind = bind,
};

}  // namespace anzenmap::cli
