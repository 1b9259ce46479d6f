// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <list>
#include <string>
#include <string_view>

#include "ckan/http/curl_handles.hpp"
#include "ckan/http/transport.hpp"

namespace anzenmap::ckan {

/// Bytes that curl asks for bit by bit: a text, or a file read as it is sent. Not copied, not moved: curl
/// keeps its address.
class BodySource {
 public:
  /// `may_rewind`: whether curl may begin again by itself, which it does when a kept connection turns out
  /// dead. A write must not be sent twice without being told.
  BodySource(std::string_view text, bool may_rewind) : text_(text), may_rewind_(may_rewind) {}
  /// Opens the file. Throws TransportError.
  BodySource(const std::string& path, bool may_rewind);
  BodySource(const BodySource&) = delete;
  BodySource& operator=(const BodySource&) = delete;
  ~BodySource();

  [[nodiscard]] std::uint64_t size() const noexcept { return size_of(); }
  /// The file became shorter, or could not be read to its end.
  [[nodiscard]] bool spoilt() const noexcept { return spoilt_; }
  [[nodiscard]] const std::string& path() const noexcept { return path_; }

  // For curl: the forms of CURLOPT_READFUNCTION and CURLOPT_SEEKFUNCTION.
  static std::size_t read(char* into, std::size_t size, std::size_t count, void* self);
  static int seek(void* self, curl_off_t offset, int origin);

 private:
  [[nodiscard]] std::uint64_t size_of() const noexcept {
    return descriptor_ < 0 ? text_.size() : file_bytes_;
  }
  std::size_t read_some(char* into, std::size_t room);

  std::string_view text_;
  std::string path_;
  int descriptor_ = -1;
  std::uint64_t file_bytes_ = 0;
  std::uint64_t at_ = 0;
  bool may_rewind_;
  bool spoilt_ = false;
};

/// The body of one request, for one sending of it.
class RequestBody {
 public:
  /// `request` must outlive it. Throws TransportError (unreadable file).
  explicit RequestBody(const Request& request);

  /// Tells curl where the body comes from.
  void give_to(CURL* easy);
  /// Bytes of what is sent, without the lines between the parts.
  [[nodiscard]] std::uint64_t bytes() const noexcept { return bytes_; }
  /// The first file that could not be read to its end; empty = none.
  [[nodiscard]] std::string spoilt_file() const;

 private:
  void give_parts(CURL* easy);

  const Request* request_;
  std::list<BodySource> sources_;
  MimeHandle mime_;
  std::uint64_t bytes_ = 0;
};

}  // namespace anzenmap::ckan
