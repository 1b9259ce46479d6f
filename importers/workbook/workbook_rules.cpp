// SPDX-License-Identifier: Apache-2.0
#include "importers/workbook/workbook_rules.hpp"

#include <array>

namespace anzenmap {

const RuleInfo workbook_unreadable{
    .code = "IN140",
    .name = "workbook-unreadable",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"ファイルを開けない", "workbook unreadable"},
    .message = {"「{file}」を開けません({reason})", "cannot open '{file}' ({reason})"},
    .why = {"ファイルを読めないと、何も始められません。",
            "Nothing can be done with a file that cannot be read."},
    .remedy = {"ファイルの場所と、読む許可があるかを確かめてください。",
               "Check where the file is and whether you may read it."},
    .bad = "",
    .good = ""};

const RuleInfo workbook_broken{
    .code = "IN141",
    .name = "workbook-broken",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"表計算ファイルが壊れている", "workbook broken or cut off"},
    .message = {"「{file}」は壊れているか、途中で切れています(「{part}」: {reason})",
                "'{file}' is broken or cut off ({part}: {reason})"},
    .why = {"壊れたファイルの一部だけを読むと、記録が黙って減ってしまいます。",
            "Reading a part of a broken file would lose records without a word."},
    .remedy = {"元のファイルをもう一度コピーするか、Excelで開いて別の名前で保存し直してください。",
               "Copy the original again, or open it in Excel and save it under another name."},
    .bad = "",
    .good = ""};

const RuleInfo workbook_password{
    .code = "IN142",
    .name = "workbook-password",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"パスワードがかかっている", "workbook protected by a password"},
    .message = {"「{file}」にはパスワードがかかっています。パスワードを外して保存し直してください",
                "'{file}' is protected by a password; take it off and save the file again"},
    .why = {"パスワードのかかったファイルは、中を読めません。", "A protected file cannot be read."},
    .remedy = {"Excelの「ファイル」→「情報」→「ブックの保護」→「パスワードを使用して暗号化」でパスワードを消"
               "して保存してください。",
               "In Excel choose File, Info, Protect Workbook, Encrypt with Password, delete the password and "
               "save."},
    .bad = "",
    .good = ""};

const RuleInfo workbook_old_format{
    .code = "IN143",
    .name = "workbook-old-format",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"古い形式の表計算ファイル", "old workbook format"},
    .message = {"「{file}」は{format}の形式です。Excelで「Excelブック (.xlsx)」として保存し直してください",
                "'{file}' is in the {format} format; save it as an Excel workbook (.xlsx)"},
    .why = {"この形式は読めません。", "This format cannot be read."},
    .remedy = {"Excelで開き、「名前を付けて保存」で種類を「Excelブック (.xlsx)」にしてください。",
               "Open it in Excel and choose Save As, Excel Workbook (.xlsx)."},
    .bad = "",
    .good = ""};

const RuleInfo workbook_too_large{
    .code = "IN144",
    .name = "workbook-too-large",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"中身が大きすぎる表計算ファイル", "workbook unpacks to too much"},
    .message =
        {"「{file}」の中の「{part}」が、ふつうでは考えられない大きさです。安全のため読むのをやめました",
         "part {part} of '{file}' is larger or deeper than any real workbook; reading was stopped for "
         "safety"},
    .why = {"小さく見えて、開くと計算機の記憶を使い尽くすファイルがあります。",
            "Some files look small and fill the whole memory when they are unpacked."},
    .remedy = {"ファイルの出どころを確かめてください。正しいファイルなら、要らないシートを消すか、CSVで保存し"
               "てください。",
               "Check where the file comes from. If it is genuine, delete sheets you do not need or save it "
               "as CSV."},
    .bad = "",
    .good = ""};

const RuleInfo workbook_incomplete{
    .code = "IN145",
    .name = "workbook-incomplete",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"表計算ファイルとして読めない", "not a readable workbook"},
    .message = {"「{file}」の中に「{part}」がないので、表計算のファイルとして読めません",
                "'{file}' holds no {part}, so it cannot be read as a workbook"},
    .why = {"中身が足りないファイルからは、表を取り出せません。",
            "No table can be taken from a file whose parts are missing."},
    .remedy = {"Excelで開けるかを確かめ、「Excelブック (.xlsx)」として保存し直してください。",
               "See whether Excel opens it, and save it again as an Excel workbook (.xlsx)."},
    .bad = "",
    .good = ""};

