// SPDX-License-Identifier: Apache-2.0
#include "cli/cli_rules.hpp"

namespace anzenmap::cli {

const RuleInfo command_missing = {
    .code = "UI800",
    .name = "command-missing",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"命令がない", "no command given"},
    .message = {"何をするかが書かれていません", "no command was given"},
    .why = {"命令がないと、何をすればよいかが決まりません。", "Without a command there is nothing to do."},
    .remedy =
        {"anzenmap help で命令の一覧を見てください。はじめての人は anzenmap convert から試してください。",
         "See the list with: anzenmap help. Start with: anzenmap convert."},
    .bad = "",
    .good = "",
};

const RuleInfo command_unknown = {
    .code = "UI801",
    .name = "command-unknown",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"知らない命令", "unknown command"},
    .message = {"「{value}」という命令はありません{hint}", "there is no command '{value}'{hint}"},
    .why = {"書きまちがいのまま進むと、思っていないことが起こります。",
            "Guessing what was meant could do something that was not wanted."},
    .remedy = {"つづりを確かめてください。命令の一覧は anzenmap help で見られます。",
               "Check the spelling. anzenmap help lists the commands."},
    .bad = "",
    .good = "",
};

const RuleInfo option_unknown = {
    .code = "UI802",
    .name = "option-unknown",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"知らないオプション", "unknown option"},
    .message = {"「{value}」というオプションは {command} にありません{hint}",
                "{command} has no option '{value}'{hint}"},
    .why = {"知らないオプションを読みとばすと、頼んだつもりのことが行われません。",
            "Skipping an unknown option would silently leave something undone."},
    .remedy = {"つづりを確かめてください。使えるものは anzenmap help 命令の名前 で見られます。",
               "Check the spelling. anzenmap help COMMAND lists the options."},
    .bad = "",
    .good = "",
};

const RuleInfo option_repeated = {
    .code = "UI803",
    .name = "option-repeated",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"同じオプションが二度ある", "option given twice"},
    .message = {"「{option}」が二度書かれています。どちらを使うか決められません",
                "{option} is given twice, so it is not clear which one counts"},
    .why = {"二つの値のどちらが正しいかは、書いた人にしか分かりません。",
            "Only the person who wrote both values knows which one is meant."},
    .remedy = {"どちらか一つを消してください。", "Remove one of the two."},
    .bad = "",
    .good = "",
};

const RuleInfo value_missing = {
    .code = "UI804",
    .name = "value-missing",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"オプションの値がない", "option without its value"},
    .message = {"「{option}」のあとに値がありません", "{option} needs a value after it"},
    .why = {"値がないと、次のことばを値とまちがえることがあります。",
            "Without its value the next word could be taken for it."},
    .remedy = {"オプションのすぐあとに値を書いてください。例： --output 結果",
               "Write the value right after the option, as in: --output results"},
    .bad = "",
    .good = "",
};

const RuleInfo choice_unknown = {
    .code = "UI805",
    .name = "choice-unknown",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"選べない値", "value that cannot be chosen"},
    .message = {"「{option}」に「{value}」は選べません{hint}。選べるもの： {choices}",
                "{option} cannot be '{value}'{hint}; choose from: {choices}"},
    .why = {"決まった値しか使えないオプションです。", "This option takes one of a few values only."},
    .remedy = {"選べるものの中から一つを書いてください。", "Use one of the values that are listed."},
    .bad = "",
    .good = "",
};

const RuleInfo number_unreadable = {
    .code = "UI806",
    .name = "option-number-unreadable",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"数が要る", "number needed"},
    .message = {"「{option}」の「{value}」を数として読めません",
                "{option} needs a number, and '{value}' is none"},
    .why = {"このオプションは数で書きます。", "This option is written as a number."},
    .remedy = {"0 以上の数を半角の数字で書いてください。",
               "Write a whole number of 0 or more with the digits 0 to 9."},
    .bad = "",
    .good = "",
};

const RuleInfo argument_missing = {
    .code = "UI807",
    .name = "argument-missing",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"足りないものがある", "something is missing"},
    .message = {"{command} には「{option}」が要ります", "{command} needs {option}"},
    .why = {"これがないと始められません。", "The command cannot start without it."},
    .remedy = {"書き足してもう一度実行してください。書き方は anzenmap help 命令の名前 で見られます。",
               "Add it and run the command again. anzenmap help COMMAND shows how."},
    .bad = "",
    .good = "",
};

