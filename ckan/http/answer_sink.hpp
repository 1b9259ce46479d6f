// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "gis/files/output_set.hpp"

namespace anzenmap::ckan {

/// Where an answer's body goes: memory, up to a limit, or a file that appears only when it is whole. An
/// answer that is no success goes to memory also when a file was wanted: an error page is not the file.
class AnswerSink {
 public:
  AnswerSink(std::optional<std::string> save_to, std::uint64_t limit)
      : save_to_(std::move(save_to)), limit_(limit) {}

  /// False = longer than the limit. Throws Error (disk).
  [[nodiscard]] bool take(std::string_view bytes, long status);
  /// Puts the file in place. Throws Error.
  void commit(long status);

  [[nodiscard]] std::uint64_t bytes() const noexcept { return bytes_; }
  [[nodiscard]] std::string take_text() { return std::move(text_); }

 private:
  [[nodiscard]] bool wants_file(long status) const { return save_to_ && status >= 200 && status < 300; }
  void open_file();

  std::optional<std::string> save_to_;
  std::uint64_t limit_;
  std::string text_;
  std::unique_ptr<OutputSet> set_;
  OutputStream* file_ = nullptr;
  std::uint64_t bytes_ = 0;
};

}  // namespace anzenmap::ckan
