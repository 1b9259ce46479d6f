// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <ctime>
#include <string>

#include "cli/command.hpp"
#include "cli/conversion_run.hpp"

namespace anzenmap::cli {
namespace {

std::vector<Option> options(ConversionSettings& settings) {
  std::vector<Option> all{input_argument(settings)};
  for (Option& option : reading_options(settings)) all.push_back(std::move(option));
  for (Option& option : checking_options(settings)) all.push_back(std::move(option));
  for (Option& option : column_options(settings)) {
    option.group = OptionGroup::checking;  // nothing is written, but what would be is checked
    all.push_back(std::move(option));
  }
  return all;
}

/// Today where the computer stands. Only here: what convert writes does not depend on the clock.
std::string local_day() {
  const std::time_t now = std::time(nullptr);
  std::tm day{};
  std::array<char, 16> text{};
  if (localtime_r(&now, &day) == nullptr) return {};
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%d", &day)};
}

int run(const ConversionSettings& given, Streams& streams) {
  ConversionSettings settings = given;
  if (settings.conversion.today.empty()) settings.conversion.today = local_day();
  return convert_and_show(settings, SummaryFace::check, streams);
}

Bound bind() { return bind_command<ConversionSettings>(options, run); }

constexpr Example kExamples[] = {
    {{"書き出さずに確かめる", "check without writing anything"}, "anzenmap check 調査.xlsx"},
    {{"見つかったことを Excel で開ける表にする", "write the findings as a table"},
     "anzenmap check 調査.xlsx --report 指摘.csv"},
};

}  // namespace

extern const Command check_command;
const Command check_command{
    .name = "check",
    .summary = {"調査のファイルを確かめる（書き出さない）", "check surveys without writing them"},
    .description =
        {"convert と同じことを確かめますが、書き出しません。書くのは --report で頼んだ報告だけです。",
         "Checks what convert checks but writes nothing, except the reports that --report asks for."},
    .examples = kExamples,
    .bind = bind,
    .failure = failed_conversion_json,
};

}  // namespace anzenmap::cli
