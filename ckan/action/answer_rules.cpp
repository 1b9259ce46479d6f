// SPDX-License-Identifier: Apache-2.0
#include "ckan/action/answer_rules.hpp"

namespace anzenmap::ckan {

const RuleInfo answer_no_ckan{
    .code = "CK916",
    .name = "answer-no-ckan",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"CKAN の答えではない", "The answer is not CKAN's"},
    .message = {"「{host}」から、CKAN のものではない答えが返りました（状態コード {status}{page}）",
                "the answer of '{host}' is not CKAN's (status {status}{page})"},
    .why = {"URL の場所に CKAN がないか、途中の機器がべつのページを返しています。",
            "There is no CKAN at this URL, or something in between answered with a page of its own."},
    .remedy = {"カタログのトップページの URL "
               "かどうか確かめてください。「/ckan」のような続きが要ることがあります（例: "
               "https://example.jp/ckan）。正しければ、カタログの運営者に状態コードを伝えてください。",
               "Check that the URL is that of the catalogue's front page; it may need an ending such as "
               "/ckan. If it is right, tell those who run the catalogue the status."},
    .bad = "",
    .good = ""};

const RuleInfo login_page{
    .code = "CK917",
    .name = "login-page",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"ログインのページが返った", "A login page came instead"},
    .message =
        {"「{host}」から、CKAN の答えの代わりにログインのページが返りました（状態コード {status}{page}）",
         "'{host}' answered with a login page instead of CKAN's answer (status {status}{page})"},
    .why = {"カタログやネットワークの前に、べつのログインがあります。ブラウザーでのログインは、このソフトには"
            "効きません。",
            "Another login stands in front of the catalogue or the network. Being logged in with a browser "
            "does not help this program."},
    .remedy =
        {"ブラウザーでネットワークのログインを済ませてから、もう一度行ってください。カタログそのものがログイ"
         "ンを求めるなら、運営者に、API（/api/3/action/）をプログラムから使う方法を聞いてください。",
         "Log in to the network with a browser and run again. If the catalogue itself asks, find out from "
         "those who run it how programs may use its API (/api/3/action/)."},
    .bad = "",
    .good = ""};

const RuleInfo redirect_elsewhere{
    .code = "CK918",
    .name = "redirect-elsewhere",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"べつの場所へ案内された", "Sent to another place"},
    .message = {"「{host}」は、べつの場所「{location}」へ案内しました。トークンを守るため、ついていきません",
                "'{host}' sends us to '{location}'; to protect the token this is not followed"},
    .why =
        {"ついていくと、べつのサーバーにトークンやデータを渡してしまうかもしれません。何も変わっていません。",
         "Following could hand the token and the data to another server. Nothing was changed."},
    .remedy =
        {"案内先が引っこし先として正しければ、その URL "
         "を指定しなおしてください。心当たりがなければ、カタログの運営者に聞いてください。",
         "If the catalogue has moved there, give that URL instead. If not, ask those who run the catalogue."},
    .bad = "",
    .good = ""};

const RuleInfo request_refused{
    .code = "CK919",
    .name = "request-refused",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"CKAN が頼みを受けつけない", "CKAN does not take the request"},
    .message = {"CKAN が「{action}」を受けつけませんでした（状態コード {status}）{answer}",
                "CKAN did not take '{action}' (status {status}){answer}"},
    .why = {"CKAN の版が古くてこの操作がないか、途中で中身がこわれました。何も変わっていません。",
            "This CKAN may be too old to know the operation, or the request was damaged on its way. Nothing "
            "was changed."},
    .remedy = {"CKAN 2.10 以上かどうかを確かめてください（anzenmap catalogue "
               "status）。そうなら、この文とともに運営者に知らせてください。",
               "Check that it is CKAN 2.10 or later (anzenmap catalogue status). If so, tell those who run "
               "it, with this message."},
    .bad = "",
    .good = ""};

