// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "ckan/dataset.hpp"
#include "ckan/plan_rules.hpp"
#include "cli/cli_rules.hpp"
#include "cli/command.hpp"
#include "cli/publishing/catalogue_access.hpp"
#include "cli/publishing/catalogue_name.hpp"
#include "cli/publishing/known_catalogues.hpp"
#include "cli/publishing/publication.hpp"
#include "cli/publishing/publishing_rules.hpp"
#include "cli/publishing/wanted_datasets.hpp"
#include "gis/files/file_reading.hpp"

namespace anzenmap::cli {
namespace {

struct PublishSettings {
  std::vector<std::string> packages;
  std::string to;
  std::string dataset;
  std::string organization;
  std::string license;
  std::string audience;
  std::string plan;
  std::string verify = "sizes";
  bool allow_errors = false;
  bool remove_missing = false;
  bool datastore = false;
  PublicationOptions how;
  AccessSettings access;
};

std::vector<Option> options(PublishSettings& to) {
  std::vector<Option> all{
      {.name = "DIR|FILE",
       .target = &to.packages,
       .help = {"convert で書き出したフォルダーか、その datapackage.json。いくつでも並べられる",
                "folders that convert wrote, or their datapackage.json, one or more"},
       .completes = Completes::file,
       .positional = true},
      {.name = "to",
       .target = &to.to,
       .help = {"公開先。CKAN のカタログの URL か、静的なカタログを作るフォルダー。書かなければ "
                "anzenmap.json の url",
                "where to: URL of a CKAN, or a folder that becomes a static catalogue; else the url of "
                "anzenmap.json"},
       .group = OptionGroup::publishing,
       .metavar = "URL|DIR",
       .completes = Completes::folder},
      {.name = "dataset",
       .target = &to.dataset,
       .help = {"データセットの名前（半角の小文字・数字・-・_）。公開したあとは変えない",
                "name of the dataset (a-z, 0-9, -, _); it is its identity and stays"},
       .group = OptionGroup::publishing,
       .metavar = "NAME"},
      {.name = "organization",
       .target = &to.organization,
       .help = {"カタログの組織の名前。例： 35215", "owning organisation, as in 35215"},
       .group = OptionGroup::publishing,
       .metavar = "ORG"},
      {.name = "license",
       .target = &to.license,
       .help = {"ライセンスの番号（カタログにあるもの）。例： cc-by",
                "id of a licence that the catalogue has, as in cc-by"},
       .group = OptionGroup::publishing,
       .metavar = "ID"},
      {.name = "audience",
       .target = &to.audience,
       .help = {"public： convert を使わずに作ったものを、公開してよいと人が保証する",
                "public: a person vouches that a package made without convert may be public"},
       .group = OptionGroup::publishing,
       .choices = {"public"}},
      {.name = "allow-errors",
       .target = &to.allow_errors,
       .help = {"まちがいが残る記録があっても公開する", "publish although written records have errors"},
       .group = OptionGroup::publishing},
      {.name = "remove-missing",
       .target = &to.remove_missing,
       .help = {"前に公開して、いまはないファイルをカタログから削除する（別に確かめる）",
                "delete files that were published before and are no longer in the package; asked for apart"},
       .group = OptionGroup::publishing},
      {.name = "datastore",
       .target = &to.datastore,
       .help = {"CSV の行をデータストアにも入れる", "also load the rows of the CSV into the DataStore"},
       .group = OptionGroup::publishing},
      {.name = "dry-run",
       .target = &to.how.dry_run,
       .help = {"計画を出すだけで、何も変えない", "print the plan and change nothing"},
       .group = OptionGroup::publishing},
      {.name = "detailed-exitcode",
       .target = &to.how.detailed_exitcode,
       .help = {"--dry-run で、変わるものがあれば 5 で終わる",
                "with --dry-run: exit 5 when there are changes"},
       .group = OptionGroup::publishing},
      {.name = "plan-out",
       .target = &to.how.plan_out,
       .help = {"計画をファイルに残す（自分だけが読める）", "save the plan, readable by you alone"},
       .group = OptionGroup::publishing,
       .metavar = "FILE",
       .completes = Completes::file},
      {.name = "plan",
       .target = &to.plan,
       .help = {"残した計画を、そのとおりに行う", "apply just this saved plan"},
       .group = OptionGroup::publishing,
       .metavar = "FILE",
       .completes = Completes::file},
      {.name = "yes",
       .target = &to.how.consent.yes,
       .help = {"聞かずに行う（削除は別）", "do not ask, but for deletions"},
       .group = OptionGroup::publishing},
      {.name = "yes-delete",
       .target = &to.how.consent.yes_delete,
       .help = {"削除も聞かずに行う", "do not ask about deletions either"},
       .group = OptionGroup::publishing},
      {.name = "verify",
       .target = &to.verify,
       .help = {"公開したあとの確かめ方。full はダウンロードして中身を比べる",
                "how to verify afterwards; full downloads each file that was sent and compares it"},
       .group = OptionGroup::publishing,
       .choices = {"sizes", "full"}},
  };
  for (Option& option : access_options(to.access)) all.push_back(std::move(option));
  return all;
}

[[noreturn]] void at_odds(std::string_view option, std::string_view other) {
  throw Error(options_at_odds, {{"option", std::string(option), {}}, {"other", std::string(other), {}}},
              Error::Kind::usage);
}

[[noreturn]] void missing(std::string_view owner, std::string_view option) {
  throw Error(argument_missing, {{"command", std::string(owner), {}}, {"option", std::string(option), {}}},
              Error::Kind::usage);
}

/// What only several options together can get wrong.
void check(const PublishSettings& settings) {
  if (!settings.access.token.empty()) throw Error(token_in_arguments, {}, Error::Kind::usage);
  if (settings.how.detailed_exitcode && !settings.how.dry_run) missing("--detailed-exitcode", "--dry-run");
  if (settings.plan.empty()) {
    if (settings.packages.empty()) missing("anzenmap publish", "DIR|FILE...");
    if (settings.packages.size() > 1 && !settings.dataset.empty()) at_odds("--dataset", settings.packages[1]);
    return;
  }
  // A saved plan says all of this, and applies as it was shown.
  const std::pair<std::string_view, bool> said[] = {
      {"DIR|FILE", !settings.packages.empty()},           {"--dataset", !settings.dataset.empty()},
      {"--organization", !settings.organization.empty()}, {"--license", !settings.license.empty()},
      {"--audience", !settings.audience.empty()},         {"--allow-errors", settings.allow_errors},
      {"--remove-missing", settings.remove_missing},      {"--datastore", settings.datastore},
      {"--plan-out", !settings.how.plan_out.empty()},
  };
  for (const auto& [option, given] : said)
    if (given) at_odds("--plan", option);
}

ckan::DatasetOverrides overrides(const PublishSettings& settings) {
  ckan::DatasetOverrides said;
  said.name = settings.dataset;
  said.organization = settings.organization;
  said.license = settings.license;
  said.audience_public = settings.audience == "public";
  return said;
}

PublicationOptions publication_options(const PublishSettings& settings) {
  PublicationOptions how = settings.how;
  how.verify_full = settings.verify == "full";
  how.parallel = settings.access.parallel;
  how.verbose = settings.access.verbose;
  return how;
}

TokenNeed token_need(const PublishSettings& settings) {
  return settings.how.dry_run ? TokenNeed::optional : TokenNeed::required;
}

ckan::Plan saved_plan(const std::string& path) {
  std::string text;
  const FileState state = read_small_file(path, text);
  if (state == FileState::missing)
    throw Error(ckan::plan_unreadable,
                {{"path", path, {}}, {"reason", "ファイルがありません", "no such file"}});
  if (state == FileState::unreadable)
    throw Error(ckan::plan_unreadable, {{"path", path, {}}, {"reason", "開けません", "it cannot be opened"}});
  return ckan::read_plan(text, path);
}

/// Trailing slashes make no other catalogue.
bool same_place(std::string a, std::string b) {
  for (std::string* one : {&a, &b})
    while (one->size() > 1 && one->back() == '/') one->pop_back();
  return a == b;
}

int run_saved(const PublishSettings& settings, Streams& streams) {
  ckan::Plan plan = saved_plan(settings.plan);
  if (!settings.to.empty() && !same_place(settings.to, plan.target)) at_odds("--plan", "--to " + settings.to);
  const Catalogue catalogue = open_catalogue({plan.target, settings.plan, !settings.to.empty()},
                                             settings.access, token_need(settings), streams);
  return publish_and_show(*catalogue.target, std::move(plan), publication_options(settings), streams);
}

int run(const PublishSettings& settings, Streams& streams) {
  check(settings);
  if (!settings.plan.empty()) return run_saved(settings, streams);
  const Config config = working_config();
  const CatalogueName name = catalogue_name("anzenmap publish", "--to", settings.to, config);
  const std::vector<ckan::Dataset> datasets = wanted_datasets(settings.packages, overrides(settings), config);
  const Catalogue catalogue = open_catalogue(name, settings.access, token_need(settings), streams);
  // Who typed the catalogue and saves a plan for it has said that the plan's catalogue may have the token.
  if (name.on_command_line && !settings.how.plan_out.empty()) remember_catalogue(origin_of(name.where));
  const bool datastore = settings.datastore || config.datastore.value_or(false);
  const ckan::PlanOptions what{settings.remove_missing, settings.allow_errors,
                               datastore && catalogue.kind == ckan::TargetKind::ckan};
  ckan::Plan plan = catalogue.target->plan(datasets, what);
  return publish_and_show(*catalogue.target, std::move(plan), publication_options(settings), streams);
}

Bound bind() { return bind_command<PublishSettings>(options, run); }

constexpr Example kExamples[] = {
    {{"何が変わるかだけを見る", "see what would change"},
     "anzenmap publish 結果 --to https://www.example.jp/ckan --dry-run"},
    {{"計画を見て、確かめてから公開する", "look at the plan, say yes, publish"},
     "anzenmap publish 結果 --to https://www.example.jp/ckan"},
    {{"サーバーを使わず、フォルダーに静的なカタログを作る",
      "make a static catalogue in a folder, without a server"},
     "anzenmap publish 結果 --to 公開"},
    {{"計画を残し、あとでそのとおりに行う", "save the plan and apply just that later"},
     "anzenmap publish 結果 --to https://www.example.jp/ckan --dry-run --plan-out 計画.json"},
};

}  // namespace

extern const Command publish_command;
const Command publish_command{
    .name = "publish",
    .summary = {"カタログに公開する", "publish to a catalogue"},
    .description =
        {"convert で書き出したものを、CKAN のカタログかフォルダーに公開します。まず何が変わるかを計画として"
         "出し、「はい」と答えたときだけ、そのとおりに行います。もう一度実行しても、変わったものがなければ"
         "何も書きこみません。途中で切れても、次に実行すれば続きから行います。削除は別に確かめます。",
         "Publishes what convert wrote to a CKAN or to a folder. First it shows the plan; it does just that, "
         "and only after a yes. Run again it writes nothing unless something changed; after an interruption "
         "the next run goes on. Deletions are asked for apart."},
    .examples = kExamples,
    .bind = bind,
    .failure = failed_publication_json,
};

}  // namespace anzenmap::cli
