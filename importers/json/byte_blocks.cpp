// SPDX-License-Identifier: Apache-2.0
#include "importers/json/byte_blocks.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "gis/base/error.hpp"
#include "importers/json/json_rules.hpp"

namespace anzenmap {
namespace {

[[noreturn]] void fail(const std::string& name, int number) {
  const std::string why = std::generic_category().message(number);
  throw Error(json_unreadable, {{"file", name, {}}, {"reason", why, {}}});
}

}  // namespace

JsonFile::JsonFile(const std::string& path)
    : descriptor_(-1),
      name_(path.substr(path.find_last_of('/') == std::string::npos ? 0 : path.find_last_of('/') + 1)) {
  do {
    descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  } while (descriptor_ < 0 && errno == EINTR);
  if (descriptor_ < 0) fail(name_, errno);
}

JsonFile::~JsonFile() { ::close(descriptor_); }

std::size_t JsonFile::read_at(std::uint64_t offset, char* to, std::size_t size) const {
  std::size_t got = 0;
  while (got < size) {
    const ssize_t n = ::pread(descriptor_, to + got, size - got, static_cast<off_t>(offset + got));
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) fail(name_, errno);
    if (n == 0) break;
    got += static_cast<std::size_t>(n);
  }
  return got;
}

}  // namespace anzenmap
