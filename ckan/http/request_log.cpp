// SPDX-License-Identifier: Apache-2.0
#include "ckan/http/request_log.hpp"

#include <fmt/format.h>

#include "ckan/http/byte_size.hpp"

namespace anzenmap::ckan {
namespace {

constexpr std::string_view kMask = "***";

std::string_view shown_version(long version) {
  switch (version) {
    case CURL_HTTP_VERSION_1_0:
      return "HTTP/1.0";
    case CURL_HTTP_VERSION_1_1:
      return "HTTP/1.1";
    case CURL_HTTP_VERSION_2_0:
      return "HTTP/2";
    default:
      return "HTTP";
  }
}

}  // namespace

std::string without_secret(std::string text, const Secret& secret) {
  const std::string_view hidden = secret.reveal();
  if (hidden.empty()) return text;
  for (std::size_t at = text.find(hidden); at != std::string::npos; at = text.find(hidden, at + kMask.size()))
    text.replace(at, hidden.size(), kMask);
  return text;
}

void RequestLog::tell(std::string line) {
  if (!listener_) return;
  line = without_secret(std::move(line), token_);
  const std::lock_guard lock(mutex_);
  listener_(line);
}

void RequestLog::sending(const Request& request, const WebAddress& target, bool with_token,
                         std::uint64_t bytes, unsigned attempt) {
  if (!listener_) return;
  std::string line = fmt::format("> {} {}", request.method, without_user(target.url));
  if (with_token) line += fmt::format("  Authorization: {}", kMask);
  if (bytes != 0) line += fmt::format("  {}", shown_bytes(bytes));
  for (const Part& part : request.parts)
    if (part.path) line += fmt::format("  {}={}", part.name, part.file_name);
  if (attempt > 1) line += fmt::format("  (attempt {})", attempt);
  tell(std::move(line));
}

void RequestLog::answered(const Transfer& transfer) {
  if (!listener_) return;
  const Transfer::Facts& facts = transfer.facts();
  tell(fmt::format("< {} {}  {}  {:.3f} s  {}", shown_version(facts.http_version), facts.status,
                   shown_bytes(transfer.received()), facts.seconds, without_user(transfer.target().url)));
}

void RequestLog::failed(std::string_view what) {
  if (listener_) tell(fmt::format("! {}", what));
}

void RequestLog::redirected(std::string_view location, bool followed) {
  if (listener_)
    tell(fmt::format("* redirect to {}: {}", without_user(location), followed ? "followed" : "not followed"));
}

void RequestLog::waiting(double seconds) {
  if (listener_) tell(fmt::format("* again in {:.1f} s", seconds));
}

}  // namespace anzenmap::ckan
