// SPDX-License-Identifier: Apache-2.0
#include "ckan/http/settings_rules.hpp"

namespace anzenmap::ckan {

const RuleInfo base_url_unusable{
    .code = "CK900",
    .name = "base-url-unusable",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"カタログの URL を使えない", "The catalogue's URL cannot be used"},
    .message = {"カタログの URL「{url}」を使えません（{reason}）",
                "cannot use '{url}' as the catalogue's URL ({reason})"},
    .why = {"URL がちがうと、べつのサーバーに送ってしまうおそれがあります。",
            "With a wrong URL, data would go to the wrong server."},
    .remedy = {"カタログのトップページの URL を「https://」から書いてください（例: "
               "https://example.jp/ckan）。利用者名やパスワード、「?」「#」より後は書きません。",
               "Write the URL of the catalogue's front page from https:// on (such as "
               "https://example.jp/ckan), without a user name, a password or anything from '?' or '#' on."},
    .bad = "",
    .good = ""};

const RuleInfo request_url_unusable{
    .code = "CK901",
    .name = "request-url-unusable",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"送り先の URL を使えない", "An address cannot be used"},
    .message = {"「{url}」には接続できません。http:// か https:// で始まる URL ではありません",
                "cannot connect to '{url}': it is no http:// or https:// address"},
    .why = {"カタログに登録された URL が正しくないと、ファイルを取り出せません。",
            "A file whose address in the catalogue is wrong cannot be fetched."},
    .remedy = {"カタログの画面で、そのリソースの URL を確かめて直してください。",
               "Check the address of that resource on the catalogue's pages and correct it."},
    .bad = "",
    .good = ""};

const RuleInfo proxy_unusable{
    .code = "CK902",
    .name = "proxy-unusable",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"プロキシの設定を使えない", "The proxy's setting cannot be used"},
    .message = {"プロキシ「{url}」を使えません。「http://proxy.example.jp:8080」の形で書いてください",
                "cannot use the proxy '{url}': write it like http://proxy.example.jp:8080"},
    .why = {"役所のネットワークでは、プロキシを通らないと外のサーバーに届かないことがあります。",
            "In many offices nothing reaches the outside but through the proxy."},
    .remedy = {"ネットワークの担当者に、プロキシのホスト名とポート番号を聞いて書いてください。",
               "Ask those who run your network for the proxy's host name and port."},
    .bad = "",
    .good = ""};

const RuleInfo certificate_file_unusable{
    .code = "CK903",
    .name = "certificate-file-unusable",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"証明書のファイルを使えない", "A certificate file cannot be used"},
    .message = {"証明書か鍵のファイル「{path}」を使えません（{reason}）",
                "cannot use the certificate or key file '{path}' ({reason})"},
    .why = {"証明書がないと、相手のサーバーや自分を確かめられません。",
            "Without it neither the server nor you can be verified."},
    .remedy =
        {"PEM 形式（「-----BEGIN」で始まる文字のファイル）の、読み取りのできるファイルを指してください。",
         "Name a readable file in PEM form (text that starts with -----BEGIN)."},
    .bad = "",
    .good = ""};

const RuleInfo token_unusable{
    .code = "CK904",
    .name = "token-unusable",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"トークンの形が正しくない", "The token is malformed"},
    .message = {"API トークンに、トークンには使われない文字（空白・改行・全角の文字など）が混じっています",
                "the API token holds characters that no token has (blanks, line breaks, full-width letters)"},
    .why = {"写しまちがえたトークンを送ると、書き込みの権利がないものとして扱われます。",
            "A token that was copied wrongly counts as no token at all."},
    .remedy = {"カタログの自分のページの「API トークン」で作りなおし、そのまま全部を写してください。",
               "Make a new one under 'API tokens' on your page of the catalogue and copy all of it, and "
               "nothing else."},
    .bad = "",
    .good = ""};

std::span<const RuleInfo* const> settings_rules() {
  static const RuleInfo* const kRules[] = {&base_url_unusable, &request_url_unusable, &proxy_unusable,
                                           &certificate_file_unusable, &token_unusable};
  return kRules;
}

}  // namespace anzenmap::ckan
