// SPDX-License-Identifier: Apache-2.0
#include "ckan/http/checked_settings.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "ckan/http/settings_rules.hpp"
#include "gis/files/file_reading.hpp"

namespace anzenmap::ckan {
namespace {

[[noreturn]] void refuse_url(const std::string& url, std::string ja, std::string en) {
  throw Error(base_url_unusable, {{"url", without_user(url), {}}, {"reason", std::move(ja), std::move(en)}},
              Error::Kind::usage);
}

WebAddress checked_base(std::string& url) {
  if (url.empty()) refuse_url(url, "何も書かれていません", "it is empty");
  if (url.find("://") == std::string::npos)
    refuse_url(url, "「https://」から書いてください", "write it from https:// on");
  const std::optional<WebAddress> address = parse_address(url);
  if (!address)
    refuse_url(url, "http:// か https:// で始まる正しい URL ではありません",
               "it is no well-formed http:// or https:// URL");
  if (address->has_user)
    refuse_url(url, "URL に利用者名やパスワードを書くことはできません",
               "it must not hold a user name or password");
  if (address->has_query || address->has_fragment || url.find_first_of("?#") != std::string::npos)
    refuse_url(url, "「?」や「#」から後を消してください", "take away what follows '?' or '#'");
  while (url.back() == '/') url.pop_back();
  return *parse_address(url);
}

void check_token(const Secret& token) {
  const std::string_view text = token.reveal();
  const bool lawful = std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7F'; });
  if (!lawful) throw Error(token_unusable, {}, Error::Kind::usage);
}

void check_proxy(const std::string& proxy) {
  if (proxy.empty()) return;
  constexpr std::array<std::string_view, 6> kSchemes{"http",    "https",  "socks4",
                                                     "socks4a", "socks5", "socks5h"};
  const std::size_t end = proxy.find("://");
  const std::string_view scheme = std::string_view(proxy).substr(0, end);
  const bool known =
      end == std::string::npos || std::find(kSchemes.begin(), kSchemes.end(), scheme) != kSchemes.end();
  const std::string rest = end == std::string::npos ? proxy : proxy.substr(end + 3);
  // Read as http, for curl's reader of URLs knows more than proxies' schemes.
  const std::optional<WebAddress> address = parse_address("http://" + rest);
  if (!known || !address || address->has_query || address->has_fragment || address->path != "/")
    throw Error(proxy_unusable, {{"url", without_user(proxy), {}}}, Error::Kind::usage);
}

void check_pem(const std::string& path) {
  if (path.empty()) return;
  std::string text;
  const FileState state = read_small_file(path, text);
  Argument reason{"reason", "PEM 形式ではありません", "it is not in PEM form"};
  if (state == FileState::missing) reason = {"reason", "ファイルがありません", "there is no such file"};
  if (state == FileState::unreadable) reason = {"reason", "読み取れません", "it cannot be read"};
  if (state == FileState::read && text.find("-----BEGIN ") != std::string::npos) return;
  throw Error(certificate_file_unusable, {{"path", path, {}}, std::move(reason)}, Error::Kind::usage);
}

}  // namespace

CheckedSettings checked(TransportSettings settings) {
  WebAddress base = checked_base(settings.base_url);
  check_token(settings.token);
  check_proxy(settings.proxy);
  check_pem(settings.ca_bundle);
  check_pem(settings.client_certificate);
  check_pem(settings.client_key);
  settings.parallel = std::clamp(settings.parallel, 1U, 64U);
  return {std::move(settings), std::move(base)};
}

}  // namespace anzenmap::ckan
