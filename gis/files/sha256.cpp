// SPDX-License-Identifier: Apache-2.0
#include "gis/files/sha256.hpp"

// The plain functions of old, as they need no memory and cannot fail. Those in their place (EVP) fetch a
// provider first, which costs hundreds of allocations, and OpenSSL 3.0 crashes when one of these fails.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

namespace anzenmap {

struct Sha256::Context {
  SHA256_CTX running;
};

Sha256::Sha256() : context_(std::make_unique<Context>()) { SHA256_Init(&context_->running); }
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::update(std::string_view bytes) { SHA256_Update(&context_->running, bytes.data(), bytes.size()); }

std::string Sha256::hex() {
  unsigned char digest[SHA256_DIGEST_LENGTH];
  SHA256_Final(digest, &context_->running);
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  out.reserve(2 * sizeof digest);
  for (const unsigned char byte : digest) {
    out.push_back(kDigits[byte >> 4U]);
    out.push_back(kDigits[byte & 0x0FU]);
  }
  return out;
}

std::string sha256_hex(std::string_view bytes) {
  Sha256 hash;
  hash.update(bytes);
  return hash.hex();
}

}  // namespace anzenmap
