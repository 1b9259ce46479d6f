// SPDX-License-Identifier: Apache-2.0
#include "exporters/report/junit_report.hpp"

#include <algorithm>

#include "exporters/report/finding_text.hpp"
#include "exporters/web/page_text.hpp"

namespace anzenmap {
namespace {

// XML 1.0 has no control characters, not even escaped; HTML's five escapes are XML's too.
std::string xml_text(std::string_view text) {
  std::string plain(text);
  plain.erase(std::remove_if(plain.begin(), plain.end(),
                             [](char byte) {
                               const auto value = static_cast<unsigned char>(byte);
                               return value < 0x20 && byte != '\n' && byte != '\t';
                             }),
              plain.end());
  std::string out = html_text(plain);
  // U+FFFE and U+FFFF are no XML characters either.
  for (const std::string_view none : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"})
    for (std::size_t at = out.find(none); at != std::string::npos; at = out.find(none, at))
      out.replace(at, none.size(), "\xEF\xBF\xBD");
  return out;
}

std::string lines_of(const FindingGroups::Group& group) {
  std::string out;
  for (const FindingGroups::Finding& finding : group.first) {
    out += finding.sheet;
    if (finding.row > 0) out += ':' + std::to_string(finding.row);
    out += (out.empty() || out.back() == '\n' ? "" : ": ") + on_one_line(finding.message) + '\n';
  }
  if (group.count > group.first.size())
    out += "... +" + std::to_string(group.count - group.first.size()) + '\n';
  return out;
}

}  // namespace

void JunitReport::finish(const Summary& summary) {
  const std::vector<const FindingGroups::Group*> groups = groups_.sorted();
  const auto failed = std::count_if(groups.begin(), groups.end(), [](const FindingGroups::Group* group) {
    return group->severity == Severity::error;
  });
  const std::string totals = " tests=\"" + std::to_string(groups.size() + 1) + "\" failures=\"" +
                             std::to_string(failed) + "\" errors=\"0\"";
  std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"anzenmap\"" + totals +
                     ">\n<testsuite name=\"" + xml_text(summary.profile_name) + "\"" + totals +
                     " skipped=\"0\">\n";
  const Counts& counts = summary.counts;
  text += "<testcase classname=\"anzenmap\" name=\"ledger\"><system-out>read " + std::to_string(counts.read) +
          " = written " + std::to_string(counts.written) + " + rejected " + std::to_string(counts.rejected) +
          " + merged " + std::to_string(counts.merged) + "</system-out></testcase>\n";
  for (const FindingGroups::Group* group : groups) {
    const std::string code(group->rule->code);
    const std::string title = xml_text(group->rule->title.in(language_));
    text += "<testcase classname=\"anzenmap." + std::string(name_of(group->rule->category)) + "\" name=\"" +
            code + ' ' + title + "\">";
    if (group->severity == Severity::error) {
      text += "<failure type=\"" + code + "\" message=\"" + title + " (" + std::to_string(group->count) +
              ")\">" + xml_text(lines_of(*group)) + "</failure>";
    } else {
      text += "<system-out>" + xml_text(lines_of(*group)) + "</system-out>";
    }
    text += "</testcase>\n";
  }
  out_->write(text + "</testsuite>\n</testsuites>\n");
  out_->flush();
}

}  // namespace anzenmap
