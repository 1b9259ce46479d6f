// SPDX-License-Identifier: Apache-2.0
#include "cli/view/plan_view.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "cli/view/field_change_text.hpp"
#include "cli/view/layout.hpp"
#include "cli/view/paint.hpp"

namespace anzenmap::cli {
namespace {

using ckan::Action;
using ckan::Change;
using ckan::Subject;

constexpr std::size_t kUnchangedLimit = 10;  // datasets that are named although nothing happens to them

std::string painted_mark(Change change, const Streams& streams) {
  const std::string_view mark = mark_of(change);
  switch (change) {
    case Change::create:
      return painted(mark, Colour::cyan, streams);
    case Change::update:
    case Change::upload:
      return painted(mark, Colour::yellow, streams);
    case Change::remove:
      return painted(mark, Colour::red, streams);
    case Change::unchanged:
    case Change::leave:
      break;
  }
  return std::string(mark);
}

/// Text in lines that fit the terminal: `first` in front of the first one, as many blanks in front of others.
void print_lines(const std::string& text, int indent, std::string_view first, Streams& streams) {
  const std::string margin(static_cast<std::size_t>(indent), ' ');
  bool is_first = true;
  for (const std::string& line : wrapped(text, std::max(20, streams.width - indent - 2))) {
    streams.out << margin << (is_first ? first : std::string_view("  ")) << line << '\n';
    is_first = false;
  }
}

void print_marked(Change change, const std::string& text, int indent, Streams& streams) {
  print_lines(text, indent, painted_mark(change, streams) + " ", streams);
}

Text subject_name(const Action& action) {
  switch (action.subject) {
    case Subject::dataset:
      return {"データセット", "dataset"};
    case Subject::resource:
      return {"ファイル", "file"};
    case Subject::view:
      return {"表示", "view"};
    case Subject::datastore:
      return {"データストア", "DataStore"};
  }
  return {"", ""};
}

Text what_happens(const Action& action) {
  const bool whole = action.subject == Subject::dataset;
  switch (action.change) {
    case Change::create:
      return whole ? Text{"新しく作ります", "to be created"} : Text{"加えます", "to be added"};
    case Change::update:
      return {"書きかえます", "to be updated"};
    case Change::upload:
      return action.subject == Subject::datastore
                 ? Text{"行を送ります", "rows to be sent"}
                 : Text{"中身が違うので入れかえます", "to be uploaded: its content differs"};
    case Change::remove:
      return {"削除します", "to be deleted"};
    case Change::unchanged:
      return {"変わりません", "unchanged"};
    case Change::leave:
      return {"カタログだけにあるので触れません", "only in the catalogue: left alone"};
  }
  return {"", ""};
}

std::string joined(const std::vector<std::string>& names, Language language) {
  std::string out;
  for (const std::string& name : names)
    out += (out.empty() ? "" : language == Language::ja ? "、" : ", ") + printable(name);
  return out;
}

/// `~ 題名： 「a」 → 「b」` in lines below each other.
void print_fields(const Action& action, int indent, Streams& streams) {
  const bool japanese = streams.language == Language::ja;
  Table table;
  // Three values and what stands between them; the longest value that leaves each some room.
  const int room = std::max(16, (streams.width - indent - 30) / 2);
  for (const ckan::FieldChange& change : action.fields) {
    if (action.change == Change::create && change.field == "title") continue;  // stands in the line above
    const FieldLine line = field_line(change, streams.language);
    const std::string before = shortened(printable(line.before), room);
    const std::string after = shortened(printable(line.after), line.before.empty() ? 2 * room + 10 : room);
    const std::string none = japanese ? "（なし）" : "(none)";
    std::string values = after.empty() ? none : after;
    if (!change.before.empty()) values = (before.empty() ? none : before) + " → " + values;
    table.row({printable(line.field), values});
  }
  table.print(streams.out, indent, streams.width);
}

void print_columns(const Action& action, int indent, Streams& streams) {
  const bool japanese = streams.language == Language::ja;
  const auto print = [&](const Text& title, const std::vector<std::string>& names) {
    if (names.empty()) return;
    const std::string separator = japanese ? "： " : ": ";
    print_lines(std::string(streams.say(title)) + separator + joined(names, streams.language), indent, "",
                streams);
  };
  print({"増える列", "columns added"}, action.columns_added);
  print({"なくなる列", "columns removed"}, action.columns_removed);
}

/// `+ toishi-csv  加えます  遠石小.csv  24.1 KB`
void print_action(const Action& action, Streams& streams) {
  const bool japanese = streams.language == Language::ja;
  std::string line;
  if (action.subject != Subject::resource) line = std::string(streams.say(subject_name(action))) + " ";
  line += printable(action.key);
  // The file's name says to people what the title would.
  if (!action.title.empty() && action.title != action.key && action.file.path.empty())
    line += japanese ? "「" + printable(action.title) + "」" : " (" + printable(action.title) + ")";
  line += "  " + std::string(streams.say(what_happens(action)));
  if (!action.file.path.empty())
    line += "  " + printable(action.file.path.substr(action.file.path.rfind('/') + 1)) + "  " +
            size_text(action.file.bytes);
  if (action.rows > 0)
    line += "  " + grouped(action.rows) + (japanese ? " 行" : action.rows == 1 ? " row" : " rows");
  print_marked(action.change, line, 2, streams);
  if (action.change != Change::create) print_fields(action, 6, streams);
  print_columns(action, 6, streams);
}

std::string name_and_title(const ckan::DatasetPlan& dataset) {
  const bool titled = !dataset.title.empty() && dataset.title != dataset.name;
  return printable(dataset.name) + (titled ? "  " + printable(dataset.title) : "");
}

/// What a person should know of the dataset beside its changes.
std::array<std::pair<bool, Text>, 3> notes_of(const ckan::DatasetPlan& dataset) {
  return {{{dataset.audience_by_person,
            {"公開してよいことは --audience public で人が保証しています",
             "a person vouches with --audience public that it may be public"}},
           {dataset.stays_private,
            {"カタログでだれかが非公開にしたので、非公開のままにします",
             "somebody made it private in the catalogue; it stays so"}},
           {dataset.unfinished,
            {"前の公開が途中で終わっています。続きを行います",
             "an earlier run did not come to its end; this one finishes it"}}}};
}

void print_dataset(const ckan::DatasetPlan& dataset, Streams& streams) {
  const auto own = std::find_if(dataset.actions.begin(), dataset.actions.end(),
                                [](const Action& a) { return a.subject == Subject::dataset; });
  const Action* const action = own == dataset.actions.end() ? nullptr : &*own;
  // A dataset of which only files change is itself unchanged; its line says that something happens inside.
  const bool inside = action == nullptr || action->change == Change::unchanged;
  std::string line = name_and_title(dataset);
  if (!inside) line += "  " + std::string(streams.say(what_happens(*action)));
  streams.out << '\n';
  print_marked(inside ? Change::update : action->change, line, 0, streams);
  for (const auto& [said, note] : notes_of(dataset))
    if (said) print_lines(std::string(streams.say(note)), 4, "", streams);
  if (action != nullptr) print_fields(*action, 4, streams);
  for (const Action& one : dataset.actions)
    if (&one != action) print_action(one, streams);
}

void print_unchanged(const std::vector<const ckan::DatasetPlan*>& datasets, Streams& streams) {
  if (datasets.empty()) return;
  const bool japanese = streams.language == Language::ja;
  streams.out << '\n';
  const std::size_t shown = std::min(datasets.size(), kUnchangedLimit);
  for (std::size_t i = 0; i < shown; ++i) {
    print_marked(Change::unchanged,
                 name_and_title(*datasets[i]) + (japanese ? "  変わりません" : "  unchanged"), 0, streams);
  }
  if (shown == datasets.size()) return;
  const std::string rest = grouped(datasets.size() - shown);
  streams.out << mark_of(Change::unchanged)
              << (japanese ? " ほか " + rest + " 件  変わりません\n" : " and " + rest + " more  unchanged\n");
}

}  // namespace

std::string_view mark_of(Change change) {
  switch (change) {
    case Change::create:
      return "+";
    case Change::update:
    case Change::upload:
      return "~";
    case Change::remove:
      return "-";
    case Change::unchanged:
      return "=";
    case Change::leave:
      break;
  }
  return ".";
}

std::string counts_text(const ckan::PlanCounts& counts, Language language) {
  const bool japanese = language == Language::ja;
  std::string out;
  const auto add = [&](std::string_view ja, std::string_view en, std::uint64_t count) {
    if (!out.empty()) out += japanese ? "、" : ", ";
    out += std::string(japanese ? ja : en) + " " + grouped(count);
  };
  add("作成", "create", counts.create);
  add("変更", "update", counts.update);
  add("入れかえ", "upload", counts.upload);
  add("削除", "delete", counts.remove);
  add("同じ", "unchanged", counts.unchanged);
  add("触れない", "left alone", counts.leave);
  return out;
}

void print_plan(const ckan::Plan& plan, Streams& streams) {
  const bool japanese = streams.language == Language::ja;
  if (!streams.quiet) {
    streams.out << (japanese ? "公開先： " : "Catalogue: ") << printable(plan.target) << '\n';
    std::vector<const ckan::DatasetPlan*> unchanged;
    for (const ckan::DatasetPlan& dataset : plan.datasets) {
      if (dataset.changes()) {
        print_dataset(dataset, streams);
      } else {
        unchanged.push_back(&dataset);
      }
    }
    print_unchanged(unchanged, streams);
    streams.out << '\n';
  }
  print_lines((japanese ? "計画： " : "Plan: ") + counts_text(plan.counts(), streams.language), 0, "",
              streams);
}

}  // namespace anzenmap::cli
