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

void print_error(const Error& error, Streams& streams) {
  const bool japanese = streams.language == Language::ja;
  streams.err << "anzenmap: " << (japanese ? "エラー： " : "error: ")
              << printable(error.message(streams.language)) << " (" << error.code() << ")\n";
  const std::string_view remedy = streams.say(error.rule().remedy);
  if (!remedy.empty()) print_hint(remedy, streams);
  for (const Advice& advice : error.advice())
    print_hint(japanese ? flag_of(advice) + " を付けて、もう一度試してください"
                        : "try again with " + flag_of(advice),
               streams);
}

}  // namespace anzenmap::cli
