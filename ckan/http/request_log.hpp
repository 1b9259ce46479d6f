// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <string_view>

#include "ckan/http/transfer.hpp"

namespace anzenmap::ckan {

/// The text with "***" in place of the secret.
[[nodiscard]] std::string without_secret(std::string text, const Secret& secret);

/// Lines about requests for who asked to see them, with the token masked wherever it stands.
class RequestLog {
 public:
  RequestLog(std::function<void(std::string_view)> listener, const Secret& token)
      : listener_(std::move(listener)), token_(token) {}

  void sending(const Request& request, const WebAddress& target, bool with_token, std::uint64_t bytes,
               unsigned attempt);
  void answered(const Transfer& transfer);
  void failed(std::string_view what);
  void redirected(std::string_view location, bool followed);
  void waiting(double seconds);

 private:
  void tell(std::string line);

  std::function<void(std::string_view)> listener_;
  Secret token_;
  std::mutex mutex_;
};

}  // namespace anzenmap::ckan
