// SPDX-License-Identifier: Apache-2.0
#include "cli/command.hpp"
#include "cli/publishing/catalogue_access.hpp"
#include "cli/view/catalogue_view.hpp"

namespace anzenmap::cli {
namespace {

struct ShowSettings {
  std::string name;
  std::string from;
  AccessSettings access;
};

std::vector<Option> options(ShowSettings& to) {
  std::vector<Option> all{
      {.name = "NAME",
       .target = &to.name,
       .help = {"データセットの名前", "name of a dataset"},
       .positional = true,
       .required = true},
      catalogue_argument(to.from),
  };
  for (Option& option : access_options(to.access)) all.push_back(std::move(option));
  return all;
}

int run(const ShowSettings& to, Streams& streams) {
  const CatalogueName name = catalogue_name("anzenmap catalogue show", "--from", to.from, working_config());
  const Catalogue catalogue = open_catalogue(name, to.access, TokenNeed::optional, streams);
  const ckan::PublishedDataset dataset = catalogue.target->show(to.name);
  if (streams.json) {
    streams.out << published_json(dataset) << '\n';
  } else {
    print_published(dataset, streams);
  }
  return 0;
}

Bound bind() { return bind_command<ShowSettings>(options, run); }

constexpr Example kExamples[] = {
    {{"公開したデータセットを見る", "look at a published dataset"},
     "anzenmap catalogue show 35215-toishi --from https://www.example.jp/ckan"},
};

}  // namespace

extern const Command catalogue_show_command;
const Command catalogue_show_command{
    .name = "catalogue show",
    .summary = {"公開したデータセットを一つ見る", "show one published dataset"},
    .description =
        {"データセットの題名、組織、ページと、それぞれのファイルの大きさ、URL、SHA-256 を出します。",
         "Shows a dataset's title, organisation and page, and size, URL and SHA-256 of each file."},
    .examples = kExamples,
    .bind = bind,
};

}  // namespace anzenmap::cli
