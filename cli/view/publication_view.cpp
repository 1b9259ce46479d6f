// SPDX-License-Identifier: Apache-2.0
#include "cli/view/publication_view.hpp"

#include "cli/view/layout.hpp"
#include "cli/view/paint.hpp"

namespace anzenmap::cli {
namespace {

using State = ckan::DatasetResult::State;

Text state_text(State state) {
  switch (state) {
    case State::unchanged:
      return {"変わりません", "unchanged"};
    case State::applied:
      return {"終わりました", "done"};
    case State::refused:
      return {"断られました", "refused"};
    case State::failed:
      return {"できませんでした", "failed"};
    case State::not_tried:
      break;
  }
  return {"まだ手を付けていません", "not begun"};
}

void print_list(const Text& title, const std::vector<std::string>& values, Streams& streams) {
  if (values.empty()) return;
  const bool japanese = streams.language == Language::ja;
  std::string text;
  for (const std::string& value : values)
    text += (text.empty() ? "" : japanese ? "、" : ", ") + printable(value);
  Table table;
  table.row({std::string(streams.say(title)), text});
  table.print(streams.out, 4, streams.width);
}

void print_dataset(const ckan::DatasetResult& dataset, Streams& streams) {
  const bool good = dataset.state == State::applied || dataset.state == State::unchanged;
  const std::string state(streams.say(state_text(dataset.state)));
  streams.out << printable(dataset.name) << "  " << (good ? state : painted(state, Colour::red, streams));
  if (!dataset.url.empty()) streams.out << "  " << printable(dataset.url);
  streams.out << '\n';
  if (good) return;
  print_list({"済んだもの", "done"}, dataset.done, streams);
  print_list({"残っているもの", "remaining"}, dataset.remaining, streams);
}

}  // namespace

void print_result(const ckan::ApplyResult& result, Streams& streams) {
  const bool japanese = streams.language == Language::ja;
  std::uint64_t applied = 0, unchanged = 0, others = 0;
  if (!streams.quiet) streams.out << '\n';
  for (const ckan::DatasetResult& dataset : result.datasets) {
    if (dataset.state == State::applied) ++applied;
    if (dataset.state == State::unchanged) ++unchanged;
    if (dataset.state != State::applied && dataset.state != State::unchanged) ++others;
    if (!streams.quiet && dataset.state != State::unchanged) print_dataset(dataset, streams);
  }
  if (japanese) {
    streams.out << "終わったもの " << grouped(applied) << " 件、変わらないもの " << grouped(unchanged)
                << " 件、残り " << grouped(others) << " 件";
    if (result.requests > 0)
      streams.out << "（通信 " << grouped(result.requests) << " 回、うち書きこみ " << grouped(result.writes)
                  << " 回）";
  } else {
    streams.out << grouped(applied) << " done, " << grouped(unchanged) << " unchanged, " << grouped(others)
                << " remaining";
    if (result.requests > 0)
      streams.out << " (" << grouped(result.requests) << " requests, of them " << grouped(result.writes)
                  << " writes)";
  }
  streams.out << '\n';
}

void print_nothing_to_do(Streams& streams) {
  streams.out << (streams.language == Language::ja ? "公開されているものと同じです。何もしません\n"
                                                   : "The catalogue has just this: nothing to do\n");
}

}  // namespace anzenmap::cli
