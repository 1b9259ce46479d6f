// SPDX-License-Identifier: Apache-2.0
#include "cli/view/error_view.hpp"

#include <algorithm>

#include "cli/view/layout.hpp"

namespace anzenmap::cli {
namespace {

void print_hint(std::string_view text, Streams& streams) {
  bool first = true;
  for (const std::string& line : wrapped(text, std::max(20, streams.width - 4))) {
    streams.err << (first ? "  → " : "    ") << line << '\n';
    first = false;
  }
}

/// `--encoding cp932`, in quotes where a shell asks for them.
std::string flag_of(const Advice& advice) {
  std::string out = "--" + advice.option;
  if (advice.value.empty()) return out;
  const bool plain = advice.value.find_first_of(" \t'\"|;&<>*?$`\\()") == std::string::npos;
  return out + " " + (plain ? printable(advice.value) : "'" + printable(advice.value) + "'");
}

}  // namespace

void print_error(const Error& error, Streams& streams, std::string_view about) {
  const bool japanese = streams.language == Language::ja;
  const bool warning = error.rule().severity == Severity::warning;
  streams.err << "anzenmap: ";
  if (japanese) {
    streams.err << (warning ? "注意： " : "エラー： ");
  } else {
    streams.err << (warning ? "warning: " : "error: ");
  }
  if (!about.empty()) streams.err << printable(about) << ": ";
  streams.err << printable(error.message(streams.language)) << " (" << error.code() << ")\n";
  const std::string_view remedy = streams.say(error.rule().remedy);
  if (!remedy.empty()) print_hint(remedy, streams);
  for (const Advice& advice : error.advice())
    print_hint(japanese ? flag_of(advice) + " を付けて、もう一度試してください"
                        : "try again with " + flag_of(advice),
               streams);
}

}  // namespace anzenmap::cli
