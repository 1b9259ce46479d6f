// SPDX-License-Identifier: Apache-2.0
#include "importers/geojson/crs_member.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "importers/json/json_compact.hpp"

namespace anzenmap {
namespace {

constexpr std::size_t kLongest = 1000;  // bytes of a crs member that is worth repeating

std::string upper(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return out;
}

/// Splits at ':' and '/', leaving out empty parts.
std::vector<std::string> parts_of(const std::string& name) {
  std::vector<std::string> parts;
  std::size_t at = 0;
  while (at <= name.size()) {
    const std::size_t end = std::min(name.find_first_of(":/", at), name.size());
    if (end != at) parts.push_back(name.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

bool is_code(std::string_view text) {
  return !text.empty() && text.size() <= 7 && text.front() != '0' &&
         text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

std::string crs_of_name(std::string_view name) {
  const std::vector<std::string> parts = parts_of(upper(name));
  if (parts.size() < 2) return name == "CRS84" ? "EPSG:4326" : "";
  const std::string& last = parts.back();
  const auto names = [&parts](std::string_view authority) {
    return std::find(parts.begin(), parts.end() - 1, authority) != parts.end() - 1;
  };
  if ((last == "CRS84" || last == "CRS84H") && names("OGC")) return "EPSG:4326";
  if (is_code(last) && names("EPSG")) return "EPSG:" + last;
  return {};
}

bool is_degrees(std::string_view crs) {
  return crs == "EPSG:4326" || crs == "EPSG:4979" || crs == "EPSG:6668" || crs == "EPSG:4612";
}

CrsMember read_crs_member(JsonReader& reader) {
  CrsMember member;
  member.line = reader.position().line;
  if (reader.token() == JsonToken::null) return member;
  member.kind = CrsMember::Kind::unknown;
  member.written = "?";
  if (reader.token() == JsonToken::string) member.written = reader.text().substr(0, kLongest);
  if (reader.token() != JsonToken::begin_object) {
    reader.skip();
    member.crs = crs_of_name(member.written);  // "crs": "EPSG:6671" is seen in the wild
    if (!member.crs.empty()) member.kind = CrsMember::Kind::known;
    return member;
  }
  const int depth = reader.depth();
  std::string key;
  std::string type;
  std::string code;
  while (reader.depth() >= depth) {
    const JsonToken token = reader.next();
    if (token == JsonToken::key) {
      key = reader.text().substr(0, kLongest);
    } else if (token == JsonToken::string || token == JsonToken::number) {
      const std::string value(reader.text().substr(0, kLongest));
      if (reader.depth() == depth && key == "type") type = value;
      if (reader.depth() != depth + 1) continue;
      if (key == "name" || key == "href") member.written = value;
      if (key == "code") code = value;
    }
  }
  if (type == "EPSG" && !code.empty()) member.written = "EPSG:" + code;  // an older draft's form
  if (type != "link") member.crs = crs_of_name(member.written);
  if (!member.crs.empty()) member.kind = CrsMember::Kind::known;
  return member;
}

}  // namespace anzenmap
