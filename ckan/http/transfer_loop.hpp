// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

#include "ckan/http/curl_handles.hpp"
#include "ckan/http/transfer.hpp"

namespace anzenmap::ckan {

/// One thread in which curl works on all transfers: at most so many at a time, on kept connections. Further
/// ones wait their turn in order.
class TransferLoop {
 public:
  explicit TransferLoop(unsigned parallel);
  TransferLoop(const TransferLoop&) = delete;
  TransferLoop& operator=(const TransferLoop&) = delete;
  /// No transfer may be under way.
  ~TransferLoop();

  /// Returns when the transfer has ended. From any thread.
  void run(Transfer& transfer);

 private:
  void work();
  void start_waiting();
  void start(Transfer& transfer, EasyHandle easy) noexcept;
  void end_finished();
  void end_silent();
  void end(std::size_t at, CURLcode code, bool silent);
  [[nodiscard]] int poll_milliseconds() const;

  struct Running {
    Transfer* transfer;
    EasyHandle easy;
  };

  CurlLibrary library_;
  MultiHandle multi_;
  std::vector<EasyHandle> idle_;
  std::vector<Running> running_;

  std::mutex mutex_;
  std::deque<Transfer*> waiting_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace anzenmap::ckan
