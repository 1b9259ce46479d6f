// SPDX-License-Identifier: Apache-2.0
// Preloaded (LD_PRELOAD) by nth_failure.py: makes one call of the program fail. From the environment:
//   FAULT_CALL   read, write, fsync, rename, open_write, open_read, close, unlink, mkdir or alloc; or memory:
//                whatever would make more than FAULT_N bytes be in use fails, as on a machine that is full
//   FAULT_N      the how manieth of these calls, from 1; 0 = none
//   FAULT_ERRNO  what it fails with, a number
//   FAULT_MODE   fail (default), on (this one and all after it fail), short (does half of what was asked),
//                kill (does half of a write, then the process dies as if the power went)
//   FAULT_LOG    file that gets one line when the fault was met: the call and its descriptor
//   FAULT_COUNT  file that gets the number of such calls (memory: the most bytes in use) when the program ends
//   FAULT_TRACE  any value: the line is followed by a backtrace (for a person)
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

extern void* __libc_malloc(size_t);
extern void* __libc_calloc(size_t, size_t);
extern void* __libc_realloc(void*, size_t);
extern void* __libc_memalign(size_t, size_t);
extern void __libc_free(void*);

enum Call { kRead, kWrite, kSync, kRename, kOpenWrite, kOpenRead, kClose, kUnlink, kMakeFolder, kAlloc, kMemory, kCalls };
static const char* const kNames[kCalls] = {"read",      "write", "fsync",  "rename", "open_write",
                                           "open_read", "close", "unlink", "mkdir",  "alloc", "memory"};
enum Mode { kFail, kOn, kShort, kKill };
enum Fate { kUntouched, kFails, kHalf, kDies };

static int wanted_call = -1;
static enum Mode mode = kFail;
static long wanted_number;
static int fault_errno = EIO;
static const char* log_path;
static const char* count_path;
static int trace;
static atomic_long met;
static atomic_long in_use;
static atomic_int told;

static void write_line(const char* path, const char* text) {
  const int descriptor = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (descriptor < 0) return;
  if (syscall(SYS_write, descriptor, text, strlen(text)) < 0) abort();
  if (trace && path == log_path) {
    void* frames[64];
    backtrace_symbols_fd(frames, backtrace(frames, 64), descriptor);
  }
  syscall(SYS_close, descriptor);
}

__attribute__((constructor)) static void arm(void) {
  const char* call = getenv("FAULT_CALL");
  const char* number = getenv("FAULT_N");
  const char* error = getenv("FAULT_ERRNO");
  const char* how = getenv("FAULT_MODE");
  log_path = getenv("FAULT_LOG");
  count_path = getenv("FAULT_COUNT");
  trace = getenv("FAULT_TRACE") != NULL;
  if (trace) {
    void* frames[4];
    backtrace(frames, 4);  // loads what it needs before anything is counted
  }
  if (number != NULL) wanted_number = atol(number);
  if (error != NULL) fault_errno = atoi(error);
  if (how != NULL) mode = how[0] == 'o' ? kOn : how[0] == 's' ? kShort : how[0] == 'k' ? kKill : kFail;
  for (int i = 0; call != NULL && i < kCalls; ++i)
    if (strcmp(call, kNames[i]) == 0) wanted_call = i;
}

__attribute__((destructor)) static void tell_count(void) {
  if (count_path == NULL) return;
  char line[32];
  snprintf(line, sizeof line, "%ld\n", atomic_load(&met));
  wanted_call = -1;
  write_line(count_path, line);
}

// What shall become of this call; sets errno where it fails.
static enum Fate fate(enum Call call, int descriptor) {
  if ((int)call != wanted_call) return kUntouched;
  const long number = atomic_fetch_add(&met, 1) + 1;
  if (wanted_number == 0 || number < wanted_number || (number > wanted_number && mode != kOn)) return kUntouched;
  if (number == wanted_number && log_path != NULL) {
    char line[64];
    snprintf(line, sizeof line, "%s %d\n", kNames[call], descriptor);
    write_line(log_path, line);
  }
  if (mode == kShort) return kHalf;
  if (mode == kKill) return kDies;
  errno = fault_errno;
  return kFails;
}

