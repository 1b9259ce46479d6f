// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "cli/command.hpp"
#include "cli/conversion_settings.hpp"
#include "cli/view/survey_view.hpp"

namespace anzenmap::cli {
namespace {

std::vector<Option> options(ConversionSettings& settings) {
  std::vector<Option> all{input_argument(settings)};
  for (Option& option : reading_options(settings)) all.push_back(std::move(option));
  return all;
}

int run(const ConversionSettings& settings, Streams& streams) {
  const SurveyInfo info = survey_info(conversion_options(settings));
  if (streams.json) {
    streams.out << survey_json(info) << '\n';
  } else {
    print_survey(info, streams);
  }
  return std::any_of(info.diagnostics.begin(), info.diagnostics.end(),
                     [](const Diagnostic& found) { return found.severity == Severity::error; })
             ? 1
             : 0;
}

Bound bind() { return bind_command<ConversionSettings>(options, run); }

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