const RuleInfo values_refused{
    .code = "CK920",
    .name = "values-refused",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"項目の値が断られた", "Values were refused"},
    .message = {"カタログが次の項目を断りました: {fields}", "the catalogue refused these fields: {fields}"},
    .why = {"カタログの決まりに合わない値は公開できません。何も変わっていません。",
            "Values against the catalogue's rules cannot be published. Nothing was changed."},
    .remedy = {"示された項目を datapackage.json か anzenmap.json で直して、もう一度行ってください。",
               "Correct these fields in datapackage.json or anzenmap.json and run again."},
    .bad = "",
    .good = ""};

const RuleInfo rights_missing{
    .code = "CK921",
    .name = "rights-missing",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"権利がない", "The right to do this is missing"},
    .message =
        {"カタログが「{action}"
         "」を許しませんでした。トークンがまちがっているか期限切れか、持ち主にこの組織での権利がありません",
         "the catalogue did not allow '{action}': the token is wrong or has expired, or its owner has no "
         "right in this organisation"},
    .why = {"CKAN は、まちがったトークンを「トークンなし」と同じに扱います。何も変わっていません。",
            "CKAN treats a wrong token like none. Nothing was changed."},
    .remedy = {"カタログの自分のページでトークンを作りなおしてください。それでもだめなら、運営者に、組織の「"
               "編集者」にしてもらってください。",
               "Make a new token on your page of the catalogue. If that does not help, ask those who run it "
               "to make you an editor of the organisation."},
    .bad = "",
    .good = ""};

const RuleInfo anonymous_refused{
    .code = "CK922",
    .name = "anonymous-refused",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"トークンが要る", "A token is needed"},
    .message = {"カタログが「{action}」を許しませんでした。トークンなしでは行えません",
                "the catalogue did not allow '{action}': it takes a token"},
    .why = {"書き込みや、公開前のデータを見るには、だれが行うのかを示すトークンが要ります。何も変わっていませ"
            "ん。",
            "Writing, and seeing what is not public yet, takes a token that says who you are. Nothing was "
            "changed."},
    .remedy = {"カタログの自分のページの「API トークン」で作り、環境変数 CKAN_API_TOKEN か --token-file "
               "で渡してください。",
               "Make one under 'API tokens' on your page of the catalogue and hand it over by CKAN_API_TOKEN "
               "or --token-file."},
    .bad = "",
    .good = ""};

const RuleInfo thing_not_found{
    .code = "CK923",
    .name = "thing-not-found",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"カタログにない", "Not in the catalogue"},
    .message = {"カタログに見つかりません（{action}）{answer}",
                "not found in the catalogue ({action}){answer}"},
    .why = {"名前がちがうか、もう消されています。", "The name is wrong, or it has been deleted."},
    .remedy = {"名前を確かめてください。anzenmap catalogue list で、公開されているものの一覧が見られます。",
               "Check the name; anzenmap catalogue list shows what is published."},
    .bad = "",
    .good = ""};

const RuleInfo upload_too_large{
    .code = "CK924",
    .name = "upload-too-large",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"送るファイルが大きすぎる", "The upload is too large"},
    .message = {"カタログが、送ったもの（{size}）を大きすぎるとして断りました（状態コード {status}）{answer}",
                "the catalogue refused what was sent ({size}) as too large (status {status}){answer}"},
    .why =
        {"カタログやその前の機器には、一度に送れる大きさの上限があります（CKAN は、はじめは 10 MB）。",
         "The catalogue, or something in front of it, limits the size of an upload (CKAN: 10 MB at first)."},
    .remedy = {"カタログの運営者に上限を聞き、上げてもらうか、ファイルを分けてください。",
               "Ask those who run the catalogue for its limit and to raise it, or divide the file."},
    .bad = "",
    .good = ""};

const RuleInfo too_many_requests{
    .code = "CK925",
    .name = "too-many-requests",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"送りすぎと言われた", "Too many requests"},
    .message = {"「{host}」に、しばらく待つように言われました（状態コード 429{wait}）",
                "'{host}' asks to wait (status 429{wait})"},
    .why = {"短い時間に多くの頼みが届くと、カタログは断ります。断られた頼みは行われていません。",
            "A catalogue refuses when too much comes at once. What was refused was not done."},
    .remedy = {"しばらく待ってから、もう一度行ってください。続くときは、同時に送る数を減らしてください。",
               "Wait and run again. If it stays so, send less at a time."},
    .bad = "",
    .good = ""};

