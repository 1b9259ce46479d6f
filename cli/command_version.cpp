// SPDX-License-Identifier: Apache-2.0
#include "cli/command.hpp"
#include "cli/json_text.hpp"
#include "cli/version.hpp"

namespace anzenmap::cli {
namespace {

struct VersionSettings {};

std::vector<Option> options(VersionSettings&) { return {}; }

int run(const VersionSettings&, Streams& streams) {
  if (streams.json) {
    streams.out << JsonList('{')
                       .member("schema", "1")
                       .member("name", json_string("anzenmap"))
                       .member("version", json_string(kVersion))
                       .member("error", "null")
                       .text()
                << '\n';
  } else {
    streams.out << "anzenmap " << kVersion << '\n';
  }
  return 0;
}

Bound bind() { return bind_command<VersionSettings>(options, run); }

constexpr Example kExamples[] = {
    {{"版の番号を見る", "see the version"}, "anzenmap version"},
};

}  // namespace

extern const Command version_command;
const Command version_command{
    .name = "version",
    .summary = {"版の番号を見る", "show the version"},
    .description = {"このプログラムの版の番号を出します。", "Prints the version of this program."},
    .examples = kExamples,
    .bind = bind,
};

}  // namespace anzenmap::cli
