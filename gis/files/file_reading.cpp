// SPDX-License-Identifier: Apache-2.0
#include "gis/files/file_reading.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <vector>

#include "gis/files/sha256.hpp"

namespace anzenmap {
namespace {

constexpr std::size_t kBlock = 256 * 1024;
constexpr std::size_t kSmallFile = 64 * 1024 * 1024;

class Descriptor {
 public:
  // O_NONBLOCK: a named pipe of that name must not hang us; it is refused below.
  explicit Descriptor(const std::string& path)
      : number_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)), error_(number_ < 0 ? errno : 0) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }

  [[nodiscard]] FileState state() const {
    if (number_ < 0)
      return error_ == ENOENT || error_ == ENOTDIR ? FileState::missing : FileState::unreadable;
    struct stat status {};
    const bool regular = ::fstat(number_, &status) == 0 && S_ISREG(status.st_mode);
    return regular ? FileState::read : FileState::unreadable;
  }
  [[nodiscard]] ssize_t read(char* into, std::size_t size) const {
    ssize_t got = 0;
    do got = ::read(number_, into, size);
    while (got < 0 && errno == EINTR);
    return got;
  }

 private:
  int number_;
  int error_;
};

// Calls `take` with each block; it may refuse to go on by returning false.
template <class Take>
FileState read_blocks(const std::string& path, Take&& take) {
  const Descriptor file(path);
  if (file.state() != FileState::read) return file.state();
  std::vector<char> block(kBlock);
  while (true) {
    const ssize_t got = file.read(block.data(), block.size());
    if (got == 0) return FileState::read;
    if (got < 0 || !take(std::string_view(block.data(), static_cast<std::size_t>(got))))
      return FileState::unreadable;
  }
}

}  // namespace

FileState read_small_file(const std::string& path, std::string& text) {
  text.clear();
  return read_blocks(path, [&](std::string_view block) {
    if (text.size() + block.size() > kSmallFile) return false;
    text.append(block);
    return true;
  });
}

FileState hash_file(const std::string& path, std::uint64_t& bytes, std::string& sha256) {
  Sha256 hash;
  bytes = 0;
  const FileState state = read_blocks(path, [&](std::string_view block) {
    bytes += block.size();
    hash.update(block);
    return true;
  });
  if (state == FileState::read) sha256 = hash.hex();
  return state;
}

}  // namespace anzenmap
