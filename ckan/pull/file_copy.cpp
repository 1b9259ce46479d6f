// SPDX-License-Identifier: Apache-2.0
#include "ckan/pull/file_copy.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>
#include <vector>

#include "ckan/plan_rules.hpp"
#include "gis/base/error.hpp"

namespace anzenmap::ckan {
namespace {

constexpr std::size_t kBlock = 256 * 1024;

class SourceFile {
 public:
  // O_NONBLOCK: a named pipe in the file's place must not hang us.
  explicit SourceFile(const std::string& path)
      : number_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
    struct stat status {};
    if (number_ < 0)
      state_ = errno == ENOENT || errno == ENOTDIR ? FileState::missing : FileState::unreadable;
    else if (::fstat(number_, &status) != 0 || !S_ISREG(status.st_mode))
      state_ = FileState::unreadable;
  }
  SourceFile(const SourceFile&) = delete;
  SourceFile& operator=(const SourceFile&) = delete;
  ~SourceFile() {
    if (number_ >= 0) ::close(number_);
  }

  [[nodiscard]] FileState state() const { return state_; }
  /// Negative = it cannot be read.
  [[nodiscard]] ssize_t read(std::vector<char>& block) const {
    ssize_t got = 0;
    do got = ::read(number_, block.data(), block.size());
    while (got < 0 && errno == EINTR);
    return got;
  }

 private:
  int number_;
  FileState state_ = FileState::read;
};

[[noreturn]] void refuse_changed(const std::string& path, std::string_view ja, std::string_view en) {
  throw Error(file_changed_since_plan, {{"path", path, {}}, {"reason", std::string(ja), std::string(en)}},
              Error::Kind::refused);
}

}  // namespace

FileState copy_file(const std::string& path, std::uint64_t most, OutputStream& out,
                    const std::function<void(std::uint64_t bytes)>& sent) {
  const SourceFile source(path);
  if (source.state() != FileState::read) return source.state();
  std::vector<char> block(kBlock);
  while (out.bytes() <= most) {
    const ssize_t got = source.read(block);
    if (got < 0) return FileState::unreadable;
    if (got == 0) break;
    out.write({block.data(), static_cast<std::size_t>(got)});
    if (sent) sent(static_cast<std::uint64_t>(got));
  }
  return FileState::read;
}

void copy_planned(const PlannedFile& file, OutputStream& out,
                  const std::function<void(std::uint64_t bytes)>& sent) {
  switch (copy_file(file.path, file.bytes, out, sent)) {
    case FileState::read:
      break;
    case FileState::missing:
      refuse_changed(file.path, "なくなりました", "has gone");
    case FileState::unreadable:
      refuse_changed(file.path, "読めなくなりました", "can no longer be read");
  }
  if (out.bytes() != file.bytes || out.sha256() != file.sha256)
    refuse_changed(file.path, "書きかえられました", "has been changed");
}

}  // namespace anzenmap::ckan
