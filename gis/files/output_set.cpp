// SPDX-License-Identifier: Apache-2.0
#include "gis/files/output_set.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <memory>
#include <utility>

#include "gis/files/file_faults.hpp"

namespace anzenmap {
namespace {

constexpr std::size_t kBufferBytes = 64 * 1024;
constexpr int kNameAttempts = 1000;
constexpr std::string_view kTemporaryStart = ".anzenmap-";
constexpr std::string_view kTemporaryEnd = ".tmp";

std::string joined(const std::string& folder, const std::string& name) {
  return folder.empty() || folder.back() == '/' ? folder + name : folder + '/' + name;
}

bool is_folder(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

void make_folder(const std::string& path) {
  for (std::size_t at = 0; at != std::string::npos;) {
    at = path.find('/', at + 1);
    const std::string part = path.substr(0, at);
    if (::mkdir(part.c_str(), 0777) == 0 || is_folder(part)) continue;
    throw output_folder_error(errno, part);
  }
}

int retried_fsync(int descriptor) {
  int result = 0;
  do result = ::fsync(descriptor);
  while (result != 0 && errno == EINTR);
  return result;
}

// So that the renames themselves survive a power cut. Some file systems cannot do it for folders and say
// EINVAL.
void sync_folder(const std::string& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) throw output_error(errno, folder);
  const int result = retried_fsync(descriptor);
  const int error_number = errno;
  ::close(descriptor);
  if (result != 0 && error_number != EINVAL && error_number != ENOTSUP)
    throw output_error(error_number, folder);
}

// A temporary is locked (flock) as long as its run lives, so one that can be locked is of a run that died.
// File systems without locks: nothing is removed there.
bool lock(int descriptor) { return ::flock(descriptor, LOCK_EX | LOCK_NB) == 0; }

// False when another run that was cleaning up took our new file for a dead one.
bool is_ours(int descriptor) {
  if (!lock(descriptor) && errno == EWOULDBLOCK) return false;
  struct stat status {};
  return ::fstat(descriptor, &status) != 0 || status.st_nlink > 0;
}

bool is_temporary(std::string_view name) {
  return name.size() > kTemporaryStart.size() + kTemporaryEnd.size() && name.starts_with(kTemporaryStart) &&
         name.ends_with(kTemporaryEnd) &&
         name.substr(kTemporaryStart.size(), name.size() - kTemporaryStart.size() - kTemporaryEnd.size())
                 .find_first_not_of("0123456789-") == std::string_view::npos;
}

// What a run left that was killed may hold personal data, so it does not stay. Nothing here is worth failing.
void remove_dead_temporaries(const std::string& folder) {
  struct Close {
    void operator()(DIR* open) const { ::closedir(open); }
  };
  const std::unique_ptr<DIR, Close> listing(::opendir(folder.c_str()));
  if (listing == nullptr) return;
  while (const dirent* entry = ::readdir(listing.get())) {
    if (!is_temporary(entry->d_name)) continue;
    const std::string path = joined(folder, entry->d_name);
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0) continue;
    if (lock(descriptor)) ::unlink(path.c_str());
    ::close(descriptor);
  }
}

// Streams that have a temporary. Process-wide, as the one reader is a terminate handler, which is given
// nothing.
OutputStream* first_open = nullptr;
std::atomic_flag list_is_taken;

class ListLock {
 public:
  ListLock() noexcept {
    while (list_is_taken.test_and_set(std::memory_order_acquire)) {
    }
  }
  ListLock(const ListLock&) = delete;
  ListLock& operator=(const ListLock&) = delete;
  ~ListLock() { list_is_taken.clear(std::memory_order_release); }
};

}  // namespace

void abandon_outputs() noexcept {
  const ListLock lock;
  for (const OutputStream* stream = first_open; stream != nullptr; stream = stream->next_open_)
    ::unlink(stream->temporary_.c_str());
}

void OutputStream::join_list() noexcept {
  const ListLock lock;
  next_open_ = first_open;
  if (next_open_ != nullptr) next_open_->place_ = &next_open_;
  place_ = &first_open;
  first_open = this;
}

void OutputStream::leave_list() noexcept {
  const ListLock lock;
  if (place_ == nullptr) return;
  *place_ = next_open_;
  if (next_open_ != nullptr) next_open_->place_ = place_;
  place_ = nullptr;
}

OutputStream::OutputStream(const std::string& folder, std::string name, OutputOptions options)
    : folder_(folder), name_(std::move(name)), options_(options) {
  if (is_folder(path())) throw output_error(EISDIR, path());
  buffer_.reserve(kBufferBytes);
  if (options_.sha256) hash_.emplace();
  open_temporary();
}

