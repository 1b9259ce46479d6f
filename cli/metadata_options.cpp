// SPDX-License-Identifier: Apache-2.0
#include "cli/metadata_options.hpp"

#include "cli/config.hpp"
#include "cli/config_rules.hpp"
#include "gis/base/error.hpp"

namespace anzenmap::cli {
namespace {

[[noreturn]] void refuse(std::string_view option, const std::string& value, std::string_view ja,
                         std::string_view en) {
  throw Error(metadata_unusable,
              {{"option", std::string(option), {}},
               {"value", value, {}},
               {"wanted", std::string(ja), std::string(en)}},
              Error::Kind::usage);
}

}  // namespace

std::vector<Option> metadata_options(MetadataSettings& to) {
  return {
      {.name = "dataset",
       .target = &to.dataset,
       .help =
           {"カタログでのデータセットの名前（半角の小文字・数字・-・_ で2〜100文字）。公開したあとは変えない",
            "name of the dataset in a catalogue: 2 to 100 of a-z, 0-9, - and _; it is its identity and "
            "stays"},
       .group = OptionGroup::catalogue,
       .metavar = "NAME"},
      {.name = "title",
       .target = &to.title,
       .help = {"データセットの題", "title of the dataset"},
       .group = OptionGroup::catalogue,
       .metavar = "TEXT"},
      {.name = "description",
       .target = &to.description,
       .help = {"データセットの説明", "description of the dataset, in Markdown"},
       .group = OptionGroup::catalogue,
       .metavar = "TEXT"},
      {.name = "organization",
       .target = &to.organization,
       .help = {"カタログの組織の名前。例： 35215", "owning organisation, as in 35215"},
       .group = OptionGroup::catalogue,
       .metavar = "ORG"},
      {.name = "license",
       .target = &to.license,
       .help = {"ライセンスの番号（カタログにあるもの）。例： cc-by",
                "id of a licence that the catalogue has, as in cc-by"},
       .group = OptionGroup::catalogue,
       .metavar = "ID"},
      {.name = "tag",
       .target = &to.tags,
       .help = {"タグ。何度でも書ける", "a tag; may be given again"},
       .group = OptionGroup::catalogue,
       .metavar = "TAG"},
      {.name = "group",
       .target = &to.groups,
       .help = {"カタログのグループの名前。何度でも書ける", "a group of the catalogue; may be given again"},
       .group = OptionGroup::catalogue,
       .metavar = "GROUP"},
      {.name = "period",
       .target = &to.period,
       .help = {"調べた期間。年度（2024）か、日から日まで（2024-05-01/2024-07-31）",
                "period that the data is about: a school year (2024) or two days (2024-05-01/2024-07-31)"},
       .group = OptionGroup::catalogue,
       .metavar = "PERIOD"},
      {.name = "frequency",
       .target = &to.frequency,
       .help = {"どのくらいごとに新しくするか。例： ANNUAL（毎年）",
                "how often the data is renewed, as in ANNUAL"},
       .group = OptionGroup::catalogue,
       .metavar = "WORD"},
      {.name = "source",
       .target = &to.sources,
       .help = {"もとにしたデータと、その出典の書き方。何度でも書ける",
                "whose data went into it, as it is to be credited; may be given again"},
       .group = OptionGroup::catalogue,
       .metavar = "TEXT"},
  };
}

PackageMetadata said_metadata(const MetadataSettings& settings) {
  PackageMetadata said;
  said.dataset = settings.dataset;
  if (!said.dataset.empty() && !fits_as_dataset(said.dataset))
    refuse("dataset", said.dataset, "半角の小文字・数字・-・_ で 2〜100 文字にしてください",
           "use 2 to 100 small letters, digits, - and _");
  if (!settings.period.empty()) {
    const auto period = read_period(settings.period);
    if (!period)
      refuse("period", settings.period,
             "年度（2024）か、日から日まで（2024-05-01/2024-07-31）で書いてください",
             "write a school year (2024) or two days (2024-05-01/2024-07-31)");
    said.period_start = period->first;
    said.period_end = period->second;
  }
  said.title = settings.title;
  said.description = settings.description;
  said.organization = settings.organization;
  said.license = settings.license;
  said.tags = settings.tags;
  said.groups = settings.groups;
  said.frequency = settings.frequency;
  for (const std::string& source : settings.sources) said.sources.push_back({source, "", ""});
  return said;
}

}  // namespace anzenmap::cli
