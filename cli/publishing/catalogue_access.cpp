// SPDX-License-Identifier: Apache-2.0
#include "cli/publishing/catalogue_access.hpp"

#include <algorithm>

#include "cli/cli_rules.hpp"
#include "cli/publishing/catalogue_name.hpp"
#include "cli/publishing/consent.hpp"
#include "cli/publishing/known_catalogues.hpp"
#include "cli/publishing/publishing_rules.hpp"
#include "cli/publishing/token_source.hpp"
#include "cli/view/error_view.hpp"
#include "cli/view/layout.hpp"
#include "cli/view/paint.hpp"

namespace anzenmap::cli {
namespace {

void make_sure(const CatalogueName& name, const Token& token, Streams& streams) {
  if (name.on_command_line || token.stored_for_catalogue) return;
  const std::string origin = origin_of(name.where);
  if (is_known_catalogue(origin)) return;
  const std::string source = printable(name.said_by), target = printable(name.where);
  const std::string question =
      streams.language == Language::ja
          ? source + " に書かれたカタログ " + target + " を初めて使います。トークンを送ってよいですか"
          : source + " names the catalogue " + target + ", new to this computer. Send it the token?";
  if (!ask(question, streams).value_or(false))
    throw Error(catalogue_unconfirmed, {{"source", name.said_by, {}}, {"target", name.where, {}}},
                Error::Kind::refused);
  remember_catalogue(origin);
}

/// On this computer nobody is on the way.
bool is_loopback(const std::string& origin) {
  const auto starts = [&](std::string_view with) { return origin.compare(0, with.size(), with) == 0; };
  return starts("http://127.") || starts("http://localhost") || starts("http://[::1]");
}

void shout(const RuleInfo& rule, const std::string& target, Streams& streams) {
  print_error(Error(rule, {{"target", target, {}}}), streams);
}

void tell_dangers(const CatalogueName& name, const AccessSettings& settings, bool has_token,
                  Streams& streams) {
  const std::string origin = origin_of(name.where);
  if (settings.insecure) shout(tls_unchecked, name.where, streams);
  if (has_token && origin.compare(0, 5, "http:") == 0 && !is_loopback(origin))
    shout(token_in_clear, name.where, streams);
}

ckan::TransportSettings transport_settings(const CatalogueName& name, const AccessSettings& settings,
                                           Streams& streams) {
  ckan::TransportSettings to;
  to.base_url = name.where;
  to.proxy = settings.proxy;
  to.ca_bundle = settings.ca_bundle;
  to.client_certificate = settings.client_certificate;
  to.client_key = settings.client_key;
  to.insecure = settings.insecure;
  to.parallel = std::max(1U, settings.parallel);
  if (settings.verbose)
    to.verbose = [&err = streams.err](std::string_view line) {
      err << printable(line) << '\n' << std::flush;
    };
  return to;
}

}  // namespace

std::vector<Option> access_options(AccessSettings& settings) {
  return {
      {.name = "token-file",
       .target = &settings.token_file,
       .help = {"カタログのトークンを書いたファイル（自分だけが読めること）。書かなければ環境変数 "
                "CKAN_API_TOKEN、なければパソコンの鍵束",
                "file with the catalogue's token, readable by you alone; else the variable CKAN_API_TOKEN, "
                "else the desktop's keyring"},
       .group = OptionGroup::network,
       .metavar = "FILE",
       .completes = Completes::file},
      {.name = "proxy",
       .target = &settings.proxy,
       .help = {"庁内のプロキシ。書かなければ環境変数 https_proxy、http_proxy、no_proxy",
                "proxy; else the variables https_proxy, http_proxy and no_proxy"},
       .group = OptionGroup::network,
       .metavar = "URL"},
      {.name = "ca-bundle",
       .target = &settings.ca_bundle,
       .help = {"通信の相手を確かめる証明書（PEM）。庁内に独自の証明書があるとき",
                "certificates (PEM) that the server is checked by, where the network has its own"},
       .group = OptionGroup::network,
       .metavar = "FILE",
       .completes = Completes::file},
      {.name = "client-cert",
       .target = &settings.client_certificate,
       .help = {"こちらを名のる証明書（PEM）", "certificate (PEM) that this computer shows"},
       .group = OptionGroup::network,
       .metavar = "FILE",
       .completes = Completes::file},
      {.name = "client-key",
       .target = &settings.client_key,
       .help = {"その鍵（PEM）。証明書のファイルにあれば要らない",
                "its key (PEM), unless the certificate's file has it"},
       .group = OptionGroup::network,
       .metavar = "FILE",
       .completes = Completes::file},
      {.name = "insecure",
       .target = &settings.insecure,
       .help = {"通信の相手を確かめない（危険。試すときだけ）", "do not verify the server; dangerous"},
       .group = OptionGroup::network},
      {.name = "parallel",
       .target = &settings.parallel,
       .help = {"同時にいくつまで送るか", "requests at a time"},
       .group = OptionGroup::network,
       .metavar = "N"},
      {.name = "verbose",
       .target = &settings.verbose,
       .help = {"通信の一つ一つを出す（トークンは伏せる）", "show each request, the token masked"},
       .group = OptionGroup::network},
      {.name = "token",
       .target = &settings.token,
       .help = {"使えない（ほかの人に見えるため）", "refused, as others could see it"},
       .group = OptionGroup::network,
       .metavar = "TOKEN",
       .hidden = true},
  };
}

Option catalogue_argument(std::string& from) {
  return {.name = "from",
          .target = &from,
          .help = {"カタログの URL か、静的なカタログのフォルダー。書かなければ anzenmap.json の url",
                   "URL of a CKAN, or folder of a static catalogue; else the url of anzenmap.json"},
          .group = OptionGroup::network,
          .metavar = "URL|DIR",
          .completes = Completes::folder};
}

CatalogueName catalogue_name(std::string_view command, std::string_view option, const std::string& said,
                             const Config& config) {
  CatalogueName name{said.empty() ? config.url : said, said.empty() ? config.path : "", !said.empty()};
  if (!name.where.empty()) {
    static_cast<void>(is_url(name.where));  // said before anything is read
    return name;
  }
  throw Error(argument_missing, {{"command", std::string(command), {}}, {"option", std::string(option), {}}},
              Error::Kind::usage);
}

Catalogue open_catalogue(const CatalogueName& name, const AccessSettings& settings, TokenNeed need,
                         Streams& streams) {
  if (!settings.token.empty()) throw Error(token_in_arguments, {}, Error::Kind::usage);
  if (!is_url(name.where)) return {ckan::open_directory(name.where), ckan::TargetKind::directory};
  Token token = find_token(settings.token_file, name.where);
  const bool has_token = !token.secret.empty();
  if (!has_token && need == TokenNeed::required)
    throw Error(token_missing, {{"target", name.where, {}}}, Error::Kind::refused);
  if (has_token) make_sure(name, token, streams);
  tell_dangers(name, settings, has_token, streams);
  ckan::TransportSettings transport = transport_settings(name, settings, streams);
  transport.token = std::move(token.secret);
  return {ckan::open_ckan(std::move(transport)), ckan::TargetKind::ckan};
}

}  // namespace anzenmap::cli
