// SPDX-License-Identifier: Apache-2.0
#include "ckan/http/transport.hpp"

#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>

#include "ckan/http/backoff.hpp"
#include "ckan/http/checked_settings.hpp"
#include "ckan/http/redirect.hpp"
#include "ckan/http/request_log.hpp"
#include "ckan/http/settings_rules.hpp"
#include "ckan/http/transfer_fault.hpp"
#include "ckan/http/transfer_loop.hpp"

namespace anzenmap::ckan {
namespace {

constexpr unsigned kMostRedirects = 5;

// Who refuses an upload half-way hangs up without reading the rest: the refusal is the answer, not the line
// that broke.
bool has_answer(const Transfer::Facts& facts) {
  const bool broke = facts.code == CURLE_SEND_ERROR || facts.code == CURLE_RECV_ERROR;
  return facts.code == CURLE_OK || (broke && facts.status >= 400 && !facts.silent);
}

}  // namespace

class Transport::Loop {
 public:
  explicit Loop(TransportSettings settings)
      : settings_(checked(std::move(settings))),
        log_(settings_.values.verbose, settings_.values.token),
        backoff_(settings_.values.retries, settings_.values.first_backoff_seconds),
        transfers_(settings_.values.parallel) {}

  [[nodiscard]] const CheckedSettings& settings() const noexcept { return settings_; }
  [[nodiscard]] std::uint64_t requests() const noexcept { return requests_; }
  [[nodiscard]] std::uint64_t writes() const noexcept { return writes_; }

  Response send(const Request& request) {
    for (unsigned attempt = 1;; ++attempt) {
      std::optional<double> wait;
      try {
        Response response = follow(request, attempt);
        heard_ = true;
        response.attempts = attempt;
        wait = backoff_.after(response, request.repeat, attempt);
        if (!wait) return response;
      } catch (const TransportError& fault) {
        log_.failed(fault.what());
        wait = backoff_.after(fault, request.repeat, attempt, heard_);
        if (!wait) throw;
      }
      log_.waiting(*wait);
      pause(*wait);
    }
  }

 private:
  Response follow(const Request& request, unsigned attempt) {
    WebAddress target = upgraded(address_of(request.url));
    for (unsigned hop = 0;; ++hop) {
      Response response = exchange(request, target, attempt);
      response.to_https = is_upgrade(settings_.base, target);
      std::optional<WebAddress> next = followed_redirect(request, target, response);
      if (next && hop == kMostRedirects) next.reset();
      if (response.status / 100 == 3 && !response.header("location").empty())
        log_.redirected(response.header("location"), next.has_value());
      if (!next) return response;
      if (same_origin(target, settings_.base) && is_upgrade(target, *next)) remember_upgrade(*next);
      target = std::move(*next);
    }
  }

  Response exchange(const Request& request, const WebAddress& target, unsigned attempt) {
    const bool with_token = !settings_.values.token.empty() && may_have_token(target);
    Transfer transfer(request, target, settings_, with_token);
    log_.sending(request, target, with_token, transfer.body_bytes(), attempt);
    ++requests_;
    const bool reads = request.method == "GET" || request.method == "HEAD";
    if (!reads && request.repeat != Repeat::safe) ++writes_;
    transfers_.run(transfer);
    transfer.rethrow();
    if (transfer.facts().code == CURLE_OUT_OF_MEMORY) throw std::bad_alloc();
    if (!has_answer(transfer.facts())) throw transfer_fault(transfer, settings_.values);
    log_.answered(transfer);
    return transfer.take_response();
  }

  [[nodiscard]] WebAddress address_of(const std::string& url) const {
    const bool below = url.empty() || url.front() == '/';
    std::optional<WebAddress> address = parse_address(below ? settings_.values.base_url + url : url);
    if (!address || address->has_user)
      throw TransportError(request_url_unusable, {{"url", without_user(url), {}}},
                           TransportError::Outcome::not_sent);
    return std::move(*address);
  }

  // The token is for the catalogue alone: its origin, or https of its host where a redirect led there.
  [[nodiscard]] bool may_have_token(const WebAddress& target) const {
    return same_origin(target, settings_.base) || is_upgrade(settings_.base, target);
  }

  void remember_upgrade(const WebAddress& to) {
    const std::lock_guard lock(mutex_);
    https_port_ = to.port;
  }

  // Once http was answered by a way to https, nothing more goes over http.
  [[nodiscard]] WebAddress upgraded(WebAddress address) {
    std::string port;
    {
      const std::lock_guard lock(mutex_);
      port = https_port_;
    }
    if (port.empty() || !same_origin(address, settings_.base)) return address;
    const std::size_t host_end =
        std::min(address.url.find('/', address.url.find("://") + 3), address.url.size());
    return *parse_address("https://" + address.host + ':' + port + address.url.substr(host_end));
  }

  void pause(double seconds) const {
    if (settings_.values.wait)
      settings_.values.wait(seconds);
    else
      std::this_thread::sleep_for(std::chrono::duration<double>(seconds));
  }

  CheckedSettings settings_;
  RequestLog log_;
  Backoff backoff_;
  TransferLoop transfers_;
  std::atomic<std::uint64_t> requests_{0};
  std::atomic<std::uint64_t> writes_{0};
  std::atomic<bool> heard_{false};
  std::mutex mutex_;
  std::string https_port_;  ///< empty = the base URL's own scheme holds
};

Transport::Transport(TransportSettings settings) : loop_(std::make_unique<Loop>(std::move(settings))) {}
Transport::~Transport() = default;

Response Transport::send(const Request& request) { return loop_->send(request); }
const std::string& Transport::base_url() const noexcept { return loop_->settings().values.base_url; }
bool Transport::has_token() const noexcept { return !loop_->settings().values.token.empty(); }
std::string Transport::masked(std::string text) const {
  return without_secret(std::move(text), loop_->settings().values.token);
}
std::uint64_t Transport::requests() const noexcept { return loop_->requests(); }
std::uint64_t Transport::writes() const noexcept { return loop_->writes(); }

}  // namespace anzenmap::ckan
