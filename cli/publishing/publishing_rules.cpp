// SPDX-License-Identifier: Apache-2.0
#include "cli/publishing/publishing_rules.hpp"

#include <array>

namespace anzenmap::cli {

const RuleInfo token_in_arguments{
    .code = "CK985",
    .name = "token-in-arguments",
    .severity = Severity::error,
    .category = Category::privacy,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"トークンが命令に書かれている", "token on the command line"},
    .message = {"トークンを命令の中に書くことはできません。ほかの人にも見えてしまいます",
                "a token cannot be given on the command line, where others can see it"},
    .why = {"命令の文は、同じコンピューターを使うほかの人に見え、履歴にも残ります。",
            "Arguments are seen by every user of the computer and stay in the shell's history."},
    .remedy = {"いま書いたトークンは、カタログの画面で取り消して作り直してください。トークンは環境変数 "
               "CKAN_API_TOKEN に入れるか、自分だけが読めるファイルに書いて --token-file で指定します。",
               "Revoke that token in the catalogue and make a new one. Put it into the variable "
               "CKAN_API_TOKEN, or into a file that only you can read, named with --token-file."},
    .bad = "",
    .good = ""};

const RuleInfo token_file_open{
    .code = "CK986",
    .name = "token-file-open",
    .severity = Severity::error,
    .category = Category::privacy,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"トークンのファイルをほかの人も読める", "token file that others can read"},
    .message = {"「{path}」はほかの人も読めるので、トークンとして使いません",
                "others can read '{path}', so it is not used as a token"},
    .why = {"トークンを読める人は、あなたの名前でデータを書きかえられます。",
            "Whoever reads the token can change data in your name."},
    .remedy = {"chmod 600 ファイルの名前 "
               "で自分だけが読めるようにしてください。ほかの人が読んだかもしれないときは、トークンを作り直し"
               "てください。",
               "Run chmod 600 on the file. If somebody may have read it, make a new token."},
    .bad = "",
    .good = ""};

const RuleInfo token_file_unreadable{
    .code = "CK987",
    .name = "token-file-unreadable",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"トークンのファイルを読めない", "token file that cannot be read"},
    .message = {"トークンのファイル「{path}」を読めません（{reason}）",
                "cannot read the token file '{path}' ({reason})"},
    .why = {"トークンがないと、カタログに書きこめません。",
            "Without a token nothing can be written to the catalogue."},
    .remedy = {"ファイルの名前と場所を確かめてください。", "Check the name and the place of the file."},
    .bad = "",
    .good = ""};

const RuleInfo token_missing{
    .code = "CK988",
    .name = "token-not-given",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"トークンがない", "token missing"},
    .message = {"「{target}」に公開するにはトークンが要ります", "publishing to {target} needs a token"},
    .why = {"カタログは、トークンで誰が書きこんでよいかを確かめます。",
            "The catalogue knows by the token who may write."},
    .remedy = {"カタログの自分のページでトークンを作り、環境変数 CKAN_API_TOKEN "
               "に入れるか、自分だけが読めるファイルに書いて --token-file で指定してください。",
               "Make a token on your page of the catalogue. Put it into the variable CKAN_API_TOKEN, or into "
               "a file that only you can read, named with --token-file."},
    .bad = "",
    .good = ""};

const RuleInfo token_unlawful{
    .code = "CK989",
    .name = "token-unlawful",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"トークンの形ではない", "not a token"},
    .message = {"{source} の中身はトークンではありません（空か、一行ではないか、使えない文字があります）",
                "what {source} holds is no token (empty, more than a line, or characters that none has)"},
    .why = {"トークンは空白のない一行の英数字です。",
            "A token is one line of letters and digits without blanks."},
    .remedy = {"カタログの画面で表示されたトークンだけを、そのまま写してください。",
               "Copy just the token as the catalogue shows it."},
    .bad = "",
    .good = ""};

const RuleInfo catalogue_unconfirmed{
    .code = "CK990",
    .name = "catalogue-unconfirmed",
    .severity = Severity::error,
    .category = Category::privacy,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"初めてのカタログ", "catalogue not confirmed"},
    .message = {"{source} に書かれたカタログ「{target}」にトークンを送ってよいか、まだ確かめていません",
                "it is not confirmed that a token may be sent to {target}, which {source} names"},
    .why = {"受け取ったフォルダーに別の送り先が書かれていると、トークンを盗まれます。",
            "A folder from elsewhere could name a catalogue that collects tokens."},
    .remedy =
        {"正しいカタログなら、命令に --to と URL "
         "を書いてください。端末（画面）で一度「はい」と答えると、次からは聞きません。",
         "If it is the right catalogue, write its URL on the command line, or say yes once on a terminal."},
    .bad = "",
    .good = ""};

const RuleInfo publishing_unconfirmed{
    .code = "CK991",
    .name = "publishing-unconfirmed",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"公開の確認がない", "publishing not confirmed"},
    .message = {"確認していないので、何も変えていません", "nothing was changed, as nobody confirmed it"},
    .why = {"公開した内容は、すぐにだれでも見られます。",
            "What is published can be seen by everyone at once."},
    .remedy = {"上の計画を確かめて、よければ --yes を付けてもう一度実行してください。",
               "Look at the plan. If it is right, run the command again with --yes."},
    .bad = "",
    .good = ""};

