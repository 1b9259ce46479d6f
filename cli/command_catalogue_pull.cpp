// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "ckan/pull/safe_name.hpp"
#include "cli/command.hpp"
#include "cli/json_text.hpp"
#include "cli/publishing/catalogue_access.hpp"
#include "cli/view/layout.hpp"

namespace anzenmap::cli {
namespace {

struct PullSettings {
  std::vector<std::string> names;
  std::string from;
  std::string output;
  AccessSettings access;
};

std::vector<Option> options(PullSettings& to) {
  std::vector<Option> all{
      {.name = "NAME",
       .target = &to.names,
       .help = {"データセットの名前。いくつでも並べられる", "names of datasets, one or more"},
       .positional = true,
       .required = true},
      catalogue_argument(to.from),
      {.name = "output",
       .short_name = 'o',
       .target = &to.output,
       .help = {"書き出す先のフォルダー。データセットごとに、その名前のフォルダーを作る",
                "folder to write to; each dataset gets a folder of its name in it"},
       .group = OptionGroup::writing,
       .metavar = "DIR",
       .completes = Completes::folder,
       .required = true},
  };
  for (Option& option : access_options(to.access)) all.push_back(std::move(option));
  return all;
}

int run(const PullSettings& to, Streams& streams) {
  const CatalogueName place = catalogue_name("anzenmap catalogue pull", "--from", to.from, working_config());
  const Catalogue catalogue = open_catalogue(place, to.access, TokenNeed::optional, streams);
  JsonList folders('[');
  for (const std::string& name : to.names) {
    // Asked for before its name makes a folder: only names that the catalogue has get that far.
    const std::string known = catalogue.target->show(name).name;
    const std::string folder = (std::filesystem::path(to.output) / ckan::clean_file_name(known)).string();
    catalogue.target->pull(known, folder);
    folders.element(json_string(folder));
    if (!streams.json) streams.out << printable(folder) << '\n' << std::flush;
  }
  if (streams.json)
    streams.out << JsonList('{')
                       .member("schema", "1")
                       .member("folders", folders.text())
                       .member("error", "null")
                       .text()
                << '\n';
  return 0;
}

Bound bind() { return bind_command<PullSettings>(options, run); }

constexpr Example kExamples[] = {
    {{"公開したものを手もとに戻す", "get back what was published"},
     "anzenmap catalogue pull 35215-toishi --from https://www.example.jp/ckan --output 控え"},
};

}  // namespace

extern const Command catalogue_pull_command;
const Command catalogue_pull_command{
    .name = "catalogue pull",
    .summary = {"公開したデータセットを手もとに取る", "download published datasets as data packages"},
    .description =
        {"データセットのファイルを、公開されているとおりのバイトで取り、datapackage.json を添えます。",
         "Downloads the files of datasets byte for byte and writes a datapackage.json beside them."},
    .examples = kExamples,
    .bind = bind,
};

}  // namespace anzenmap::cli
