// SPDX-License-Identifier: Apache-2.0
#include "importers/gdal/journal.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "gis/base/error.hpp"
#include "importers/gdal/gdal_rules.hpp"
#include "importers/intake/input_file.hpp"

namespace anzenmap::gdal {
namespace {

/// SQLite's file format, 1.3.3: 2 = the last writer used a write-ahead log.
constexpr std::size_t kReadVersion = 19;
/// 1.3.18: the user version, where GeoPackage 1.2 and later keep their version as 10200.
constexpr std::size_t kUserVersion = 60;

bool has_content(const std::string& path) {
  struct stat facts {};
  return ::stat(path.c_str(), &facts) == 0 && S_ISREG(facts.st_mode) && facts.st_size > 0;
}

std::string version_in(std::string_view head) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i)
    number = number << 8U | static_cast<unsigned char>(head[kUserVersion + i]);
  if (number < 10000 || number > 99999) return {};
  return " " + std::to_string(number / 10000) + "." + std::to_string(number / 100 % 100);
}

}  // namespace

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

bool JournalCopy::needed(const std::string& path) { return has_content(path + "-wal"); }

JournalCopy::JournalCopy(const std::string& path) {
  std::error_code failed;
  folder_ = std::filesystem::temp_directory_path(failed).string() + "/anzenmap-XXXXXX";
  if (::mkdtemp(folder_.data()) == nullptr) failed = std::error_code(errno, std::generic_category());
  path_ = folder_ + "/survey.gpkg";
  if (!failed) std::filesystem::copy_file(path, path_, failed);
  if (!failed) std::filesystem::copy_file(path + "-wal", path_ + "-wal", failed);
  if (!failed) return;
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
  throw Error(
      file_not_opened,
      {{"file", file_name_of(path), {}}, {"format", "GeoPackage", {}}, {"reason", failed.message(), {}}});
}

JournalCopy::~JournalCopy() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::vector<Diagnostic> look_at_journal(const std::string& path, std::string_view head) {
  std::vector<Diagnostic> told;
  const std::string log = path + "-wal";
  if (has_content(log)) {
    told.push_back(make_diagnostic(journal_beside));
    told.back().arguments = {{"name", file_name_of(log), {}}};
  } else if (head.size() > kReadVersion && head[kReadVersion] == 2) {
    told.push_back(make_diagnostic(journal_left_behind));
  }
  return told;
}

void describe_geopackage(const std::string& path, std::string_view head, Reading& reading) {
  if (head.size() < kUserVersion + 4) return;
  std::string name = "GeoPackage" + version_in(head);
  std::string ja = "ファイルの版の印";
  std::string en = "its version number";
  const std::string folder = folder_of(path);
  if (::access((folder + "/.mergin").c_str(), F_OK) == 0) {
    name = "Mergin Maps, " + name;
    ja += "、となりにMergin Mapsのフォルダー(.mergin)";
    en += ", a folder of Mergin Maps (.mergin) beside it";
  } else if (::access((folder + "/DCIM").c_str(), F_OK) == 0) {
    name = "QField, " + name;
    ja += "、となりにQFieldの写真のフォルダー(DCIM)";
    en += ", a folder of photos as QField has it (DCIM) beside it";
  }
  reading.decide("dialect", name, DecidedBy::detected, ja, en);
}

}  // namespace anzenmap::gdal
