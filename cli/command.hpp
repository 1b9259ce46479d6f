// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/option.hpp"
#include "cli/streams.hpp"
#include "gis/base/error.hpp"
#include "gis/base/text.hpp"

namespace anzenmap::cli {

/// A line that a person can copy, with what it does.
struct Example {
  Text what;
  std::string_view line;
};

/// What every command is told beside its own settings.
struct CommonSettings {
  std::string language;  ///< --lang; empty = the locale's
  bool json = false;
  bool quiet = false;
  bool help = false;
};

/// A command with fresh settings: the options write into them, run() reads them. Copies share the settings.
struct Bound {
  std::shared_ptr<void> settings;
  std::shared_ptr<CommonSettings> common;
  std::vector<Option> options;
  std::function<int(Streams&)> run;  ///< returns the exit code, throws Error
};

/// `{"schema":1,"error":{...}}`: what --json prints when a command could not do its work.
[[nodiscard]] std::string failure_json(const Error& error);

/// One command: a file cli/command_x.cpp that defines its options, the plain struct that they fill and its
/// run function, and a line of the table in cli/commands.cpp.
struct Command {
  std::string_view name;  ///< may have two words: "profile list"
  Text summary;           ///< one line
  Text description;       ///< a paragraph
  std::span<const Example> examples;
  Bound (*bind)();
  std::string (*failure)(const Error&) = failure_json;
  bool hidden = false;
  std::string_view since = "0.1.0";
};

/// The options that every command has.
[[nodiscard]] std::vector<Option> common_options(CommonSettings& common);

/// Joins a settings struct, its options and its work to a Bound.
template <class Settings>
[[nodiscard]] Bound bind_command(std::vector<Option> (*options)(Settings&),
                                 int (*run)(const Settings&, Streams&)) {
  auto settings = std::make_shared<Settings>();
  Bound bound;
  bound.options = options(*settings);
  bound.common = std::make_shared<CommonSettings>();
  for (Option& option : common_options(*bound.common)) bound.options.push_back(std::move(option));
  bound.run = [settings, run](Streams& streams) { return run(*settings, streams); };
  bound.settings = std::move(settings);
  return bound;
}

}  // namespace anzenmap::cli
