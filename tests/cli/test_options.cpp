// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "cli/cli_rules.hpp"
#include "cli/commands.hpp"
#include "cli/completion/completion.hpp"
#include "cli/language.hpp"
#include "cli/pages/docs_page.hpp"
#include "cli/pages/help_text.hpp"
#include "cli/pages/man_page.hpp"
#include "cli/parse.hpp"
#include "cli/rules.hpp"
#include "cli/suggest.hpp"

using namespace anzenmap;
using namespace anzenmap::cli;
using Words = std::vector<std::string>;

namespace {

/// A command of the tests: every type of option once.
struct Settings {
  Words inputs;
  std::string output;
  std::string mode = "fast";
  std::optional<std::string> encoding;
  Words keep;
  Words formats{"a", "b"};
  std::vector<double> area;
  std::optional<std::int64_t> row;
  std::size_t limit = 1000;
  unsigned threads = 0;
  bool fix = false;
};

Settings* last = nullptr;  // the settings of the Bound that was made last, for the test to look at

std::vector<Option> options(Settings& to) {
  last = &to;
  return {{.name = "INPUT", .target = &to.inputs, .positional = true, .required = true},
          {.name = "output", .short_name = 'o', .target = &to.output, .required = true},
          {.name = "mode", .target = &to.mode, .choices = {"fast", "slow"}},
          {.name = "encoding",
           .target = &to.encoding,
           .choices = {"utf-8", "cp932"},
           .spellings = {{"sjis", "cp932"}}},
          {.name = "keep", .target = &to.keep},
          {.name = "format", .target = CommaList{&to.formats}, .choices = {"a", "b", "c"}},
          {.name = "area", .target = NumberList{&to.area, 4}},
          {.name = "row", .target = &to.row},
          {.name = "limit", .target = &to.limit},
          {.name = "threads", .target = &to.threads},
          {.name = "fix", .target = &to.fix}};
}
int run(const Settings&, Streams&) { return 0; }
Bound bind() { return bind_command<Settings>(options, run); }

const Command kCommand{
    .name = "test", .summary = {"", ""}, .description = {"", ""}, .examples = {}, .bind = bind};

Settings parsed(Words words) {
  const Bound bound = kCommand.bind();
  parse_options(kCommand, bound, words);
  return *last;
}

std::string code_of(Words words) {
  try {
    static_cast<void>(parsed(std::move(words)));
  } catch (const Error& error) {
    CHECK(error.kind() == Error::Kind::usage);
    return std::string(error.code());
  }
  return "";
}

std::string message_of(Words words) {
  try {
    static_cast<void>(parsed(std::move(words)));
  } catch (const Error& error) {
    return error.message(Language::en);
  }
  return "";
}

}  // namespace

TEST_CASE("each type of option takes its value") {
  const Settings got =
      parsed({"-o",      "out", "x.csv",     "--mode=slow", "--encoding", "sjis",         "--keep", "a",
              "--keep",  "b c", "--format",  "c,a",         "--area",     "-1,2.5,3,4e0", "--row",  "3",
              "--limit", "7",   "--threads", "2",           "--fix",      "y.csv"});
  CHECK(got.inputs == Words{"x.csv", "y.csv"});
  CHECK(got.output == "out");
  CHECK(got.mode == "slow");
  CHECK(got.encoding == "cp932");
  CHECK(got.keep == Words{"a", "b c"});
  CHECK(got.formats == Words{"c", "a"});
  CHECK(got.area == std::vector<double>{-1, 2.5, 3, 4});
  CHECK(got.row == 3);
  CHECK(got.limit == 7);
  CHECK(got.threads == 2);
  CHECK(got.fix);
}

TEST_CASE("what is not given keeps its default") {
  const Settings got = parsed({"x", "-oout"});
  CHECK(got.mode == "fast");
  CHECK(got.formats == Words{"a", "b"});
  CHECK_FALSE(got.encoding);
  CHECK_FALSE(got.row);
  CHECK(got.limit == 1000);
  CHECK_FALSE(got.fix);
}

