// SPDX-License-Identifier: Apache-2.0
#include "importers/archive/zip.hpp"

#include <zip.h>

#include <algorithm>
#include <new>
#include <utility>

#include "gis/base/bytes.hpp"
#include "gis/base/error.hpp"
#include "gis/encoding/encoding.hpp"
#include "importers/intake/input_file.hpp"

namespace anzenmap {
namespace {

struct ErrorText {
  ErrorText() { zip_error_init(&error); }
  explicit ErrorText(int code) { zip_error_init_with_code(&error, code); }
  ErrorText(const ErrorText&) = delete;
  ErrorText& operator=(const ErrorText&) = delete;
  ~ErrorText() { zip_error_fini(&error); }
  zip_error_t error;
};

/// Why an archive cannot be read, in a person's words; the library's own are English.
Argument reason_of(zip_error_t* error) {
  const auto in_words = [&]() -> std::string {
    switch (zip_error_code_zip(error)) {
      case ZIP_ER_CRC:
        return "中身が書かれた時と違います";
      case ZIP_ER_NOZIP:
      case ZIP_ER_INCONS:
      case ZIP_ER_EOF:
        return "中身の一覧がありません";
      case ZIP_ER_COMPNOTSUPP:
        return "知らない縮め方です";
      case ZIP_ER_ZLIB:
      case ZIP_ER_COMPRESSED_DATA:
        return "縮めた中身を元に戻せません";
      default:
        return "誤り " + std::to_string(zip_error_code_zip(error));
    }
  };
  return {"reason", in_words(), zip_error_strerror(error)};
}

/// libzip's codes as one of our faults: what the disk did, what the file is, what is missing here.
[[noreturn]] void fail(const zip_error_t* error, const ZipRules& rules, const std::string& file,
                       const std::string& part) {
  zip_error_t* mutable_error = const_cast<zip_error_t*>(error);  // zip_error_strerror caches the text in it
  switch (zip_error_code_zip(error)) {
    case ZIP_ER_MEMORY:
      throw std::bad_alloc();
    case ZIP_ER_ENCRNOTSUPP:
    case ZIP_ER_NOPASSWD:
    case ZIP_ER_WRONGPASSWD:
      throw Error(*rules.password, {{"file", file, {}}});
    case ZIP_ER_OPEN:
    case ZIP_ER_NOENT:
      throw Error(*rules.unreadable, {{"file", file, {}}, system_reason(zip_error_code_system(error))});
    case ZIP_ER_READ:
    case ZIP_ER_SEEK:
    case ZIP_ER_TELL:
      // Reading behind the end of a file that is too short comes out as one of these, too, but without errno.
      if (zip_error_code_system(error) != 0)
        throw Error(*rules.unreadable, {{"file", file, {}}, system_reason(zip_error_code_system(error))});
      break;
    default:
      break;
  }
  throw Error(*rules.broken,
              {{"file", file, {}}, {"part", part.empty() ? file : part, {}}, reason_of(mutable_error)});
}

[[noreturn]] void too_large(const ZipRules& rules, const std::string& file, const std::string& part) {
  throw Error(*rules.too_large, {{"file", file, {}}, {"part", part.empty() ? file : part, {}}});
}

std::shared_ptr<zip> own(zip_t* archive) {
  return {archive, [](zip_t* opened) { zip_discard(opened); }};
}

}  // namespace

void ZipEntry::Close::operator()(zip_file* entry) const noexcept { zip_fclose(entry); }

std::size_t ZipEntry::read(char* out, std::size_t size) {
  const zip_int64_t got = zip_fread(entry_.get(), out, size);
  if (got < 0) fail(zip_file_get_error(entry_.get()), *rules_, file_, part_);
  unpacked_ += static_cast<std::uint64_t>(got);
  if (unpacked_ > limits_.entry_bytes) too_large(*rules_, file_, part_);
  if (unpacked_ > told_) {  // no writer says less than there is, but bombs do
    const ErrorText text(ZIP_ER_INCONS);
    fail(&text.error, *rules_, file_, part_);
  }
  if (unpacked_ > limits_.suspicious_bytes && unpacked_ / limits_.ratio > packed_)
    too_large(*rules_, file_, part_);
  return static_cast<std::size_t>(got);
}

std::string ZipEntry::read_all(std::size_t limit) {
  std::string all;
  constexpr std::size_t block = 16 * 1024;
  for (;;) {
    const std::size_t at = all.size();
    if (at > limit) too_large(*rules_, file_, part_);
    all.resize(at + block);
    const std::size_t got = read(all.data() + at, block);
    all.resize(at + got);
    if (got == 0) return all;
  }
}

ZipArchive::ZipArchive(std::shared_ptr<zip> archive, std::string file, const ZipRules& rules,
                       ZipLimits limits)
    : archive_(std::move(archive)), file_(std::move(file)), rules_(&rules), limits_(limits) {
  if (zip_get_num_entries(archive_.get(), 0) > limits_.entries) too_large(*rules_, file_, {});
}

ZipArchive ZipArchive::open(const std::string& path, std::string file, const ZipRules& rules,
                            ZipLimits limits) {
  int code = 0;
  zip_t* archive = zip_open(path.c_str(), ZIP_RDONLY, &code);
  if (archive == nullptr) {
    const ErrorText text(code);
    fail(&text.error, rules, file, {});
  }
  return {own(archive), std::move(file), rules, limits};
}

ZipArchive ZipArchive::from_bytes(std::string bytes, std::string file, const ZipRules& rules,
                                  ZipLimits limits) {
  auto kept = std::make_shared<std::string>(std::move(bytes));
  ErrorText text;
  zip_source_t* source = zip_source_buffer_create(kept->data(), kept->size(), 0, &text.error);
  if (source == nullptr) fail(&text.error, rules, file, {});
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, &text.error);
  if (archive == nullptr) {
    zip_source_free(source);
    fail(&text.error, rules, file, {});
  }
  // The bytes live as long as the archive does.
  std::shared_ptr<zip> owned(archive, [kept](zip_t* opened) { zip_discard(opened); });
  return {std::move(owned), std::move(file), rules, limits};
}

