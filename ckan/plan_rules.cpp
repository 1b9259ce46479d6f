// SPDX-License-Identifier: Apache-2.0
#include "ckan/plan_rules.hpp"

namespace anzenmap::ckan {

const RuleInfo audience_not_public{
    .code = "CK950",
    .name = "audience-not-public",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"公開用ではない", "Not made for the public"},
    .message =
        {"「{name}」は内部用に書き出されたものなので、公開できません。公開用に書き出しなおしてください",
         "'{name}' was written for internal use and is not published; convert the survey for the public "
         "first"},
    .why = {"内部用のファイルには、名前や電話番号など、公開してはいけない列が入っていることがあります。",
            "Files for internal use may hold names, telephone numbers and other columns that must not be "
            "public."},
    .remedy = {"元の調査から anzenmap convert --public で書き出しなおし、そのフォルダーを公開してください。",
               "Convert the survey again with anzenmap convert --public and publish that folder."},
    .bad = "",
    .good = ""};

const RuleInfo audience_unsaid{
    .code = "CK951",
    .name = "audience-unsaid",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"公開してよいか書かれていない", "Not said to be public"},
    .message =
        {"「{name}"
         "」には、公開してよいデータだと書かれていません。中身を確かめた人が、公開してよいと指定してください",
         "'{name}' does not say that it may be public; let somebody who looked at the data say so"},
    .why =
        {"手で作った一覧（datapackage."
         "json）では、個人情報を除いたかどうかを確かめられません。確かめた人の判断は、公開の計画に残ります。",
         "Nothing tells whether personal data was removed from a package made by hand. The decision is kept "
         "in the plan."},
    .remedy =
        {"中身を確かめてから、公開してよいという指定（audience に public）を付けて、もう一度行ってください。",
         "Look at the files, then run again with the audience set to public."},
    .bad = "",
    .good = ""};

const RuleInfo written_with_errors{
    .code = "CK952",
    .name = "written-with-errors",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"エラーのある記録を含む", "Holds records with errors"},
    .message =
        {"「{name}」には、エラーのある記録が {count} "
         "件入っています。元の調査を直すか、エラーがあっても公開すると指定してください",
         "'{name}' holds errors ({count}); correct the survey or say that it may be published with them"},
    .why = {"まちがった場所や値のまま公開すると、地図を見た人が困ります。",
            "Wrong places or values mislead those who read the map."},
    .remedy = {"報告（report."
               "json）を見て元の調査を直し、書き出しなおしてください。わかったうえで公開するときは、そう指定"
               "します。",
               "Read the report, correct the survey and convert it again; or allow the errors knowingly."},
    .bad = "",
    .good = ""};

const RuleInfo license_not_listed{
    .code = "CK953",
    .name = "license-not-listed",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"サイトにないライセンス", "Licence unknown to the site"},
    .message = {"「{name}」のライセンス「{license}」は、このサイトの一覧にありません。使えるもの：{known}",
                "the licence '{license}' of '{name}' is not in this site's list; it has: {known}"},
    .why = {"サイトの知らないライセンスは、利用条件として正しく表示されません。",
            "The site cannot show the terms of a licence that it does not know."},
    .remedy = {"一覧にある ID を選ぶか、サイトの管理者にライセンスの追加を頼んでください。",
               "Choose an id of the list, or ask the site's operator to add the licence."},
    .bad = "",
    .good = ""};

const RuleInfo token_without_right{
    .code = "CK954",
    .name = "token-without-right",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"公開する権限がない", "No right to publish"},
    .message = {"このトークンでは、組織「{organization}」にデータセットを公開できません（{reason}）",
                "this token cannot publish in the organisation '{organization}' ({reason})"},
    .why =
        {"CKAN "
         "は、まちがったトークンや期限の切れたトークンを、だまって「ログインしていない人」として扱います。",
         "CKAN silently treats a wrong or expired token as nobody at all."},
    .remedy = {"トークンを作りなおすか、組織の管理者に「編集者」にしてもらってください。組織の名前も確かめて"
               "ください。",
               "Make a new token, or ask the organisation's administrator to make you an editor. Check the "
               "organisation's name too."},
    .bad = "",
    .good = ""};