OutputStream::~OutputStream() { discard(); }

std::string OutputStream::path() const { return joined(folder_, name_); }

// The temporary's name does not hold the target's: that may already be as long as a name can be.
void OutputStream::open_temporary() {
  std::string start = joined(folder_, std::string(kTemporaryStart));
  start += std::to_string(::getpid()) + '-';
  for (int attempt = 0; attempt < kNameAttempts; ++attempt) {
    std::string candidate = start + std::to_string(attempt) + std::string(kTemporaryEnd);
    const int descriptor =
        ::open(candidate.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, options_.mode);
    if (descriptor >= 0) {
      if (!is_ours(descriptor)) {
        ::close(descriptor);
        continue;
      }
      descriptor_ = descriptor;
      temporary_ = std::move(candidate);
      join_list();
      return;
    }
    if (errno != EEXIST && errno != EINTR) break;
  }
  throw output_error(errno, path());
}

void OutputStream::write(std::string_view bytes) {
  bytes_ += bytes.size();
  if (buffer_.size() + bytes.size() > kBufferBytes) flush();
  if (bytes.size() >= kBufferBytes) {
    write_through(bytes);
  } else {
    buffer_.append(bytes);
  }
}

void OutputStream::flush() {
  write_through(buffer_.view());
  buffer_.clear();
}

void OutputStream::write_through(std::string_view bytes) {
  if (hash_) hash_->update(bytes);
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (written == 0 || errno != EINTR) {
      throw output_error(written == 0 ? ENOSPC : errno, path());
    }
  }
}

std::string OutputStream::sha256() {
  if (hash_) {
    flush();
    digest_ = hash_->hex();
    hash_.reset();
  }
  return digest_;
}

void OutputStream::sync() {
  flush();
  if (retried_fsync(descriptor_) != 0) throw output_error(errno, path());
  lock_ = ::fcntl(descriptor_, F_DUPFD_CLOEXEC, 0);  // the lock goes with the last descriptor
  // After fsync a failing close loses nothing, but network file systems tell a full disk only here.
  const int closed = ::close(std::exchange(descriptor_, -1));
  if (closed != 0 && errno != EINTR) throw output_error(errno, path());
}

void OutputStream::rename_to_target() {
  if (::rename(temporary_.c_str(), path().c_str()) != 0) throw output_error(errno, path());
  leave_list();
  temporary_.clear();
  unlock();
}

void OutputStream::unlock() noexcept {
  if (lock_ >= 0) ::close(std::exchange(lock_, -1));
}

void OutputStream::discard() noexcept {
  leave_list();
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
  temporary_.clear();
  if (descriptor_ >= 0) ::close(std::exchange(descriptor_, -1));
  unlock();
}

OutputSet::OutputSet(std::string folder) : folder_(folder.empty() ? "." : std::move(folder)) {
  make_folder(folder_);
  remove_dead_temporaries(folder_);
}

OutputSet::~OutputSet() = default;

OutputStream& OutputSet::create(std::string name, OutputOptions options) {
  streams_.reserve(streams_.size() + 1);
  streams_.emplace_back(new OutputStream(folder_, std::move(name), options));
  return *streams_.back();
}

void OutputSet::drop(const OutputStream& stream) {
  streams_.erase(
      std::remove_if(streams_.begin(), streams_.end(), [&](const auto& one) { return one.get() == &stream; }),
      streams_.end());
}

void OutputSet::remove(std::string name) { removals_.push_back(std::move(name)); }

void OutputSet::commit() {
  try {
    put_in_place();
  } catch (...) {
    for (const auto& stream : streams_) stream->discard();
    throw;
  }
}

void OutputSet::put_in_place() {
  for (const auto& stream : streams_) stream->sync();
  std::stable_partition(streams_.begin(), streams_.end(), [](const auto& s) { return !s->options_.last; });
  const auto last =
      std::find_if(streams_.begin(), streams_.end(), [](const auto& s) { return s->options_.last; });
  for (auto at = streams_.begin(); at != last; ++at) (*at)->rename_to_target();
  for (const std::string& name : removals_) {
    const std::string path = joined(folder_, name);
    if (::unlink(path.c_str()) != 0 && errno != ENOENT) throw output_error(errno, path);
  }
  for (auto at = last; at != streams_.end(); ++at) (*at)->rename_to_target();
  sync_folder(folder_);
}

}  // namespace anzenmap