std::int64_t ZipArchive::locate(std::string_view part) const {
  std::string name(part.substr(std::min(part.find_first_not_of('/'), part.size())));
  const auto look = [&](const std::string& wanted) {
    zip_int64_t index = zip_name_locate(archive_.get(), wanted.c_str(), 0);
    if (index < 0) index = zip_name_locate(archive_.get(), wanted.c_str(), ZIP_FL_NOCASE);
    return index;
  };
  std::int64_t index = look(name);
  if (index < 0) index = look("/" + name);
  if (index < 0) {
    std::replace(name.begin(), name.end(), '/', '\\');
    index = look(name);
  }
  // "Not there" and "no memory to look" must not be mixed up: styles and strings may be missing, but not
  // unread.
  if (index < 0 && zip_error_code_zip(zip_get_error(archive_.get())) == ZIP_ER_MEMORY) throw std::bad_alloc();
  return index;
}

std::optional<ZipEntry> ZipArchive::find(std::string_view part) const {
  const std::int64_t index = locate(part);
  if (index < 0) return std::nullopt;
  return entry_at(static_cast<std::uint64_t>(index), std::string(part));
}

ZipEntry ZipArchive::entry_at(std::uint64_t index, std::string part) const {
  const auto at = static_cast<zip_uint64_t>(index);
  ZipEntry entry;
  entry.archive_ = archive_;
  entry.file_ = file_;
  entry.part_ = std::move(part);
  entry.rules_ = rules_;
  entry.limits_ = limits_;
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index(archive_.get(), at, 0, &stat) != 0)
    fail(zip_get_error(archive_.get()), *rules_, file_, entry.part_);
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
    throw Error(*rules_->password, {{"file", file_, {}}});
  if ((stat.valid & ZIP_STAT_SIZE) != 0 && stat.size > limits_.entry_bytes)
    too_large(*rules_, file_, entry.part_);
  entry.packed_ = (stat.valid & ZIP_STAT_COMP_SIZE) != 0 ? stat.comp_size : 0;
  if ((stat.valid & ZIP_STAT_SIZE) != 0) {
    entry.told_ = stat.size;
    if (stat.size > limits_.suspicious_bytes && stat.size / limits_.ratio > entry.packed_)
      too_large(*rules_, file_, entry.part_);
  }
  entry.entry_.reset(zip_fopen_index(archive_.get(), at, 0));
  if (entry.entry_ == nullptr) fail(zip_get_error(archive_.get()), *rules_, file_, entry.part_);
  return entry;
}

std::vector<std::string> ZipArchive::names() const {
  std::vector<std::string> names;
  const zip_int64_t count = zip_get_num_entries(archive_.get(), 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    const char* raw = zip_get_name(archive_.get(), static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW);
    if (raw == nullptr) fail(zip_get_error(archive_.get()), *rules_, file_, {});
    const std::string_view bytes(raw);
    if (decodes(Encoding::utf8, bytes)) {
      names.emplace_back(bytes);
      continue;
    }
    Bytes decoded;
    static_cast<void>(decode_to_utf8(Encoding::cp932, bytes, decoded));
    names.emplace_back(decoded.view());
  }
  return names;
}

ZipEntry ZipArchive::at(std::size_t index) const {
  const char* raw = zip_get_name(archive_.get(), index, ZIP_FL_ENC_RAW);
  return entry_at(index, raw == nullptr ? std::string() : std::string(raw));
}

}  // namespace anzenmap
