// SPDX-License-Identifier: Apache-2.0
#include "cli/command.hpp"
#include "cli/publishing/catalogue_access.hpp"
#include "cli/view/catalogue_view.hpp"

namespace anzenmap::cli {
namespace {

struct StatusSettings {
  std::string from;
  AccessSettings access;
};

std::vector<Option> options(StatusSettings& to) {
  std::vector<Option> all{
      catalogue_argument(to.from),
  };
  for (Option& option : access_options(to.access)) all.push_back(std::move(option));
  return all;
}

int run(const StatusSettings& to, Streams& streams) {
  const CatalogueName name = catalogue_name("anzenmap catalogue status", "--from", to.from, working_config());
  const Catalogue catalogue = open_catalogue(name, to.access, TokenNeed::optional, streams);
  const ckan::TargetFacts facts = catalogue.target->facts();
  if (streams.json) {
    streams.out << facts_json(facts) << '\n';
  } else {
    print_facts(facts, streams);
  }
  return 0;
}

Bound bind() { return bind_command<StatusSettings>(options, run); }

constexpr Example kExamples[] = {
    {{"トークンで何ができるかを確かめる", "see what the token may do"},
     "anzenmap catalogue status --from https://www.example.jp/ckan"},
};

}  // namespace

extern const Command catalogue_status_command;
const Command catalogue_status_command{
    .name = "catalogue status",
    .summary = {"カタログの版と、トークンでできることを見る",
                "show a catalogue's version and what the token may do"},
    .description = {"カタログの版、拡張機能、使えるライセンス、トークンの持ち主、公開できる組織を出します。",
                    "Shows the catalogue's version, extensions and licences, whose token it is and where it "
                    "may publish."},
    .examples = kExamples,
    .bind = bind,
};

}  // namespace anzenmap::cli
