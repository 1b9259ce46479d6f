// SPDX-License-Identifier: Apache-2.0
// What was noticed in the sheets; faults of the workbook file are in workbook_rules.cpp.
#include "importers/workbook/workbook_rules.hpp"

namespace anzenmap {

const RuleInfo cell_error{
    .code = "IN151",
    .name = "cell-holds-error",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::cell,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"計算のエラーが残っているセル", "cell holds an error"},
    .message = {"セル{cell}(列「{column}」)に計算のエラー「{value}」が残っています。空として扱います",
                "cell {cell} (column '{column}') holds the error {value}; it is read as empty"},
    .why = {"エラーの文字は値ではありません。そのまま公開すると、見る人が困ります。",
            "The text of an error is no value and must not be published as one."},
    .remedy = {"Excelでそのセルの式を直すか、値を入れ直してください。",
               "Mend the formula of that cell in Excel, or type the value."},
    .bad = "",
    .good = ""};

const RuleInfo formula_without_value{
    .code = "IN152",
    .name = "formula-without-value",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::cell,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"計算結果のない式", "formula without a stored result"},
    .message =
        {"セル{cell}(列「{column}」)は式ですが、計算結果が保存されていません。空として扱います",
         "cell {cell} (column '{column}') is a formula whose result was not saved; it is read as empty"},
    .why = {"ほかの道具で作った表では、Excelで一度開いて保存するまで式の結果がありません。",
            "Tables made by other programs hold no results until Excel opened and saved them."},
    .remedy = {"Excelで開いて、そのまま保存してからもう一度読んでください。",
               "Open the file in Excel, save it and read it again."},
    .bad = "",
    .good = ""};

const RuleInfo cell_broken{
    .code = "IN153",
    .name = "cell-broken",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::cell,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"読めないセル", "cell cannot be read"},
    .message = {"セル{cell}(列「{column}」)の中身「{value}」を読めません。空として扱います",
                "cell {cell} (column '{column}') holds '{value}', which cannot be read; it is read as empty"},
    .why = {"ファイルの中のしるしが壊れているため、もとの文字が分かりません。",
            "The file's own bookkeeping is broken here, so the text is not known."},
    .remedy = {"Excelで開いて、そのセルに値を入れ直してください。",
               "Open the file in Excel and type the value again."},
    .bad = "",
    .good = ""};

const RuleInfo merged_filled{
    .code = "IN154",
    .name = "merged-cells-filled",
    .severity = Severity::info,
    .category = Category::input,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"結合したセルの値をくり返した", "merged cells filled"},
    .message = {"結合したセル{range}の値「{value}」を、列「{column}」の{rows}に入れました",
                "the value '{value}' of the merged cells {range} was put into column '{column}', {rows}"},
    .why = {"結合したセルの値は、ファイルの中では左上の1つにしかありません。",
            "A file keeps the value of merged cells only in the first of them."},
    .remedy = {"そのままで大丈夫です。違うときは、Excelで結合をやめて1つずつ入れてください。",
               "Nothing to do; if it is wrong, unmerge the cells and fill each one."},
    .bad = "",
    .good = ""};

const RuleInfo merged_hidden_value{
    .code = "IN155",
    .name = "merged-cell-hides-value",
    .severity = Severity::warning,
    .category = Category::input,
    .scope = Scope::cell,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"結合したセルの下にかくれた値", "value hidden under merged cells"},
    .message = {"結合したセル{range}の下のセル{cell}に、見えない値「{value}」があります。見えている値「{"
                "shown}」を使いました",
                "cell {cell} under the merged cells {range} holds '{value}', which nobody sees; the visible "
                "value '{shown}' was used"},
    .why = {"画面に見えない値を、知らないうちに公開しないためです。",
            "So that a value that nobody sees is not published unawares."},
    .remedy = {"Excelで結合をやめて、正しい値を入れてください。",
               "Unmerge the cells in Excel and enter the right value."},
    .bad = "",
    .good = ""};