const RuleInfo name_of_another{
    .code = "CK955",
    .name = "name-of-another-organisation",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"ほかの組織のデータセットと同じ名前", "Name of another organisation's dataset"},
    .message = {"「{name}」は、このサイトでは組織「{owner}」のデータセットです。別の名前にしてください",
                "'{name}' is a dataset of the organisation '{owner}' on this site; choose another name"},
    .why = {"データセットの名前は、サイト全体で一つしか使えません。ほかの組織のデータセットを書きかえることは"
            "しません。",
            "A name is unique on the whole site, and the data of others is never touched."},
    .remedy = {"団体コードを名前に入れる（例：anzen-35215-shunan）などして、別の名前にしてください。",
               "Choose another name, for example with the municipality's code in it."},
    .bad = "",
    .good = ""};

const RuleInfo changed_meanwhile{
    .code = "CK956",
    .name = "changed-meanwhile",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"だれかが先に書きかえた", "Changed by somebody else"},
    .message = {"「{name}」の「{field}」が、計画のあとで変わりました。計画したとき：{planned}、いま：{now}"
                "。何も書きかえていません",
                "'{field}' of '{name}' has changed since the plan: it was {planned} and is now {now}; "
                "nothing was written"},
    .why = {"同じデータセットをほかの人や別の仕組みが書きかえています。そのまま進めると、その変更を消してしま"
            "います。",
            "Somebody else or another program changed the same dataset; going on would undo their work."},
    .remedy = {"相手の変更を確かめてから、もう一度計画を作ってください。新しい計画には、いまの値が出ます。",
               "Look at the change, then plan again: the new plan shows the present values."},
    .bad = "",
    .good = ""};

const RuleInfo plan_stale{
    .code = "CK957",
    .name = "plan-stale",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"計画が古い", "Stale plan"},
    .message = {"「{name}」は、計画したときと様子が違います（{reason}）。何も書きかえていません",
                "'{name}' is not as it was when the plan was made ({reason}); nothing was written"},
    .why = {"計画は、作ったときのサイトの様子をもとにしています。様子が変わると、計画どおりに進めてよいかわか"
            "りません。",
            "A plan holds only for the state that it was made from."},
    .remedy =
        {"もう一度計画を作ってください。公開したばかりなら、検索に出るまで数分待ってからにします。",
         "Plan again. Right after publishing, wait some minutes until the site's search has caught up."},
    .bad = "",
    .good = ""};

const RuleInfo file_changed_since_plan{
    .code = "CK958",
    .name = "file-changed-since-plan",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"計画のあとでファイルが変わった", "File changed since the plan"},
    .message = {"「{path}」が、計画を作ったあとで{reason}。送りません",
                "'{path}' {reason} since the plan was made; it is not sent"},
    .why = {"計画を見て「よい」と言った中身と、違うものを公開しないためです。",
            "What is published must be what was looked at."},
    .remedy = {"もう一度計画を作ってください。", "Plan again."},
    .bad = "",
    .good = ""};

const RuleInfo delete_unconfirmed{
    .code = "CK959",
    .name = "delete-unconfirmed",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"削除の確認がない", "Delete not confirmed"},
    .message = {"「{name}」の計画には削除が含まれますが、確認されていません。何も書きかえていません",
                "the plan for '{name}' deletes something and that was not confirmed; nothing was written"},
    .why = {"削除すると、公開中の URL が使えなくなります。", "What is deleted is gone from its URL."},
    .remedy = {"計画の「削除」を確かめ、よければ削除してよいと答えてください。",
               "Look at the deletions of the plan and confirm them."},
    .bad = "",
    .good = ""};

