// SPDX-License-Identifier: Apache-2.0
#include "ckan/http/connection_rules.hpp"

namespace anzenmap::ckan {

const RuleInfo host_not_found{
    .code = "CK905",
    .name = "host-not-found",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"サーバーの名前が見つからない", "The server's name is unknown"},
    .message = {"サーバー「{host}」が見つかりません。URL のつづりとネットワークのつながりを確かめてください",
                "cannot find the server '{host}': check the URL's spelling and the network connection"},
    .why = {"名前が見つからないと、どこにつなげばよいかわかりません。何も送っていません。",
            "Without an address there is nowhere to connect to. Nothing was sent."},
    .remedy = {"ブラウザーで同じ URL "
               "を開いてみてください。ブラウザーでは開けるなら、プロキシの設定が要ります（--proxy か環境変数 "
               "https_proxy）。",
               "Open the same URL in a browser. If it opens there, a proxy has to be set (--proxy, or "
               "https_proxy in the environment)."},
    .bad = "",
    .good = ""};

const RuleInfo connection_refused{
    .code = "CK906",
    .name = "connection-refused",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"接続を断られた", "The connection was refused"},
    .message = {"サーバー「{host}」につながりません（{reason}）", "cannot connect to '{host}' ({reason})"},
    .why = {"サーバーが止まっているか、URL "
            "のポート番号がちがうか、途中の機器が通していません。何も送っていません。",
            "The server is down, the port in the URL is wrong, or something in between blocks it. Nothing "
            "was sent."},
    .remedy = {"URL "
               "を確かめ、しばらくしてからもう一度行ってください。続くときは、カタログの運営者かネットワーク"
               "の担当者に知らせてください。",
               "Check the URL and run again later. If it stays so, tell those who run the catalogue or your "
               "network."},
    .bad = "",
    .good = ""};

const RuleInfo connection_timeout{
    .code = "CK907",
    .name = "connection-timeout",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"接続に時間がかかりすぎた", "Connecting took too long"},
    .message = {"サーバー「{host}」に {seconds} 秒以内につながりませんでした",
                "could not connect to '{host}' within {seconds} s"},
    .why = {"ネットワークが切れているか、プロキシを通らないと外に出られないネットワークです。何も送っていませ"
            "ん。",
            "The network is down, or it lets nothing out but through a proxy. Nothing was sent."},
    .remedy = {"ネットワークのつながりを確かめてください。役所のネットワークでは、プロキシの設定が要ることが"
               "あります（--proxy か環境変数 https_proxy）。",
               "Check the network. In an office a proxy may have to be set (--proxy, or https_proxy in the "
               "environment)."},
    .bad = "",
    .good = ""};

const RuleInfo proxy_fault{
    .code = "CK908",
    .name = "proxy-fault",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"プロキシを通れない", "The proxy lets nothing through"},
    .message = {"プロキシを通って「{host}」につなぐことができません（{reason}）",
                "cannot reach '{host}' through the proxy ({reason})"},
    .why =
        {"役所のネットワークのプロキシが、接続を断ったか、見つかりません。カタログには何も届いていません。",
         "Your network's proxy refused or cannot be found. Nothing reached the catalogue."},
    .remedy = {"プロキシの "
               "URL、利用者名、パスワードを確かめてください。合っていれば、ネットワークの担当者に、この行き先"
               "への接続を許してもらってください。",
               "Check the proxy's URL, user name and password. If they are right, ask those who run your "
               "network to allow this destination."},
    .bad = "",
    .good = ""};

const RuleInfo tls_untrusted{
    .code = "CK909",
    .name = "tls-untrusted",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"サーバーの証明書を信用できない", "The server's certificate is not trusted"},
    .message = {"サーバー「{host}」が本物かどうか確かめられません（{reason}）。何も送らずにやめました",
                "cannot verify that '{host}' is genuine ({reason}); nothing was sent"},
    .why = {"にせのサーバーにトークンやデータを渡さないための確認です。通信を調べる機器のあるネットワークでも"
            "起こります。",
            "This keeps tokens and data from impostors. Networks that inspect traffic cause it too."},
    .remedy =
        {"このパソコンの日付が正しいか確かめてください。役所のネットワークなら、担当者から証明書（PEM "
         "のファイル）をもらって --ca-bundle "
         "で指してください。カタログの証明書の期限切れなら、運営者に知らせてください。",
         "Check this computer's date. In an office network, ask for its certificate (a PEM file) and name it "
         "with --ca-bundle. If the catalogue's certificate has expired, tell those who run it."},
    .bad = "",
    .good = ""};

