// SPDX-License-Identifier: Apache-2.0
#include "tests/ckan/scripted_server.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <thread>

namespace anzenmap::test {
namespace {

constexpr char kTlsHandshake = 0x16;
constexpr std::uint64_t kBodyKept = 64 * 1024;

std::string lowered(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

int listening_socket() {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
    throw std::runtime_error("cannot bind");
  return socket;
}

int port_of(int socket) {
  sockaddr_in address{};
  socklen_t size = sizeof address;
  ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size);
  return ntohs(address.sin_port);
}

/// What one connection has brought and nobody has read yet.
class Incoming {
 public:
  explicit Incoming(ServerLine& line) : line_(&line) {}

  std::optional<std::string> head() {
    while (true) {
      if (!pending_.empty() && pending_[0] == kTlsHandshake) return std::exchange(pending_, {}).substr(0, 1);
      const std::size_t end = pending_.find("\r\n\r\n");
      if (end != std::string::npos) {
        std::string head = pending_.substr(0, end + 2);
        pending_.erase(0, end + 4);
        return head;
      }
      if (!more()) return std::nullopt;
    }
  }
  bool body(std::uint64_t bytes, Seen& seen) {
    while (seen.body_bytes < bytes) {
      if (pending_.empty() && !more()) return false;
      const auto taken = std::min<std::uint64_t>(pending_.size(), bytes - seen.body_bytes);
      const auto kept = std::min<std::uint64_t>(taken, kBodyKept - seen.body.size());
      seen.body.append(pending_, 0, static_cast<std::size_t>(kept));
      seen.body_bytes += taken;
      pending_.erase(0, static_cast<std::size_t>(taken));
    }
    return true;
  }
  bool more() {
    std::array<char, 256 * 1024> block;
    const std::size_t got = line_->receive(block.data(), block.size());
    if (got == 0) return false;
    pending_.append(block.data(), got);
    return true;
  }

 private:
  ServerLine* line_;
  std::string pending_;
};

Seen parsed(const std::string& head) {
  Seen seen;
  if (head[0] == kTlsHandshake) {
    seen.method = "TLS";
    return seen;
  }
  const std::size_t line_end = head.find("\r\n");
  const std::string first = head.substr(0, line_end);
  seen.method = first.substr(0, first.find(' '));
  seen.target = first.substr(seen.method.size() + 1, first.rfind(' ') - seen.method.size() - 1);
  for (std::size_t at = line_end + 2; at < head.size();) {
    const std::size_t end = head.find("\r\n", at);
    const std::string line = head.substr(at, end - at);
    const std::size_t colon = line.find(':');
    seen.headers.emplace_back(lowered(line.substr(0, colon)), line.substr(colon + 2));
    at = end + 2;
  }
  return seen;
}

}  // namespace

struct ScriptedServer::State {
  Script script;
  std::unique_ptr<TlsServerSide> tls;
  int listener = -1;
  int port = 0;
  mutable std::mutex mutex;
  std::vector<Seen> seen;
  std::vector<int> sockets;
  std::vector<std::thread> threads;
  bool stopping = false;
  std::uint64_t longest_body = UINT64_MAX;
  Reply refusal;

  void accept_all() {
    while (true) {
      const int socket = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
      if (socket < 0) return;
      const std::lock_guard lock(mutex);
      if (stopping) {
        ::close(socket);
        return;
      }
      const int number = static_cast<int>(sockets.size());
      sockets.push_back(socket);
      threads.emplace_back([this, socket, number] { serve(socket, number); });
    }
  }

  void serve(int socket, int number) {
    // OpenSSL writes to lines that are closed by then.
    sigset_t broken_pipe;
    sigemptyset(&broken_pipe);
    sigaddset(&broken_pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &broken_pipe, nullptr);
    ServerLine line(socket, tls.get());
    if (line.good()) answer_all(line, number);
    ::shutdown(socket, SHUT_RDWR);
  }

  void answer_all(ServerLine& line, int number) {
    Incoming incoming(line);
    while (const auto head = incoming.head()) {
      Seen request = parsed(*head);
      request.connection = number;
      const std::string length = request.header("content-length");
      const std::uint64_t body_bytes = length.empty() ? 0 : std::stoull(length);
      if (body_bytes > longest_body) {
        line.send(refusal.bytes);
        return;
      }
      if (request.header("expect") == "100-continue") line.send("HTTP/1.1 100 Continue\r\n\r\n");
      if (!incoming.body(body_bytes, request)) break;
      {
        const std::lock_guard lock(mutex);
        seen.push_back(request);
      }
      const Reply reply = script(request);
      line.send(reply.bytes);
      while (reply.silent && incoming.more()) {
      }
      if (reply.close || reply.silent) break;
    }
  }
};

std::string Seen::header(std::string_view name) const {
  for (const auto& [key, value] : headers)
    if (key == name) return value;
  return {};
}

Reply answer(int status, std::string_view body, std::string_view headers) {
  Reply reply;
  reply.bytes = "HTTP/1.1 " + std::to_string(status) +
                " X\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + std::string(headers) +
                "\r\n" + std::string(body);
  return reply;
}

Reply json_answer(int status, std::string_view body) {
  return answer(status, body, "Content-Type: application/json;charset=utf-8\r\n");
}

Reply result_answer(std::string_view result) {
  return json_answer(200, R"({"help": "x", "success": true, "result": )" + std::string(result) + "}");
}

ScriptedServer::ScriptedServer(Script script, std::unique_ptr<TlsServerSide> tls)
    : state_(std::make_unique<State>()) {
  // Whatever proxy the machine has, it is not for this server.
  // Once, for a transport may be reading the environment.
  static const int kSet = ::setenv("no_proxy", "127.0.0.1,localhost", 1);
  static_cast<void>(kSet);
  state_->script = std::move(script);
  state_->tls = std::move(tls);
  state_->listener = listening_socket();
  ::listen(state_->listener, 64);
  state_->port = port_of(state_->listener);
  state_->threads.emplace_back([state = state_.get()] { state->accept_all(); });
}

ScriptedServer::~ScriptedServer() {
  std::vector<std::thread> threads;
  {
    const std::lock_guard lock(state_->mutex);
    state_->stopping = true;
    ::shutdown(state_->listener, SHUT_RDWR);
    for (const int socket : state_->sockets) ::shutdown(socket, SHUT_RDWR);
    threads.swap(state_->threads);
  }
  for (std::thread& thread : threads) thread.join();
  for (const int socket : state_->sockets) ::close(socket);
  ::close(state_->listener);
}

void ScriptedServer::refuse_bodies_over(std::uint64_t bytes, Reply reply) {
  state_->refusal = std::move(reply);
  state_->longest_body = bytes;
}

int ScriptedServer::port() const { return state_->port; }

std::string ScriptedServer::url(std::string_view host) const {
  return (state_->tls ? "https://" : "http://") + std::string(host) + ':' + std::to_string(state_->port);
}

std::vector<Seen> ScriptedServer::seen() const {
  const std::lock_guard lock(state_->mutex);
  return state_->seen;
}

int ScriptedServer::connections() const {
  const std::lock_guard lock(state_->mutex);
  return static_cast<int>(state_->sockets.size());
}

int closed_port() {
  const int socket = listening_socket();
  const int port = port_of(socket);
  ::close(socket);
  return port;
}

}  // namespace anzenmap::test
