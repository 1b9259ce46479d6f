// SPDX-License-Identifier: Apache-2.0
#include "exporters/report/finding_groups.hpp"

#include <algorithm>
#include <cmath>

#include "exporters/report/finding_text.hpp"

namespace anzenmap {
namespace {

// Cut between characters.
std::string shortened(std::string_view text) {
  if (text.size() <= FindingGroups::kLongest) return std::string(text);
  std::size_t end = FindingGroups::kLongest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end)) + "…";
}

}  // namespace

void FindingGroups::add(const Diagnostic& diagnostic, std::span<const Layer> layers) {
  Group& group = groups_[diagnostic.rule->code];
  if (group.count == 0) group.severity = diagnostic.severity;
  group.rule = diagnostic.rule;
  group.severity = std::min(group.severity, diagnostic.severity);
  ++group.count;
  if (diagnostic.fix) ++group.fixes;
  if (group.first.size() >= kKept) return;
  Finding finding;
  if (diagnostic.layer < layers.size()) finding.sheet = sheet_text(layers[diagnostic.layer], language_);
  finding.row = row_of(diagnostic);
  finding.column = shortened(diagnostic.column);
  finding.value = shortened(diagnostic.value);
  finding.message = shortened(render_message(diagnostic, language_));
  const bool placed =
      diagnostic.place && std::isfinite(diagnostic.place->lon) && std::isfinite(diagnostic.place->lat);
  if (placed) finding.place = diagnostic.place;
  if (diagnostic.fix)
    finding.fix =
        Fix{shortened(diagnostic.fix->before), shortened(diagnostic.fix->after), diagnostic.fix->safety};
  group.first.push_back(std::move(finding));
}

std::vector<const FindingGroups::Group*> FindingGroups::sorted() const {
  std::vector<const Group*> out;
  for (const auto& [code, group] : groups_) out.push_back(&group);
  std::stable_sort(out.begin(), out.end(), [](const Group* a, const Group* b) {
    return a->severity != b->severity ? a->severity < b->severity : a->count > b->count;
  });
  return out;
}

}  // namespace anzenmap
