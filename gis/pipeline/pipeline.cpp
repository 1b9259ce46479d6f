// SPDX-License-Identifier: Apache-2.0
#include "gis/pipeline/pipeline.hpp"

#include <algorithm>
#include <array>
#include <exception>

#include "gis/base/error.hpp"
#include "gis/pipeline/turnstile.hpp"
#include "gis/privacy/privacy_stage.hpp"

#if ANZENMAP_THREADS
#include <thread>
#endif

namespace anzenmap {

const RuleInfo ledger_broken{
    .code = "RU599",
    .name = "ledger-broken",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"件数が合わない", "counts do not agree"},
    .message = {"読み込んだ {read} 件と、書き出し・除外・統合を合わせた {sum} "
                "件が合いません。何も書き出しませんでした",
                "{read} records were read but {sum} were written, rejected or merged; nothing was written"},
    .why = {"記録が知らないうちに失われることは、あってはなりません。",
            "No record may be lost without a word."},
    .remedy = {"この道具の誤りです。入力のファイルとともに作った人に知らせてください。",
               "This is a fault of this program; please report it together with the input."},
    .bad = "",
    .good = ""};

std::span<const RuleInfo* const> pipeline_rules() {
  static constexpr std::array<const RuleInfo*, 1> rules{&ledger_broken};
  return rules;
}

namespace {

#if ANZENMAP_THREADS
using Lock = std::mutex;
#else
struct Lock {
  void lock() {}
  void unlock() {}
};
#endif

struct Guard {
  explicit Guard(Lock& lock) : lock_(lock) { lock_.lock(); }
  ~Guard() { lock_.unlock(); }
  Guard(const Guard&) = delete;
  Guard& operator=(const Guard&) = delete;
  Lock& lock_;
};

class Run {
 public:
  explicit Run(const PipelineParts& parts) : parts_(parts) {
    std::uint32_t first = 0;
    for (const Source* source : parts.sources) {
      first_layer_.push_back(first);
      first += static_cast<std::uint32_t>(source->layers().size());
    }
  }

  Counts run() {
    const unsigned workers = std::max(1U, parts_.workers);
#if ANZENMAP_THREADS
    std::vector<std::thread> threads;
    try {
      for (unsigned w = 1; w < workers; ++w) threads.emplace_back([this, w] { work(w); });
    } catch (...) {
      // Fewer threads than asked for are enough.
    }
    work(0);
    for (std::thread& thread : threads) thread.join();
#else
    static_cast<void>(workers);
    work(0);
#endif
    if (failure_) std::rethrow_exception(failure_);
    for (std::size_t s = 0; s < parts_.sources.size(); ++s)
      collect(parts_.sources[s]->closing_diagnostics(), first_layer_[s]);
    const std::uint64_t sum = counts_.written + counts_.rejected + counts_.merged;
    if (sum != counts_.read)
      throw Error(ledger_broken,
                  {{"read", std::to_string(counts_.read), {}}, {"sum", std::to_string(sum), {}}});
    return counts_;
  }

 private:
  struct Taken {
    Source* source;
    std::size_t index;    ///< of the source
    std::uint64_t bytes;  ///< of text as it was taken
  };

  void work(unsigned worker) {
    try {
      Batch batch;
      std::vector<Formatted> formatted(parts_.sinks.size());
      Taken taken{};
      while (take(batch, taken)) {
        if (!carry(batch, taken, worker, formatted)) return;
      }
    } catch (...) {
      fail();
    }
  }

  void fail() {
    {
      const Guard guard(failing_);
      if (!failure_) failure_ = std::current_exception();
    }
    ordered_turn_.close();
    write_turn_.close();
  }

  bool stopped() {
    const Guard guard(failing_);
    return failure_ != nullptr;
  }

  bool take(Batch& batch, Taken& taken) {
    const Guard guard(taking_);
    if (stopped()) return false;
    while (current_ < parts_.sources.size()) {
      batch.clear();
      Source* source = parts_.sources[current_];
      if (source->take(batch)) {
        batch.number = next_number_++;
        taken = {source, current_, batch.text.size()};
        return true;
      }
      ++current_;
    }
    return false;
  }

  /// Source-local layers become the survey's.
  void globalise(Batch& batch, const Taken& taken) const {
    const std::uint32_t first = first_layer_[taken.index];
    batch.layer += first;
    for (Diagnostic& diagnostic : batch.diagnostics) diagnostic.layer += first;
  }

