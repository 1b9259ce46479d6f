// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "cli/command.hpp"
#include "cli/conversion_settings.hpp"
#include "cli/view/braille_map.hpp"
#include "cli/view/survey_view.hpp"

namespace anzenmap::cli {
namespace {

constexpr int kMapWidth = 60;  // columns and lines of a terminal
constexpr int kMapHeight = 24;

struct InfoSettings {
  ConversionSettings conversion;
  bool map = false;
};

std::vector<Option> options(InfoSettings& all_settings) {
  ConversionSettings& settings = all_settings.conversion;
  std::vector<Option> all{
      input_argument(settings),
      {.name = "map",
       .target = &all_settings.map,
       .help = {"場所を点の地図で画面に出す（北が上）", "draw the places as a map of dots, north up"},
       .group = OptionGroup::showing}};
  for (Option& option : reading_options(settings)) all.push_back(std::move(option));
  return all;
}

int run(const InfoSettings& settings, Streams& streams) {
  const SurveyInfo info = survey_info(conversion_options(settings.conversion));
  if (streams.json) {
    streams.out << survey_json(info) << '\n';
  } else {
    print_survey(info, streams);
    if (settings.map) {
      streams.out << '\n';
      for (const std::string& line :
           braille_map(info.places, std::min(streams.width - 1, kMapWidth), kMapHeight))
        streams.out << line << '\n';
    }
  }
  return std::any_of(info.diagnostics.begin(), info.diagnostics.end(),
                     [](const Diagnostic& found) { return found.severity == Severity::error; })
             ? 1
             : 0;
}

Bound bind() { return bind_command<InfoSettings>(options, run); }

constexpr Example kExamples[] = {
    {{"どのように読まれるかを見る", "see how a file is understood"}, "anzenmap info 調査.xlsx"},
};

}  // namespace

extern const Command info_command;
const Command info_command{
    .name = "info",
    .summary = {"ファイルがどのように読まれるかを見る", "show how a file is understood"},
    .description =
        {"ファイルの形、文字の種類、区切り、シート、見出しの行、列の意味、座標の種類、範囲を出します。"
         "それぞれ、だれが決めたか（人、種類、ファイル、自動）と、そのわけも出します。",
         "Prints format, encoding, separator, sheets, header row, what each column was taken for, the "
         "coordinate "
         "reference system and the extent; for each, who decided it (person, profile, file, detected) and "
         "why."},
    .examples = kExamples,
    .bind = bind,
};

}  // namespace anzenmap::cli
