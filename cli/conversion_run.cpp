// SPDX-License-Identifier: Apache-2.0
#include "cli/conversion_run.hpp"

#include <new>

#include "cli/cli_rules.hpp"
#include "cli/view/progress.hpp"
#include "exporters/report/diagnostic_json.hpp"

namespace anzenmap::cli {

int exit_code_of(const Counts& counts) { return counts.rejected > 0 || counts.errors > 0 ? 1 : 0; }

int convert_and_show(const ConversionSettings& settings, SummaryFace face, Streams& streams) {
  ConversionOptions options = conversion_options(settings);
  options.language = streams.language;
  ProgressLine line(streams);
  const Summary summary = run_conversion(options, line.reporter());
  line.clear();
  try {
    if (streams.json) {
      streams.out << summary_json(summary, nullptr) << '\n';
    } else {
      print_summary(summary, face, options.fix, streams);
    }
  } catch (const std::bad_alloc&) {
    throw Error(result_unshown, {});  // "nothing was written" would be untrue here
  }
  return exit_code_of(summary.counts);
}

std::string failed_conversion_json(const Error& error) { return summary_json(Summary{}, &error); }

}  // namespace anzenmap::cli
