// SPDX-License-Identifier: Apache-2.0
#include "cli/publishing/token_source.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <optional>
#include <system_error>

#include "cli/publishing/keyring.hpp"
#include "cli/publishing/publishing_rules.hpp"
#include "gis/base/error.hpp"

namespace anzenmap::cli {
namespace {

constexpr const char* kVariable = "CKAN_API_TOKEN";
constexpr std::size_t kLongest = 8192;  // a token is some 200 bytes long

void wipe(std::string& text) noexcept {
  for (volatile char& byte : text) byte = '\0';
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// The token in the text without blanks and line breaks around it. Throws Error; empties `text`.
ckan::Secret token_in(std::string& text, const std::string& source) {
  auto first = std::find_if_not(text.begin(), text.end(), is_blank);
  auto last = std::find_if_not(text.rbegin(), std::make_reverse_iterator(first), is_blank).base();
  const bool lawful = first != last && std::all_of(first, last, [](char c) { return c > ' ' && c < '\x7F'; });
  if (!lawful) {
    wipe(text);
    throw Error(token_unlawful, {{"source", source, {}}}, Error::Kind::refused);
  }
  ckan::Secret secret(std::string(first, last));
  wipe(text);
  text.clear();
  return secret;
}

[[noreturn]] void fail_to_read(const std::string& path, int reason) {
  throw Error(token_file_unreadable,
              {{"path", path, {}}, {"reason", std::generic_category().message(reason), {}}});
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

ckan::Secret token_of_file(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.number() < 0) {
    const int reason = errno;
    // Who writes the token in place of the file's name must not see it in a message, or in a log, again.
    if (looks_like_token(path)) throw Error(token_in_arguments, {}, Error::Kind::usage);
    fail_to_read(path, reason);
  }
  struct stat state {};
  if (::fstat(file.number(), &state) != 0) fail_to_read(path, errno);
  if (!S_ISREG(state.st_mode)) fail_to_read(path, S_ISDIR(state.st_mode) ? EISDIR : EINVAL);
  if ((state.st_mode & (S_IRWXG | S_IRWXO)) != 0)
    throw Error(token_file_open, {{"path", path, {}}}, Error::Kind::refused);
  std::string text(kLongest, '\0');
  std::size_t size = 0;
  while (size < text.size()) {
    const ssize_t got = ::read(file.number(), text.data() + size, text.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail_to_read(path, errno);
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
  }
  text.resize(size);
  return token_in(text, path);
}

/// What the variable holds; nothing of it stays in the environment, which /proc/PID/environ shows as it was
/// at the start and child processes inherit.
std::optional<std::string> take_variable() {
  char* const value = std::getenv(kVariable);
  if (value == nullptr) return std::nullopt;
  std::string text(value);
  for (volatile char* at = value; *at != '\0'; ++at) *at = '\0';
  ::unsetenv(kVariable);
  return text;
}

}  // namespace

bool looks_like_token(std::string_view text) {
  const auto only = [&](std::string_view extra) {
    return std::all_of(text.begin(), text.end(), [&](char c) {
      return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
             extra.find(c) != std::string_view::npos;
    });
  };
  const auto count = [&](char c) { return std::count(text.begin(), text.end(), c); };
  if (text.size() > 40 && text.substr(0, 2) == "ey" && count('.') == 2 && only("-_.=")) return true;
  return text.size() == 36 && count('-') == 4 && only("-");
}

void hide_memory() noexcept {
  const rlimit none{0, 0};
  static_cast<void>(::setrlimit(RLIMIT_CORE, &none));
#ifndef __SANITIZE_ADDRESS__  // whose search for leaks has to look in
  static_cast<void>(::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0));
#endif
}

Token find_token(const std::string& file, const std::string& url) {
  if (!file.empty() || std::getenv(kVariable) != nullptr) hide_memory();
  std::optional<std::string> variable = take_variable();
  if (!file.empty()) {
    if (variable) wipe(*variable);
    return {token_of_file(file), false};
  }
  if (variable) return {token_in(*variable, kVariable), false};
  hide_memory();
  std::optional<std::string> kept = keyring_token(url);
  if (!kept) return {};
  return {token_in(*kept, "secret-tool"), true};
}

}  // namespace anzenmap::cli