TEST_CASE("file names are taken byte by byte") {
  const std::string cp932 = "\x92\xB2\x8D\xB8.csv";
  CHECK(parsed({"-o", "out", cp932, "[a]", "-", "a b"}).inputs == Words{cp932, "[a]", "-", "a b"});
  CHECK(parsed({"-o", "out", "--", "--fix", "-x"}).inputs == Words{"--fix", "-x"});
  CHECK_FALSE(parsed({"-o", "out", "--", "--fix"}).fix);
}

TEST_CASE("wrong usage is told by its code") {
  CHECK(code_of({"x"}) == "UI807");
  CHECK(code_of({"-o", "out"}) == "UI807");
  CHECK(code_of({"x", "-o", "out", "--nope"}) == "UI802");
  CHECK(code_of({"x", "-z", "-o", "out"}) == "UI802");
  CHECK(code_of({"x", "-o"}) == "UI804");
  CHECK(code_of({"x", "--output=", "out"}) == "UI804");
  CHECK(code_of({"x", "-o", ""}) == "UI804");
  CHECK(code_of({"x", "-o", "a", "-o", "b"}) == "UI803");
  CHECK(code_of({"x", "-o", "out", "--mode", "fsat"}) == "UI805");
  CHECK(code_of({"x", "-o", "out", "--format", "a,d"}) == "UI805");
  CHECK(code_of({"x", "-o", "out", "--format", "a,,b"}) == "UI805");
  CHECK(code_of({"x", "-o", "out", "--row", "two"}) == "UI806");
  CHECK(code_of({"x", "-o", "out", "--row", "-2"}) == "UI806");
  CHECK(code_of({"x", "-o", "out", "--threads", "99999999999"}) == "UI806");
  CHECK(code_of({"x", "-o", "out", "--area", "1,2,3"}) == "UI809");
  CHECK(code_of({"x", "-o", "out", "--fix=false"}) == "UI808");
}

#ifdef ANZENMAP_CKAN
TEST_CASE("all programs but the portable one publish") {
  for (const char* name : {"publish", "catalogue status", "catalogue list", "catalogue show",
                           "catalogue pull", "catalogue check", "catalogue withdraw"})
    CHECK(find_command(name) != nullptr);
}
#endif

TEST_CASE("a slip of the pen gets a suggestion") {
  CHECK(message_of({"x", "--outptu", "out"}).find("did you mean '--output'?") != std::string::npos);
  CHECK(message_of({"x", "--out", "out"}).find("did you mean '--output'?") != std::string::npos);
  CHECK(message_of({"x", "-o", "out", "--mode", "fsat"}).find("did you mean 'fast'?") != std::string::npos);
  CHECK(message_of({"x", "--zzzzzz"}).find("did you mean") == std::string::npos);
}

TEST_CASE("help wins over what is missing or wrong") {
  const Bound bound = kCommand.bind();
  parse_options(kCommand, bound, Words{"--help", "--nope"});
  CHECK(bound.common->help);
}

TEST_CASE("a command is found among the arguments") {
  CHECK(choose_command(Words{"convert", "a"}).command->name == "convert");
  CHECK(choose_command(Words{"profile", "show", "generic"}).arguments == Words{"generic"});
  CHECK(choose_command(Words{"--lang", "en", "check", "a"}).arguments == Words{"--lang", "en", "a"});
  CHECK(choose_command(Words{"--version"}).command->name == "version");
  CHECK(choose_command(Words{"--json-usage"}).arguments == Words{"--json"});
  CHECK_THROWS_AS(choose_command(Words{}), Error);
  CHECK_THROWS_AS(choose_command(Words{"profile"}), Error);
  try {
    static_cast<void>(choose_command(Words{"convrt"}));
    FAIL("a command that does not exist");
  } catch (const Error& error) {
    CHECK(error.message(Language::en).find("'convert'") != std::string::npos);
  }
}

