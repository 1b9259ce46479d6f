// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace anzenmap::test {

/// A key and the certificate that it signed itself, both in PEM.
struct TlsIdentity {
  std::string key;
  std::string certificate;
};

/// `name` as OpenSSL writes it: "IP:127.0.0.1", "DNS:example.jp". `days` until it expires, negative = has.
[[nodiscard]] TlsIdentity make_identity(const std::string& name, int days = 1);

}  // namespace anzenmap::test
