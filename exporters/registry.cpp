// SPDX-License-Identifier: Apache-2.0
#include "exporters/registry.hpp"

#include "exporters/csv.hpp"
#include "exporters/data_package.hpp"
#include "exporters/report/report_writer.hpp"
#include "exporters/share/qr_code.hpp"
#include "exporters/share/share_message.hpp"
#include "exporters/template/spreadsheet.hpp"
#include "exporters/web/map_photos.hpp"
#include "exporters/web/map_rules.hpp"
#include "gis/files/file_faults.hpp"

namespace anzenmap {
namespace {

constexpr OutputFormat kFormats[] = {
    {"geojson", {"地図ソフトで開けるGeoJSON", "GeoJSON for maps"}, "application/geo+json", ".geojson", true},
    {"csv", {"Excelで開けるCSV", "CSV that Excel opens"}, "text/csv", ".csv", true},
    {"map", {"見るための地図のページ", "Map page to look at"}, "text/html", ".map.html", true},
    {"datapackage",
     {"結果のファイルの一覧（datapackage.json）", "Data Package: the list of the files"},
     "application/vnd.datapackage+json",
     "datapackage.json",
     true},
    {"rejected",
     {"書き出せなかった記録のCSV", "CSV of rejected records"},
     "text/csv",
     ".rejected.csv",
     false},
    {"report", {"見つかったことの報告", "Report of all findings"}, "application/json", ".report.json", false},
};

}  // namespace

std::span<const OutputFormat> output_formats() { return kFormats; }

const OutputFormat* find_output_format(std::string_view name) {
  for (const OutputFormat& format : kFormats)
    if (format.name == name) return &format;
  return nullptr;
}

std::span<const RuleInfo* const> exporter_rules() {
  static constexpr const RuleInfo* kRules[] = {&output_forbidden,       &disk_full,
                                               &output_failed,          &output_folder_unusable,
                                               &output_is_folder,       &formula_guarded,
                                               &character_not_in_cp932, &package_mismatch,
                                               &package_unreadable,     &report_format_unknown,
                                               &map_left_out,           &map_parts_missing,
                                               &tiles_unusable,         &boundary_unusable,
                                               &photo_not_shown,        &qr_too_long,
                                               &address_unusable,       &share_folder_unusable,
                                               &template_unwritten};
  return kRules;
}

}  // namespace anzenmap
