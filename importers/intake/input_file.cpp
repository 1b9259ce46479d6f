// SPDX-License-Identifier: Apache-2.0
#include "importers/intake/input_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "gis/base/error.hpp"

namespace anzenmap {

const RuleInfo file_missing{
    .code = "IN190",
    .name = "file-missing",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"ファイルがない", "file missing"},
    .message = {"ファイル「{file}」が見つかりません", "there is no file '{file}'"},
    .why = {"ファイルがないと読めません。", "What is not there cannot be read."},
    .remedy = {"ファイルの名前と置き場所を確かめてください。", "Check the file's name and folder."},
    .bad = "",
    .good = ""};

const RuleInfo file_unreadable{
    .code = "IN191",
    .name = "file-unreadable",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"ファイルを開けない", "file unreadable"},
    .message = {"ファイル「{file}」を開けません({reason})", "cannot open '{file}' ({reason})"},
    .why = {"開く許しがないか、ほかのプログラムが使っています。",
            "Permission is missing, or another program holds it."},
    .remedy = {"ほかのプログラムで開いていたら閉じ、読んでよいファイルか確かめてください。",
               "Close it elsewhere and check that you may read it."},
    .bad = "",
    .good = ""};

const RuleInfo file_is_folder{
    .code = "IN192",
    .name = "file-is-folder",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"ファイルではない", "not a file"},
    .message = {"「{file}」はフォルダーなどで、ファイルではありません",
                "'{file}' is a folder or a device, not a file"},
    .why = {"調べた記録はファイルから読みます。", "Survey records are read from files."},
    .remedy = {"中にあるファイル(CSV、Excelなど)を指定してください。",
               "Name a file in it (CSV, Excel workbook and so on)."},
    .bad = "",
    .good = ""};

const RuleInfo file_read_failed{
    .code = "IN193",
    .name = "file-read-failed",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"ファイルを読めなくなった", "reading failed"},
    .message = {"ファイル「{file}」の途中({offset}バイト目)で読めなくなりました({reason})",
                "reading '{file}' failed at byte {offset} ({reason})"},
    .why = {"途中までの記録では、全部の記録を正しく数えられません。",
            "With a part of the file the records cannot be accounted for."},
    .remedy = {"USBメモリーや共有フォルダーのつながりを確かめ、もう一度試してください。",
               "Check the drive or the network folder and try again."},
    .bad = "",
    .good = ""};

namespace {

std::vector<Argument> named(const std::string& path, int error) {
  return {{"file", path, {}}, system_reason(error)};
}

std::string reason_in_japanese(int error) {
  switch (error) {
    case EACCES:
    case EPERM:
      return "読むことが許されていません";
    case EIO:
      return "機器の読み書きの失敗";
    case ELOOP:
      return "同じ所へもどるリンクです";
    case ENAMETOOLONG:
      return "名前が長すぎます";
    case EMFILE:
    case ENFILE:
      return "開いているファイルが多すぎます";
    case ENOENT:
      return "ファイルがなくなりました";
    default:
      return "エラー番号 " + std::to_string(error);
  }
}

}  // namespace

Argument system_reason(int error_number) {
  return {"reason", reason_in_japanese(error_number), std::generic_category().message(error_number)};
}

std::string file_name_of(std::string_view path) {
  while (path.size() > 1 && path.back() == '/') path.remove_suffix(1);
  const std::size_t slash = path.find_last_of('/');
  return std::string(slash == std::string_view::npos || path.size() == 1 ? path : path.substr(slash + 1));
}

InputFile::InputFile(const std::string& path) : path_(path), name_(file_name_of(path)) {
  struct stat facts {};
  // Asked before opening, as opening a pipe would wait for its writer.
  if (::stat(path.c_str(), &facts) != 0) {
    const int error = errno;
    const bool missing = error == ENOENT || error == ENOTDIR;
    throw Error(missing ? file_missing : file_unreadable, named(path, error));
  }
  if (!S_ISREG(facts.st_mode)) throw Error(file_is_folder, named(path, 0));
  do {
    descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  } while (descriptor_ < 0 && errno == EINTR);
  if (descriptor_ < 0) throw Error(file_unreadable, named(path, errno));
  size_ = static_cast<std::uint64_t>(facts.st_size);
}

InputFile::InputFile(int descriptor, const std::string& path)
    : path_(path), name_(file_name_of(path)), descriptor_(descriptor) {
  struct stat facts {};
  if (::fstat(descriptor_, &facts) == 0) size_ = static_cast<std::uint64_t>(facts.st_size);
}

InputFile::~InputFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

std::size_t InputFile::read_at(std::uint64_t offset, char* into, std::size_t size) const {
  std::size_t done = 0;
  while (done < size) {
    const ssize_t got = ::pread(descriptor_, into + done, size - done, static_cast<off_t>(offset + done));
    if (got == 0) break;
    if (got < 0) {
      if (errno == EINTR) continue;
      std::vector<Argument> arguments = named(path_, errno);
      arguments.push_back({"offset", std::to_string(offset + done), {}});
      throw Error(file_read_failed, std::move(arguments));
    }
    done += static_cast<std::size_t>(got);
  }
  return done;
}

}  // namespace anzenmap
