// SPDX-License-Identifier: Apache-2.0
#include "cli/view/summary_view.hpp"

#include <algorithm>
#include <vector>

#include "cli/view/layout.hpp"
#include "cli/view/paint.hpp"
#include "exporters/registry.hpp"

namespace anzenmap::cli {
namespace {

constexpr std::size_t kFindingLimit = 20;  // more do not fit a screen; the report has them all
constexpr std::size_t kGroupLimit = 10;    // of one rule; so many look all alike

std::string count_line(const Counts& counts, SummaryFace face, Language language) {
  const bool japanese = language == Language::ja;
  const std::string read = grouped(counts.read), written = grouped(counts.written);
  const std::string rejected = grouped(counts.rejected), merged = grouped(counts.merged);
  if (japanese)
    return "読み込み " + read + " = " + (face == SummaryFace::convert ? "書き出し " : "書き出せる ") +
           written + " + 除外 " + rejected + " + 統合 " + merged;
  return "read " + read + " = " + (face == SummaryFace::convert ? "written " : "writable ") + written +
         " + rejected " + rejected + " + merged " + merged;
}

std::string finding_line(const Counts& counts, Language language) {
  if (language == Language::ja)
    return "エラー " + grouped(counts.errors) + "、注意 " + grouped(counts.warnings) + "、お知らせ " +
           grouped(counts.infos);
  return "errors " + grouped(counts.errors) + ", warnings " + grouped(counts.warnings) + ", notes " +
         grouped(counts.infos);
}

bool counts_records(std::string_view format) {
  return format == "geojson" || format == "csv" || format == "rejected";
}

void print_outputs(const Summary& summary, Streams& streams) {
  if (summary.outputs.empty()) return;
  const bool japanese = streams.language == Language::ja;
  streams.out << (japanese ? "\n書き出したファイル\n" : "\nFiles written\n");
  Table table;
  for (const OutputFile& file : summary.outputs) {
    const OutputFormat* format = find_output_format(file.format);
    std::string what(format == nullptr ? std::string_view(file.format) : streams.say(format->title));
    if (counts_records(file.format))
      what += japanese ? "  " + grouped(file.records) + "件" : "  " + grouped(file.records) + " records";
    table.row({printable(file.path), what});
  }
  table.print(streams.out, 2, streams.width);
}

bool has_output(const Summary& summary, std::string_view format) {
  return std::any_of(summary.outputs.begin(), summary.outputs.end(),
                     [&](const OutputFile& file) { return file.format == format; });
}

/// What a person can do next; nothing when all is well.
void print_next_steps(const Summary& summary, SummaryFace face, bool fixed, Streams& streams) {
  const bool japanese = streams.language == Language::ja;
  const auto consent =
      std::count_if(summary.diagnostics.begin(), summary.diagnostics.end(),
                    [](const Diagnostic& d) { return d.fix && d.fix->safety == FixSafety::consent; });
  if (consent > 0 && !fixed)
    streams.out << (japanese ? "→ --fix を付けると直せるものが " + std::to_string(consent) + "件あります\n"
                             : "-> --fix would mend " + std::to_string(consent) + " of them\n");
  if (face == SummaryFace::convert && has_output(summary, "rejected"))
    streams.out
        << (japanese ? "→ 除外した記録は、上の rejected.csv を直し、もとのファイルといっしょに convert "
                       "すると入れかわります\n"
                     : "-> mend the rejected records in the rejected.csv above and convert it together with "
                       "the original\n");
}

/// The findings of one severity and one rule, in source order.
struct Group {
  Severity severity;
  const RuleInfo* rule;
  std::vector<const Diagnostic*> members;
};

std::vector<Group> grouped_by_rule(std::span<const Diagnostic> diagnostics) {
  std::vector<Group> groups;
  for (const Diagnostic& found : diagnostics) {
    auto group = std::find_if(groups.begin(), groups.end(), [&](const Group& g) {
      return g.rule == found.rule && g.severity == found.severity;
    });
    if (group == groups.end()) group = groups.insert(groups.end(), {found.severity, found.rule, {}});
    group->members.push_back(&found);
  }
  std::stable_sort(groups.begin(), groups.end(),
                   [](const Group& a, const Group& b) { return a.severity < b.severity; });
  return groups;
}

/// How many of each group are shown: every rule gets a line before one rule gets a second.
std::vector<std::size_t> shares(const std::vector<Group>& groups, std::size_t limit) {
  std::vector<std::size_t> share(groups.size(), 0);
  bool grew = true;
  while (limit > 0 && grew) {
    grew = false;
    for (std::size_t i = 0; i < groups.size() && limit > 0; ++i) {
      if (share[i] == std::min(groups[i].members.size(), kGroupLimit)) continue;
      ++share[i];
      --limit;
      grew = true;
    }
  }
  return share;
}

void print_group(const Group& group, std::size_t share, std::span<const Layer> layers, Streams& streams) {
  const bool japanese = streams.language == Language::ja;
  for (std::size_t i = 0; i < share; ++i) {
    const Diagnostic& found = *group.members[i];
    const std::string place = place_of(found, layers, streams.language);
    streams.out << "  " << (place.empty() ? "" : place + ": ")
                << printable(render_message(found, streams.language)) << " (" << group.rule->code << ")\n";
  }
  if (share < group.members.size()) {
    const std::string rest = grouped(group.members.size() - share);
    streams.out << (japanese ? "  ほか " + rest + "件 (" : "  and " + rest + " more (") << group.rule->code
                << ")\n";
  }
  // A note about what was mended by itself asks nothing of anybody.
  if (group.severity == Severity::info && group.rule->fix == FixSafety::safe) return;
  const std::string_view remedy = streams.say(group.rule->remedy);
  if (remedy.empty()) return;
  bool first = true;
  for (const std::string& line : wrapped(remedy, std::max(20, streams.width - 7))) {
    streams.out << (first ? "    → " : "      ") << line << '\n';
    first = false;
  }
}

Text severity_title(Severity severity) {
  switch (severity) {
    case Severity::error:
      return {"エラー", "Errors"};
    case Severity::warning:
      return {"注意", "Warnings"};
    case Severity::info:
      return {"お知らせ", "Notes"};
  }
  return {"", ""};
}

}  // namespace

std::string place_of(const Diagnostic& diagnostic, std::span<const Layer> layers, Language language) {
  const bool japanese = language == Language::ja;
  const Layer* layer = diagnostic.layer < layers.size() ? &layers[diagnostic.layer] : nullptr;
  std::string out;
  const auto add = [&](const std::string& part) { out += (out.empty() ? "" : " ") + part; };
  if (layer != nullptr) {
    add(printable(layer->file));
    const std::string sheet = printable(layer->sheet);
    if (!sheet.empty()) add(japanese ? "シート「" + sheet + "」" : "sheet '" + sheet + "'");
  }
  if (diagnostic.row > 0) {
    const std::string number = std::to_string(diagnostic.row);
    const bool feature = layer != nullptr && !layer->has_rows_of_text;
    if (japanese) {
      add(number + (feature ? "件目" : "行"));
    } else {
      add((feature ? "feature " : "row ") + number);
    }
  }
  const std::string column = printable(diagnostic.column);
  if (!column.empty()) add(japanese ? "「" + column + "」" : "'" + column + "'");
  return out;
}

std::size_t print_diagnostics(std::span<const Diagnostic> diagnostics, std::span<const Layer> layers,
                              std::size_t limit, Streams& streams) {
  const std::vector<Group> groups = grouped_by_rule(diagnostics);
  const std::vector<std::size_t> share = shares(groups, limit);
  std::size_t shown = 0;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (share[i] == 0) continue;
    if (i == 0 || groups[i].severity != groups[i - 1].severity)
      streams.out << painted(streams.say(severity_title(groups[i].severity)), colour_of(groups[i].severity),
                             streams)
                  << '\n';
    print_group(groups[i], share[i], layers, streams);
    shown += share[i];
  }
  return shown;
}

