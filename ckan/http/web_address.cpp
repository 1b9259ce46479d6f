// SPDX-License-Identifier: Apache-2.0
#include "ckan/http/web_address.hpp"

#include <algorithm>

#include "ckan/http/curl_handles.hpp"

namespace anzenmap::ckan {
namespace {

std::string part_of(CURLU* url, CURLUPart part, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url, part, &text, flags) != CURLUE_OK) return {};
  const CurlText owner(text);
  return text;
}

void to_lower(std::string& text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char byte) {
    return static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : byte);
  });
}

std::optional<WebAddress> taken_apart(CURLU* url) {
  WebAddress address;
  address.scheme = part_of(url, CURLUPART_SCHEME);
  address.host = part_of(url, CURLUPART_HOST);
  if ((address.scheme != "http" && address.scheme != "https") || address.host.empty()) return std::nullopt;
  to_lower(address.host);
  address.port = part_of(url, CURLUPART_PORT, CURLU_DEFAULT_PORT);
  address.path = part_of(url, CURLUPART_PATH);
  address.has_user = !part_of(url, CURLUPART_USER).empty() || !part_of(url, CURLUPART_PASSWORD).empty();
  address.has_query = !part_of(url, CURLUPART_QUERY).empty();
  address.has_fragment = !part_of(url, CURLUPART_FRAGMENT).empty();
  static_cast<void>(curl_url_set(url, CURLUPART_FRAGMENT, nullptr, 0));
  address.url = part_of(url, CURLUPART_URL, CURLU_NO_DEFAULT_PORT);
  return address;
}

}  // namespace

std::string WebAddress::shown_host() const {
  const bool own_port = port == (https() ? "443" : "80");
  return own_port ? host : host + ':' + port;
}

std::optional<WebAddress> parse_address(const std::string& url) {
  // curl would guess what "http:host" and "http:///host" mean; a person should say it.
  const std::size_t host = url.find("://");
  if (host == std::string::npos || url.find('/', host + 3) == host + 3) return std::nullopt;
  const auto handle = owned<UrlHandle>(curl_url());
  if (curl_url_set(handle.get(), CURLUPART_URL, url.c_str(), CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK)
    return std::nullopt;
  return taken_apart(handle.get());
}

std::optional<WebAddress> resolve_address(const WebAddress& from, std::string_view location) {
  const auto handle = owned<UrlHandle>(curl_url());
  const std::string relative(location);
  if (curl_url_set(handle.get(), CURLUPART_URL, from.url.c_str(), 0) != CURLUE_OK ||
      curl_url_set(handle.get(), CURLUPART_URL, relative.c_str(), CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK)
    return std::nullopt;
  return taken_apart(handle.get());
}

bool same_origin(const WebAddress& left, const WebAddress& right) {
  return left.scheme == right.scheme && left.host == right.host && left.port == right.port;
}

bool is_upgrade(const WebAddress& from, const WebAddress& to) {
  return !from.https() && to.https() && from.host == to.host;
}

std::string without_user(std::string_view url) {
  const std::size_t scheme_end = url.find("://");
  const std::size_t start = scheme_end == std::string_view::npos ? 0 : scheme_end + 3;
  const std::size_t end = std::min(url.find_first_of("/?#", start), url.size());
  const std::size_t at = url.substr(0, end).rfind('@');
  if (at == std::string_view::npos || at < start) return std::string(url);
  return std::string(url.substr(0, start)) + "***" + std::string(url.substr(at));
}

}  // namespace anzenmap::ckan
