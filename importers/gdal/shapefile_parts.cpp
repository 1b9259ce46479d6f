// SPDX-License-Identifier: Apache-2.0
#include "importers/gdal/shapefile_parts.hpp"

#include <algorithm>

#include "gis/base/error.hpp"
#include "importers/gdal/companions.hpp"
#include "importers/gdal/gdal_rules.hpp"
#include "importers/intake/input_file.hpp"

namespace anzenmap::gdal {
namespace {

Diagnostic part_missing(const std::string& name, std::string ja, std::string en) {
  Diagnostic told = make_diagnostic(companion_missing);
  told.arguments = {{"name", name, {}}, {"what", std::move(ja), std::move(en)}};
  return told;
}

void look_at_table(ShapefileParts& parts, const std::string& path,
                   const std::optional<std::string>& encoding) {
  const DbfFile dbf(path);
  if (!dbf.readable()) return;
  const auto cpg = companion(path, ".cpg");
  parts.text = look_at_texts(dbf, cpg ? beginning_of(*cpg) : std::string(), encoding);
  for (const DbfFile::Field& field : dbf.fields()) {
    parts.headers.push_back(field.name);
    parts.widths.push_back(field.width);
  }
  if (!parts.text->contradicted.empty()) {
    Diagnostic told = make_diagnostic(declared_otherwise);
    told.arguments = {{"declared", parts.text->contradicted, {}},
                      {"used", std::string(name_of(parts.text->encoding)), {}}};
    parts.diagnostics.push_back(std::move(told));
  }
  if (parts.text->deleted != 0) {
    Diagnostic told = make_diagnostic(rows_deleted);
    told.arguments = {{"count", std::to_string(parts.text->deleted), {}}};
    parts.diagnostics.push_back(std::move(told));
  }
  const auto index = companion(parts.main, ".shx");
  const std::uint64_t rows = dbf.whole_records();
  const std::uint64_t shapes = index && parts.main != path ? shapes_listed(*index) : dbf.records();
  if (shapes == rows) return;
  Diagnostic told = make_diagnostic(tables_differ);
  told.arguments = {{"shapes", std::to_string(shapes), {}},
                    {"rows", std::to_string(rows), {}},
                    {"common", std::to_string(std::min(shapes, rows)), {}}};
  parts.diagnostics.push_back(std::move(told));
}

}  // namespace

ShapefileParts look_at_parts(const std::string& path, const std::optional<std::string>& encoding) {
  ShapefileParts parts;
  parts.main = main_file(path);
  const std::string name = file_name_of(parts.main);
  const bool table_alone = name.ends_with(".dbf") || name.ends_with(".DBF");
  if (table_alone) {
    look_at_table(parts, parts.main, encoding);
    return parts;
  }
  if (!companion(parts.main, ".shx")) throw Error(shape_index_missing, {{"file", name, {}}});
  if (const auto table = companion(parts.main, ".dbf")) {
    look_at_table(parts, *table, encoding);
  } else {
    parts.diagnostics.push_back(
        part_missing(".dbf", "名前や区分などの項目がない", "so there are no fields, only places"));
  }
  if (!companion(parts.main, ".prj"))
    parts.diagnostics.push_back(
        part_missing(".prj", "座標の決まりが分からない", "so the coordinate system is not known"));
  return parts;
}

}  // namespace anzenmap::gdal
