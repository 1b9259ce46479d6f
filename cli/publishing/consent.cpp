// SPDX-License-Identifier: Apache-2.0
#include "cli/publishing/consent.hpp"

#include <string>

#include "cli/publishing/publishing_rules.hpp"
#include "cli/view/layout.hpp"

namespace anzenmap::cli {
namespace {

std::string answer_to(std::string_view question, const Streams& streams) {
  streams.err << question << std::flush;
  std::string line;
  if (!std::getline(*streams.in, line)) streams.err << '\n';  // the terminal was closed
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
  while (!line.empty() && blank(line.back())) line.pop_back();
  while (!line.empty() && blank(line.front())) line.erase(0, 1);
  return line;
}

bool can_ask(const Streams& streams) { return streams.in != nullptr && !streams.json; }

bool asks_to_apply(const Streams& streams) {
  return *ask(streams.language == Language::ja ? "この計画のとおりに行いますか" : "Do what the plan says?",
              streams);
}

/// A word to type, so that a y out of habit deletes nothing.
bool asks_to_delete(std::uint64_t count, const Streams& streams) {
  const std::string number = grouped(count);
  const std::string question = streams.language == Language::ja
                                   ? number + " 件を削除します。よければ delete と打ってください: "
                                   : "This deletes " + number + ". Type delete to agree: ";
  return answer_to(question, streams) == "delete";
}

}  // namespace

std::optional<bool> ask(std::string_view question, const Streams& streams) {
  if (!can_ask(streams)) return std::nullopt;
  const std::string answer = answer_to(std::string(question) + " [y/N]: ", streams);
  for (const std::string_view yes : {"y", "Y", "yes", "Yes", "YES", "ｙ", "Ｙ", "はい"})
    if (answer == yes) return true;
  return false;
}

std::optional<Error> refusal(const ckan::Plan& plan, const Consent& consent, const Streams& streams) {
  const auto refused = [](const RuleInfo& rule, std::vector<Argument> arguments = {}) {
    return Error(rule, std::move(arguments), Error::Kind::refused);
  };
  const std::uint64_t removals = plan.counts().remove;
  const bool deletes = plan.removes() && !consent.yes_delete;
  if (!consent.yes) {
    if (!can_ask(streams)) return refused(publishing_unconfirmed);
    if (!asks_to_apply(streams)) return refused(publishing_declined);
  }
  if (!deletes) return std::nullopt;
  if (!can_ask(streams)) return refused(deletion_unconfirmed, {{"count", grouped(removals), {}}});
  if (!asks_to_delete(removals, streams)) return refused(publishing_declined);
  return std::nullopt;
}

}  // namespace anzenmap::cli
