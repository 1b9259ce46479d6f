// SPDX-License-Identifier: Apache-2.0
#include "exporters/report/html_report.hpp"

#include <algorithm>

#include "exporters/report/finding_text.hpp"
#include "exporters/report/place_sketch.hpp"
#include "exporters/report/severity_words.hpp"
#include "exporters/web/page_text.hpp"
#include "exporters/web/web_parts.hpp"
#include "gis/base/number.hpp"

namespace anzenmap {
namespace {

constexpr std::size_t kMostRepairs = 500;

std::string number(std::uint64_t count) { return std::to_string(count); }

std::string in_language(Language language, std::string ja, std::string en) {
  return language == Language::ja ? std::move(ja) : std::move(en);
}

std::string cell(std::string_view text) { return "<td>" + html_text(on_one_line(text)) + "</td>"; }

std::string row_cell(const FindingGroups::Finding& finding, Language language) {
  if (finding.row <= 0) return "<td class=\"row-number\"></td>";
  return "<td class=\"row-number\">" +
         in_language(language, number(static_cast<std::uint64_t>(finding.row)) + "行目",
                     "row " + number(static_cast<std::uint64_t>(finding.row))) +
         "</td>";
}

// The same place on the national map; a click, never a request of the page itself.
std::string map_link(const LonLat& place, Language language) {
  char digits[kFixed7Bytes];
  const std::string lat(digits, write_fixed7(digits, place.lat));
  const std::string lon(digits, write_fixed7(digits, place.lon));
  return " <a href=\"https://maps.gsi.go.jp/#17/" + lat + "/" + lon +
         "/\" rel=\"noopener noreferrer\" target=\"_blank\">" +
         in_language(language, "地理院地図で見る", "on the GSI map") + "</a>";
}

std::vector<LonLat> places_of(const std::vector<const FindingGroups::Group*>& groups) {
  std::vector<LonLat> out;
  for (const FindingGroups::Group* group : groups)
    for (const FindingGroups::Finding& finding : group->first)
      if (finding.place && out.size() < 1000) out.push_back(*finding.place);
  return out;
}

Text fix_word(FixSafety safety) {
  if (safety == FixSafety::safe) return {"直しました", "done"};
  return {"人が許せば直せます", "proposed: needs a person's yes"};
}

}  // namespace

// With one sheet, its name stands above and not in every row.
void HtmlReport::begin(std::span<const Layer> layers) {
  groups_.clear();
  sheets_ = layers.size() > 1;
}

std::string HtmlReport::file_head() const {
  return sheets_ ? "<th scope=\"col\">" + std::string(say({"ファイル", "file"})) + "</th>" : std::string();
}

void HtmlReport::add(const Diagnostic& diagnostic, std::span<const Layer> layers) {
  groups_.add(diagnostic, layers);
}

void HtmlReport::head(const Summary& summary) {
  const std::string_view title = say({"調査の確認結果", "What was found in the survey"});
  put("<!DOCTYPE html>\n<html lang=\"");
  put(language_ == Language::ja ? "ja" : "en");
  put("\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" "
      "content=\"default-src 'none'; style-src '");
  put(web_part_hash("report.css"));
  put("'; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
  put(title);
  put("</title>\n<style>");
  put(web_part("report.css"));
  put("</style>\n</head>\n<body>\n<header class=\"top\"><h1>");
  put(title);
  put("</h1><ul>");
  for (const Layer& layer : summary.layers)
    put("<li>" + html_text(on_one_line(sheet_text(layer, language_))) + "</li>");
  put("</ul></header>\n<main>\n");
}

void HtmlReport::verdict(const Counts& counts) {
  const bool wrong = counts.rejected > 0 || counts.errors > 0;
  put(wrong ? "<p class=\"verdict wrong\">" : "<p class=\"verdict fine\">");
  std::string ja = number(counts.read) + "件の記録を読み、" + number(counts.written) + "件が使えます。";
  std::string en = number(counts.read) + " records were read and " + number(counts.written) + " are usable. ";
  if (counts.rejected > 0) {
    ja += number(counts.rejected) + "件は使えませんでした。下の「エラー」を見て、元の表を直してください。";
    en += number(counts.rejected) + " are not: see the errors below and mend the table.";
  } else if (counts.errors > 0) {
    ja += "使えますが、まちがいが" + number(counts.errors) + "件残っています。公開する前に直してください。";
    en += number(counts.errors) + " errors are left; mend them before publishing.";
  } else if (counts.warnings > 0) {
    ja += "念のため、下の「注意」を確かめてください。";
    en += "Please look at the warnings below.";
  } else {
    ja += "直すところはありません。";
    en += "There is nothing to mend.";
  }
  put(in_language(language_, ja, en));
  put("</p>\n");
}

void HtmlReport::counts(const Counts& counts) {
  put("<dl class=\"ledger\">");
  const auto one = [&](const char* kind, const Text& what, std::uint64_t count) {
    put("<div class=\"" + std::string(kind) + "\"><dt>" + std::string(say(what)) + "</dt><dd>" +
        number(count) + "</dd></div>");
  };
  one("read", {"読んだ記録", "read"}, counts.read);
  one("written", {"書き出した記録", "written"}, counts.written);
  one("rejected", {"使えない記録", "rejected"}, counts.rejected);
  one("merged", {"置きかえた記録", "merged"}, counts.merged);
  one("errors", {"エラー", "errors"}, counts.errors);
  one("warnings", {"注意", "warnings"}, counts.warnings);
  one("infos", {"お知らせ", "infos"}, counts.infos);
  put("</dl>\n");
}

void HtmlReport::group(const FindingGroups::Group& group, std::span<const LonLat> around) {
  const RuleInfo& rule = *group.rule;
  put("<section class=\"group " + std::string(name_of(group.severity)) + "\"><h3><span class=\"severity\">" +
      std::string(say(severity_word(group.severity))) + "</span> " + html_text(say(rule.title)) +
      " <span class=\"count\">" +
      in_language(language_, number(group.count) + "件", number(group.count) + " times") + "</span> <code>" +
      std::string(rule.code) + "</code></h3>\n");
  if (!say(rule.why).empty()) put("<p class=\"why\">" + html_text(say(rule.why)) + "</p>");
  if (!say(rule.remedy).empty())
    put("<p class=\"remedy\"><b>" + std::string(say({"直し方", "What to do"})) + "</b> " +
        html_text(say(rule.remedy)) + "</p>\n");
  put("<div class=\"rows\">" + place_sketch(group.first, around, language_));
  put("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"" + html_text(say(rule.title)) +
      "\"><table><thead><tr>");
  for (const Text& column :
       {Text("行", "row"), Text("列", "column"), Text("書かれていること", "value"), Text("内容", "finding")})
    put("<th scope=\"col\">" + std::string(say(column)) + "</th>");
  put(file_head());
  put("</tr></thead><tbody>\n");
  for (const FindingGroups::Finding& finding : group.first) {
    put("<tr>" + row_cell(finding, language_) + cell(finding.column) + cell(finding.value) + "<td>" +
        html_text(on_one_line(finding.message)) +
        (finding.place ? map_link(*finding.place, language_) : std::string()) + "</td>" +
        (sheets_ ? cell(finding.sheet) : std::string()) + "</tr>\n");
  }
  put("</tbody></table></div></div>");
  if (group.count > group.first.size()) {
    const std::string rest = number(group.count - group.first.size());
    put("<p class=\"rest\">" +
        in_language(language_, "ほかに " + rest + " 件あります。", rest + " more like these.") + "</p>");
  }
  put("</section>\n");
}

void HtmlReport::repairs(const std::vector<const FindingGroups::Group*>& groups) {
  std::uint64_t all = 0;
  for (const FindingGroups::Group* group : groups) all += group->fixes;
  if (all == 0) return;
  put("<h2>" + std::string(say({"直したところ", "What was repaired"})) +
      "</h2>\n<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"" +
      std::string(say({"直したところ", "What was repaired"})) + "\"><table class=\"repairs\"><thead><tr>");
  for (const Text& column : {Text("行", "row"), Text("列", "column"), Text("前", "before"), Text("", ""),
                             Text("後", "after"), Text("ようす", "state")})
    put(say(column).empty() ? "<td></td>" : "<th scope=\"col\">" + std::string(say(column)) + "</th>");
  put(file_head());
  put("</tr></thead><tbody>\n");
  std::uint64_t shown = 0;
  for (const FindingGroups::Group* group : groups)
    for (const FindingGroups::Finding& finding : group->first) {
      if (!finding.fix || shown >= kMostRepairs) continue;
      ++shown;
      put("<tr>" + row_cell(finding, language_) + cell(finding.column) + "<td class=\"before\"><del>" +
          html_text(on_one_line(finding.fix->before)) + "</del></td><td aria-hidden=\"true\">→</td>" +
          "<td class=\"after\"><ins>" + html_text(on_one_line(finding.fix->after)) + "</ins></td><td>" +
          std::string(say(fix_word(finding.fix->safety))) + "</td>" +
          (sheets_ ? cell(finding.sheet) : std::string()) + "</tr>\n");
    }
  put("</tbody></table></div>\n");
  if (all > shown)
    put("<p class=\"rest\">" +
        in_language(language_, "ほかに " + number(all - shown) + " 件あります。",
                    number(all - shown) + " more like these.") +
        "</p>\n");
}

void HtmlReport::finish(const Summary& summary) {
  head(summary);
  verdict(summary.counts);
  counts(summary.counts);
  const std::vector<const FindingGroups::Group*> groups = groups_.sorted();
  const std::vector<LonLat> around = places_of(groups);
  if (!groups.empty()) put("<h2>" + std::string(say({"見つかったこと", "Findings"})) + "</h2>\n");
  for (const FindingGroups::Group* one : groups) group(*one, around);
  repairs(groups);
  put("</main>\n<footer>" +
      std::string(say({"Anzenmap が作りました。ほかの人に渡す前に、中の言葉を確かめてください。",
                       "Made by Anzenmap. Read it before you pass it on."})) +
      "</footer>\n</body>\n</html>\n");
  out_->flush();
}

}  // namespace anzenmap