TEST_CASE("json and language are known before parsing") {
  CHECK(asks_for_json(Words{"convert", "--nope", "--json"}));
  CHECK_FALSE(asks_for_json(Words{"convert", "--", "--json"}));
  CHECK(asked_language(Words{"--lang=en"}) == Language::en);
  CHECK(asked_language(Words{"x", "--lang", "ja"}) == Language::ja);
  CHECK_FALSE(asked_language(Words{"--lang", "fr"}));
}

TEST_CASE("the locale names the language, Japanese where it names none") {
  const auto with = [](std::string_view name, std::string_view value) {
    return language_of_locale(
        [=](std::string_view asked) { return asked == name ? value : std::string_view(); });
  };
  CHECK(with("LANG", "") == Language::ja);
  CHECK(with("LANG", "C") == Language::ja);
  CHECK(with("LC_ALL", "C.UTF-8") == Language::ja);
  CHECK(with("LANG", "POSIX") == Language::ja);
  CHECK(with("LANG", "ja_JP.UTF-8") == Language::ja);
  CHECK(with("LANG", "en_GB.UTF-8") == Language::en);
  CHECK(with("LC_MESSAGES", "de") == Language::en);
}

TEST_CASE("every command says what it does, in both languages, with an example") {
  for (const Command* command : commands()) {
    INFO(command->name);
    CHECK_FALSE(command->summary.ja.empty());
    CHECK_FALSE(command->summary.en.empty());
    CHECK_FALSE(command->description.en.empty());
    CHECK((command->hidden || !command->examples.empty()));
    for (const Option& option : command->bind().options) {
      INFO(option.name);
      CHECK_FALSE(option.help.ja.empty());
      CHECK_FALSE(option.help.en.empty());
      CHECK((is_flag(option) || option.positional || !option.metavar.empty() || !option.choices.empty()));
      // A default must be one of the choices.
      if (!option.choices.empty() && std::holds_alternative<std::string*>(option.target)) {
        const std::string initial = default_text(option);
        const bool known =
            std::find(option.choices.begin(), option.choices.end(), initial) != option.choices.end();
        CHECK((initial.empty() || known));
      }
    }
  }
}

TEST_CASE("every reader of the option list names every option") {
  const std::string bash = bash_completion(), zsh = zsh_completion(), fish = fish_completion();
  for (const Command* command : commands()) {
    if (command->hidden) continue;
    std::ostringstream out, err;
    const Streams streams{out, err};
    print_help(out, *command, streams);
    const std::string man = man_page(*command, Language::ja);
    for (const Option& option : command->bind().options) {
      INFO(command->name << " " << option.name);
      CHECK(out.str().find(spelled(option)) != std::string::npos);
      if (option.positional) continue;
      CHECK(bash.find(spelled(option)) != std::string::npos);
      CHECK(zsh.find(spelled(option)) != std::string::npos);
      CHECK(fish.find(" -l " + std::string(option.name)) != std::string::npos);
      CHECK(man.find("\n.TP\n") != std::string::npos);
    }
  }
}

TEST_CASE("codes and names of rules are lawful and used once") {
  const std::vector<const RuleInfo*> rules = all_rules();
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const RuleInfo& rule = *rules[i];
    INFO(rule.code << " " << rule.name);
    if (i > 0) CHECK(rules[i - 1]->code < rule.code);
    CHECK(rule.code.size() == 5);
    CHECK(rule.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos);
    CHECK(find_rule(rule.code) == &rule);
    CHECK(find_rule(rule.name) == &rule);
    for (const Text* text : {&rule.title, &rule.message, &rule.why, &rule.remedy}) {
      CHECK_FALSE(text->ja.empty());
      CHECK_FALSE(text->en.empty());
    }
    // Only a message is filled in; elsewhere a {name} would be printed as it is.
    for (const Text* text : {&rule.title, &rule.why, &rule.remedy}) {
      CHECK(text->ja.find('{') == std::string_view::npos);
      CHECK(text->en.find('{') == std::string_view::npos);
    }
  }
}
