// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#if !defined(ANZENMAP_THREADS)
#define ANZENMAP_THREADS 1
#endif

#if ANZENMAP_THREADS
#include <condition_variable>
#include <mutex>
#endif

namespace anzenmap {

/// Lets numbered workers through one at a time in the order of their numbers. Once closed, nobody waits any
/// more.
class Turnstile {
 public:
#if ANZENMAP_THREADS
  /// Waits for the turn of `number`; false when the turnstile was closed.
  bool enter(std::uint64_t number) {
    std::unique_lock<std::mutex> lock(mutex_);
    changed_.wait(lock, [&] { return closed_ || next_ == number; });
    return !closed_;
  }
  void leave() {
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      ++next_;
    }
    changed_.notify_all();
  }
  void close() {
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      closed_ = true;
    }
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
#else
  bool enter(std::uint64_t number) { return !closed_ && next_ == number; }
  void leave() { ++next_; }
  void close() { closed_ = true; }

 private:
#endif
  std::uint64_t next_ = 0;
  bool closed_ = false;
};

}  // namespace anzenmap
