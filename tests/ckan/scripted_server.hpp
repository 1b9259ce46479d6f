// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/ckan/server_line.hpp"

namespace anzenmap::test {

/// A request as it came over the wire.
struct Seen {
  std::string method;  ///< "TLS" for a client that begins to encrypt, of which nothing is read
  std::string target;  ///< path and query, or what a proxy is asked for
  std::vector<std::pair<std::string, std::string>> headers;  ///< names in lower case
  std::string body;                                          ///< the first 64 KiB of it
  std::uint64_t body_bytes = 0;                              ///< of the whole
  int connection = 0;                                        ///< which of the server's connections, from 0

  [[nodiscard]] std::string header(std::string_view name) const;
};

/// What goes back: these very bytes.
struct Reply {
  std::string bytes;
  bool close = false;
  bool silent = false;  ///< after `bytes` nothing more, until the other side hangs up
};

/// An answer in form: status line, length, body.
[[nodiscard]] Reply answer(int status, std::string_view body, std::string_view headers = {});
[[nodiscard]] Reply json_answer(int status, std::string_view body);
/// CKAN's envelope around a result.
[[nodiscard]] Reply result_answer(std::string_view result);

/// An HTTP/1.1 server on 127.0.0.1 that answers as the test says. Each connection has a thread of its own.
class ScriptedServer {
 public:
  /// Called for each request, from any thread.
  using Script = std::function<Reply(const Seen&)>;
  /// `tls`: what it takes to speak https; null = http.
  explicit ScriptedServer(Script script, std::unique_ptr<TlsServerSide> tls = nullptr);
  ScriptedServer(const ScriptedServer&) = delete;
  ScriptedServer& operator=(const ScriptedServer&) = delete;
  ~ScriptedServer();

  /// From now on longer bodies are not read: their request gets this answer and the line is closed.
  void refuse_bodies_over(std::uint64_t bytes, Reply reply);

  [[nodiscard]] int port() const;
  [[nodiscard]] std::string url(std::string_view host = "127.0.0.1") const;
  /// All requests so far, in the order of their end.
  [[nodiscard]] std::vector<Seen> seen() const;
  [[nodiscard]] int connections() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// A port of 127.0.0.1 on which nobody listens.
[[nodiscard]] int closed_port();

}  // namespace anzenmap::test
