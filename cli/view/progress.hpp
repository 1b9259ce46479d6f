// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>

#include "cli/conversion.hpp"
#include "cli/streams.hpp"

namespace anzenmap::cli {

/// `読み込み中 [#####-----] 42%  512,000行  980,000行/秒  残り 1秒`
[[nodiscard]] std::string progress_text(std::uint64_t rows, std::uint64_t bytes, std::uint64_t total,
                                        double seconds, Language language);

/// One line on a terminal that says how far the work is, redrawn a few times a second; nothing elsewhere.
class ProgressLine {
 public:
  explicit ProgressLine(Streams& streams);
  ~ProgressLine() { clear(); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  /// To hand to run_conversion(); empty when nobody watches. The line must outlive it.
  [[nodiscard]] Progress reporter();
  /// Wipes the line.
  void clear();

 private:
  void draw(std::uint64_t rows, std::uint64_t bytes, std::uint64_t total);

  Streams& streams_;
  std::mutex mutex_;  // run_conversion reports from any thread
  std::chrono::steady_clock::time_point started_;
  std::chrono::steady_clock::time_point drawn_;
  bool visible_ = false;
};

}  // namespace anzenmap::cli
