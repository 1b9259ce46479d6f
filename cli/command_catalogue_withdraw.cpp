// SPDX-License-Identifier: Apache-2.0
#include "cli/command.hpp"
#include "cli/publishing/catalogue_access.hpp"
#include "cli/publishing/publication.hpp"

namespace anzenmap::cli {
namespace {

struct WithdrawSettings {
  std::vector<std::string> names;
  std::string from;
  PublicationOptions how;
  AccessSettings access;
};

std::vector<Option> options(WithdrawSettings& to) {
  std::vector<Option> all{
      {.name = "NAME",
       .target = &to.names,
       .help = {"データセットの名前。いくつでも並べられる", "names of datasets, one or more"},
       .positional = true,
       .required = true},
      catalogue_argument(to.from),
      {.name = "dry-run",
       .target = &to.how.dry_run,
       .help = {"計画を出すだけで、何も変えない", "print the plan and change nothing"},
       .group = OptionGroup::publishing},
      {.name = "yes",
       .target = &to.how.consent.yes,
       .help = {"計画を聞かずに行う（削除は別）", "do not ask about the plan, but about deletions"},
       .group = OptionGroup::publishing},
      {.name = "yes-delete",
       .target = &to.how.consent.yes_delete,
       .help = {"削除も聞かずに行う", "do not ask about deletions either"},
       .group = OptionGroup::publishing},
  };
  for (Option& option : access_options(to.access)) all.push_back(std::move(option));
  return all;
}

int run(const WithdrawSettings& to, Streams& streams) {
  const TokenNeed need = to.how.dry_run ? TokenNeed::optional : TokenNeed::required;
  const CatalogueName name =
      catalogue_name("anzenmap catalogue withdraw", "--from", to.from, working_config());
  const Catalogue catalogue = open_catalogue(name, to.access, need, streams);
  ckan::Plan plan = catalogue.target->plan_withdrawal(to.names);
  PublicationOptions how = to.how;
  how.parallel = to.access.parallel;
  how.verbose = to.access.verbose;
  return publish_and_show(*catalogue.target, std::move(plan), how, streams);
}

Bound bind() { return bind_command<WithdrawSettings>(options, run); }

constexpr Example kExamples[] = {
    {{"公開を取りやめる", "withdraw a dataset"},
     "anzenmap catalogue withdraw 35215-toishi --from https://www.example.jp/ckan"},
};

}  // namespace

extern const Command catalogue_withdraw_command;
const Command catalogue_withdraw_command{
    .name = "catalogue withdraw",
    .summary = {"公開を取りやめる", "delete datasets from a catalogue"},
    .description = {"データセットをカタログから削除します。計画を出し、削除してよいかを別に確かめます。これま"
                    "でのリンクは切れます。",
                    "Deletes datasets from a catalogue: shows the plan, and asks for the deletion apart. "
                    "Links to them break."},
    .examples = kExamples,
    .bind = bind,
    .failure = failed_publication_json,
};

}  // namespace anzenmap::cli
