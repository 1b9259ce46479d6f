// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>
#include <optional>
#include <random>

#include "ckan/http/transport.hpp"

namespace anzenmap::ckan {

/// Whether and when a request is sent again. Seconds to wait, or nothing where the answer or fault stands.
/// `attempt` counts from 1. Safe from several threads.
class Backoff {
 public:
  Backoff(unsigned retries, double first_seconds) : retries_(retries), first_seconds_(first_seconds) {}

  [[nodiscard]] std::optional<double> after(const Response& response, Repeat repeat, unsigned attempt);
  /// `heard`: the server has answered something before, so that its address is right.
  [[nodiscard]] std::optional<double> after(const TransportError& fault, Repeat repeat, unsigned attempt,
                                            bool heard);

 private:
  [[nodiscard]] double doubled(unsigned attempt);
  [[nodiscard]] double random_share();

  unsigned retries_;
  double first_seconds_;
  std::mutex mutex_;
  std::minstd_rand random_{std::random_device{}()};
};

/// Seconds that Retry-After asks for (RFC 9110 section 10.2.3); empty = none.
[[nodiscard]] std::optional<double> retry_after(const Response& response);

}  // namespace anzenmap::ckan
