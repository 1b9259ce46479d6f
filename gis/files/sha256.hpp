// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace anzenmap {

/// A running SHA-256 (FIPS 180-4). The only header that knows of a hash library; a browser build has its own
/// .cpp.
class Sha256 {
 public:
  Sha256();  ///< throws std::bad_alloc
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;
  ~Sha256();

  void update(std::string_view bytes);
  /// 64 lower-case hexadecimal digits. Ends the hash: neither may be called again.
  [[nodiscard]] std::string hex();

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace anzenmap
