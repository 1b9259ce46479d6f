// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "ckan/pull/descriptor.hpp"

namespace anzenmap::ckan {

/// A folder that a published dataset is saved to. Files gather in a hidden folder inside and come to their
/// places only when all of them are there and right, datapackage.json last; until then a failure leaves
/// nothing behind. Killed in between, the next run with the same folder completes it.
class PullFolder {
 public:
  /// Makes the folder when it is missing. Throws Error: it holds files, somebody else is saving to it.
  explicit PullFolder(std::string folder);
  PullFolder(const PullFolder&) = delete;
  PullFolder& operator=(const PullFolder&) = delete;
  ~PullFolder();

  /// Where the file of that (clean) name is to be put first.
  [[nodiscard]] std::string waiting_path(const std::string& name) const;
  /// Copies a file that must be what `file` says. Throws Error.
  void copy(const std::string& source, const PackagedFile& file);
  /// Puts the files and the datapackage.json in place. Throws Error.
  void commit(const std::string& descriptor, const std::vector<PackagedFile>& files);

 private:
  void lock();
  void refuse_other_content() const;
  void clear(bool with_list) const noexcept;
  [[nodiscard]] std::vector<std::string> begun() const;
  [[nodiscard]] std::string path_of(const std::string& name) const;

  std::string folder_;
  bool made_ = false;     ///< the folder was not there before
  bool placing_ = false;  ///< files are on their way to their places
  int descriptor_ = -1;   ///< of the hidden folder, locked
};

/// The file's size and hash as they should be, else Error (`url` names it). No expected hash: only the size,
/// when that is known.
void verify_file(const std::string& path, const std::string& url, const PackagedFile& expected,
                 PackagedFile& found);

}  // namespace anzenmap::ckan
