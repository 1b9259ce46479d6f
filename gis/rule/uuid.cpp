// SPDX-License-Identifier: Apache-2.0
#include "gis/rule/uuid.hpp"

// The plain functions need no memory and cannot fail; see also gis/files/sha256.cpp.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

#include <array>

namespace anzenmap {

namespace {

/// 7d6a3b5e-2f0c-5b8e-9d41-0a6c52e1f7b3, drawn once for this project; changing it renumbers all made IDs.
constexpr std::array<unsigned char, 16> kNamespace{0x7d, 0x6a, 0x3b, 0x5e, 0x2f, 0x0c, 0x5b, 0x8e,
                                                   0x9d, 0x41, 0x0a, 0x6c, 0x52, 0xe1, 0xf7, 0xb3};

}  // namespace

std::string make_uuid(std::string_view name) {
  std::array<unsigned char, SHA_DIGEST_LENGTH> hash{};
  SHA_CTX running;
  SHA1_Init(&running);
  SHA1_Update(&running, kNamespace.data(), kNamespace.size());
  SHA1_Update(&running, name.data(), name.size());
  SHA1_Final(hash.data(), &running);
  hash[6] = static_cast<unsigned char>((hash[6] & 0x0FU) | 0x50U);  // version 5
  hash[8] = static_cast<unsigned char>((hash[8] & 0x3FU) | 0x80U);  // variant of RFC 9562
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string out;
  out.reserve(36);
  for (std::size_t i = 0; i < 16; ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) out.push_back('-');
    out.push_back(kHex[hash[i] >> 4U]);
    out.push_back(kHex[hash[i] & 0x0FU]);
  }
  return out;
}

}  // namespace anzenmap
