// SPDX-License-Identifier: Apache-2.0
#include "cli/publishing/catalogue_name.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "cli/publishing/publishing_rules.hpp"
#include "gis/base/error.hpp"

namespace anzenmap::cli {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// `www.example.jp/ckan`: a URL whose https:// was forgotten, not a folder to be made.
bool looks_like_host(const std::string& where) {
  const std::string host = where.substr(0, where.find_first_of("/:"));
  const std::size_t dot = host.rfind('.');
  if (dot == std::string::npos || dot == 0 || host.size() - dot < 3) return false;
  if (!std::all_of(host.begin() + static_cast<std::ptrdiff_t>(dot) + 1, host.end(), is_alpha)) return false;
  std::error_code ignored;
  return !std::filesystem::exists(where, ignored);
}

[[noreturn]] void refuse_name(const std::string& where) {
  throw Error(catalogue_unlawful, {{"value", where, {}}}, Error::Kind::usage);
}

}  // namespace

bool is_url(const std::string& where) {
  const std::size_t colon = where.find("://");
  if (colon == std::string::npos) {
    if (where.empty() || where.front() == '-' || looks_like_host(where)) refuse_name(where);
    return false;
  }
  const std::string origin = origin_of(where);
  const bool web = origin.compare(0, 7, "http://") == 0 || origin.compare(0, 8, "https://") == 0;
  const std::size_t host_end = where.find_first_of("/?#\\", colon + 3);
  if (where.substr(0, host_end).find('@') != std::string::npos)
    throw Error(token_in_arguments, {}, Error::Kind::usage);
  if (!web || origin.size() < 9) refuse_name(where);
  return true;
}

std::string origin_of(std::string_view url) {
  const std::size_t colon = url.find("://");
  if (colon == std::string_view::npos) return {};
  const std::string scheme = lower(url.substr(0, colon));
  std::string_view rest = url.substr(colon + 3);
  std::string host = lower(rest.substr(0, rest.find_first_of("/?#\\")));
  host.erase(0, host.rfind('@') + 1);  // npos + 1 = 0
  const std::string_view own_port = scheme == "https" ? ":443" : ":80";
  if (host.size() > own_port.size() &&
      std::string_view(host).substr(host.size() - own_port.size()) == own_port)
    host.resize(host.size() - own_port.size());
  return scheme + "://" + host;
}

}  // namespace anzenmap::cli
