// SPDX-License-Identifier: Apache-2.0
#include "cli/view/progress.hpp"

#include <algorithm>
#include <cmath>

#include "cli/view/layout.hpp"

namespace anzenmap::cli {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kInterval = std::chrono::milliseconds(100);
constexpr std::uint64_t kBarCells = 20;

std::string remaining_text(double seconds, bool japanese) {
  const auto whole = static_cast<std::uint64_t>(std::llround(seconds));
  const std::uint64_t minutes = whole / 60;
  std::string out = japanese ? "残り " : "";
  if (minutes > 0) out += std::to_string(minutes) + (japanese ? "分" : "m");
  out += std::to_string(whole % 60) + (japanese ? "秒" : "s left");
  return out;
}

}  // namespace

std::string progress_text(std::uint64_t rows, std::uint64_t bytes, std::uint64_t total, double seconds,
                          Language language) {
  const bool japanese = language == Language::ja;
  std::string out = japanese ? "読み込み中 " : "reading ";
  const std::uint64_t done = std::min(bytes, total);
  if (total > 0) {
    const std::uint64_t cells = done * kBarCells / total;
    out += '[' + std::string(cells, '#') + std::string(kBarCells - cells, '-') + "] " +
           std::to_string(done * 100 / total) + "%  ";
  }
  out += grouped(rows) + (japanese ? "行" : " rows");
  if (seconds <= 0) return out;
  const auto rate = static_cast<std::uint64_t>(static_cast<double>(rows) / seconds);
  out += "  " + grouped(rate) + (japanese ? "行/秒" : " rows/s");
  if (done > 0)
    out += "  " +
           remaining_text(seconds * static_cast<double>(total - done) / static_cast<double>(done), japanese);
  return out;
}

ProgressLine::ProgressLine(Streams& streams) : streams_(streams), started_(Clock::now()), drawn_(started_) {}

Progress ProgressLine::reporter() {
  if (!streams_.progress || streams_.quiet) return {};
  return [this](std::uint64_t rows, std::uint64_t bytes, std::uint64_t total) { draw(rows, bytes, total); };
}

void ProgressLine::draw(std::uint64_t rows, std::uint64_t bytes, std::uint64_t total) {
  const std::lock_guard<std::mutex> lock(mutex_);
  const Clock::time_point now = Clock::now();
  if (now - drawn_ < kInterval) return;
  drawn_ = now;
  visible_ = true;
  const double seconds = std::chrono::duration<double>(now - started_).count();
  streams_.err << "\r\x1b[2K" << progress_text(rows, bytes, total, seconds, streams_.language) << std::flush;
}

void ProgressLine::clear() {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (visible_) streams_.err << "\r\x1b[2K" << std::flush;
  visible_ = false;
}

}  // namespace anzenmap::cli
