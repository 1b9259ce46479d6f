// SPDX-License-Identifier: Apache-2.0
#include "importers/workbook/workbook.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "gis/base/error.hpp"
#include "importers/intake/input_file.hpp"
#include "importers/workbook/ods_workbook.hpp"
#include "importers/workbook/workbook_rules.hpp"
#include "importers/workbook/workbook_source.hpp"
#include "importers/workbook/xlsx_workbook.hpp"

namespace anzenmap {
namespace {

constexpr std::string_view kZip = "PK\x03\x04";
/// Compound File Binary, [MS-CFB] 2.2: Excel's format until 2003, and the wrapping of each encrypted .xlsx.
constexpr std::string_view kCompound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr std::string_view kOdsType = "application/vnd.oasis.opendocument.spreadsheet";

bool has_extension(std::string_view name, std::string_view extension) {
  if (name.size() < extension.size()) return false;
  name.remove_prefix(name.size() - extension.size());
  return std::equal(name.begin(), name.end(), extension.begin(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + ('a' - 'A') : a) == b; });
}

bool has(std::string_view head, std::string_view word) { return head.find(word) != std::string_view::npos; }

ProbeResult probe_xlsx(std::string_view head, std::string_view name) {
  if (head.starts_with(kCompound))
    return {90, "古いExcelか、パスワードのかかったファイルの印",
            "signature of an old or encrypted Excel file"};
  if (!head.starts_with(kZip)) return {};
  if (has(head, "xl/workbook") || has(head, "xl/worksheets/"))
    return {98, "ZIPの中にExcelの表", "a ZIP file with Excel sheets"};
  if (has_extension(name, ".xlsx") || has_extension(name, ".xlsm"))
    return {70, "ZIPで、名前が.xlsx", "a ZIP file named .xlsx"};
  return {};
}

ProbeResult probe_ods(std::string_view head, std::string_view name) {
  if (!head.starts_with(kZip)) return {};
  if (has(head.substr(0, 200), kOdsType))
    return {100, "ZIPの初めに表計算の印", "the ZIP file says that it is a spreadsheet"};
  if (has_extension(name, ".ods")) return {70, "ZIPで、名前が.ods", "a ZIP file named .ods"};
  return {};
}

/// Bytes of a name in a compound file's directory: UTF-16, little endian.
std::string utf16(std::string_view ascii) {
  std::string wide;
  for (const char c : ascii) wide.append({c, '\0'});
  return wide;
}

/// The directory of a compound file has a stream "EncryptedPackage" ([MS-OFFCRYPTO] 2.3.4.4), or not.
void refuse_encrypted(const InputFile& input) {
  const std::string wanted = utf16("EncryptedPackage");
  constexpr std::size_t block = 64 * 1024;
  std::vector<char> bytes(block + wanted.size());
  for (std::uint64_t at = 0; at < input.size(); at += block) {
    const std::size_t got = input.read_at(at, bytes.data(), bytes.size());
    if (has({bytes.data(), got}, wanted)) throw Error(workbook_password, {{"file", input.name(), {}}});
  }
}

[[noreturn]] void refuse_compound(const InputFile& input) {
  refuse_encrypted(input);
  throw Error(workbook_old_format, {{"file", input.name(), {}}, {"format", "Excel 97-2003 (.xls)", {}}});
}

void check_signature(const std::string& path) {
  const InputFile input(path);
  char head[8] = {};
  const std::size_t got = input.read_at(0, head, sizeof head);
  if (std::string_view(head, got) == kCompound) refuse_compound(input);
}

std::unique_ptr<Source> open_xlsx(const std::string& path, const ReadOptions& options,
                                  const Profile& profile) {
  check_signature(path);
  return open_workbook_source(
      open_xlsx_workbook(ZipArchive::open(path, file_name_of(path), workbook_container),
                         options.record_limit),
      options, profile);
}

std::unique_ptr<Source> open_ods(const std::string& path, const ReadOptions& options,
                                 const Profile& profile) {
  check_signature(path);
  return open_workbook_source(
      open_ods_workbook(ZipArchive::open(path, file_name_of(path), workbook_container), options.record_limit),
      options, profile);
}

}  // namespace

const Importer xlsx_importer{"xlsx", {"Excelブック", "Excel workbook"}, &probe_xlsx, &open_xlsx};
const Importer ods_importer{"ods", {"ODF表計算", "OpenDocument spreadsheet"}, &probe_ods, &open_ods};

void refuse_encrypted_workbook(const std::string& path) { refuse_encrypted(InputFile(path)); }

std::unique_ptr<Source> open_xlsx_bytes(std::string bytes, const std::string& name,
                                        const ReadOptions& options, const Profile& profile) {
  return open_workbook_source(
      open_xlsx_workbook(ZipArchive::from_bytes(std::move(bytes), name, workbook_container),
                         options.record_limit),
      options, profile);
}

std::unique_ptr<Source> open_ods_bytes(std::string bytes, const std::string& name, const ReadOptions& options,
                                       const Profile& profile) {
  return open_workbook_source(
      open_ods_workbook(ZipArchive::from_bytes(std::move(bytes), name, workbook_container),
                        options.record_limit),
      options, profile);
}

}  // namespace anzenmap
