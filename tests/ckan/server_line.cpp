// SPDX-License-Identifier: Apache-2.0
#include "tests/ckan/server_line.hpp"

#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <sys/socket.h>

#include <algorithm>

namespace anzenmap::test {
namespace {

struct FreeBio {
  void operator()(BIO* bio) const { BIO_free_all(bio); }
};

std::unique_ptr<BIO, FreeBio> reader_of(const std::string& pem) {
  return std::unique_ptr<BIO, FreeBio>(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
}

X509* certificate_of(const std::string& pem) {
  return PEM_read_bio_X509(reader_of(pem).get(), nullptr, nullptr, nullptr);
}

}  // namespace

void TlsServerSide::Free::operator()(ssl_ctx_st* context) const { SSL_CTX_free(context); }
void ServerLine::Free::operator()(ssl_st* session) const { SSL_free(session); }

TlsServerSide::TlsServerSide(const TlsIdentity& identity, const std::string& client_certificate)
    : context_(SSL_CTX_new(TLS_server_method())) {
  X509* own = certificate_of(identity.certificate);
  SSL_CTX_use_certificate(context(), own);
  X509_free(own);
  EVP_PKEY* key = PEM_read_bio_PrivateKey(reader_of(identity.key).get(), nullptr, nullptr, nullptr);
  SSL_CTX_use_PrivateKey(context(), key);
  EVP_PKEY_free(key);
  if (client_certificate.empty()) return;
  X509* wanted = certificate_of(client_certificate);
  X509_STORE_add_cert(SSL_CTX_get_cert_store(context()), wanted);
  X509_free(wanted);
  SSL_CTX_set_verify(context(), SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
  // TLS 1.3 lets a client without a certificate send its request before it is refused.
  SSL_CTX_set_max_proto_version(context(), TLS1_2_VERSION);
}

ServerLine::ServerLine(int socket, const TlsServerSide* side) : socket_(socket) {
  if (side == nullptr) return;
  session_.reset(SSL_new(side->context()));
  SSL_set_fd(session_.get(), socket);
  good_ = SSL_accept(session_.get()) == 1;
}

std::size_t ServerLine::receive(char* into, std::size_t room) {
  const long got = session_ ? SSL_read(session_.get(), into, static_cast<int>(room))
                            : static_cast<long>(::recv(socket_, into, room, 0));
  return got > 0 ? static_cast<std::size_t>(got) : 0;
}

void ServerLine::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const long sent = session_ ? SSL_write(session_.get(), bytes.data(), static_cast<int>(bytes.size()))
                               : static_cast<long>(::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL));
    if (sent <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

}  // namespace anzenmap::test