const RuleInfo argument_surplus = {
    .code = "UI808",
    .name = "argument-surplus",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"多すぎることば", "word too many"},
    .message = {"{command} では「{value}」は使われません", "{command} has no use for '{value}'"},
    .why = {"使われないことばを読みとばすと、書きまちがいに気づけません。",
            "Skipping it could hide a slip of the pen."},
    .remedy = {"消すか、空白をふくむ名前なら全体を \" \" で囲んでください。",
               "Remove it, or put a name that has blanks in quotes."},
    .bad = "",
    .good = "",
};

const RuleInfo area_unusable = {
    .code = "UI809",
    .name = "area-unusable",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"範囲の書き方が違う", "area that cannot be used"},
    .message = {"「--area」の「{value}」は範囲になりません。西,南,東,北 の順に、度で書きます",
                "--area '{value}' is no area: write west,south,east,north in degrees"},
    .why = {"範囲が逆や空だと、すべての場所が範囲の外になります。",
            "With an empty or reversed area every place would lie outside."},
    .remedy = {"例： --area 131.4,33.9,132.0,34.3", "Example: --area 131.4,33.9,132.0,34.3"},
    .bad = "",
    .good = "",
};

const RuleInfo code_unknown = {
    .code = "UI810",
    .name = "code-unknown",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"知らない番号", "unknown code"},
    .message = {"「{value}」という番号の説明はありません{hint}", "there is no code '{value}'{hint}"},
    .why = {"番号は文字二つと数字三つです（例： PL301）。",
            "A code is two letters and three digits, as in PL301."},
    .remedy = {"番号を確かめてください。anzenmap explain だけで一覧が出ます。",
               "Check the code. anzenmap explain alone lists them all."},
    .bad = "",
    .good = "",
};

const RuleInfo result_unwritable = {
    .code = "UI811",
    .name = "result-unwritable",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"結果を出せない", "result cannot be written"},
    .message = {"結果を「{path}」に書けませんでした（{reason}）",
                "cannot write the result to {path} ({reason})"},
    .why = {"書けなかった結果は失われています。", "What could not be written is lost."},
    .remedy = {"空き容量と、書きこみが許されているかを確かめて、もう一度実行してください。",
               "Check free space and permissions, then run the command again."},
    .bad = "",
    .good = "",
};

const RuleInfo memory_exhausted = {
    .code = "UI812",
    .name = "memory-exhausted",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"メモリーが足りない", "out of memory"},
    .message = {"コンピューターのメモリーが足りなくなりました。何も書き出していません",
                "the computer ran out of memory; nothing was written"},
    .why = {"途中までの結果を残すと、正しいものと見分けられません。",
            "Half a result could not be told from a whole one."},
    .remedy = {"ほかのプログラムを閉じるか、--threads 1 を付けてもう一度実行してください。",
               "Close other programs or run again with --threads 1."},
    .bad = "",
    .good = "",
};

const RuleInfo result_unshown = {
    .code = "UI813",
    .name = "result-unshown",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"結果の一覧を出せない", "summary not shown"},
    .message = {"ファイルはすべて書き終わりましたが、メモリーが足りず、結果の一覧を出せませんでした",
                "all files were written, but memory ran out before the summary could be shown"},
    .why = {"書き出したファイルは正しいものです。一覧だけが出ていません。",
            "The files that were written are good; only the summary is missing."},
    .remedy =
        {"結果は NAME.report.json で見られます。ほかのプログラムを閉じて、もう一度実行してもかまいません。",
         "See NAME.report.json for the result, or close other programs and run again."},
    .bad = "",
    .good = "",
};

const RuleInfo internal_fault = {
    .code = "UI899",
    .name = "internal-fault",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"プログラムの誤り", "fault of the program"},
    .message = {"思いがけない誤りが起こりました（{reason}）。あなたのデータのせいではありません",
                "an unexpected fault occurred ({reason}); your data is not to blame"},
    .why = {"これは Anzenmap の誤りです。", "This is a fault of Anzenmap itself."},
    .remedy = {"使った命令とこの文を添えて、開発者に知らせてください。",
               "Please report it with the command that you ran and this message."},
    .bad = "",
    .good = "",
};

}  // namespace anzenmap::cli

namespace anzenmap {

std::span<const RuleInfo* const> cli_rules() {
  static const RuleInfo* const kRules[] = {
      &cli::command_missing,  &cli::command_unknown, &cli::option_unknown,    &cli::option_repeated,
      &cli::value_missing,    &cli::choice_unknown,  &cli::number_unreadable, &cli::argument_missing,
      &cli::argument_surplus, &cli::area_unusable,   &cli::code_unknown,      &cli::result_unwritable,
      &cli::memory_exhausted, &cli::result_unshown,  &cli::internal_fault,
  };
  return kRules;
}

}  // namespace anzenmap