const RuleInfo server_fault{
    .code = "CK926",
    .name = "server-fault",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"CKAN の中で失敗した", "CKAN failed"},
    .message = {"「{host}」の CKAN が「{action}」の途中で失敗しました（状態コード {status}{page}）",
                "CKAN at '{host}' failed during '{action}' (status {status}{page})"},
    .why = {"行われたかどうかは、わかりません。同じ名前のものを同時に作ったときにも起こります。",
            "Whether it was done is unknown. It also comes when two create the same name at once."},
    .remedy = {"もう一度行ってください。カタログの今の状態を調べてから、残りだけを行います。続くときは、カタ"
               "ログの運営者に、起きた時刻とともに知らせてください。",
               "Run again: the catalogue is looked at first and only what remains is done. If it stays so, "
               "tell those who run the catalogue, with the time."},
    .bad = "",
    .good = ""};

const RuleInfo search_fault{
    .code = "CK927",
    .name = "search-fault",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"カタログの検索が働いていない", "The catalogue's search does not work"},
    .message = {"「{host}」の検索（Solr）が働いていないため、「{action}」を終えられませんでした（{type}）",
                "the search (Solr) of '{host}' does not work, so '{action}' could not be done ({type})"},
    .why = {"CKAN "
            "は、検索に登録できないと保存もしません。ただし、送ったファイルの中身だけは入れ替わっていることが"
            "あります。",
            "CKAN stores nothing that its search cannot take. The content of files that were sent may be "
            "replaced all the same."},
    .remedy = {"しばらくしてから、もう一度行ってください。送ったファイルは、もう一度送りなおします。続くとき"
               "は、カタログの運営者に「Solr が止まっているか、項目の値が長すぎる」と知らせてください。",
               "Run again later; the files are sent once more. If it stays so, tell those who run the "
               "catalogue that Solr is down or a value is too long for it."},
    .bad = "",
    .good = ""};

const RuleInfo gateway_fault{
    .code = "CK928",
    .name = "gateway-fault",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"CKAN が今は答えられない", "CKAN cannot answer now"},
    .message = {"「{host}」の CKAN が今は答えられません（{reason}、状態コード {status}{page}）",
                "CKAN at '{host}' cannot answer now ({reason}, status {status}{page})"},
    .why =
        {"CKAN の前のサーバーが、CKAN からの答えを受けとれませんでした。行われたかどうかは、わかりません。",
         "The server in front of CKAN got no answer from it. Whether the request was done is unknown."},
    .remedy =
        {"しばらくしてから、もう一度行ってください。カタログの今の状態を調べてから、残りだけを行います。",
         "Run again later: the catalogue is looked at first and only what remains is done."},
    .bad = "",
    .good = ""};

const RuleInfo blocked_on_the_way{
    .code = "CK929",
    .name = "blocked-on-the-way",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"途中の機器に止められた", "Blocked on the way"},
    .message = {"「{host}」への頼みが、CKAN に届く前に断られました（状態コード {status}{page}）",
                "the request to '{host}' was refused before it reached CKAN (status {status}{page})"},
    .why = {"不正な通信を防ぐ機器や、べつのログインが、CKAN の前にあります。何も変わっていません。",
            "A firewall or another login stands in front of CKAN. Nothing was changed."},
    .remedy =
        {"カタログの運営者かネットワークの担当者に、API（/api/3/action/）への送信を許してもらってください。",
         "Ask those who run the catalogue or your network to allow requests to its API (/api/3/action/)."},
    .bad = "",
    .good = ""};

std::span<const RuleInfo* const> answer_rules() {
  static const RuleInfo* const kRules[] = {
      &answer_no_ckan, &login_page,        &redirect_elsewhere, &request_refused,   &values_refused,
      &rights_missing, &anonymous_refused, &thing_not_found,    &upload_too_large,  &too_many_requests,
      &server_fault,   &search_fault,      &gateway_fault,      &blocked_on_the_way};
  return kRules;
}

}  // namespace anzenmap::ckan
