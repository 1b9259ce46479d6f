// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ckan/http/answer_sink.hpp"
#include "ckan/http/checked_settings.hpp"
#include "ckan/http/curl_handles.hpp"
#include "ckan/http/request_body.hpp"
#include "ckan/http/transport.hpp"
#include "ckan/http/web_address.hpp"

namespace anzenmap::ckan {

/// One request to one URL and its answer: no redirect, no repeat. Made by the thread that sends, worked on by
/// the loop's thread between begin() and end(), then read by the first again.
class Transfer {
 public:
  using Clock = std::chrono::steady_clock;

  /// All three must outlive it. Throws TransportError (unreadable file).
  Transfer(const Request& request, const WebAddress& target, const CheckedSettings& settings,
           bool with_token);
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  // For the loop's thread.
  void begin(CURL* easy);
  /// Ends when nothing came or went for so long; max() = not while connecting.
  [[nodiscard]] Clock::time_point silent_after() const;
  /// Keeps what is known; the handle may be given away afterwards.
  void collect(CURLcode code, bool silent) noexcept;
  /// Lets the thread that sends go on, after which this transfer may be gone.
  void end(CURLcode code) noexcept;

  // For the thread that sends.
  void wait();
  [[nodiscard]] const WebAddress& target() const noexcept { return *target_; }
  [[nodiscard]] std::uint64_t body_bytes() const noexcept { return body_.bytes(); }

  /// What is known once it has ended.
  struct Facts {
    CURLcode code = CURLE_OK;
    bool silent = false;
    bool too_large = false;
    bool connected = false;     ///< connection, TLS and proxy stood
    bool request_sent = false;  ///< some byte of the request went out
    long status = 0;
    long connect_status = 0;  ///< what a proxy answered to CONNECT
    long os_error = 0;
    long verify_result = 0;  ///< of OpenSSL
    long http_version = 0;
    double seconds = 0;
    std::uint64_t sent = 0;  ///< of the body
  };
  [[nodiscard]] const Facts& facts() const noexcept { return facts_; }
  /// curl's words, in English; empty = none.
  [[nodiscard]] std::string_view detail() const noexcept { return &detail_[0]; }
  /// Throws what a callback threw, if one did (full disk).
  void rethrow() const;
  [[nodiscard]] std::string spoilt_file() const { return body_.spoilt_file(); }
  [[nodiscard]] std::uint64_t received() const noexcept { return sink_.bytes(); }
  /// The answer; puts a file in place. Throws Error (disk).
  [[nodiscard]] Response take_response();

 private:
  static std::size_t on_header(char* data, std::size_t size, std::size_t count, void* self);
  static std::size_t on_body(char* data, std::size_t size, std::size_t count, void* self);
  static int on_progress(void* self, curl_off_t, curl_off_t received, curl_off_t total, curl_off_t sent);
  void set_basics(CURL* easy);
  void set_method(CURL* easy);
  void set_headers(CURL* easy);
  void set_security(CURL* easy);
  void take_header(std::string_view line);
  template <class Work>
  bool guarded(Work&& work) noexcept;

  const Request* request_;
  const WebAddress* target_;
  const CheckedSettings* settings_;
  bool with_token_;
  RequestBody body_;
  AnswerSink sink_;
  HeaderList header_list_;
  std::vector<std::pair<std::string, std::string>> headers_;
  CURL* easy_ = nullptr;
  char detail_[CURL_ERROR_SIZE] = {};
  Clock::time_point last_moved_;
  curl_off_t moved_ = 0;
  curl_off_t progress_told_ = -1;
  Facts facts_;
  std::exception_ptr thrown_;

  std::mutex mutex_;
  std::condition_variable ended_changed_;
  bool ended_ = false;
};

}  // namespace anzenmap::ckan