const RuleInfo deletion_unconfirmed{
    .code = "CK992",
    .name = "deletion-unconfirmed",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"削除の確認がない", "deletion not confirmed"},
    .message = {"削除が {count} 件あり、確認していないので、何も変えていません",
                "nothing was changed: the plan deletes {count} and nobody confirmed that"},
    .why = {"削除すると、これまでのリンクが切れます。", "Links to what is deleted break."},
    .remedy =
        {"上の「-」の行を確かめて、本当に削除してよければ --yes と --yes-delete "
         "を付けてもう一度実行してください。",
         "Look at the lines with '-'. If they may go, run the command again with --yes and --yes-delete."},
    .bad = "",
    .good = ""};

const RuleInfo publishing_declined{
    .code = "CK993",
    .name = "publishing-declined",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"取りやめ", "declined"},
    .message = {"取りやめました。何も変えていません", "stopped as you wished; nothing was changed"},
    .why = {"「はい」と答えたときだけ公開します。", "Only a yes publishes."},
    .remedy = {"公開するときは、もう一度実行して y と答えてください。",
               "To publish, run it again and answer y."},
    .bad = "",
    .good = ""};

const RuleInfo options_at_odds{
    .code = "CK994",
    .name = "options-at-odds",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"いっしょに使えないオプション", "options that exclude each other"},
    .message = {"「{option}」は「{other}」といっしょには使えません",
                "{option} cannot be used together with {other}"},
    .why = {"どちらに従えばよいか決められません。", "It would not be clear which one counts."},
    .remedy = {"どちらか一つを消してください。", "Remove one of the two."},
    .bad = "",
    .good = ""};

const RuleInfo catalogue_unlawful{
    .code = "CK995",
    .name = "catalogue-unlawful",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"公開先の書き方が違う", "catalogue written wrongly"},
    .message = {"「{value}」は公開先として使えません", "'{value}' cannot be a catalogue"},
    .why = {"公開先は、カタログの URL か、このコンピューターのフォルダーです。",
            "A catalogue is a URL or a folder of this computer."},
    .remedy = {"カタログなら https:// から書いてください。フォルダーなら ./名前 のように書いてください。",
               "Write a catalogue with https:// in front, a folder as in ./name."},
    .bad = "",
    .good = ""};

const RuleInfo dataset_twice{
    .code = "CK996",
    .name = "dataset-twice",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"同じ名前のデータセットが二つ", "dataset given twice"},
    .message = {"「{first}」と「{second}」が、どちらもデータセット「{name}」です",
                "{first} and {second} are both the dataset {name}"},
    .why = {"あとのものが先のものを消してしまいます。", "The second would replace the first."},
    .remedy = {"どちらかを外すか、datapackage.json の name か --dataset で別の名前にしてください。",
               "Leave one out, or give one another name in its datapackage.json or with --dataset."},
    .bad = "",
    .good = ""};

const RuleInfo tls_unchecked{
    .code = "CK997",
    .name = "tls-unchecked",
    .severity = Severity::warning,
    .category = Category::privacy,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"通信の相手を確かめていない", "server not verified"},
    .message = {"--insecure "
                "が付いているので、通信の相手が本物かを確かめていません。トークンを盗まれるおそれがあります",
                "--insecure: the server's identity is not verified; the token can be stolen"},
    .why = {"にせもののサーバーにつながっても気づけません。", "A false server would not be noticed."},
    .remedy =
        {"庁内の証明書が要るときは、--insecure の代わりに --ca-bundle で証明書のファイルを指定してください。",
         "If your network has a certificate of its own, name its file with --ca-bundle instead."},
    .bad = "",
    .good = ""};

const RuleInfo token_in_clear{
    .code = "CK998",
    .name = "token-in-clear",
    .severity = Severity::warning,
    .category = Category::privacy,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"暗号のない通信", "unencrypted connection"},
    .message = {"「{target}」への通信は暗号になっていません。トークンを途中で読まれるおそれがあります",
                "the connection to {target} is not encrypted; the token can be read on the way"},
    .why = {"http:// の通信は、途中のだれでも読めます。", "Anybody on the way can read http://."},
    .remedy = {"カタログが https:// で開けるなら、そちらを書いてください。",
               "Use https:// where the catalogue has it."},
    .bad = "",
    .good = ""};

const RuleInfo publishing_incomplete{
    .code = "CK999",
    .name = "publishing-incomplete",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"終わらなかった公開", "publishing not finished"},
    .message = {"{count} 件のデータセットが終わりませんでした", "not finished: {count} of the datasets"},
    .why = {"途中までの内容は公開されていません。終わったものはそのままです。",
            "What is not finished is not visible to the public; what is finished stays."},
    .remedy = {"原因を直して、同じ命令をもう一度実行してください。続きから行います。",
               "Mend the cause and run the same command again: it goes on where it stopped."},
    .bad = "",
    .good = ""};

std::span<const RuleInfo* const> publishing_rules() {
  static constexpr std::array<const RuleInfo*, 15> kRules = {
      &token_in_arguments,  &token_file_open,       &token_file_unreadable,  &token_missing,
      &token_unlawful,      &catalogue_unconfirmed, &publishing_unconfirmed, &deletion_unconfirmed,
      &publishing_declined, &options_at_odds,       &catalogue_unlawful,     &dataset_twice,
      &tls_unchecked,       &token_in_clear,        &publishing_incomplete};
  return kRules;
}

}  // namespace anzenmap::cli
