// SPDX-License-Identifier: Apache-2.0
#include "importers/registry.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "gis/base/error.hpp"
#include "importers/archive/zip_survey.hpp"
#include "importers/csv/csv.hpp"
#include "importers/csv/csv_rules.hpp"
#if ANZENMAP_MODULES
#include "importers/gdal/gdal.hpp"
#include "importers/gdal/gdal_rules.hpp"
#include "importers/module/module_loader.hpp"
#include "importers/photo/photo.hpp"
#include "importers/photo/photo_join.hpp"
#include "importers/photo/photo_rules.hpp"
#endif
#include "importers/geojson/geojson.hpp"
#include "importers/gpx/gpx.hpp"
#include "importers/gpx/gpx_rules.hpp"
#include "importers/intake/input_file.hpp"
#include "importers/kml/kml.hpp"
#include "importers/kml/kml_rules.hpp"
#include "importers/markup/markup_rules.hpp"
#include "importers/mend/mended_source.hpp"
#include "importers/table/header.hpp"
#include "importers/workbook/workbook.hpp"
#include "importers/workbook/workbook_rules.hpp"

namespace anzenmap {

const RuleInfo file_empty{
    .code = "IN194",
    .name = "file-empty",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"空のファイル", "empty file"},
    .message = {"ファイル「{file}」は空(0バイト)です", "'{file}' is empty (0 bytes)"},
    .why = {"空のファイルには記録がありません。保存やコピーに失敗したのかもしれません。",
            "There is no record in it; saving or copying may have failed."},
    .remedy = {"もとの表を開き、もう一度保存してください。", "Open the original and save it again."},
    .bad = "",
    .good = ""};

const RuleInfo format_unknown{
    .code = "IN195",
    .name = "format-unknown",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"読めない種類のファイル", "unknown format"},
    .message = {"ファイル「{file}」は表や地図のデータとして読めません",
                "'{file}' can be read neither as a table nor as map data"},
    .why = {"写真やPDF、こわれたファイルからは記録を読めません。",
            "A picture, a PDF or a damaged file holds no records that could be read."},
    .remedy =
        {"Excel(.xlsx)"
         "、CSV、ODS、GeoJSON、KML、KMZ、GPX、GeoPackage、シェープファイルなどを指定してください。",
         "Give a file saved as Excel (.xlsx), CSV, ODS, GeoJSON, KML, KMZ, GPX, GeoPackage or Shapefile."},
    .bad = "",
    .good = ""};

const RuleInfo format_not_named{
    .code = "IN196",
    .name = "format-not-named",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"知らない種類の名前", "unknown name of a format"},
    .message = {"「{value}」というファイルの種類は使えません。使えるのは {known} です",
                "there is no format '{value}'; choose one of {known}"},
    .why = {"種類が決まらないと読めません。", "Without it the file cannot be read."},
    .remedy = {"使える名前で指定するか、指定をやめてください。", "Use one of these names, or name none."},
    .bad = "",
    .good = ""};

namespace {

constexpr std::size_t kHead = 64 * 1024;
/// Below, a file is rather none of ours.
constexpr int kLeastScore = 20;

std::span<const Importer> table() {
  static const std::array importers = {
    zip_importer,
    xlsx_importer,
    ods_importer,
    geojson_importer(),
    gpx_importer,
    kml_importer,
#if ANZENMAP_MODULES
    geopackage_importer,
    shapefile_importer,
    flatgeobuf_importer,
    mapinfo_importer,
    filegdb_importer,
    xls_importer,
    photo_importer,
#endif
    csv_importer()
  };
  return importers;
}

const Importer& named_importer(const std::string& name) {
  std::string known;
  for (const Importer& importer : table()) {
    if (importer.name == name) return importer;
    if (!known.empty()) known += ", ";
    known += importer.name;
  }
  if (name == "tsv") return csv_importer();
  throw Error(format_not_named, {{"value", name, {}}, {"known", known, {}}}, Error::Kind::usage);
}

const Importer* best_importer(std::string_view head, std::string_view name) {
  const Importer* best = nullptr;
  int best_score = kLeastScore - 1;
  for (const Importer& importer : table()) {
    const int score = importer.probe(head, name).score;
    if (score <= best_score) continue;
    best = &importer;
    best_score = score;
  }
  return best;
}

bool is_folder(const std::string& path) {
  struct stat facts {};
  return ::stat(path.c_str(), &facts) == 0 && S_ISDIR(facts.st_mode);
}

/// Null when no format is a folder like this one.
const Importer* folder_importer(const std::string& path, const std::optional<std::string>& format) {
  const Importer* best = nullptr;
  int best_score = kLeastScore - 1;
  for (const Importer& importer : table()) {
    if (importer.probe_folder == nullptr || (format && importer.name != *format)) continue;
    const int score = importer.probe_folder(path).score;
    if (score <= best_score) continue;
    best = &importer;
    best_score = score;
  }
  return best;
}

}  // namespace

std::span<const Importer> importers() { return table(); }

std::unique_ptr<Source> open_survey(const std::string& path, const ReadOptions& options,
                                    const Profile& profile) {
  if (is_folder(path)) {
    if (const Importer* importer = folder_importer(path, options.format))
      return importer->open(path, options, profile);
  }
  std::string head(kHead, '\0');
  {
    const InputFile file(path);
    head.resize(file.read_at(0, head.data(), head.size()));
  }
  if (head.empty()) throw Error(file_empty, {{"file", path, {}}});
  if (options.format) return named_importer(*options.format).open(path, options, profile);
  const Importer* importer = best_importer(head, file_name_of(path));
  if (importer == nullptr) throw Error(format_unknown, {{"file", path, {}}});
  return importer->open(path, options, profile);
}

void join_sources([[maybe_unused]] std::vector<std::unique_ptr<Source>>& sources,
                  [[maybe_unused]] const Profile& profile) {
#if ANZENMAP_MODULES
  photo::join_photos(sources, profile);
#endif
}

std::span<const RuleInfo* const> importer_rules() {
  static const std::vector<const RuleInfo*> rules = [] {
    std::vector<const RuleInfo*> all = {&file_missing, &file_unreadable, &file_is_folder,  &file_read_failed,
                                        &file_empty,   &format_unknown,  &format_not_named};
    for (const auto& room : {csv_rules(), table_rules(), workbook_rules(), geojson_rules(), gpx::gpx_rules(),
                             kml::kml_rules(), markup::markup_rules(), mend_rules(), zip_rules()})
      all.insert(all.end(), room.begin(), room.end());
#if ANZENMAP_MODULES
    all.push_back(&module_missing);
    all.insert(all.end(), gdal::gdal_rules().begin(), gdal::gdal_rules().end());
    all.insert(all.end(), photo::photo_rules().begin(), photo::photo_rules().end());
#endif
    std::sort(all.begin(), all.end(), [](const RuleInfo* a, const RuleInfo* b) { return a->code < b->code; });
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  }();
  return rules;
}

}  // namespace anzenmap