const RuleInfo workbook_xml_broken{
    .code = "IN146",
    .name = "workbook-markup-broken",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"表計算ファイルの中の書き方が壊れている", "markup inside the workbook broken"},
    .message = {"「{file}」の中の「{part}」が{line}行目で壊れています({reason})",
                "part {part} of '{file}' is broken at line {line} ({reason})"},
    .why = {"壊れた所から先の記録を読めません。", "What follows the broken place cannot be read."},
    .remedy = {"Excelで開いて別の名前で保存し直してください。",
               "Open it in Excel and save it under another name."},
    .bad = "",
    .good = ""};

const RuleInfo workbook_entity{
    .code = "IN147",
    .name = "workbook-entity-declared",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"危ない仕掛けのある表計算ファイル", "workbook declares entities"},
    .message = {"「{file}」の中の「{part}」に、ほかのファイルを読ませる仕掛け(実体の宣言)"
                "があります。安全のため読みません",
                "part {part} of '{file}' declares entities; it is refused for safety"},
    .why = {"正しい表計算ファイルにこの仕掛けはありません。攻撃に使われます。",
            "No genuine workbook has them; they are used for attacks."},
    .remedy = {"ファイルの出どころを確かめ、Excelで開けるなら保存し直してください。",
               "Check where the file comes from; if Excel opens it, save it again."},
    .bad = "",
    .good = ""};

const RuleInfo sheet_not_found{
    .code = "IN148",
    .name = "sheet-not-found",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"シートが見つからない", "sheet not found"},
    .message = {"「{file}」に「{sheet}」というシートはありません。あるシート: {known}",
                "'{file}' has no sheet '{sheet}'; its sheets: {known}"},
    .why = {"指定したシートがないと、どの表を読むか決められません。",
            "Without it, which table to read is not known."},
    .remedy = {"シートの名前を確かめてください。", "Check the name of the sheet."},
    .bad = "",
    .good = ""};

const RuleInfo sheet_row_not_found{
    .code = "IN149",
    .name = "sheet-header-row-not-found",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"見出しの行がない", "header row not found"},
    .message = {"「{file}」のシート「{sheet}」の{row}行目は空か、初めの{limit}"
                "行より下にあるので、見出しにできません",
                "row {row} of sheet '{sheet}' in '{file}' is empty or not among the first {limit} rows with "
                "cells, so it cannot be the header"},
    .why = {"見出しの行が分からないと、どの列が何かを決められません。",
            "Without a header row the columns have no meaning."},
    .remedy = {"見出しのある行の番号(Excelの左はしの数字)を指定してください。",
               "Give the row number that Excel shows beside the header."},
    .bad = "",
    .good = ""};

const RuleInfo row_too_long{
    .code = "IN150",
    .name = "row-too-long",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"1行が長すぎる", "row too long"},
    .message = {"「{file}」のシート「{sheet}」の{row}行目が長すぎます({limit}バイトまで)",
                "row {row} of sheet '{sheet}' in '{file}' is longer than {limit} bytes"},
    .why = {"調査の1件がこれほど長くなることはなく、計算機の記憶を使い尽くします。",
            "No survey record is that long, and it would fill the memory."},
    .remedy = {"その行の中身を確かめてください。", "Look at what the row holds."},
    .bad = "",
    .good = ""};

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

std::span<const RuleInfo* const> workbook_rules() {
  static constexpr std::array<const RuleInfo*, 23> rules{
      &workbook_unreadable,   &workbook_broken,     &workbook_password,     &workbook_old_format,
      &workbook_too_large,    &workbook_incomplete, &workbook_xml_broken,   &workbook_entity,
      &sheet_not_found,       &sheet_row_not_found, &row_too_long,          &cell_error,
      &formula_without_value, &cell_broken,         &merged_filled,         &merged_hidden_value,
      &hidden_sheet,          &hidden_rows,         &hidden_columns,        &sheet_skipped,
      &cell_comments,         &header_joined,       &sheet_row_contradicted};
  return rules;
}

}  // namespace anzenmap
