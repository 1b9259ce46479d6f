// SPDX-License-Identifier: Apache-2.0
#include "exporters/report/text_report.hpp"

#include "exporters/report/finding_text.hpp"
#include "exporters/report/severity_words.hpp"

namespace anzenmap {
namespace {

constexpr std::uint64_t kShown = 100;  // of each code

}  // namespace

void TextReport::line(std::string_view text) {
  out_->write(text);
  out_->write("\n");
}

void TextReport::begin(std::span<const Layer> layers) {
  seen_.clear();
  line(Text("調査の確認結果", "What was found in the survey").in(language_));
  line("");
  for (const Layer& layer : layers) line("- " + on_one_line(sheet_text(layer, language_)));
  line("");
}

void TextReport::add(const Diagnostic& diagnostic, std::span<const Layer> layers) {
  const std::uint64_t count = ++seen_[diagnostic.rule->code];
  if (count > kShown) return;
  std::string text;
  text.append("[").append(severity_word(diagnostic.severity).in(language_)).append("] ");
  const std::string place = where_text(diagnostic, layers, language_);
  if (!place.empty()) text += place + ": ";
  text += render_message(diagnostic, language_);
  line(on_one_line(text) + " (" + std::string(diagnostic.rule->code) + ")");
  if (count == 1 && !diagnostic.rule->remedy.in(language_).empty())
    line("    → " + std::string(diagnostic.rule->remedy.in(language_)));
}

void TextReport::write_unshown() {
  for (const auto& [code, count] : seen_) {
    if (count <= kShown) continue;
    const std::string more = std::to_string(count - kShown);
    line(language_ == Language::ja ? "（" + std::string(code) + " は、ほかに " + more + " 件あります）"
                                   : "(" + more + " more of " + std::string(code) + ")");
  }
}

void TextReport::write_counts(const Counts& counts) {
  const auto count = [&](Text what, std::uint64_t number) {
    line(std::string(what.in(language_)) + ": " + std::to_string(number) +
         (language_ == Language::ja ? " 件" : ""));
  };
  line("");
  line(Text("まとめ", "Summary").in(language_));
  count({"読んだ記録", "records read"}, counts.read);
  count({"書き出した記録", "records written"}, counts.written);
  count({"書き出せなかった記録", "records rejected"}, counts.rejected);
  if (counts.merged > 0) count({"ほかの行に置きかえた記録", "records merged into others"}, counts.merged);
  count({"エラー", "errors"}, counts.errors);
  count({"注意", "warnings"}, counts.warnings);
  count({"お知らせ", "infos"}, counts.infos);
}

void TextReport::write_outputs(const Summary& summary) {
  if (summary.outputs.empty()) return;
  line("");
  line(Text("書き出したファイル", "Files written").in(language_));
  for (const OutputFile& file : summary.outputs) line("- " + on_one_line(file.name));
}

void TextReport::finish(const Summary& summary) {
  if (seen_.empty()) line(Text("気になるところはありませんでした。", "Nothing was found.").in(language_));
  write_unshown();
  write_counts(summary.counts);
  write_outputs(summary);
  out_->flush();
}

}  // namespace anzenmap
