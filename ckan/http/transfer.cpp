// SPDX-License-Identifier: Apache-2.0
#include "ckan/http/transfer.hpp"

#include <algorithm>
#include <cmath>

namespace anzenmap::ckan {
namespace {

constexpr std::size_t kMostHeaders = 500;
constexpr long kUploadBuffer = 256L * 1024;

long milliseconds(double seconds) { return std::max(1L, std::lround(std::min(seconds, 1e6) * 1000)); }

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

bool is_write(const Request& request) { return request.method != "GET" && request.method != "HEAD"; }

}  // namespace

Transfer::Transfer(const Request& request, const WebAddress& target, const CheckedSettings& settings,
                   bool with_token)
    : request_(&request),
      target_(&target),
      settings_(&settings),
      with_token_(with_token),
      body_(request),
      sink_(request.save_to, settings.values.body_bytes) {}

// A callback of curl must not throw through C: what it throws is kept and the transfer ended.
template <class Work>
bool Transfer::guarded(Work&& work) noexcept {
  try {
    return work();
  } catch (...) {
    thrown_ = std::current_exception();
    return false;
  }
}

void Transfer::begin(CURL* easy) {
  easy_ = easy;
  last_moved_ = Clock::now();
  set_basics(easy);
  set_method(easy);
  set_headers(easy);
  set_security(easy);
}

void Transfer::set_basics(CURL* easy) {
  set_option(easy, CURLOPT_URL, target_->url);
  set_option(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  set_option(easy, CURLOPT_FOLLOWLOCATION, 0L);
  set_option(easy, CURLOPT_NOSIGNAL, 1L);
  set_option(easy, CURLOPT_ERRORBUFFER, &detail_[0]);
  set_option(easy, CURLOPT_PRIVATE, static_cast<void*>(this));
  set_option(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
  // Several requests that start together share one HTTP/2 connection instead of opening one each.
  set_option(easy, CURLOPT_PIPEWAIT, target_->https() ? 1L : 0L);
  set_option(easy, CURLOPT_CONNECTTIMEOUT_MS, milliseconds(settings_->values.connect_seconds));
  set_option(easy, CURLOPT_TCP_KEEPALIVE, 1L);
  set_option(easy, CURLOPT_UPLOAD_BUFFERSIZE, kUploadBuffer);
  set_option(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
  set_option(easy, CURLOPT_HEADERFUNCTION, &Transfer::on_header);
  set_option(easy, CURLOPT_HEADERDATA, static_cast<void*>(this));
  set_option(easy, CURLOPT_WRITEFUNCTION, &Transfer::on_body);
  set_option(easy, CURLOPT_WRITEDATA, static_cast<void*>(this));
  set_option(easy, CURLOPT_NOPROGRESS, 0L);
  set_option(easy, CURLOPT_XFERINFOFUNCTION, &Transfer::on_progress);
  set_option(easy, CURLOPT_XFERINFODATA, static_cast<void*>(this));
  // A file is wanted as its bytes are; an answer for us may come packed.
  if (!request_->save_to) set_option(easy, CURLOPT_ACCEPT_ENCODING, "");
}

void Transfer::set_method(CURL* easy) {
  if (request_->method == "GET") {
    set_option(easy, CURLOPT_HTTPGET, 1L);
  } else if (request_->method == "HEAD") {
    set_option(easy, CURLOPT_NOBODY, 1L);
  } else {
    body_.give_to(easy);
    if (request_->method != "POST") set_option(easy, CURLOPT_CUSTOMREQUEST, request_->method);
  }
}

void Transfer::set_headers(CURL* easy) {
  add_header(header_list_, "User-Agent: anzenmap");
  add_header(header_list_, "Accept: */*");
  if (with_token_)
    add_header(header_list_, "Authorization: " + std::string(settings_->values.token.reveal()));
  if (is_write(*request_) && request_->parts.empty())
    add_header(header_list_, "Content-Type: " + (request_->content_type.empty() ? "application/octet-stream"
                                                                                : request_->content_type));
  for (const auto& [name, value] : request_->headers) add_header(header_list_, name + ": " + value);
  set_option(easy, CURLOPT_HTTPHEADER, header_list_.get());
}

void Transfer::set_security(CURL* easy) {
  const TransportSettings& values = settings_->values;
  set_option(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  if (values.insecure) {
    set_option(easy, CURLOPT_SSL_VERIFYPEER, 0L);
    set_option(easy, CURLOPT_SSL_VERIFYHOST, 0L);
  }
  if (!values.ca_bundle.empty()) set_option(easy, CURLOPT_CAINFO, values.ca_bundle);
  // The certificate says who we are: like the token, it is for the catalogue alone.
  const bool catalogue = target_->host == settings_->base.host;
  if (catalogue && !values.client_certificate.empty()) {
    set_option(easy, CURLOPT_SSLCERT, values.client_certificate);
    set_option(easy, CURLOPT_SSLKEY,
               values.client_key.empty() ? values.client_certificate : values.client_key);
  }
  if (!values.proxy.empty()) {
    set_option(easy, CURLOPT_PROXY, values.proxy);
    set_option(easy, CURLOPT_NOPROXY, "");  // a person's word wins over no_proxy
  }
  // To an https target the login is over before the request is sent; else it would have to be sent twice.
  set_option(easy, CURLOPT_PROXYAUTH, static_cast<long>(target_->https() ? CURLAUTH_ANY : CURLAUTH_BASIC));
}

std::size_t Transfer::on_header(char* data, std::size_t size, std::size_t count, void* self) {
  auto& transfer = *static_cast<Transfer*>(self);
  transfer.last_moved_ = Clock::now();
  const bool good = transfer.guarded([&] {
    transfer.take_header({data, size * count});
    return true;
  });
  return good ? size * count : 0;
}

void Transfer::take_header(std::string_view line) {
  // Each answer begins anew: "100 Continue" comes before the real one.
  if (line.substr(0, 5) == "HTTP/") {
    headers_.clear();
    return;
  }
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || headers_.size() >= kMostHeaders) return;
  headers_.emplace_back(lowered(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
}

std::size_t Transfer::on_body(char* data, std::size_t size, std::size_t count, void* self) {
  auto& transfer = *static_cast<Transfer*>(self);
  transfer.last_moved_ = Clock::now();
  const auto status = info_of<long>(transfer.easy_, CURLINFO_RESPONSE_CODE);
  const bool good = transfer.guarded([&] {
    transfer.facts_.too_large = !transfer.sink_.take({data, size * count}, status);
    return !transfer.facts_.too_large;
  });
  return good ? size * count : 0;
}

int Transfer::on_progress(void* self, curl_off_t, curl_off_t received, curl_off_t total, curl_off_t sent) {
  auto& transfer = *static_cast<Transfer*>(self);
  if (received + sent != transfer.moved_) {
    transfer.moved_ = received + sent;
    transfer.last_moved_ = Clock::now();
  }
  if (!transfer.request_->progress || total <= 0 || sent == transfer.progress_told_) return 0;
  transfer.progress_told_ = sent;
  const bool good = transfer.guarded([&] {
    transfer.request_->progress(static_cast<std::uint64_t>(sent), static_cast<std::uint64_t>(total));
    return true;
  });
  return good ? 0 : 1;
}

Transfer::Clock::time_point Transfer::silent_after() const {
  // Until the connection stands, the connect timeout rules.
  if (info_of<curl_off_t>(easy_, CURLINFO_PRETRANSFER_TIME_T) == 0) return Clock::time_point::max();
  return last_moved_ + std::chrono::milliseconds(milliseconds(settings_->values.low_speed_seconds));
}

void Transfer::collect(CURLcode code, bool silent) noexcept {
  facts_.code = code;
  facts_.silent = silent;
  facts_.status = info_of<long>(easy_, CURLINFO_RESPONSE_CODE);
  facts_.connect_status = info_of<long>(easy_, CURLINFO_HTTP_CONNECTCODE);
  facts_.os_error = info_of<long>(easy_, CURLINFO_OS_ERRNO);
  facts_.verify_result = info_of<long>(easy_, CURLINFO_SSL_VERIFYRESULT);
  facts_.http_version = info_of<long>(easy_, CURLINFO_HTTP_VERSION);
  facts_.seconds = static_cast<double>(info_of<curl_off_t>(easy_, CURLINFO_TOTAL_TIME_T)) / 1e6;
  facts_.sent = static_cast<std::uint64_t>(info_of<curl_off_t>(easy_, CURLINFO_SIZE_UPLOAD_T));
  facts_.connected = info_of<curl_off_t>(easy_, CURLINFO_PRETRANSFER_TIME_T) != 0;
  facts_.request_sent = info_of<long>(easy_, CURLINFO_REQUEST_SIZE) > 0 || facts_.sent > 0;
}

void Transfer::end(CURLcode code) noexcept {
  facts_.code = code;
  const std::lock_guard lock(mutex_);
  ended_ = true;
  // Under the lock: once it is free, the waiting thread may end this object's life.
  ended_changed_.notify_all();
}

void Transfer::wait() {
  std::unique_lock lock(mutex_);
  ended_changed_.wait(lock, [this] { return ended_; });
}

void Transfer::rethrow() const {
  if (thrown_) std::rethrow_exception(thrown_);
}

Response Transfer::take_response() {
  sink_.commit(facts_.status);
  Response response;
  response.status = static_cast<int>(facts_.status);
  response.headers = std::move(headers_);
  response.bytes = sink_.bytes();
  response.body = sink_.take_text();
  response.seconds = facts_.seconds;
  response.request_bytes = body_.bytes();
  response.url = target_->url;
  return response;
}

}  // namespace anzenmap::ckan
