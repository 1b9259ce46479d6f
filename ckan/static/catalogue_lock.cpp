// SPDX-License-Identifier: Apache-2.0
#include "ckan/static/catalogue_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>

#include "ckan/static/static_rules.hpp"
#include "gis/base/error.hpp"
#include "gis/files/file_faults.hpp"

namespace anzenmap::ckan {
namespace {

constexpr const char* kLockName = "/.anzenmap-publish.lock";
constexpr unsigned kMode = 0666;

}  // namespace

CatalogueLock::CatalogueLock(const std::string& folder) : descriptor_(-1) {
  const std::string path = folder + kLockName;
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, kMode);
  if (descriptor < 0) {
    if (errno == ELOOP) throw Error(catalogue_link, {{"path", path, {}}}, Error::Kind::refused);
    throw output_error(errno, path);
  }
  // Where the file system has no locks, only the plan's hashes guard.
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
    ::close(descriptor);
    throw Error(catalogue_in_use, {{"path", folder, {}}}, Error::Kind::refused);
  }
  descriptor_ = descriptor;
}

CatalogueLock::~CatalogueLock() { ::close(descriptor_); }

}  // namespace anzenmap::ckan