const RuleInfo hidden_sheet{
    .code = "IN156",
    .name = "hidden-sheet",
    .severity = Severity::warning,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"かくれたシート", "hidden sheet"},
    .message =
        {"かくれたシート「{sheet}"
         "」は読みませんでした。ファイルを渡すときは、名簿などが入っていないか確かめてください",
         "the hidden sheet '{sheet}' was not read; before handing the file on, see whether it holds names"},
    .why = {"かくれたシートには、名簿のような外に出せないものが入っていることがあります。",
            "Hidden sheets often hold what must not leave the school, such as lists of names."},
    .remedy = {"読むときはシートの名前を指定してください。要らなければExcelで再表示して消してください。",
               "Name the sheet to read it; if it is not needed, unhide and delete it in Excel."},
    .bad = "",
    .good = ""};

const RuleInfo hidden_rows{
    .code = "IN157",
    .name = "hidden-rows-read",
    .severity = Severity::warning,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"かくれた行も読んだ", "hidden rows were read"},
    .message = {"シート「{sheet}」でかくれている{count}行({first}行目など)も読みました",
                "{count} hidden rows of sheet '{sheet}' (row {first} and others) were read too"},
    .why = {"かくれた行を黙って落とすと記録が減り、黙って読むと見せないはずのものが出ます。",
            "Dropping hidden rows loses records, and reading them unawares may show what was meant to stay "
            "unseen."},
    .remedy = {"公開しない行なら、Excelで再表示して消してから読んでください。",
               "Rows that must not be published: unhide and delete them in Excel first."},
    .bad = "",
    .good = ""};

const RuleInfo hidden_columns{
    .code = "IN158",
    .name = "hidden-columns-read",
    .severity = Severity::warning,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"かくれた列も読んだ", "hidden column was read"},
    .message = {"かくれた列{letter}「{column}」も読みました。知らない列なら校内用にとどまります",
                "the hidden column {letter} '{column}' was read too; if the profile does not know it, it "
                "stays internal"},
    .why = {"かくれた列には、見せないつもりのものが入っていることがあります。",
            "Hidden columns often hold what was meant to stay unseen."},
    .remedy = {"公開しない列なら、Excelで再表示して消してください。",
               "A column that must not be published: unhide and delete it in Excel."},
    .bad = "",
    .good = ""};

const RuleInfo sheet_skipped{
    .code = "IN159",
    .name = "sheet-without-place",
    .severity = Severity::info,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"場所の列がないシート", "sheet without place columns"},
    .message = {"シート「{sheet}」は読みませんでした({reason})", "sheet '{sheet}' was not read ({reason})"},
    .why = {"場所(緯度・経度など)の列がある、見えているシートだけを調査の表として読みます。",
            "Only visible sheets with place columns (latitude, longitude ...) are read as survey tables."},
    .remedy = {"このシートも読むなら、緯度・経度の見出しを付けるか、シートの名前を指定してください。",
               "To read it, give it latitude and longitude headers or name the sheet."},
    .bad = "",
    .good = ""};

const RuleInfo cell_comments{
    .code = "IN160",
    .name = "cell-comments-not-read",
    .severity = Severity::info,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"セルのメモは読まない", "cell comments not read"},
    .message = {"シート「{sheet}」の{count}個のメモ(コメント)は読みませんでした",
                "{count} cell comments of sheet '{sheet}' were not read"},
    .why = {"セルに付いたメモは値ではなく、書いた人の名前が入っていることがあります。",
            "Comments are no values, and often carry their author's name."},
    .remedy = {"残したい内容なら、列を作って書いてください。",
               "What should be kept belongs in a column of its own."},
    .bad = "",
    .good = ""};

