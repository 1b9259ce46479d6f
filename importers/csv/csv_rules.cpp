// SPDX-License-Identifier: Apache-2.0
#include "importers/csv/csv_rules.hpp"

namespace anzenmap {

const RuleInfo bytes_undecodable{
    .code = "IN101",
    .name = "bytes-undecodable",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::cell,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"読めない文字", "unreadable character"},
    .message =
        {"{row}行目の「{column}」に、文字として読めないところがあります(データの中身: {bytes})。"
         "この行は出力しません。もとの表でその文字を打ち直してください",
         "row {row}, column '{column}': bytes {bytes} are no character in {encoding}; the record is left "
         "out. Type the character anew in the original, or name the file's encoding"},
    .why = {"読めない文字を「?」などに変えて残すと、だれも気づかないまま元の言葉が失われます。",
            "A silent substitute would lose the person's words without anybody noticing."},
    .remedy = {"もとの表を開いてその文字を打ち直し、もう一度保存してください。たくさんの行で起きるときは、"
               "ファイルの文字の種類(UTF-8、Shift_JISなど)を指定してください。",
               "Open the original, type the character anew and save. If many rows are hit, name the file's "
               "encoding (utf-8, cp932, euc-jp)."},
    .bad = "",
    .good = ""};

const RuleInfo character_private_use{
    .code = "IN102",
    .name = "character-private-use",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::cell,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"外字", "private-use character"},
    .message = {"{row}行目の「{column}」に外字(そのパソコンだけで見える文字、{bytes})があります。"
                "この行は出力しません。ふつうの漢字かひらがなに直してください",
                "row {row}, column '{column}' holds a private-use character ({bytes}) that shows on its own "
                "computer only; the record is left out. Use an ordinary character"},
    .why = {"外字はほかのパソコンでは別の文字や空白になります。",
            "On another computer such a character is a different one or none."},
    .remedy = {"同じ意味のふつうの漢字か、ひらがなに直してください。",
               "Replace it by an ordinary kanji or by hiragana."},
    .bad = "名称,区分,緯度,経度\n\uE000田商店前,危険,34.0471,131.8282\n",
    .good = "名称,区分,緯度,経度\n高田商店前,危険,34.0471,131.8282\n"};

const RuleInfo cell_with_nul{
    .code = "IN103",
    .name = "cell-with-nul",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::cell,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"こわれた文字", "NUL byte in a cell"},
    .message = {"{row}行目の「{column}」に、文字ではないデータ(00)がまじっています。この行は出力しません",
                "row {row}, column '{column}' holds a NUL byte; the record is left out"},
    .why = {"ファイルの一部がこわれているしるしです。", "It is a sign that a part of the file is damaged."},
    .remedy = {"もとの表を開き、その欄を打ち直して保存してください。",
               "Open the original, type the cell anew and save."},
    .bad = "",
    .good = ""};

const RuleInfo encoding_contradicted{
    .code = "IN104",
    .name = "encoding-contradicted",
    .severity = Severity::warning,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"文字の種類が指定と合わない", "encoding not as named"},
    .message = {"文字の種類は指定どおり{value}として読みますが、ファイルは{found}のようです({evidence})",
                "read as {value}, as named, but the file looks like {found} ({evidence})"},
    .why = {"文字の種類がちがうと、日本語が読めない文字になります。",
            "In the wrong encoding Japanese text turns into nonsense."},
    .remedy = {"出てきた日本語がおかしいときは、文字の種類を指定しないで、もう一度読んでみてください。",
               "If the text looks wrong, name no encoding and read the file again."},
    .bad = "",
    .good = ""};

const RuleInfo encoding_not_known{
    .code = "IN105",
    .name = "encoding-not-known",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"知らない文字の種類", "unknown encoding"},
    .message = {"文字の種類「{value}」は使えません。使えるのは utf-8, cp932, euc-jp, utf-16le, utf-16be です",
                "unknown encoding '{value}'; choose utf-8, cp932, euc-jp, utf-16le or utf-16be"},
    .why = {"読み方が決まらないと読めません。", "Without it the text cannot be read."},
    .remedy = {"Excelで作ったCSVなら cp932 か utf-8 です。", "A CSV made by Excel is cp932 or utf-8."},
    .bad = "",
    .good = ""};

const RuleInfo separator_not_known{
    .code = "IN106",
    .name = "separator-not-known",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"使えない区切り", "unknown separator"},
    .message = {"区切り「{value}」は使えません。使えるのは , ; tab | です",
                "cannot use separator '{value}'; choose , ; tab or |"},
    .why = {"列の区切りが決まらないと読めません。", "Without it cells cannot be told apart."},
    .remedy = {"ふつうのCSVは , です。", "A common CSV uses a comma."},
    .bad = "",
    .good = ""};