namespace {

void print_unshown(std::uint64_t all, std::size_t shown, SummaryFace face, Streams& streams) {
  const bool japanese = streams.language == Language::ja;
  if (japanese) {
    streams.out << "全部で " << grouped(all) << "件のうち " << grouped(shown) << "件を出しました";
    if (face == SummaryFace::check) streams.out << "（--report 指摘.csv で全部を書き出せます）";
  } else {
    streams.out << grouped(shown) << " of " << grouped(all) << " findings are shown";
    if (face == SummaryFace::check) streams.out << " (--report FILE.csv writes them all)";
  }
  streams.out << '\n';
}

}  // namespace

void print_summary(const Summary& summary, SummaryFace face, bool fixed, Streams& streams) {
  if (!streams.quiet) {
    const std::size_t shown = print_diagnostics(summary.diagnostics, summary.layers, kFindingLimit, streams);
    const std::uint64_t all = summary.counts.errors + summary.counts.warnings + summary.counts.infos;
    if (all > shown) print_unshown(all, shown, face, streams);
    if (shown > 0) streams.out << '\n';
  }
  streams.out << count_line(summary.counts, face, streams.language) << '\n';
  if (streams.quiet) return;
  streams.out << finding_line(summary.counts, streams.language) << '\n';
  print_outputs(summary, streams);
  print_next_steps(summary, face, fixed, streams);
}

}  // namespace anzenmap::cli
