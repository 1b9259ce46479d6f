// SPDX-License-Identifier: Apache-2.0
#include "ckan/http/redirect.hpp"

#include <string_view>

namespace anzenmap::ckan {
namespace {

std::string_view last_part(std::string_view path) {
  while (!path.empty() && path.back() == '/') path.remove_suffix(1);
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

// Browsers make a GET of a POST at 301 to 303, as a login page wants it; what was asked would be lost without
// a word. So a write goes on only where the same thing has moved: 307 and 308 say so, and 301 and 302 mean it
// when the last part of the path stays (http to https, another language's prefix).
bool keeps_request(const Request& request, const WebAddress& from, const WebAddress& to, int status) {
  const bool reads = request.method == "GET" || request.method == "HEAD";
  switch (status) {
    case 301:
    case 302:
      return reads || last_part(from.path) == last_part(to.path);
    case 303:
      return reads;
    case 307:
    case 308:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::optional<WebAddress> followed_redirect(const Request& request, const WebAddress& from,
                                            const Response& response) {
  const std::string_view location = response.header("location");
  if (response.status < 300 || response.status > 399 || location.empty()) return std::nullopt;
  std::optional<WebAddress> to = resolve_address(from, location);
  if (!to || to->has_user || !(same_origin(from, *to) || is_upgrade(from, *to))) return std::nullopt;
  if (!keeps_request(request, from, *to, response.status)) return std::nullopt;
  return to;
}

}  // namespace anzenmap::ckan
