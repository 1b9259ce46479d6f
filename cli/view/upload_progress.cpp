// SPDX-License-Identifier: Apache-2.0
#include "cli/view/upload_progress.hpp"

#include <algorithm>

#include "cli/view/layout.hpp"

namespace anzenmap::cli {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kInterval = std::chrono::milliseconds(100);
constexpr std::uint64_t kBarCells = 20;

std::uint64_t bytes_of(const ckan::DatasetPlan& dataset) {
  std::uint64_t bytes = 0;
  for (const ckan::Action& action : dataset.actions)
    if (action.change == ckan::Change::create || action.change == ckan::Change::upload)
      bytes += action.file.bytes;
  return bytes;
}

}  // namespace

std::string upload_text(std::uint64_t done, std::uint64_t datasets, std::uint64_t sent, std::uint64_t total,
                        double seconds, Language language) {
  const bool japanese = language == Language::ja;
  std::string out =
      (japanese ? "送信中 " : "sending ") + grouped(done) + "/" + grouped(datasets) + (japanese ? "件" : "");
  if (total == 0) return out;
  sent = std::min(sent, total);
  const auto part = static_cast<double>(sent) / static_cast<double>(total);
  const auto cells = static_cast<std::uint64_t>(part * kBarCells);
  out += " [" + std::string(cells, '#') + std::string(kBarCells - cells, '-') + "] " +
         std::to_string(static_cast<std::uint64_t>(part * 100)) + "%  " + size_text(sent) + " / " +
         size_text(total);
  if (seconds > 0 && sent > 0)
    out += "  " + size_text(static_cast<std::uint64_t>(static_cast<double>(sent) / seconds)) +
           (japanese ? "/秒" : "/s");
  return out;
}

UploadProgress::UploadProgress(const ckan::Plan& plan, Streams& streams)
    : streams_(streams), started_(Clock::now()) {
  for (const ckan::DatasetPlan& dataset : plan.datasets) {
    if (!dataset.changes()) continue;
    ++datasets_;
    total_ += planned_[dataset.name] = bytes_of(dataset);
  }
}

UploadProgress::~UploadProgress() {
  if (visible_) streams_.err << "\r\x1b[2K" << std::flush;
}

std::function<void(const ckan::ApplyProgress&)> UploadProgress::reporter() {
  if (!streams_.progress || streams_.quiet) return {};
  return [this](const ckan::ApplyProgress& progress) { note(progress); };
}

void UploadProgress::note(const ckan::ApplyProgress& progress) {
  using Step = ckan::ApplyProgress::Step;
  if (progress.step == Step::sending) {
    // The request's own bytes are a little more than the files'; a file that is sent again starts anew.
    sent_[progress.dataset] = std::min(progress.sent, planned_[progress.dataset]);
  } else if (progress.step == Step::done || progress.step == Step::failed) {
    ++done_;
    if (progress.step == Step::done) sent_[progress.dataset] = planned_[progress.dataset];
  }
  const Clock::time_point now = Clock::now();
  if (now - drawn_ < kInterval) return;
  drawn_ = now;
  draw();
}

void UploadProgress::draw() {
  std::uint64_t sent = 0;
  for (const auto& [name, bytes] : sent_) sent += bytes;
  const double seconds = std::chrono::duration<double>(drawn_ - started_).count();
  streams_.err << "\r\x1b[2K" << upload_text(done_, datasets_, sent, total_, seconds, streams_.language)
               << std::flush;
  visible_ = true;
}

}  // namespace anzenmap::cli
