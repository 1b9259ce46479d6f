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

const ZipRules workbook_container{&workbook_unreadable, &workbook_broken, &workbook_password,
                                  &workbook_too_large};

std::span<const RuleInfo* const> workbook_rules() {
  static constexpr std::array<const RuleInfo*, 26> rules{
      &workbook_unreadable,   &workbook_broken,     &workbook_password,      &workbook_old_format,
      &workbook_too_large,    &workbook_incomplete, &workbook_xml_broken,    &workbook_entity,
      &sheet_not_found,       &sheet_row_not_found, &row_too_long,           &cell_error,
      &formula_without_value, &cell_broken,         &merged_filled,          &merged_hidden_value,
      &hidden_sheet,          &hidden_rows,         &hidden_columns,         &sheet_skipped,
      &cell_comments,         &header_joined,       &sheet_row_contradicted, &cell_percent,
      &furigana_offered,      &furigana_unused};
  return rules;
}

}  // namespace anzenmap
