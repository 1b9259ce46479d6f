// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "tests/ckan/tls_identity.hpp"

struct ssl_ctx_st;
struct ssl_st;

namespace anzenmap::test {

/// What a server needs to speak TLS.
class TlsServerSide {
 public:
  /// `client_certificate`: the one that clients must show (PEM); empty = none.
  TlsServerSide(const TlsIdentity& identity, const std::string& client_certificate);
  [[nodiscard]] ssl_ctx_st* context() const { return context_.get(); }

 private:
  struct Free {
    void operator()(ssl_ctx_st* context) const;
  };
  std::unique_ptr<ssl_ctx_st, Free> context_;
};

/// The server's end of one connection, encrypted or not. Does not own the socket.
class ServerLine {
 public:
  /// Speaks TLS where `side` is given; false of good() when that does not come about.
  ServerLine(int socket, const TlsServerSide* side);

  [[nodiscard]] bool good() const { return good_; }
  /// 0 = closed.
  std::size_t receive(char* into, std::size_t room);
  void send(std::string_view bytes);

 private:
  struct Free {
    void operator()(ssl_st* session) const;
  };
  int socket_;
  std::unique_ptr<ssl_st, Free> session_;
  bool good_ = true;
};

}  // namespace anzenmap::test
