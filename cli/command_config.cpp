// SPDX-License-Identifier: Apache-2.0
#include "cli/command.hpp"
#include "cli/config.hpp"
#include "cli/metadata_options.hpp"
#include "cli/view/config_view.hpp"

namespace anzenmap::cli {
namespace {

struct ConfigSettings {
  std::string name;
  MetadataSettings metadata;
};

std::vector<Option> options(ConfigSettings& settings) {
  std::vector<Option> all{{.name = "NAME",
                           .target = &settings.name,
                           .help = {"convert の --name に使う名前。その名前のときの値を見る",
                                    "the NAME of convert, to see the values that it would get"},
                           .positional = true}};
  for (Option& option : metadata_options(settings.metadata)) all.push_back(std::move(option));
  return all;
}

int run(const ConfigSettings& settings, Streams& streams) {
  const Config config = working_config();
  const auto shown = shown_settings(config, settings.name, said_metadata(settings.metadata));
  if (streams.json) {
    streams.out << config_json(config, settings.name, shown) << '\n';
  } else {
    print_config(config, shown, streams);
  }
  return 0;
}

Bound bind() { return bind_command<ConfigSettings>(options, run); }

constexpr Example kExamples[] = {
    {{"どの設定が、どこから来ているかを見る", "see every setting and where it comes from"},
     "anzenmap config show"},
    {{"「遠石小」という名前のときの題や団体を見る", "see what a survey of that NAME would get"},
     "anzenmap config show 遠石小"},
};

}  // namespace

extern const Command config_show_command;
const Command config_show_command{
    .name = "config show",
    .summary = {"公開の設定と、それがどこから来たかを見る",
                "show the settings for publishing and who said them"},
    .description =
        {"公開先や、データセットの題・団体・ライセンスなどの値を、どこに書かれていたかといっしょに出します。"
         "値は、オプション、"
         "anzenmap.json（いまのフォルダーから上へさがします）、決まりの値の順に決まります。anzenmap.json "
         "に鍵（トークン）は書けません。",
         "Shows where data is published and what datasets are called, with the place that says so: an "
         "option, "
         "anzenmap.json (looked up from the working folder upwards) or a default. A token never belongs into "
         "anzenmap.json."},
    .examples = kExamples,
    .bind = bind,
};

}  // namespace anzenmap::cli
