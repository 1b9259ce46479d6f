// SPDX-License-Identifier: Apache-2.0
#include "ckan/http/transfer_loop.hpp"

#include <signal.h>

#include <algorithm>
#include <chrono>

namespace anzenmap::ckan {
namespace {

constexpr int kLongestPoll = 60'000;

// Signals are the main thread's business; and a connection that breaks while it is written to must not end
// the program by SIGPIPE.
class SignalsBlocked {
 public:
  SignalsBlocked() {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &before_);
  }
  SignalsBlocked(const SignalsBlocked&) = delete;
  SignalsBlocked& operator=(const SignalsBlocked&) = delete;
  ~SignalsBlocked() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

 private:
  sigset_t before_{};
};

}  // namespace

TransferLoop::TransferLoop(unsigned parallel) : multi_(owned<MultiHandle>(curl_multi_init())) {
  for (unsigned i = 0; i < parallel; ++i) idle_.push_back(owned<EasyHandle>(curl_easy_init()));
  running_.reserve(parallel);
  const auto connections = static_cast<long>(parallel);
  curl_multi_setopt(multi_.get(), CURLMOPT_MAX_TOTAL_CONNECTIONS, connections);
  curl_multi_setopt(multi_.get(), CURLMOPT_MAXCONNECTS, connections);
  const SignalsBlocked inherited;
  thread_ = std::thread([this] { work(); });
}

TransferLoop::~TransferLoop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  curl_multi_wakeup(multi_.get());
  thread_.join();
}

void TransferLoop::run(Transfer& transfer) {
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(&transfer);
  }
  curl_multi_wakeup(multi_.get());
  transfer.wait();
}

void TransferLoop::work() {
  while (true) {
    {
      const std::lock_guard lock(mutex_);
      if (stopping_) return;
    }
    start_waiting();
    int active = 0;
    curl_multi_perform(multi_.get(), &active);
    end_finished();
    end_silent();
    const bool more = [&] {
      const std::lock_guard lock(mutex_);
      return !waiting_.empty() && !idle_.empty();
    }();
    if (!more) curl_multi_poll(multi_.get(), nullptr, 0, poll_milliseconds(), nullptr);
  }
}

void TransferLoop::start_waiting() {
  while (!idle_.empty()) {
    Transfer* next = nullptr;
    {
      const std::lock_guard lock(mutex_);
      if (waiting_.empty()) return;
      next = waiting_.front();
      waiting_.pop_front();
    }
    EasyHandle easy = std::move(idle_.back());
    idle_.pop_back();
    start(*next, std::move(easy));
  }
}

void TransferLoop::start(Transfer& transfer, EasyHandle easy) noexcept {
  CURLcode fault = CURLE_FAILED_INIT;
  try {
    transfer.begin(easy.get());
    if (curl_multi_add_handle(multi_.get(), easy.get()) == CURLM_OK) {
      running_.push_back({&transfer, std::move(easy)});
      return;
    }
  } catch (const std::exception&) {
    fault = CURLE_OUT_OF_MEMORY;
  }
  curl_easy_reset(easy.get());
  idle_.push_back(std::move(easy));
  transfer.end(fault);
}

void TransferLoop::end_finished() {
  int left = 0;
  while (const CURLMsg* message = curl_multi_info_read(multi_.get(), &left)) {
    if (message->msg != CURLMSG_DONE) continue;
    const auto found = std::find_if(running_.begin(), running_.end(), [&](const Running& running) {
      return running.easy.get() == message->easy_handle;
    });
    if (found == running_.end()) continue;
    end(static_cast<std::size_t>(found - running_.begin()), message->data.result, false);
  }
}

void TransferLoop::end_silent() {
  const auto now = Transfer::Clock::now();
  for (std::size_t i = running_.size(); i-- > 0;)
    if (running_[i].transfer->silent_after() <= now) end(i, CURLE_OPERATION_TIMEDOUT, true);
}

void TransferLoop::end(std::size_t at, CURLcode code, bool silent) {
  Running running = std::move(running_[at]);
  running_.erase(running_.begin() + static_cast<std::ptrdiff_t>(at));
  curl_multi_remove_handle(multi_.get(), running.easy.get());
  running.transfer->collect(code, silent);
  // Before the transfer ends, for curl still points into it.
  curl_easy_reset(running.easy.get());
  idle_.push_back(std::move(running.easy));
  running.transfer->end(running.transfer->facts().code);
}

int TransferLoop::poll_milliseconds() const {
  using std::chrono::milliseconds;
  auto longest = milliseconds(kLongestPoll);
  const auto now = Transfer::Clock::now();
  for (const Running& running : running_) {
    const auto until = running.transfer->silent_after();
    if (until == Transfer::Clock::time_point::max()) continue;
    const auto left = std::chrono::duration_cast<milliseconds>(until - now) + milliseconds(1);
    longest = std::clamp(left, milliseconds(0), longest);
  }
  return static_cast<int>(longest.count());
}

}  // namespace anzenmap::ckan
