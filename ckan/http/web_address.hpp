// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace anzenmap::ckan {

/// An http or https URL, taken apart by the same reader that later connects to it: two readers that disagree
/// about what the host is would send a token astray.
struct WebAddress {
  std::string url;     ///< in canonical form, without a fragment
  std::string scheme;  ///< "http" or "https"
  std::string host;    ///< lower case; IPv6 in brackets
  std::string port;
  std::string path;  ///< begins with '/'; without the query
  bool has_user = false;
  bool has_query = false;
  bool has_fragment = false;

  /// Host for people, with its port where it is not the scheme's own.
  [[nodiscard]] std::string shown_host() const;
  [[nodiscard]] bool https() const { return scheme == "https"; }
};

/// Empty = no http or https URL with a host.
[[nodiscard]] std::optional<WebAddress> parse_address(const std::string& url);
/// Where `location` leads, seen from `from` (RFC 3986 section 5).
[[nodiscard]] std::optional<WebAddress> resolve_address(const WebAddress& from, std::string_view location);

[[nodiscard]] bool same_origin(const WebAddress& left, const WebAddress& right);
/// From http to https of the same host, whatever the ports.
[[nodiscard]] bool is_upgrade(const WebAddress& from, const WebAddress& to);

/// The URL with a user name and password, if any, replaced by "***".
[[nodiscard]] std::string without_user(std::string_view url);

}  // namespace anzenmap::ckan
