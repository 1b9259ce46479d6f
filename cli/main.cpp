// SPDX-License-Identifier: Apache-2.0
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <iostream>
#include <new>
#include <system_error>

#include "cli/cli_rules.hpp"
#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/language.hpp"
#include "cli/pages/help_text.hpp"
#include "cli/pages/usage_json.hpp"
#include "cli/parse.hpp"
#include "cli/view/error_view.hpp"

// The only place that catches: what happened becomes a message (or, with --json, the one object on stdout)
// and an exit code. 0 done, 1 done with rejects or errors, 2 wrong usage, 3 could not be done.

namespace anzenmap::cli {
namespace {

std::string_view environment(std::string_view name) {
  const char* value = std::getenv(std::string(name).c_str());
  return value == nullptr ? std::string_view() : std::string_view(value);
}

int terminal_width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col < 40) return 80;
  return size.ws_col < 120 ? size.ws_col : 120;
}

Streams standard_streams(std::span<const std::string> arguments) {
  Streams streams{std::cout, std::cerr};
  streams.language = asked_language(arguments).value_or(language_of_locale(environment));
  streams.json = asks_for_json(arguments);
  streams.colour =
      isatty(STDOUT_FILENO) == 1 && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
  streams.progress = isatty(STDERR_FILENO) == 1 && environment("TERM") != "dumb";
  streams.width = terminal_width();
  return streams;
}

int run_command(std::span<const std::string> arguments, Streams& streams) {
  const ChosenCommand chosen = choose_command(arguments);
  const Bound bound = chosen.command->bind();
  parse_options(*chosen.command, bound, chosen.arguments);
  streams.json = streams.json || bound.common->json;
  streams.quiet = bound.common->quiet;
  if (!bound.common->help) return bound.run(streams);
  if (streams.json) {
    streams.out << usage_json(*chosen.command) << '\n';
  } else {
    print_help(streams.out, *chosen.command, streams);
  }
  return 0;
}

/// A full disk or a closed pipe must not look like success.
void flush_results(Streams& streams) {
  errno = 0;
  streams.out.flush();
  if (streams.out) return;
  const std::string reason = errno == 0 ? "?" : std::generic_category().message(errno);
  throw Error(result_unwritable, {{"path", "stdout", {}}, {"reason", reason, {}}});
}

int report_failure(const Error& error, std::span<const std::string> arguments, Streams& streams) {
  print_error(error, streams);
  if (streams.json) {
    const Command* command = likely_command(arguments);
    streams.out << (command == nullptr ? failure_json(error) : command->failure(error)) << std::endl;
  } else if (error.code() == command_missing.code) {
    streams.err << '\n';
    print_overview(streams.err, streams);
  }
  return error.kind() == Error::Kind::usage ? 2 : 3;
}

int run_program(std::span<const std::string> arguments) {
  Streams streams = standard_streams(arguments);
  try {
    const int code = run_command(arguments, streams);
    flush_results(streams);
    return code;
  } catch (const Error& error) {
    return report_failure(error, arguments, streams);
  } catch (const std::bad_alloc&) {
    return report_failure(Error(memory_exhausted, {}), arguments, streams);
  } catch (const std::exception& fault) {
    return report_failure(Error(internal_fault, {{"reason", fault.what(), {}}}), arguments, streams);
  }
}

}  // namespace
}  // namespace anzenmap::cli

int main(int count, char** values) {
  std::ios::sync_with_stdio(false);
  try {
    const std::vector<std::string> arguments(values + (count > 0 ? 1 : 0), values + count);
    return anzenmap::cli::run_program(arguments);
  } catch (...) {
    return 3;  // not even the message could be made
  }
}
