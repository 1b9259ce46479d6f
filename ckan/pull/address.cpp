// SPDX-License-Identifier: Apache-2.0
#include "ckan/pull/address.hpp"

namespace anzenmap::ckan {

std::string percent_encoded(std::string_view path, std::string_view also_plain) {
  constexpr std::string_view kPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char byte : path) {
    if (kPlain.find(byte) != std::string_view::npos || also_plain.find(byte) != std::string_view::npos) {
      out += byte;
      continue;
    }
    const auto value = static_cast<unsigned char>(byte);
    out += '%';
    out += kDigits[value >> 4U];
    out += kDigits[value & 0x0FU];
  }
  return out;
}

}  // namespace anzenmap::ckan