static void die(void) {
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

#define REAL(name) __typeof__(name)* const real = (__typeof__(name)*)dlsym(RTLD_NEXT, #name)
// Calls that cannot be done by half.
#define WHOLE(call, descriptor, failed)                \
  switch (fate(call, descriptor)) {                    \
    case kFails:                                       \
      return failed;                                   \
    case kDies:                                        \
      die();                                           \
      break;                                           \
    default:                                           \
      break;                                           \
  }
#define HALVED(call, descriptor, size)                 \
  switch (fate(call, descriptor)) {                    \
    case kFails:                                       \
      return -1;                                       \
    case kHalf:                                        \
      size = (size + 1) / 2;                           \
      break;                                           \
    case kDies:                                        \
      dies = 1;                                        \
      size /= 2;                                       \
      break;                                           \
    case kUntouched:                                   \
      break;                                           \
  }

ssize_t read(int descriptor, void* into, size_t size) {
  int dies = 0;
  HALVED(kRead, descriptor, size)
  if (dies) die();
  return syscall(SYS_read, descriptor, into, size);
}
ssize_t __read_chk(int descriptor, void* into, size_t size, size_t room) {
  (void)room;
  return read(descriptor, into, size);
}
ssize_t pread(int descriptor, void* into, size_t size, off_t offset) {
  int dies = 0;
  HALVED(kRead, descriptor, size)
  if (dies) die();
  return syscall(SYS_pread64, descriptor, into, size, offset);
}
ssize_t pread64(int descriptor, void* into, size_t size, off64_t offset) { return pread(descriptor, into, size, offset); }
ssize_t __pread_chk(int descriptor, void* into, size_t size, off_t offset, size_t room) {
  (void)room;
  return pread(descriptor, into, size, offset);
}
ssize_t __pread64_chk(int descriptor, void* into, size_t size, off64_t offset, size_t room) {
  (void)room;
  return pread(descriptor, into, size, offset);
}
// A FILE asks again after EINTR or by half only where it must, so only failing makes sense.
size_t fread(void* into, size_t size, size_t count, FILE* file) {
  REAL(fread);
  if (mode != kShort && fault_errno != EINTR) {
    switch (fate(kRead, fileno(file))) {
      case kFails:
        file->_flags |= 0x20;  // _IO_ERR_SEEN: ferror() must tell
        return 0;
      case kDies:
        die();
        break;
      default:
        break;
    }
  }
  return real(into, size, count, file);
}

ssize_t write(int descriptor, const void* from, size_t size) {
  int dies = 0;
  HALVED(kWrite, descriptor, size)
  const ssize_t written = syscall(SYS_write, descriptor, from, size);
  if (dies) die();
  return written;
}
ssize_t writev(int descriptor, const struct iovec* parts, int count) {
  WHOLE(kWrite, descriptor, -1)
  return syscall(SYS_writev, descriptor, parts, count);
}

int fsync(int descriptor) {
  WHOLE(kSync, descriptor, -1)
  return (int)syscall(SYS_fsync, descriptor);
}
int fdatasync(int descriptor) {
  WHOLE(kSync, descriptor, -1)
  return (int)syscall(SYS_fdatasync, descriptor);
}
int close(int descriptor) {
  // The descriptor is gone even when close() fails.
  const enum Fate what = fate(kClose, descriptor);
  if (what == kDies) die();
  const int error = errno;
  const int result = (int)syscall(SYS_close, descriptor);
  if (what != kFails) return result;
  errno = error;
  return -1;
}

int rename(const char* from, const char* to) {
  WHOLE(kRename, -1, -1)
  return (int)syscall(SYS_renameat, AT_FDCWD, from, AT_FDCWD, to);
}
int unlink(const char* path) {
  WHOLE(kUnlink, -1, -1)
  return (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
}
int mkdir(const char* path, mode_t bits) {
  WHOLE(kMakeFolder, -1, -1)
  return (int)syscall(SYS_mkdirat, AT_FDCWD, path, bits);
}

static int opened(int folder, const char* path, int flags, mode_t bits) {
  WHOLE((flags & O_ACCMODE) == O_RDONLY ? kOpenRead : kOpenWrite, -1, -1)
  return (int)syscall(SYS_openat, folder, path, flags, bits);
}
#define BITS(flags)                                             \
  mode_t bits = 0;                                              \
  if (((flags)&O_CREAT) != 0 || ((flags)&O_TMPFILE) == O_TMPFILE) { \
    va_list more;                                               \
    va_start(more, flags);                                      \
    bits = va_arg(more, mode_t);                                \
    va_end(more);                                               \
  }
int open(const char* path, int flags, ...) {
  BITS(flags)
  return opened(AT_FDCWD, path, flags, bits);
}
int open64(const char* path, int flags, ...) {
  BITS(flags)
  return opened(AT_FDCWD, path, flags, bits);
}
int __open_2(const char* path, int flags) { return opened(AT_FDCWD, path, flags, 0); }
int __open64_2(const char* path, int flags) { return opened(AT_FDCWD, path, flags, 0); }
int openat(int folder, const char* path, int flags, ...) {
  BITS(flags)
  return opened(folder, path, flags, bits);
}
FILE* fopen(const char* path, const char* how) {
  REAL(fopen);
  WHOLE(how[0] == 'r' && strchr(how, '+') == NULL ? kOpenRead : kOpenWrite, -1, NULL)
  return real(path, how);
}
FILE* fopen64(const char* path, const char* how) {
  REAL(fopen64);
  WHOLE(how[0] == 'r' && strchr(how, '+') == NULL ? kOpenRead : kOpenWrite, -1, NULL)
  return real(path, how);
}

static void* counted(void* block) {
  if (wanted_call != kMemory || block == NULL) return block;
  const long now = atomic_fetch_add(&in_use, (long)malloc_usable_size(block)) + (long)malloc_usable_size(block);
  if (now > atomic_load(&met)) atomic_store(&met, now);
  return block;
}
static int denied(size_t size) {
  if (wanted_call == kMemory) {
    if (wanted_number == 0 || atomic_load(&in_use) + (long)size <= wanted_number) return 0;
    if (log_path != NULL && atomic_exchange(&told, 1) == 0) write_line(log_path, "memory -1\n");
  } else if (fate(kAlloc, -1) == kUntouched) {
    return 0;
  }
  errno = ENOMEM;
  return 1;
}
void free(void* block) {
  if (wanted_call == kMemory && block != NULL) atomic_fetch_sub(&in_use, (long)malloc_usable_size(block));
  __libc_free(block);
}
void* malloc(size_t size) { return denied(size) ? NULL : counted(__libc_malloc(size)); }
void* calloc(size_t count, size_t size) {
  return denied(count * size) ? NULL : counted(__libc_calloc(count, size));
}
void* realloc(void* old, size_t size) {
  const size_t before = old == NULL || wanted_call != kMemory ? 0 : malloc_usable_size(old);
  if (size > before && denied(size - before)) return NULL;
  void* block = __libc_realloc(old, size);
  if (block != NULL || size == 0) atomic_fetch_sub(&in_use, (long)before);
  return counted(block);
}
void* aligned_alloc(size_t alignment, size_t size) {
  return denied(size) ? NULL : counted(__libc_memalign(alignment, size));
}
void* memalign(size_t alignment, size_t size) {
  return denied(size) ? NULL : counted(__libc_memalign(alignment, size));
}
int posix_memalign(void** into, size_t alignment, size_t size) {
  void* got = denied(size) ? NULL : counted(__libc_memalign(alignment, size));
  if (got == NULL) return ENOMEM;
  *into = got;
  return 0;
}
