// SPDX-License-Identifier: Apache-2.0
#include "importers/table/header.hpp"

namespace anzenmap {

const RuleInfo row_above_header{
    .code = "IN120",
    .name = "row-above-header",
    .severity = Severity::info,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"見出しより上の行", "row above the header"},
    .message = {"{row}行目「{value}」は見出しより上にあるので、記録として数えません",
                "row {row} '{value}' stands above the header and is no record"},
    .why = {"表の題名や注意書きは、調べた場所の記録ではありません。",
            "Titles and notes are no survey records."},
    .remedy = {"記録の行だったときは、見出しの行の下へ移してください。",
               "If it is a record, move it below the header row."},
    .bad = "安全マップ 4年生,,,\n名称,区分,緯度,経度\n正門前,危険,34.0471,131.8282\n",
    .good = "名称,区分,緯度,経度\n正門前,危険,34.0471,131.8282\n"};

const RuleInfo totals_row{
    .code = "IN121",
    .name = "totals-row",
    .severity = Severity::info,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"合計の行", "totals row"},
    .message = {"{row}行目は「{value}」の行なので、記録として数えません",
                "row {row} ('{value}') sums up the others and is no record"},
    .why = {"合計の行を地図にのせると、無い場所ができてしまいます。",
            "A sum put on the map would be a place that does not exist."},
    .remedy = {"合計の行は消しておくと安心です。場所の名前だったときは、別の言い方にしてください。",
               "Better take the totals row out; if it is the name of a place, word it differently."},
    .bad = "名称,区分,緯度,経度\n正門前,危険,34.0471,131.8282\n合計,1,,\n",
    .good = "名称,区分,緯度,経度\n正門前,危険,34.0471,131.8282\n"};

const RuleInfo example_row{
    .code = "IN343",
    .name = "example-row",
    .severity = Severity::info,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"用紙の見本の行", "example row of a form"},
    .message = {"{row}行目は用紙の見本(「{value}」)なので、記録として数えません",
                "row {row} ('{value}') is the example of the form and no record"},
    .why = {"見本の場所は、本当の場所ではありません。", "The place of an example is none."},
    .remedy = {"そのままでもかまいません。記録にしたいときは「（例）」を消してください。",
               "It may stay; take the mark （例） away to make it a record."},
    .bad = "名称,区分,緯度,経度\n（例）正門の前,危険,34.0471,131.8282\n裏門,危険,34.0471,131.8282\n",
    .good = "名称,区分,緯度,経度\n正門の前,危険,34.0471,131.8282\n"};

const RuleInfo header_empty{.code = "IN122",
                            .name = "header-empty",
                            .severity = Severity::info,
                            .category = Category::input,
                            .scope = Scope::dataset,
                            .fix = FixSafety::none,
                            .since = "0.1.0",
                            .title = {"見出しの無い列", "column without a header"},
                            .message = {"左から{number}番目の列に見出しがないので「{column}」と呼びます",
                                        "column {number} has no header and is called '{column}'"},
                            .why = {"見出しがないと、何を書いた列なのか分かりません。",
                                    "Without a header nobody knows what it holds."},
                            .remedy = {"見出しの行に列の名前を書いてください。使わない列なら消してください。",
                                       "Write a name into the header row, or delete the column."},
                            .bad = "名称,区分,緯度,経度,,備考\n正門前,危険,34.0471,131.8282,晴れ,\n",
                            .good = "名称,区分,緯度,経度,天気,備考\n正門前,危険,34.0471,131.8282,晴れ,\n"};

const RuleInfo header_doubled{
    .code = "IN123",
    .name = "header-doubled",
    .severity = Severity::warning,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"同じ見出しの列", "header used twice"},
    .message = {"見出し「{value}」が2つ以上あります。左から{number}番目の列は「{column}」と呼びます",
                "header '{value}' is used twice; column {number} is called '{column}'"},
    .why = {"同じ名前の列が2つあると、どちらの値か分からなくなります。",
            "With two columns of one name nobody can tell whose value it is."},
    .remedy = {"列ごとに違う見出しをつけてください。", "Give each column a name of its own."},
    .bad = "名称,区分,緯度,経度,備考,備考\n正門前,危険,34.0471,131.8282,せまい,暗い\n",
    .good = "名称,区分,緯度,経度,備考,気づいたこと\n正門前,危険,34.0471,131.8282,せまい,暗い\n"};

const RuleInfo header_not_recognised{
    .code = "IN124",
    .name = "header-not-recognised",
    .severity = Severity::warning,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"見出しの行が見つからない", "header row not recognised"},
    .message =
        {"知っている見出し(緯度、経度、名称など)のある行が見つかりません。{row}行目を見出しとして読みます",
         "no row has headers that are known; row {row} is read as the header"},
    .why = {"見出しが分からないと、どの列が場所なのか分かりません。",
            "Without known headers it is not clear which columns hold the place."},
    .remedy = {"列の名前(名称、緯度、経度など)を書いた行を作るか、見出しが何行目かを指定してください。",
               "Write a row with column names, or say which row is the header."},
    .bad = "一,二,三\nあ,い,う\n",
    .good = "名称,区分,緯度,経度\n正門前,危険,34.0471,131.8282\n"};

const RuleInfo table_too_wide{
    .code = "IN125",
    .name = "table-too-wide",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"列が多すぎる", "too many columns"},
    .message = {"ファイル「{file}」の見出しの行は、列が{limit}より多いので読めません",
                "the header of '{file}' has more than {limit} columns"},
    .why = {"調べた記録の表ではないか、こわれたファイルです。",
            "It is no table of survey records, or the file is damaged."},
    .remedy = {"もとの表を開いて、いらない列を消すか、もう一度保存してください。",
               "Open the original, delete surplus columns, or save it again."},
    .bad = "",
    .good = ""};

Diagnostic tell_row_above_header(std::uint32_t layer, std::int64_t row, std::span<const std::string> cells) {
  Diagnostic told = make_diagnostic(row_above_header);
  told.layer = layer;
  told.row = row;
  for (const std::string& cell : cells) {
    if (is_blank(cell)) continue;
    if (!told.value.empty()) told.value += ' ';
    told.value += cell;
    if (told.value.size() > 200) break;  // enough to find it by
  }
  return told;
}

Diagnostic tell_passed_over(std::uint32_t layer, std::int64_t row, std::string_view label) {
  Diagnostic told = make_diagnostic(is_example_label(label) ? example_row : totals_row);
  told.layer = layer;
  told.row = row;
  told.value = std::string(label);
  return told;
}

std::span<const RuleInfo* const> table_rules() {
  static constexpr const RuleInfo* rules[] = {&row_above_header, &totals_row,     &example_row,
                                              &header_empty,     &header_doubled, &header_not_recognised,
                                              &table_too_wide};
  return rules;
}

}  // namespace anzenmap
