// SPDX-License-Identifier: Apache-2.0
#include "importers/gdal/gdal.hpp"

#include "importers/gdal/file_kind.hpp"
#include "importers/gdal/gdal_source.hpp"
#include "importers/gdal/xls_workbook.hpp"
#include "importers/intake/input_file.hpp"
#include "importers/workbook/workbook.hpp"
#include "importers/workbook/workbook_source.hpp"

namespace anzenmap {
namespace gdal {
namespace {

constexpr std::size_t kHead = 64 * 1024;

constexpr Format kGeoPackage{"gpkg", "GeoPackage", "GPKG", true};
constexpr Format kShapefile{"shp", "Esri Shapefile", "ESRI Shapefile", false};
constexpr Format kFlatGeobuf{"fgb", "FlatGeobuf", "FlatGeobuf", false};
constexpr Format kMapInfo{"mapinfo", "MapInfo", "MapInfo File", false};
constexpr Format kFileGdb{"gdb", "Esri File Geodatabase", "OpenFileGDB", true};

std::string head_of(const std::string& path) {
  const InputFile file(path);
  std::string head(kHead, '\0');
  head.resize(file.read_at(0, head.data(), head.size()));
  return head;
}

template <const Format& format, ProbeResult (*probe)(std::string_view, std::string_view)>
std::unique_ptr<Source> open(const std::string& path, const ReadOptions& options, const Profile& profile) {
  return open_dataset(format, path, options, profile, probe(head_of(path), file_name_of(path)));
}

std::unique_ptr<Source> open_filegdb(const std::string& path, const ReadOptions& options,
                                     const Profile& profile) {
  return open_dataset(kFileGdb, path, options, profile, probe_filegdb_folder(path));
}

std::unique_ptr<Source> open_xls(const std::string& path, const ReadOptions& options,
                                 const Profile& profile) {
  refuse_encrypted_workbook(path);
  return open_workbook_source(open_xls_workbook(path, options.module_folder), options, profile);
}

}  // namespace
}  // namespace gdal

const Importer geopackage_importer{"gpkg",
                                   {"GeoPackage(QField、Mergin Maps、QGIS)", "GeoPackage"},
                                   &gdal::probe_geopackage,
                                   &gdal::open<gdal::kGeoPackage, gdal::probe_geopackage>};
const Importer shapefile_importer{"shp",
                                  {"シェープファイル", "Shapefile"},
                                  &gdal::probe_shapefile,
                                  &gdal::open<gdal::kShapefile, gdal::probe_shapefile>};
const Importer flatgeobuf_importer{"fgb",
                                   {"FlatGeobuf", "FlatGeobuf"},
                                   &gdal::probe_flatgeobuf,
                                   &gdal::open<gdal::kFlatGeobuf, gdal::probe_flatgeobuf>};
const Importer mapinfo_importer{"mapinfo",
                                {"MapInfo(TAB、MIF)", "MapInfo"},
                                &gdal::probe_mapinfo,
                                &gdal::open<gdal::kMapInfo, gdal::probe_mapinfo>};
const Importer filegdb_importer{"gdb",
                                {"Esriファイルジオデータベース", "File Geodatabase"},
                                &gdal::probe_filegdb,
                                &gdal::open_filegdb,
                                &gdal::probe_filegdb_folder};
const Importer xls_importer{
    "xls", {"古いExcelブック", "old Excel workbook"}, &gdal::probe_xls, &gdal::open_xls};

}  // namespace anzenmap