const RuleInfo header_joined{
    .code = "IN161",
    .name = "header-of-two-rows",
    .severity = Severity::info,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"2段の見出し", "header of several rows"},
    .message = {"見出しが{rows}の2段以上になっています。いちばん下の段を列の名前にしました",
                "the header takes {rows}; the lowest row names the columns"},
    .why = {"見出しの段を記録として読まないためです。", "So that header rows are not read as records."},
    .remedy = {"そのままで大丈夫です。列の名前が違うときは、見出しを1行にしてください。",
               "Nothing to do; if a name is wrong, write the header in one row."},
    .bad = "",
    .good = ""};

const RuleInfo sheet_row_contradicted{
    .code = "IN162",
    .name = "sheet-header-row-contradicted",
    .severity = Severity::warning,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"別の行が見出しに見える", "another row looks like the header"},
    .message =
        {"シート「{sheet}」の見出しを指定どおり{row}行目としましたが、{found}行目のほうが見出しに見えます",
         "row {row} of sheet '{sheet}' was taken as the header as asked, but row {found} looks more like it"},
    .why = {"見出しの行が違うと、記録が減ったり、列の意味が分からなくなったりします。",
            "With the wrong header row records are lost and columns lose their meaning."},
    .remedy = {"指定した行の番号を確かめてください。正しければ、そのままで大丈夫です。",
               "Check the row number that was given; if it is right, nothing needs doing."},
    .bad = "",
    .good = ""};

const RuleInfo cell_percent{
    .code = "IN163",
    .name = "cell-percent",
    .severity = Severity::info,
    .category = Category::input,
    .scope = Scope::cell,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"%で表示されているセル", "cell shown as a percentage"},
    .message =
        {"列「{column}」は表では「{shown}」のように%で表示されていますが、中の数「{value}」として読みました",
         "column '{column}' is shown as a percentage ('{shown}') and was read as the number '{value}'"},
    .why = {"表計算の%は見せ方だけで、中には 1 を 100% とする数が入っています。",
            "The percentage is only how the sheet shows it; the cell holds a number where 1 is 100%."},
    .remedy = {"35 と書き出したいときは、表の値を 35 に直し、%の表示をやめてください。",
               "To get 35, write 35 into the sheet and take the percent format away."},
    .bad = "",
    .good = ""};

const RuleInfo furigana_offered{
    .code = "IN164",
    .name = "furigana-offered",
    .severity = Severity::info,
    .category = Category::input,
    .scope = Scope::cell,
    .fix = FixSafety::shown,
    .since = "0.1.0",
    .title = {"よみがなの候補", "reading proposed"},
    .message = {"「{column}」が空です。表にふりがなが残っています: 「{name}」は「{furigana}」",
                "'{column}' is empty; the sheet holds furigana: '{name}' is read '{furigana}'"},
    .why = {"ふりがなは文字を打ったときの読みで、正しいとはかぎりません。だから自動では入れません。",
            "Furigana are what was typed before conversion and may be wrong, so they are not filled in."},
    .remedy = {"合っていれば、その列に書き写してください。", "If it is right, copy it into that column."},
    .bad = "",
    .good = ""};

const RuleInfo furigana_unused{
    .code = "IN165",
    .name = "furigana-unused",
    .severity = Severity::info,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"使われていないふりがな", "furigana not used"},
    .message =
        {"表にふりがなが残っています(例: 「{name}」は「{furigana}」)。よみがなの列がないので、使いません",
         "the sheet holds furigana (as in '{name}', read '{furigana}') but no column for the reading"},
    .why = {"ふりがなは文字を打ったときの読みで、正しいとはかぎりません。名前にはくっつけません。",
            "Furigana are what was typed before conversion and may be wrong; they are no part of the name."},
    .remedy = {"よみがなも公開したいときは、「名称_カナ」の列を作ってください。候補を一つずつ示します。",
               "To publish readings, add a column 名称_カナ; each reading is then proposed."},
    .bad = "",
    .good = ""};

}  // namespace anzenmap