const RuleInfo plan_unreadable{
    .code = "CK960",
    .name = "plan-unreadable",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"計画のファイルを読めない", "Plan cannot be read"},
    .message = {"「{path}」は、公開の計画として読めません（{reason}）",
                "'{path}' cannot be read as a plan for publishing ({reason})"},
    .why = {"計画のファイルが途中で切れているか、手で書きかえられています。",
            "The file is cut off or was edited."},
    .remedy = {"もう一度計画を作って保存してください。", "Make and save the plan again."},
    .bad = "",
    .good = ""};

const RuleInfo plan_of_another_version{
    .code = "CK961",
    .name = "plan-of-another-version",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"別の版の計画", "Plan of another version"},
    .message =
        {"「{path}」は、このプログラムでは使えない版（{version}）の計画です。もう一度計画を作ってください",
         "'{path}' is a plan of version {version}, which this program does not apply; plan again"},
    .why = {"版が違うと、書かれていることの意味が変わっているかもしれません。",
            "In another version the same words may mean something else."},
    .remedy = {"このプログラムで、もう一度計画を作ってください。", "Make the plan again with this program."},
    .bad = "",
    .good = ""};

const RuleInfo plan_of_another_target{
    .code = "CK962",
    .name = "plan-of-another-target",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"別の公開先の計画", "Plan for another target"},
    .message = {"この計画は「{planned}」のものです。「{target}」には使えません",
                "this plan was made for '{planned}' and is not applied to '{target}'"},
    .why = {"計画は、作ったときの公開先の様子をもとにしています。",
            "A plan holds only for the place that it was made for."},
    .remedy = {"公開先を計画と同じにするか、もう一度計画を作ってください。",
               "Name the same target, or plan again."},
    .bad = "",
    .good = ""};

const RuleInfo upload_differs{
    .code = "CK963",
    .name = "upload-differs",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"届いたファイルが違う", "Uploaded file differs"},
    .message = {"「{name}」の「{key}」は、サイトに届いた中身が送ったものと違います（{reason}）",
                "'{key}' of '{name}' did not arrive as it was sent ({reason})"},
    .why = {"途中の機器がファイルを切ったり書きかえたりしたと思われます。",
            "Something on the way cut the file or changed it."},
    .remedy = {"もう一度公開してください。続くときは、サイトの管理者に大きさの制限や検査ソフトについて聞いて"
               "ください。",
               "Publish again. If it goes on, ask the site's operator about size limits and filters."},
    .bad = "",
    .good = ""};

const RuleInfo published_file_uncertain{
    .code = "CK964",
    .name = "published-file-uncertain",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"公開中のファイルが変わったかもしれない", "Published file may have changed"},
    .message = {"「{name}"
                "」のファイルを送りましたが、サイトは保存できたと答えませんでした。公開中のファイルだけが新し"
                "くなっているかもしれません",
                "the files of '{name}' were sent but the site did not say that they were stored; the "
                "published files may already be the new ones while their description is old"},
    .why = {"CKAN "
            "は、説明を保存するより先にファイルを置きかえます。検索の仕組みが止まっていると、ファイルだけが新"
            "しくなります。",
            "CKAN replaces the file before it stores the description; while its search is down only the file "
            "gets new."},
    .remedy = {"しばらくしてから、同じものをもう一度公開してください。もう一度送られ、正しくそろいます。",
               "Publish the same again after a while: it is sent again and put right."},
    .bad = "",
    .good = ""};

const RuleInfo guard_weaker{
    .code = "CK965",
    .name = "guard-weaker",
    .severity = Severity::warning,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"書きかえの衝突を見つけにくい", "Weaker guard against conflicts"},
    .message = {"このサイトは古い CKAN "
                "のため、「{name}"
                "」は書く直前に読みなおして確かめました。ちょうど同じときのほかの人の変更は、見つけられないこ"
                "とがあります",
                "this site's CKAN is old, so '{name}' was re-read just before it was written; a change by "
                "somebody else in that very moment may go unseen"},
    .why = {"package_revise がない CKAN では、サイト自身に「変わっていたら断る」ように頼めません。",
            "Without package_revise the site itself cannot refuse a write to a changed dataset."},
    .remedy =
        {"同じデータセットを同時に公開しないでください。CKAN 2.10 以上では心配ありません。",
         "Let nobody else publish the same dataset at the same time. CKAN 2.10 and later have no such gap."},
    .bad = "",
    .good = ""};

