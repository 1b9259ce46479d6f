// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include "ckan/target.hpp"
#include "cli/streams.hpp"

namespace anzenmap::cli {

/// `送信中 3/20件 [#####-----] 42%  12.3 MB / 29.1 MB  2.1 MB/秒`
[[nodiscard]] std::string upload_text(std::uint64_t done, std::uint64_t datasets, std::uint64_t sent,
                                      std::uint64_t total, double seconds, Language language);

/// One line on a terminal that says how far applying a plan is, redrawn a few times a second; nothing
/// elsewhere.
class UploadProgress {
 public:
  UploadProgress(const ckan::Plan& plan, Streams& streams);
  ~UploadProgress();
  UploadProgress(const UploadProgress&) = delete;
  UploadProgress& operator=(const UploadProgress&) = delete;

  /// To hand to Target::apply(), which calls it from one thread at a time; empty when nobody watches. This
  /// must outlive it.
  [[nodiscard]] std::function<void(const ckan::ApplyProgress&)> reporter();

 private:
  void note(const ckan::ApplyProgress& progress);
  void draw();

  Streams& streams_;
  std::uint64_t datasets_ = 0;
  std::uint64_t total_ = 0;
  std::uint64_t done_ = 0;
  std::map<std::string, std::uint64_t> planned_;  ///< bytes of each dataset's files
  std::map<std::string, std::uint64_t> sent_;
  std::chrono::steady_clock::time_point started_;
  std::chrono::steady_clock::time_point drawn_;
  bool visible_ = false;
};

}  // namespace anzenmap::cli
