// SPDX-License-Identifier: Apache-2.0
#include "exporters/report/github_report.hpp"

#include "exporters/report/finding_text.hpp"
#include "exporters/writing/well_formed.hpp"

namespace anzenmap {
namespace {

// A message ends with its line, a property also at a comma or colon.
std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (const char byte : well_formed(text)) {
    if (byte == '%') {
      out += "%25";
    } else if (byte == '\r') {
      out += "%0D";
    } else if (byte == '\n') {
      out += "%0A";
    } else if (property && byte == ':') {
      out += "%3A";
    } else if (property && byte == ',') {
      out += "%2C";
    } else {
      out += byte;
    }
  }
  return out;
}

std::string_view level_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::info:
      break;
  }
  return "notice";
}

}  // namespace

void GithubReport::add(const Diagnostic& diagnostic, std::span<const Layer> layers) {
  line_.assign("::").append(level_of(diagnostic.severity)).append(" ");
  if (diagnostic.layer < layers.size()) {
    line_.append("file=").append(escaped(layers[diagnostic.layer].file, true)).append(",");
    const std::int64_t line = diagnostic.line > 0 ? diagnostic.line : diagnostic.row;
    if (line > 0) line_.append("line=" + std::to_string(line) + ",");
  }
  const std::string title =
      std::string(diagnostic.rule->code) + ' ' + std::string(diagnostic.rule->title.in(language_));
  line_.append("title=").append(escaped(title, true)).append("::");
  const std::string where = where_text(diagnostic, layers, language_);
  line_.append(escaped((where.empty() ? "" : where + ": ") + render_message(diagnostic, language_), false));
  line_.push_back('\n');
  out_->write(line_);
}

void GithubReport::finish(const Summary& /*summary*/) { out_->flush(); }

}  // namespace anzenmap
