// SPDX-License-Identifier: Apache-2.0
#include "ckan/dataset_resource.hpp"

#include <utility>

#include "ckan/dataset_files.hpp"
#include "ckan/dataset_rules.hpp"
#include "gis/base/error.hpp"
#include "gis/files/file_reading.hpp"

namespace anzenmap::ckan {
namespace {

/// Formats as CKAN writes them (its resource_formats.json); others are written in capitals.
struct Format {
  std::string_view extension;
  std::string_view name;
  std::string_view media_type;
};
constexpr Format kFormats[] = {
    {"csv", "CSV", "text/csv"},
    {"fgb", "FGB", "application/octet-stream"},
    {"geojson", "GeoJSON", "application/geo+json"},
    {"gpkg", "GPKG", "application/geopackage+sqlite3"},
    {"gpx", "GPX", "application/gpx+xml"},
    {"html", "HTML", "text/html"},
    {"jpeg", "JPEG", "image/jpeg"},
    {"jpg", "JPEG", "image/jpeg"},
    {"json", "JSON", "application/json"},
    {"jsonld", "JSON-LD", "application/ld+json"},
    {"kml", "KML", "application/vnd.google-earth.kml+xml"},
    {"kmz", "KMZ", "application/vnd.google-earth.kmz"},
    {"ods", "ODS", "application/vnd.oasis.opendocument.spreadsheet"},
    {"parquet", "Parquet", "application/vnd.apache.parquet"},
    {"pdf", "PDF", "application/pdf"},
    {"pmtiles", "PMTiles", "application/vnd.pmtiles"},
    {"png", "PNG", "image/png"},
    {"tsv", "TSV", "text/tab-separated-values"},
    {"txt", "TXT", "text/plain"},
    {"xls", "XLS", "application/vnd.ms-excel"},
    {"xlsx", "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {"xml", "XML", "text/xml"},
    {"zip", "ZIP", "application/zip"},
};

std::string lower(std::string text) {
  for (char& byte : text)
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
  return text;
}

std::string upper(std::string text) {
  for (char& byte : text)
    if (byte >= 'a' && byte <= 'z') byte = static_cast<char>(byte - 'a' + 'A');
  return text;
}

std::string extension_of(const std::string& path) {
  const std::string name = path.substr(path.rfind('/') + 1);
  const std::size_t dot = name.rfind('.');
  return dot == std::string::npos || dot == 0 ? std::string() : name.substr(dot + 1);
}

void read_format(const Members& member, Resource& resource) {
  std::string said = member.text("format");
  if (said.empty()) said = extension_of(resource.path);
  resource.media_type = member.text("mediatype");
  resource.format = upper(said);
  for (const Format& format : kFormats) {
    if (lower(said) != format.extension && said != format.name) continue;
    resource.format = format.name;
    if (resource.media_type.empty()) resource.media_type = format.media_type;
  }
}

std::string encoding_named(const std::string& said) {
  std::string name = lower(said);
  if (name == "utf8" || name == "utf-8-sig") return "utf-8";
  if (name == "shift_jis" || name == "shift-jis" || name == "sjis" || name == "windows-31j" ||
      name == "ms932")
    return "cp932";
  return name;
}

std::string role_of(const Members& field) {
  const std::string role = field.text("role");
  const std::string said = role.empty() ? field.text("key") : role;
  const bool known = said == "id" || said == "latitude" || said == "longitude";
  return known ? said : std::string();
}

// "string" is what a field is that does not say (Table Schema); a type in an object of its own is newer.
std::string type_of(const Members& field) {
  const std::string type = field.text("type");
  return type.empty() ? "string" : type;
}

void read_schema(const Members& schema, Resource& resource) {
  for (const Members& field : schema.objects("fields")) {
    Column column{field.text("name"), type_of(field), field.text("title"), field.text("description"),
                  role_of(field)};
    if (column.name.empty()) field.refuse("name", "列の名前", "the column's name");
    resource.columns.push_back(std::move(column));
  }
  resource.primary_key = schema.texts("primaryKey");
}

// Data Resource v1: a schema may be in a file of its own. One on the web is left alone: nothing is fetched.
void read_schema_member(const Members& member, const std::string& folder, Resource& resource) {
  const auto found = member.json().find("schema");
  if (found == member.json().end() || !found->is_string()) {
    read_schema(member.object("schema"), resource);
    return;
  }
  const std::string path = found->get<std::string>();
  if (path.find("://") != std::string::npos) return;
  const std::string file = safe_file(folder, path, member.file());
  std::string text;
  Json schema;
  if (read_small_file(file, text) == FileState::read)
    schema = Json::parse(text.begin(), text.end(), nullptr, false);
  if (!schema.is_object())
    throw Error(descriptor_unreadable,
                {{"path", file, {}}, {"reason", "JSON の書き方が違います", "it is no JSON object"}});
  read_schema(Members(schema, file), resource);
}

[[noreturn]] void refuse_no_file(const Members& member, const std::string& key, std::string_view ja,
                                 std::string_view en) {
  throw Error(resource_not_file,
              {{"path", member.file(), {}}, {"name", key, {}}, {"reason", std::string(ja), std::string(en)}},
              Error::Kind::refused);
}

std::string path_of(const Members& member, const std::string& key) {
  const std::vector<std::string> paths = member.texts("path");
  if (paths.empty()) {
    if (member.has("data"))
      refuse_no_file(member, key, "中身が直接書かれています", "its data is written inline");
    member.refuse("path", "ファイルの場所", "the file's path");
  }
  if (paths.size() > 1)
    refuse_no_file(member, key, "いくつかのファイルに分かれています", "it has several parts");
  if (paths.front().find("://") != std::string::npos)
    refuse_no_file(member, key, "ほかのサイトの URL です", "it is a URL");
  return paths.front();
}

}  // namespace

Resource read_resource(const Members& member, const std::string& folder) {
  Resource resource;
  resource.key = member.text("name");
  if (resource.key.empty()) member.refuse("name", "ファイルごとの名前", "a name for the file");
  resource.title = member.text("title");
  resource.description = member.text("description");
  resource.path = path_of(member, resource.key);
  while (resource.path.starts_with("./")) resource.path.erase(0, 2);
  read_resource_file(member, folder, resource);
  read_format(member, resource);
  resource.encoding = encoding_named(member.text("encoding"));
  read_schema_member(member, folder, resource);
  return resource;
}

}  // namespace anzenmap::ckan