const RuleInfo value_not_kept{
    .code = "CK966",
    .name = "value-not-kept",
    .severity = Severity::warning,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"サイトが値を変えた", "Value not kept by the site"},
    .message = {"「{name}」の「{field}」は、サイトで別の値になりました。送った値：{sent}、サイトの値：{kept}",
                "the site stored another value for '{field}' of '{name}': sent {sent}, stored {kept}"},
    .why = {"サイトの設定や拡張機能が、値を書きなおしています。次の公開でも、違いとして出ます。",
            "A setting or an extension of the site rewrites the value; the next plan will show the "
            "difference again."},
    .remedy = {"サイトの値に合わせて、手元の値を直してください。", "Set your value to what the site stores."},
    .bad = "",
    .good = ""};

const RuleInfo left_unfinished{
    .code = "CK967",
    .name = "left-unfinished",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"公開が終わっていない", "Left unfinished"},
    .message = {"「{name}」は非公開のまま残っています。もう一度公開すると、続きから行います",
                "'{name}' was left private; publish again to complete it"},
    .why = {"すべてがそろうまで公開しないので、途中で止まっても、半端なものは人の目に触れません。",
            "Nothing is public until all of it is there, so nobody sees a half."},
    .remedy = {"原因を直してから、同じものをもう一度公開してください。",
               "Remove the cause and publish the same again."},
    .bad = "",
    .good = ""};

const RuleInfo datastore_differs{
    .code = "CK968",
    .name = "datastore-differs",
    .severity = Severity::warning,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"表の中身が違う", "DataStore differs"},
    .message = {"「{name}」の「{key}」は、サイトの表（DataStore）がファイルと違います（{reason}）",
                "the DataStore of '{key}' of '{name}' differs from the file ({reason})"},
    .why = {"サイトの読み込みの仕組みがまだ終わっていないか、列の型を読みちがえています。",
            "The site's own loader has not finished, or has misread a column."},
    .remedy = {"しばらくして、もう一度公開してください。続くときは、サイトの管理者に読み込みの記録を見てもら"
               "ってください。",
               "Publish again after a while. If it goes on, ask the site's operator for the loader's log."},
    .bad = "",
    .good = ""};

const RuleInfo table_unusable{
    .code = "CK969",
    .name = "table-unusable",
    .severity = Severity::warning,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"表として読めない", "Not usable as a table"},
    .message = {"「{path}」は、サイトの表（DataStore）に入れられません（{reason}）。ファイルは公開します",
                "'{path}' cannot be loaded into the DataStore ({reason}); the file itself is published"},
    .why = {"表に入れるには、UTF-8 の CSV で、見出しと列の数がそろっている必要があります。",
            "The DataStore needs a UTF-8 CSV whose rows are as long as its header."},
    .remedy = {"CSV を UTF-8 で書き出しなおしてください。", "Convert to a UTF-8 CSV."},
    .bad = "",
    .good = ""};

std::span<const RuleInfo* const> plan_rules() {
  static constexpr const RuleInfo* kRules[] = {
      &audience_not_public,     &audience_unsaid,    &written_with_errors,      &license_not_listed,
      &token_without_right,     &name_of_another,    &changed_meanwhile,        &plan_stale,
      &file_changed_since_plan, &delete_unconfirmed, &plan_unreadable,          &plan_of_another_version,
      &plan_of_another_target,  &upload_differs,     &published_file_uncertain, &guard_weaker,
      &value_not_kept,          &left_unfinished,    &datastore_differs,        &table_unusable};
  return kRules;
}

}  // namespace anzenmap::ckan
