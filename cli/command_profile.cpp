// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>

#include "cli/command.hpp"
#include "cli/json_text.hpp"
#include "cli/rule_settings.hpp"
#include "cli/view/profile_view.hpp"
#include "gis/profile/profile.hpp"

namespace anzenmap::cli {
namespace {

struct ListSettings {};

std::vector<Option> list_options(ListSettings&) { return {}; }

int run_list(const ListSettings&, Streams& streams) {
  std::vector<Profile> profiles;
  for (const std::string_view name : builtin_profiles()) profiles.push_back(load_profile(std::string(name)));
  if (streams.json) {
    streams.out << profiles_json(profiles) << '\n';
  } else {
    print_profiles(profiles, streams);
  }
  return 0;
}

struct ShowSettings {
  std::string profile;
};

std::vector<Option> show_options(ShowSettings& settings) {
  return {{.name = "NAME",
           .target = &settings.profile,
           .help = {"調査の種類の名前か、種類のファイル", "a built-in profile or a profile file"},
           .choices = {builtin_profiles().begin(), builtin_profiles().end()},
           .or_file = true,
           .completes = Completes::file,
           .positional = true,
           .required = true}};
}

/// The profile as its file has it, so that it can be the start of an own one.
std::string source_of(const std::string& name_or_path) {
  std::string text(builtin_profile_json(name_or_path));
  if (text.empty()) {
    std::ifstream file(name_or_path, std::ios::binary);
    text.assign(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return nlohmann::ordered_json::parse(text).dump();
}

int run_show(const ShowSettings& settings, Streams& streams) {
  const Profile profile = load_profile(settings.profile);
  static_cast<void>(rule_settings(profile));  // says what is wrong with them
  if (streams.json) {
    streams.out << JsonList('{')
                       .member("schema", "1")
                       .member("profile", source_of(settings.profile))
                       .member("error", "null")
                       .text()
                << '\n';
  } else {
    print_profile(profile, streams);
  }
  return 0;
}

Bound bind_list() { return bind_command<ListSettings>(list_options, run_list); }
Bound bind_show() { return bind_command<ShowSettings>(show_options, run_show); }

constexpr Example kListExamples[] = {
    {{"調査の種類の一覧を見る", "list the kinds of survey"}, "anzenmap profile list"},
};
constexpr Example kShowExamples[] = {
    {{"どんな列が使えるかを見る", "see which columns can be used"}, "anzenmap profile show safety-map"},
};

}  // namespace

extern const Command profile_list_command, profile_show_command;
const Command profile_list_command{
    .name = "profile list",
    .summary = {"調査の種類の一覧を見る", "list the kinds of survey (profiles)"},
    .description = {"はじめから入っている調査の種類を出します。convert や check の --profile に使えます。",
                    "Lists the built-in profiles, to be used with --profile of convert and check."},
    .examples = kListExamples,
    .bind = bind_list,
};
const Command profile_show_command{
    .name = "profile show",
    .summary = {"調査の種類の列を見る", "show the columns of a profile"},
    .description = {"その種類で使える列の名前、書き方、別の名前、公開してよいかを出します。--json "
                    "では種類のファイルそのものを"
                    "出すので、自分の種類を作るもとになります。",
                    "Shows the columns of a profile: names, types, other names, and what may be public. With "
                    "--json it is the "
                    "profile file itself, to start an own one from."},
    .examples = kShowExamples,
    .bind = bind_show,
};

}  // namespace anzenmap::cli