  bool carry(Batch& batch, const Taken& taken, unsigned worker, std::vector<Formatted>& formatted) {
    taken.source->parse(batch);
    const std::size_t told_by_source = batch.diagnostics.size();
    globalise(batch, taken);
    for (const Stage* stage : parts_.stages) stage->process(batch, worker);
    if (!ordered_turn_.enter(batch.number)) return false;
    settle(batch, taken, told_by_source);
    for (OrderedStage* stage : parts_.ordered) stage->process(batch);
    ordered_turn_.leave();

    const ClearedBatch cleared = PrivacyStage::clear(batch, parts_.survey.schema(),
                                                     parts_.survey.layer(batch).original, parts_.audience);
    for (std::size_t s = 0; s < parts_.sinks.size(); ++s) {
      formatted[s].clear();
      parts_.sinks[s]->format(cleared, formatted[s]);
    }
    if (parts_.veil != nullptr) {
      parts_.veil->hide(batch.diagnostics, worker);
      for (Formatted& part : formatted) parts_.veil->hide(part.diagnostics, worker);
    }
    if (!write_turn_.enter(batch.number)) return false;
    for (std::size_t s = 0; s < parts_.sinks.size(); ++s) parts_.sinks[s]->write(formatted[s]);
    finish(batch, taken, formatted);
    write_turn_.leave();
    return true;
  }

  /// The source sees the batch as it made it: its own layer numbers and its own diagnostics.
  void settle(Batch& batch, const Taken& taken, std::size_t told_by_source) const {
    std::vector<Diagnostic> later(
        std::make_move_iterator(batch.diagnostics.begin() + static_cast<std::ptrdiff_t>(told_by_source)),
        std::make_move_iterator(batch.diagnostics.end()));
    batch.diagnostics.resize(told_by_source);
    const std::uint32_t layer = batch.layer;
    batch.layer -= first_layer_[taken.index];
    taken.source->settle(batch);
    batch.layer = layer;
    std::move(later.begin(), later.end(), std::back_inserter(batch.diagnostics));
  }

  void collect(std::vector<Diagnostic> diagnostics, std::uint32_t first_layer) {
    for (Diagnostic& diagnostic : diagnostics) {
      diagnostic.layer += first_layer;
      if (parts_.veil != nullptr) parts_.veil->hide(diagnostic);
      parts_.collector->add(std::move(diagnostic));
    }
  }

  void finish(Batch& batch, const Taken& taken, std::vector<Formatted>& formatted) {
    std::vector<Diagnostic>& all = batch.diagnostics;
    for (Formatted& part : formatted)
      std::move(part.diagnostics.begin(), part.diagnostics.end(), std::back_inserter(all));
    for (Diagnostic& diagnostic : all) {
      if (diagnostic.record < 0) continue;
      const auto record = static_cast<std::size_t>(diagnostic.record);
      diagnostic.layer = batch.layer;
      if (record < batch.row.size()) diagnostic.row = batch.row[record];
      if (record < batch.line.size()) diagnostic.line = batch.line[record];
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Diagnostic& a, const Diagnostic& b) { return a.row < b.row; });
    for (Diagnostic& diagnostic : all) {
      const auto record = static_cast<std::size_t>(diagnostic.record);
      const bool rejected = diagnostic.record >= 0 && record < batch.state.size() &&
                            batch.state[record] == RecordState::rejected;
      parts_.collector->add(std::move(diagnostic), rejected);
    }
    counts_.read += batch.records;
    for (const RecordState state : batch.state) {
      switch (state) {
        case RecordState::accepted:
          ++counts_.written;
          break;
        case RecordState::rejected:
          ++counts_.rejected;
          break;
        case RecordState::merged:
          ++counts_.merged;
          break;
      }
    }
    bytes_ += taken.bytes;
    if (parts_.progress) parts_.progress(counts_.read, bytes_);
  }

  const PipelineParts& parts_;
  std::vector<std::uint32_t> first_layer_;
  Lock taking_;
  std::size_t current_ = 0;
  std::uint64_t next_number_ = 0;
  Turnstile ordered_turn_;
  Turnstile write_turn_;
  Lock failing_;
  std::exception_ptr failure_;
  Counts counts_;
  std::uint64_t bytes_ = 0;
};

}  // namespace

Counts run_pipeline(const PipelineParts& parts) { return Run(parts).run(); }

}  // namespace anzenmap