const RuleInfo separator_contradicted{
    .code = "IN107",
    .name = "separator-contradicted",
    .severity = Severity::warning,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"区切りが指定と合わない", "separator not as named"},
    .message =
        {"列の区切りは指定どおり「{value}」として読みますが、ファイルは「{found}」で区切られているようです",
         "cells are split at '{value}', as named, but the file looks split by '{found}'"},
    .why = {"区切りがちがうと、1行が1つの列になってしまいます。",
            "With the wrong separator each line becomes one cell."},
    .remedy = {"列がおかしいときは、区切りを指定しないで、もう一度読んでみてください。",
               "If the columns look wrong, name no separator and read the file again."},
    .bad = "",
    .good = ""};

const RuleInfo text_garbled{
    .code = "IN108",
    .name = "text-garbled",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"文字化けしたまま保存された表", "text saved in the wrong encoding"},
    .message = {"「{value}」のように文字化けしたまま保存されているようです。もとの言葉には戻せません",
                "the file seems to hold garbled text, such as '{value}'; the words cannot be brought back"},
    .why = {"文字化けした表をExcelなどで保存すると、もとの言葉の一部が失われます。",
            "Saving a table that is shown garbled loses a part of what was written."},
    .remedy =
        {"文字化けする前のファイルを使ってください。ExcelでCSVを開くときは「データ」の「テキストまたはCSVから"
         "」"
         "で文字の種類(UTF-8など)を選べます。",
         "Go back to the file before it was saved so. A spreadsheet can be told the encoding when it imports "
         "a CSV."},
    .bad =
        "名称,区分,緯度,経度,コメント\n正門前,危険,34.0471,131.8282,"
        "縺薙←繧ゅ′縺ｨ縺ｳ縺縺励ｄ縺吶＞縺ｨ縺薙ｍ縺ｧ縺\n",
    .good = "名称,区分,緯度,経度,コメント\n正門前,危険,34.0471,131.8282,子どもがとびだしやすいところです\n"};

const RuleInfo row_short{
    .code = "IN110",
    .name = "row-short",
    .severity = Severity::warning,
    .category = Category::input,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"列が足りない行", "row with missing cells"},
    .message = {"{row}行目は{cells}列しかありません(見出しは{columns}列)。足りない列は空として読みます",
                "row {row} has {cells} cells for {columns} columns; the missing ones count as empty"},
    .why = {"途中で切れた行や、打ちまちがいのしるしかもしれません。", "The row may be cut off or mistyped."},
    .remedy = {"その行の最後の列まで書いてあるか確かめてください。", "Check that the row is complete."},
    .bad = "名称,区分,緯度,経度,コメント\n正門前,危険,34.0471,131.8282\n",
    .good = "名称,区分,緯度,経度,コメント\n正門前,危険,34.0471,131.8282,\n"};

const RuleInfo row_surplus{
    .code = "IN111",
    .name = "row-surplus",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"列が多すぎる行", "row with surplus cells"},
    .message =
        {"{row}行目は{cells}列あり、見出し({columns}列)より多いです。はみ出した「{value}」は読みません",
         "row {row} has {cells} cells for {columns} columns; surplus '{value}' is not read"},
    .why = {"文の中の「,」で列がずれていると、ほかの列の値もまちがっているかもしれません。",
            "A comma within a text shifts all cells behind it."},
    .remedy = {"「,」をふくむ文は \" \" で囲むか、Excelで開いて列のずれを直し、保存してください。",
               "Put texts with commas in double quotes, or mend the row in a spreadsheet and save."},
    .bad = "名称,区分,緯度,経度,コメント\n正門前,危険,34.0471,131.8282,せまい,暗い\n",
    .good = "名称,区分,緯度,経度,コメント\n正門前,危険,34.0471,131.8282,\"せまい,暗い\"\n"};

const RuleInfo quote_unclosed{
    .code = "IN112",
    .name = "quote-unclosed",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::cell,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"閉じていない「\"」", "quote never closed"},
    .message = {"{row}行目の「{column}」は「\"」で始まりますが、閉じる「\"」がありません。"
                "この行は出力しません。下の行は1行ずつ読みます",
                "row {row}, column '{column}' opens a quote that is never closed; the record is "
                "left out, the rows below are read one by one"},
    .why = {"閉じる「\"」がないと、下の行がすべて1つの欄に入ってしまいます。",
            "Taken at its word, the quote would swallow all rows below."},
    .remedy = {"その欄の終わりに「\"」を書くか、始めの「\"」を消してください。",
               "Close the quote at the end of the cell, or take the opening one away."},
    .bad = "名称,区分,緯度,経度\n\"正門前,危険,34.0471,131.8282\n裏門,危険,34.0472,131.8283\n",
    .good = "名称,区分,緯度,経度\n\"正門前\",危険,34.0471,131.8282\n裏門,危険,34.0472,131.8283\n"};

