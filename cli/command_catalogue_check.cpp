// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "cli/command.hpp"
#include "cli/publishing/catalogue_access.hpp"
#include "cli/view/catalogue_view.hpp"

namespace anzenmap::cli {
namespace {

struct CheckSettings {
  std::vector<std::string> names;
  std::string from;
  AccessSettings access;
};

std::vector<Option> options(CheckSettings& to) {
  std::vector<Option> all{
      {.name = "NAME",
       .target = &to.names,
       .help = {"データセットの名前。いくつでも並べられる。書かなければすべて",
                "names of datasets, one or more; all when none is given"},
       .positional = true},
      catalogue_argument(to.from),
  };
  for (Option& option : access_options(to.access)) all.push_back(std::move(option));
  return all;
}

int run(const CheckSettings& to, Streams& streams) {
  const Config config = working_config();
  const CatalogueName name = catalogue_name("anzenmap catalogue check", "--from", to.from, config);
  const Catalogue catalogue = open_catalogue(name, to.access, TokenNeed::optional, streams);
  std::vector<std::string> names = to.names;
  if (names.empty())
    for (const ckan::PublishedDataset& dataset : catalogue.target->list(config.organization))
      names.push_back(dataset.name);
  const std::vector<ckan::ResourceCheck> checks = catalogue.target->check(names);
  if (streams.json) {
    streams.out << checks_json(checks) << '\n';
  } else {
    print_checks(checks, streams);
  }
  using State = ckan::ResourceCheck::State;
  const bool bad = std::any_of(checks.begin(), checks.end(), [](const ckan::ResourceCheck& check) {
    return check.state == State::missing || check.state == State::changed;
  });
  return bad ? 1 : 0;
}

Bound bind() { return bind_command<CheckSettings>(options, run); }

constexpr Example kExamples[] = {
    {{"公開したファイルが、いまも正しく取れるかを確かめる",
      "see whether all files still download as published"},
     "anzenmap catalogue check --from https://www.example.jp/ckan"},
};

}  // namespace

extern const Command catalogue_check_command;
const Command catalogue_check_command{
    .name = "catalogue check",
    .summary = {"公開したファイルを確かめる", "check that published files download unchanged"},
    .description = {"公開したファイルを一つずつダウンロードし、大きさと SHA-256 "
                    "を比べます。取れないものや中身が違うものがあれば 1 で終わります。",
                    "Downloads each published file and compares size and SHA-256. Exits with 1 when one is "
                    "missing or changed."},
    .examples = kExamples,
    .bind = bind,
};

}  // namespace anzenmap::cli
