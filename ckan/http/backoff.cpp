// SPDX-License-Identifier: Apache-2.0
#include "ckan/http/backoff.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <ctime>
#include <string>

#include "ckan/http/curl_handles.hpp"
#include "ckan/http/transfer_fault.hpp"

namespace anzenmap::ckan {
namespace {

constexpr double kLongest = 30;
/// Who is told to wait longer than this had better be told so.
constexpr double kLongestAsked = 120;

bool asks_to_wait(int status) { return status == 429 || status == 503; }

bool passes_by_itself(int status) {
  return asks_to_wait(status) || status == 408 || status == 502 || status == 504;
}

}  // namespace

std::optional<double> retry_after(const Response& response) {
  const std::string text(response.header("retry-after"));
  if (text.empty()) return std::nullopt;
  unsigned long seconds = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (fault == std::errc::result_out_of_range) return HUGE_VAL;
  if (fault == std::errc() && end == text.data() + text.size()) return static_cast<double>(seconds);
  const std::time_t when = curl_getdate(text.c_str(), nullptr);
  if (when < 0) return std::nullopt;
  return std::max(0.0, std::difftime(when, std::time(nullptr)));
}

double Backoff::random_share() {
  const std::lock_guard lock(mutex_);
  return std::uniform_real_distribution<double>(0, 1)(random_);
}

// Jitter keeps publishers that failed together from coming back together.
double Backoff::doubled(unsigned attempt) {
  const double full = std::min(kLongest, first_seconds_ * std::exp2(attempt - 1));
  return full * (0.5 + random_share() / 2);
}

std::optional<double> Backoff::after(const Response& response, Repeat repeat, unsigned attempt) {
  if (attempt > retries_ || !passes_by_itself(response.status)) return std::nullopt;
  const std::optional<double> asked = asks_to_wait(response.status) ? retry_after(response) : std::nullopt;
  if (asked && *asked > kLongestAsked) return std::nullopt;
  if (asked) return *asked + random_share() * std::min(first_seconds_, 1.0);
  if (repeat != Repeat::safe) return std::nullopt;
  return doubled(attempt);
}

std::optional<double> Backoff::after(const TransportError& fault, Repeat repeat, unsigned attempt,
                                     bool heard) {
  const bool not_sent = fault.outcome() == TransportError::Outcome::not_sent;
  if (attempt > retries_ || !may_pass(fault)) return std::nullopt;
  if (repeat != Repeat::safe && !not_sent) return std::nullopt;
  // A URL with a slip in it should not take half a minute to say so.
  if (not_sent && !heard && attempt > 1) return std::nullopt;
  return doubled(attempt);
}

}  // namespace anzenmap::ckan
