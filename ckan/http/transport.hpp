// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ckan/secret.hpp"
#include "gis/base/error.hpp"

namespace anzenmap::ckan {

/// How a server is reached. Everything has a default but the base URL.
struct TransportSettings {
  std::string
      base_url;  ///< as the person gave it, e.g. "https://example.jp/ckan"; a slash at its end is taken off
  Secret token;  ///< sent as the bare value of Authorization (CKAN), only to the base URL's origin
  std::string proxy;                   ///< URL; empty = https_proxy, http_proxy, no_proxy of the environment
  std::string ca_bundle;               ///< PEM file; empty = the system's
  std::string client_certificate;      ///< PEM file; empty = none
  std::string client_key;              ///< PEM file; empty = in the certificate's file
  bool insecure = false;               ///< no TLS verification
  unsigned parallel = 4;               ///< connections to the server at most
  unsigned retries = 4;                ///< repeats of a request that may be repeated
  double connect_seconds = 20;         ///< until a connection stands
  double low_speed_seconds = 60;       ///< without a byte in either direction
  double first_backoff_seconds = 0.5;  ///< doubled each time, with jitter, at most 30; Retry-After goes first
  std::uint64_t body_bytes = 256U << 20U;  ///< longest answer kept in memory
  /// One line a request and answer, token masked; empty = nobody listens. Called from any thread, one at a
  /// time.
  std::function<void(std::string_view line)> verbose;
  /// Waits before a repeat; what it throws ends the request. Empty = sleeps.
  std::function<void(double seconds)> wait;
};

/// One part of multipart/form-data: a text, or a file that is streamed from disk.
struct Part {
  std::string name;
  std::string text;                 ///< of a text part
  std::optional<std::string> path;  ///< of a file part
  std::string file_name;            ///< what the server is told; ASCII
  std::string content_type;         ///< empty = of a text part none, of a file application/octet-stream
};

/// May the request be sent again when its answer is lost or says 429, 502, 503, 504? `never`: only when it is
/// certain that no byte reached the server (no connection), or on 429 and 503 with Retry-After, which a
/// server sends in place of doing anything.
enum class Repeat { safe, never };

struct Request {
  std::string method = "GET";
  std::string url;   ///< absolute, or a path below the base URL ("/api/3/action/status_show")
  std::string body;  ///< with its content_type; unused when `parts` has some
  std::string content_type;
  std::vector<Part> parts;
  std::vector<std::pair<std::string, std::string>> headers;
  Repeat repeat = Repeat::never;
  /// Where the answer's body goes instead of `Response::body` (written beside it and renamed when whole).
  std::optional<std::string> save_to;
  /// Bytes of the request's body sent so far, and of how many. Called from the transport's thread.
  std::function<void(std::uint64_t sent, std::uint64_t total)> progress;
};

struct Response {
  int status = 0;
  std::vector<std::pair<std::string, std::string>> headers;  ///< names in lower case
  std::string body;
  std::uint64_t bytes = 0;          ///< of the body, wherever it went
  double seconds = 0;               ///< of the last attempt
  std::uint64_t request_bytes = 0;  ///< of the request's body, without what multipart adds
  unsigned attempts = 1;
  std::string url;        ///< in the end, after redirects
  bool to_https = false;  ///< the server sent from http to https of the same host (told once by the caller)

  /// First header of that name (lower case); empty = none.
  [[nodiscard]] std::string_view header(std::string_view name) const;
};

/// No usable answer came. `outcome` says whether the server may have done what was asked.
class TransportError : public Error {
 public:
  enum class Outcome { not_sent, unknown };
  TransportError(const RuleInfo& rule, std::vector<Argument> arguments, Outcome outcome)
      : Error(rule, std::move(arguments)), outcome_(outcome) {}
  [[nodiscard]] Outcome outcome() const noexcept { return outcome_; }

 private:
  Outcome outcome_;
};

/// HTTP to one server: HTTP/2 where it has it, kept connections, one loop (libcurl multi) for all threads.
class Transport {
 public:
  /// Throws Error: unusable URL, unreadable certificate.
  explicit Transport(TransportSettings settings);
  Transport(const Transport&) = delete;
  Transport& operator=(const Transport&) = delete;
  ~Transport();

  /// Sends and waits. Any status is an answer, not an error. Safe from several threads at a time. Redirects
  /// are followed only within the origin, or from http to https of the same host; others come back as the 3xx
  /// answer. Throws TransportError.
  [[nodiscard]] Response send(const Request& request);

  [[nodiscard]] const std::string& base_url() const noexcept;
  [[nodiscard]] bool has_token() const noexcept;
  /// The text with "***" where the token stands: servers' error pages may show what they were sent.
  [[nodiscard]] std::string masked(std::string text) const;
  /// Requests sent since the start, repeats and followed redirects counted too; writes are those that are not
  /// GET or HEAD and not marked safe.
  [[nodiscard]] std::uint64_t requests() const noexcept;
  [[nodiscard]] std::uint64_t writes() const noexcept;

 private:
  class Loop;
  std::unique_ptr<Loop> loop_;
};

}  // namespace anzenmap::ckan
