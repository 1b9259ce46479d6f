// SPDX-License-Identifier: Apache-2.0
#include <sys/ioctl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <exception>
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
#include "gis/files/output_set.hpp"

// The only place that catches: what happened becomes a message (or, with --json, the one object on stdout)
// and an exit code. 0 done, 1 done with rejects or errors, 2 wrong usage, 3 could not be done, 4 refused
// (publishing), 5 there is something to publish (`publish --dry-run --detailed-exitcode`).

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
  if (isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1) streams.in = &std::cin;
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

int exit_code_of(Error::Kind kind) {
  switch (kind) {
    case Error::Kind::usage:
      return 2;
    case Error::Kind::refused:
      return 4;
    case Error::Kind::world:
      break;
  }
  return 3;
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
  return exit_code_of(error.kind());
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

// What follows works without a byte of memory.

/// Given back when memory runs out, so that what is being undone, and the message, have some.
constexpr std::size_t kReserve = 256 * 1024;
std::atomic<void*> memory_reserve{nullptr};

void give_back_reserve() {
  std::set_new_handler(nullptr);
  std::free(memory_reserve.exchange(nullptr));
  throw std::bad_alloc();
}

std::atomic<bool> json_wanted{false};

void write_plainly(int channel, std::string_view text) noexcept {
  while (!text.empty()) {
    const ssize_t written = ::write(channel, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

/// The message of last resort, in both languages, and the object for `--json`. No rule texts with values, as
/// those would have to be put together.
void say_out_of_memory() noexcept {
  const Text& message = memory_exhausted.message;
  for (const std::string_view part :
       {std::string_view("anzenmap: エラー： "), std::string_view(message.ja), std::string_view(" / error: "),
        std::string_view(message.en), std::string_view(" ("), std::string_view(memory_exhausted.code),
        std::string_view(")\n")})
    write_plainly(STDERR_FILENO, part);
  if (!json_wanted) return;
  for (const std::string_view part :
       {std::string_view(
            R"({"schema":1,"read":0,"written":0,"rejected":0,"merged":0,"errors":0,"warnings":0,)"
            R"("outputs":[],"diagnostics":[],"diagnostics_truncated":false,"error":{"code":")"),
        std::string_view(memory_exhausted.code), std::string_view(R"(","message":{"ja":")"),
        std::string_view(message.ja), std::string_view(R"(","en":")"), std::string_view(message.en),
        std::string_view("\"}}}\n")})
    write_plainly(STDOUT_FILENO, part);
}

/// Instead of a core dump. Where no handler could be reached the fault is nearly always a failed allocation
/// (before main(), or in a destructor of a foreign library).
[[noreturn]] void end_without_handler() noexcept {
  abandon_outputs();
  say_out_of_memory();
  std::_Exit(3);
}

/// Before the first object of any other file is made: those of CLI11 allocate.
struct LastResort {
  LastResort() noexcept { std::set_terminate(end_without_handler); }
};
[[gnu::init_priority(101)]] const LastResort kLastResort;

int run_within_memory(int count, char** values) {
  for (int i = 1; i < count; ++i)
    if (std::string_view(values[i]) == "--json") json_wanted = true;
  try {
    memory_reserve = std::malloc(kReserve);
    std::set_new_handler(give_back_reserve);
    std::ios::sync_with_stdio(false);
    const std::vector<std::string> arguments(values + (count > 0 ? 1 : 0), values + count);
    return run_program(arguments);
  } catch (...) {
    say_out_of_memory();  // the message itself could not be put together
    return 3;
  }
}

}  // namespace
}  // namespace anzenmap::cli

int main(int count, char** values) { return anzenmap::cli::run_within_memory(count, values); }
