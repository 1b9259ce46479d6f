// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "importers/intake/input_file.hpp"

namespace anzenmap {

/// A text that is made from a survey while it is read, to be read itself: on disk, so that memory does not
/// grow with it, and without a name, so that nothing is left behind whatever happens.
class SpoolFile {
 public:
  /// `path`: the survey, as messages go on to call it.
  explicit SpoolFile(std::string path);
  ~SpoolFile();
  SpoolFile(const SpoolFile&) = delete;
  SpoolFile& operator=(const SpoolFile&) = delete;

  void append(std::string_view text);
  /// Line breaks up to `line`, so that a fault is told with the line of the survey.
  void go_to_line(std::int64_t line);
  /// Ends writing.
  [[nodiscard]] std::unique_ptr<InputFile> finish();

 private:
  void flush();

  std::string path_;
  std::string pending_;
  std::int64_t line_ = 1;
  int descriptor_ = -1;
};

extern const RuleInfo spool_failed;

}  // namespace anzenmap
