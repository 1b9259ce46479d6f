// SPDX-License-Identifier: Apache-2.0
#include "cli/config_rules.hpp"

namespace anzenmap::cli {

const RuleInfo metadata_unusable{
    .code = "UI814",
    .name = "metadata-unusable",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"公開データの説明に使えない値", "A value that cannot describe a dataset"},
    .message = {"「--{option}」に「{value}」は使えません。{wanted}",
                "--{option} cannot be '{value}': {wanted}"},
    .why = {"まちがった説明のまま、カタログに出てしまいます。", "The catalogue would show something wrong."},
    .remedy = {"書き方を直して、もう一度実行してください。", "Correct it and run the command again."},
    .bad = "",
    .good = ""};

const RuleInfo config_unreadable{
    .code = "CK946",
    .name = "config-unreadable",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"anzenmap.json を読めない", "anzenmap.json cannot be read"},
    .message = {"「{path}」を読めません（{reason}）", "cannot read '{path}' ({reason})"},
    .why =
        {"公開先や説明など、この役所の決まりが書かれたファイルです。読みとばすと、ちがう内容で公開されるかも"
         "しれません。",
         "It holds what this office has settled for its data. Without it something else could be published."},
    .remedy = {"書き方を直してください。ひな形は samples/anzenmap.yamaguchi.json にあります。",
               "Correct the file. samples/anzenmap.yamaguchi.json is one to start from."},
    .bad = "",
    .good = ""};

const RuleInfo config_member_unusable{
    .code = "CK947",
    .name = "config-member-unusable",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"anzenmap.json の項目を使えない", "A member of anzenmap.json cannot be used"},
    .message = {"「{path}」の {member} を使えません。{wanted}", "cannot use {member} of '{path}': {wanted}"},
    .why = {"まちがった設定のまま公開してしまうのを防ぎます。",
            "Nothing is published by a setting that is wrong."},
    .remedy = {"その項目を直すか、消してください。書き方は docs/schema/config.schema.json にあります。",
               "Correct or remove the member. docs/schema/config.schema.json says how it is written."},
    .bad = "",
    .good = ""};

const RuleInfo config_member_unknown{
    .code = "CK948",
    .name = "config-member-unknown",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"anzenmap.json に知らない項目がある", "An unknown member in anzenmap.json"},
    .message = {"「{path}」の {member} という項目はありません{hint}",
                "'{path}' has {member}, which is no member{hint}"},
    .why = {"つづりのまちがいを読みとばすと、決めたはずのことが行われません。",
            "Skipping a slip of the pen would silently leave something undone."},
    .remedy = {"つづりを確かめてください。覚え書きは comment という項目に書けます。",
               "Check the spelling. Notes may be kept in a member called comment."},
    .bad = "",
    .good = ""};

const RuleInfo config_has_token{
    .code = "CK949",
    .name = "config-has-token",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"anzenmap.json に鍵が書かれている", "anzenmap.json holds a secret"},
    .message = {"「{path}」の {member} に、鍵（トークン）かパスワードが書かれています",
                "{member} of '{path}' holds a token or a password"},
    .why = {"このファイルは人に渡したり、共有フォルダーに置いたりするものです。鍵を見た人は、だれでもデータを"
            "書きかえたり消したりできます。",
            "This file is shared. Whoever sees the token can change or delete the office's data."},
    .remedy = {"その項目を消し、鍵をカタログの画面で作りなおしてください。新しい鍵は、環境変数 "
               "CKAN_API_TOKEN か、本人だけが読めるファイル（--token-file）に置きます。",
               "Remove it and have the catalogue make a new token. Keep that one in CKAN_API_TOKEN or in a "
               "file that only you can read (--token-file)."},
    .bad = "",
    .good = ""};

std::span<const RuleInfo* const> config_rules() {
  static const RuleInfo* const kRules[] = {
      &config_unreadable, &config_member_unusable, &config_member_unknown,
      &config_has_token,  &metadata_unusable,
  };
  return kRules;
}

}  // namespace anzenmap::cli
