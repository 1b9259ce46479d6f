// SPDX-License-Identifier: Apache-2.0
#include "cli/command.hpp"
#include "cli/publishing/catalogue_access.hpp"
#include "cli/view/catalogue_view.hpp"

namespace anzenmap::cli {
namespace {

struct ListSettings {
  std::string from;
  std::string organization;
  AccessSettings access;
};

std::vector<Option> options(ListSettings& to) {
  std::vector<Option> all{
      catalogue_argument(to.from),
      {.name = "organization",
       .target = &to.organization,
       .help = {"この組織だけ。例： 35215。書かなければ anzenmap.json の organization",
                "of this organisation only, as in 35215; else that of anzenmap.json"},
       .group = OptionGroup::showing,
       .metavar = "ORG"},
  };
  for (Option& option : access_options(to.access)) all.push_back(std::move(option));
  return all;
}

int run(const ListSettings& to, Streams& streams) {
  const Config config = working_config();
  const CatalogueName name = catalogue_name("anzenmap catalogue list", "--from", to.from, config);
  const Catalogue catalogue = open_catalogue(name, to.access, TokenNeed::optional, streams);
  const std::string& organization = to.organization.empty() ? config.organization : to.organization;
  const std::vector<ckan::PublishedDataset> datasets = catalogue.target->list(organization);
  if (streams.json) {
    streams.out << published_json(datasets) << '\n';
  } else {
    print_published(datasets, streams);
  }
  return 0;
}

Bound bind() { return bind_command<ListSettings>(options, run); }

constexpr Example kExamples[] = {
    {{"市が公開しているものの一覧を見る", "list what a municipality has published"},
     "anzenmap catalogue list --from https://www.example.jp/ckan --organization 35215"},
};

}  // namespace

extern const Command catalogue_list_command;
const Command catalogue_list_command{
    .name = "catalogue list",
    .summary = {"公開したデータセットの一覧を見る", "list the datasets of a catalogue"},
    .description =
        {"カタログにあるデータセットの名前、ファイルの数、変わった日時、題名を出します。",
         "Lists the datasets of a catalogue: name, number of files, time of the last change, title."},
    .examples = kExamples,
    .bind = bind,
};

}  // namespace anzenmap::cli