const RuleInfo tls_failed{
    .code = "CK910",
    .name = "tls-failed",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"暗号化した接続を始められない", "No encrypted connection can be made"},
    .message = {"サーバー「{host}」と暗号化した接続を始められません（{reason}）。何も送っていません",
                "cannot start an encrypted connection with '{host}' ({reason}); nothing was sent"},
    .why = {"https でないところに https でつないだか、古すぎる方式のサーバーか、必要な証明書がありません。",
            "The address may not speak https, the server may be too old, or a certificate is missing."},
    .remedy = {"URL が https か http "
               "か、ポート番号が正しいかを確かめてください。クライアント証明書が要るカタログなら、そのファイ"
               "ルを指してください。",
               "Check whether the URL is https or http and its port. If the catalogue wants a client "
               "certificate, name its file."},
    .bad = "",
    .good = ""};

const RuleInfo connection_lost{
    .code = "CK911",
    .name = "connection-lost",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"答えの来る前に接続が切れた", "The connection was lost before the answer"},
    .message = {"「{host}」との接続が、答えの来る前に切れました（送った量: {sent}）",
                "the connection to '{host}' was lost before an answer came (sent: {sent})"},
    .why = {"サーバーがそこまでのことを行ったかどうか、わかりません。ファイルが大きすぎるときに切るサーバーも"
            "あります。",
            "Whether the server did what was asked is unknown. Some servers also hang up on files that are "
            "too large."},
    .remedy =
        {"ネットワークを確かめて、もう一度行ってください。カタログの今の状態を調べてから、残りだけを行います"
         "。毎回大きなファイルで切れるなら、カタログの運営者に大きさの上限を聞いてください。",
         "Check the network and run again: the catalogue is looked at first and only what remains is done. "
         "If it always happens with a large file, ask those who run the catalogue for its size limit."},
    .bad = "",
    .good = ""};

const RuleInfo server_silent{
    .code = "CK912",
    .name = "server-silent",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"サーバーが黙ったまま", "The server is silent"},
    .message = {"「{host}」から {seconds} 秒のあいだ何も届かないので、待つのをやめました（送った量: {sent}）",
                "nothing came from '{host}' for {seconds} s, so waiting was given up (sent: {sent})"},
    .why =
        {"サーバーが混んでいるか、途中で通信が止まっています。頼んだことが行われたかどうかは、わかりません。",
         "The server is overloaded or the line is stuck. Whether it did what was asked is unknown."},
    .remedy =
        {"しばらくしてから、もう一度行ってください。カタログの今の状態を調べてから、残りだけを行います。",
         "Run again later: the catalogue is looked at first and only what remains is done."},
    .bad = "",
    .good = ""};

const RuleInfo answer_too_large{
    .code = "CK913",
    .name = "answer-too-large",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"答えが大きすぎる", "The answer is too large"},
    .message = {"「{host}」の答えが {limit} を超えたので、読むのをやめました",
                "the answer of '{host}' is longer than {limit}, so reading was given up"},
    .why = {"終わりのない答えでメモリーを使い切らないための上限です。",
            "The limit keeps an endless answer from filling the memory."},
    .remedy = {"URL がカタログのものかを確かめてください。", "Check that the URL is the catalogue's."},
    .bad = "",
    .good = ""};

const RuleInfo upload_unreadable{
    .code = "CK914",
    .name = "upload-unreadable",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"送るファイルを読めない", "A file to send cannot be read"},
    .message = {"送るファイル「{path}」を読めません（{reason}）",
                "cannot read '{path}', which is to be sent ({reason})"},
    .why = {"ファイルが消えたか、読み取りが許されていないか、送っているあいだに書きかえられました。",
            "It is gone, may not be read, or was changed while it was sent."},
    .remedy = {"ファイルを確かめ、ほかのソフトで開いていれば閉じて、もう一度行ってください。",
               "Check the file, close it in other programs and run again."},
    .bad = "",
    .good = ""};

const RuleInfo answer_cut{
    .code = "CK915",
    .name = "answer-cut",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"答えが途中で切れている", "The answer is cut off"},
    .message = {"「{host}」の答えが途中で切れています（届いた量: {received}）",
                "the answer of '{host}' is cut off (received: {received})"},
    .why = {"頼んだことが行われたかどうかは、わかりません。途中までのファイルは残しません。",
            "Whether the server did what was asked is unknown. Half-fetched files are not kept."},
    .remedy = {"もう一度行ってください。続くときは、途中の機器（プロキシなど）が答えを切っていないか、ネット"
               "ワークの担当者に聞いてください。",
               "Run again. If it stays so, ask those who run your network whether a device in between (such "
               "as a proxy) cuts answers."},
    .bad = "",
    .good = ""};

std::span<const RuleInfo* const> connection_rules() {
  static const RuleInfo* const kRules[] = {&host_not_found,    &connection_refused, &connection_timeout,
                                           &proxy_fault,       &tls_untrusted,      &tls_failed,
                                           &connection_lost,   &server_silent,      &answer_too_large,
                                           &upload_unreadable, &answer_cut};
  return kRules;
}

}  // namespace anzenmap::ckan
