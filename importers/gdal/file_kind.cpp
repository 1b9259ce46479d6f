// SPDX-License-Identifier: Apache-2.0
#include "importers/gdal/file_kind.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdint>

namespace anzenmap::gdal {
namespace {

constexpr std::string_view kSqlite("SQLite format 3\0", 16);
constexpr std::string_view kFlatGeobuf("fgb\3fgb", 7);
/// Compound File Binary, [MS-CFB] 2.2.
constexpr std::string_view kCompound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

bool starts_with_word(std::string_view head, std::string_view word) {
  return head.size() >= word.size() &&
         std::equal(word.begin(), word.end(), head.begin(), [](char a, char b) { return a == lower(b); });
}

bool ends_with(std::string_view name, std::string_view extension) {
  return name.size() >= extension.size() &&
         starts_with_word(name.substr(name.size() - extension.size()), extension);
}

std::uint32_t byte_at(std::string_view head, std::size_t at) { return static_cast<unsigned char>(head[at]); }

std::uint32_t big_endian(std::string_view head, std::size_t at) {
  return byte_at(head, at) << 24U | byte_at(head, at + 1) << 16U | byte_at(head, at + 2) << 8U |
         byte_at(head, at + 3);
}

/// A .dbf has no signature, but its header must add up.
bool is_dbf(std::string_view head) {
  if (head.size() < 65) return false;
  const std::uint32_t version = byte_at(head, 0);
  if (version != 0x03 && version != 0x30 && version != 0x83 && version != 0x8B) return false;
  const std::uint32_t month = byte_at(head, 2);
  const std::uint32_t day = byte_at(head, 3);
  const std::uint32_t header = byte_at(head, 8) | byte_at(head, 9) << 8U;
  const std::uint32_t record = byte_at(head, 10) | byte_at(head, 11) << 8U;
  if (month > 12 || day > 31 || header < 65 || record < 2) return false;
  std::uint32_t width = 1;
  for (std::size_t at = 32; at + 32 <= head.size() && at + 32 < header; at += 32) {
    if (byte_at(head, at) == 0x0D) break;
    if (std::string_view("CNDLFMBTIYG+@0").find(head[at + 11]) == std::string_view::npos) return false;
    width += byte_at(head, at + 16);
  }
  return width <= record;
}

}  // namespace

ProbeResult probe_geopackage(std::string_view head, std::string_view name) {
  if (!head.starts_with(kSqlite) || head.size() < 100) return {};
  const std::string_view mark = head.substr(68, 4);
  if (mark == "GPKG" || mark == "GP10" || mark == "GP11")
    return {100, "SQLiteで、印が「" + std::string(mark) + "」です",
            "an SQLite file with the mark '" + std::string(mark) + "'"};
  if (ends_with(name, ".gpkg")) return {70, "SQLiteで、名前が.gpkg", "an SQLite file named .gpkg"};
  return {};
}

ProbeResult probe_shapefile(std::string_view head, std::string_view name) {
  if (head.size() >= 100 && big_endian(head, 0) == 9994)
    return {100, "先頭にシェープファイルの印(9994)", "it begins with the shapefile's mark, 9994"};
  if (is_dbf(head))
    return {ends_with(name, ".dbf") ? 80 : 60, "dBASEの表の見出しがあります",
            "it has the header of a dBASE table"};
  return {};
}

ProbeResult probe_flatgeobuf(std::string_view head, std::string_view) {
  if (!head.starts_with(kFlatGeobuf)) return {};
  return {100, "先頭にFlatGeobufの印", "it begins with the mark of FlatGeobuf"};
}

ProbeResult probe_mapinfo(std::string_view head, std::string_view) {
  std::string_view text = head.substr(0, 4096);
  while (!text.empty() && (text.front() == ' ' || text.front() == '\r' || text.front() == '\n'))
    text.remove_prefix(1);
  if (starts_with_word(text, "!table")) return {100, "先頭に「!table」があります", "it begins with '!table'"};
  if (!starts_with_word(text, "version ")) return {};
  std::string folded(text);
  std::transform(folded.begin(), folded.end(), folded.begin(), lower);
  if (folded.find("\ncolumns ") == std::string::npos) return {};
  return {95, "「Version」と「Columns」で始まります", "it begins with 'Version' and has 'Columns'"};
}

ProbeResult probe_filegdb(std::string_view, std::string_view) { return {}; }

ProbeResult probe_filegdb_folder(const std::string& path) {
  if (::access((path + "/a00000001.gdbtable").c_str(), F_OK) != 0) return {};
  return {100, "中にジオデータベースの表の一覧(a00000001.gdbtable)があります",
          "the folder has the table of a geodatabase's tables (a00000001.gdbtable)"};
}

ProbeResult probe_xls(std::string_view head, std::string_view) {
  if (!head.starts_with(kCompound)) return {};
  return {92, "古いExcelの印(D0CF11E0)があります", "it has the mark of old Excel files (D0CF11E0)"};
}

}  // namespace anzenmap::gdal