const RuleInfo quote_stray{
    .code = "IN113",
    .name = "quote-stray",
    .severity = Severity::warning,
    .category = Category::input,
    .scope = Scope::cell,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"欄の途中の「\"」", "quote within a cell"},
    .message = {"{row}行目の「{column}」の途中に「\"」があります。そのまま文字として読みます",
                "row {row}, column '{column}' has a quote within it; it is kept as text"},
    .why = {"「\"」は欄を囲むしるしなので、途中にあると列の分け方がちがうかもしれません。",
            "Quotes enclose cells; one within may mean that cells were split wrongly."},
    .remedy = {"欄全体を「\"」で囲み、中の「\"」は2つ続けて書いてください。",
               "Enclose the cell in quotes and double those within."},
    .bad = "名称,区分,緯度,経度\n正門\"前\",危険,34.0471,131.8282\n",
    .good = "名称,区分,緯度,経度\n\"正門\"\"前\"\"\",危険,34.0471,131.8282\n"};

const RuleInfo text_after_quote{
    .code = "IN114",
    .name = "text-after-quote",
    .severity = Severity::warning,
    .category = Category::input,
    .scope = Scope::cell,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"閉じた「\"」のあとの文字", "text behind a closing quote"},
    .message =
        {"{row}行目の「{column}」は、閉じる「\"」のあとにも文字があります。つなげて「{value}」と読みます",
         "row {row}, column '{column}' goes on behind its closing quote; read as '{value}'"},
    .why = {"中の「\"」が2つ続けて書かれていないと、欄の終わりが分かりません。",
            "Where quotes within are not doubled the end of the cell is unclear."},
    .remedy = {"中の「\"」は2つ続けて書いてください。", "Double the quotes within the cell."},
    .bad = "名称,区分,緯度,経度\n\"正門\"前,危険,34.0471,131.8282\n",
    .good = "名称,区分,緯度,経度\n\"正門前\",危険,34.0471,131.8282\n"};

const RuleInfo record_too_long{
    .code = "IN115",
    .name = "record-too-long",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"長すぎる行", "row too long"},
    .message =
        {"「{file}」の{line}行目から、行の終わりが{limit}バイトたっても見つかりません。表ではないようです",
         "'{file}': the record that begins in line {line} does not end within {limit} bytes; this is "
         "hardly a table"},
    .why = {"1つの行がこれほど長い表はありません。", "No survey has a row of this length."},
    .remedy = {"CSVとして保存されたファイルか、確かめてください。", "Check that the file was saved as CSV."},
    .bad = "",
    .good = ""};

const RuleInfo header_row_missing{
    .code = "IN116",
    .name = "header-row-missing",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"見出しに指定した行がない", "named header row missing"},
    .message = {"見出しとして指定された{value}行目は、「{file}」のはじめの{rows}行の中にありません",
                "row {value}, named as the header, is not among the first {rows} rows of '{file}'"},
    .why = {"見出しがないと、どの列が何を表すか分かりません。",
            "Without a header the columns have no meaning."},
    .remedy = {"Excelで見える行の番号で指定してください。",
               "Name the row by the number that a spreadsheet shows."},
    .bad = "",
    .good = ""};

const RuleInfo header_row_contradicted{
    .code = "IN117",
    .name = "header-row-contradicted",
    .severity = Severity::warning,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"見出しの行が指定と合わない", "header row not as named"},
    .message = {"指定どおり{value}行目を見出しとして読みますが、{found}行目のほうが見出しのようです",
                "row {value} is read as the header, as named, but row {found} looks like it"},
    .why = {"見出しの行がちがうと、列の意味が分かりません。",
            "With the wrong header the columns have no meaning."},
    .remedy = {"列の名前がおかしいときは、指定をやめてください。",
               "If the columns look wrong, name no header row."},
    .bad = "",
    .good = ""};

const RuleInfo table_without_rows{
    .code = "IN118",
    .name = "table-without-rows",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"何も書かれていない表", "table without any text"},
    .message = {"「{file}」には空の行しかありません", "'{file}' has nothing but blank rows"},
    .why = {"見出しも記録もありません。", "There is neither a header nor a record."},
    .remedy = {"中身のあるファイルか確かめてください。", "Check that it is the right file."},
    .bad = "",
    .good = ""};

const RuleInfo header_undecodable{
    .code = "IN119",
    .name = "header-undecodable",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"見出しに読めない文字", "unreadable character in the header"},
    .message = {"見出し({row}行目)に、文字として読めないところがあります(データの中身: {bytes})",
                "the header (row {row}) has bytes {bytes}, which are no character in {encoding}"},
    .why = {"見出しが読めないと、その列が何を表すか分かりません。",
            "A column whose header cannot be read has no meaning."},
    .remedy = {"もとの表の見出しを打ち直して保存するか、ファイルの文字の種類を指定してください。",
               "Type the header anew and save, or name the file's encoding."},
    .bad = "",
    .good = ""};

std::span<const RuleInfo* const> csv_rules() {
  static constexpr const RuleInfo* rules[] = {
      &bytes_undecodable,  &character_private_use, &cell_with_nul,          &encoding_contradicted,
      &encoding_not_known, &separator_not_known,   &separator_contradicted, &text_garbled,
      &row_short,          &row_surplus,           &quote_unclosed,         &quote_stray,
      &text_after_quote,   &record_too_long,       &header_row_missing,     &header_row_contradicted,
      &table_without_rows, &header_undecodable};
  return rules;
}

}  // namespace anzenmap
