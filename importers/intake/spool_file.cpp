// SPDX-License-Identifier: Apache-2.0
#include "importers/intake/spool_file.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>

#include "gis/base/error.hpp"

namespace anzenmap {

const RuleInfo spool_failed{
    .code = "IN330",
    .name = "no-room-to-read",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"一時的な置き場が足りない", "no room to unpack"},
    .message = {"「{file}」を読むための一時的な置き場に書けません({reason})",
                "there is no room for what '{file}' is unpacked into ({reason})"},
    .why = {"この形のファイルは、読みやすい形に広げてから読みます。",
            "Files of this kind are unpacked before they are read."},
    .remedy = {"いらないファイルを消すなどして、空きを作ってください。", "Make room on the disk."},
    .bad = "",
    .good = ""};

namespace {

constexpr std::size_t kBlock = 256 * 1024;

}  // namespace

SpoolFile::SpoolFile(std::string path) : path_(std::move(path)) {
  const char* folder = std::getenv("TMPDIR");
  std::string name = std::string(folder == nullptr || *folder == '\0' ? "/tmp" : folder) + "/anzenmap-XXXXXX";
  descriptor_ = ::mkstemp(name.data());
  if (descriptor_ < 0) throw Error(spool_failed, {{"file", path_, {}}, system_reason(errno)});
  ::unlink(name.c_str());
}

SpoolFile::~SpoolFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void SpoolFile::append(std::string_view text) {
  line_ += std::count(text.begin(), text.end(), '\n');
  pending_ += text;
  if (pending_.size() >= kBlock) flush();
}

void SpoolFile::go_to_line(std::int64_t line) {
  for (; line_ < line; ++line_) pending_ += '\n';
  if (pending_.size() >= kBlock) flush();
}

void SpoolFile::flush() {
  std::string_view rest = pending_;
  while (!rest.empty()) {
    const ssize_t put = ::write(descriptor_, rest.data(), rest.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) throw Error(spool_failed, {{"file", path_, {}}, system_reason(errno)});
    rest.remove_prefix(static_cast<std::size_t>(put));
  }
  pending_.clear();
}

std::unique_ptr<InputFile> SpoolFile::finish() {
  flush();
  const int descriptor = descriptor_;
  descriptor_ = -1;
  return std::make_unique<InputFile>(descriptor, path_);
}

}  // namespace anzenmap
