// SPDX-License-Identifier: Apache-2.0
#include "gis/place/crs_name.hpp"

#include <array>
#include <string>

#include "gis/place/crs_codes.hpp"
#include "gis/profile/profile.hpp"

namespace anzenmap {

namespace {

using namespace crs_codes;

struct Word {
  std::string_view spelling;
  int code;
};

/// Longer spellings first: 日本測地系2011 is not 日本測地系. JGD2024 changed heights alone: its geodetic
/// coordinates and plane systems carry the codes of JGD2011.
constexpr std::array<Word, 24> kDatums{{{"日本測地系2024", kJgd2011}, {"日本測地系2011", kJgd2011},
                                        {"日本測地系2000", kJgd2000}, {"測地成果2024", kJgd2011},
                                        {"測地成果2011", kJgd2011},   {"測地成果2000", kJgd2000},
                                        {"旧日本測地系", kTokyo},     {"日本測地系", kTokyo},
                                        {"旧測地系", kTokyo},         {"世界測地系", kJgd2011},
                                        {"新測地系", kJgd2011},       {"tokyodatum", kTokyo},
                                        {"tokyo97", kTokyo},          {"tokyo", kTokyo},
                                        {"東京測地系", kTokyo},       {"jgd2024", kJgd2011},
                                        {"jgd2011", kJgd2011},        {"jgd2000", kJgd2000},
                                        {"jgd_2011", kJgd2011},       {"jgd_2000", kJgd2000},
                                        {"wgs1984", kWgs84},          {"wgs84", kWgs84},
                                        {"wgs_1984", kWgs84},         {"gps", kWgs84}}};

/// What may stand around a zone's number and says no more than that it is one.
constexpr std::array<std::string_view, 19> kZoneWords{"平面直角座標系",
                                                      "平面直角座標",
                                                      "平面直角",
                                                      "公共測量座標系",
                                                      "公共座標系",
                                                      "公共座標",
                                                      "japanplanerectangularcs",
                                                      "planerectangularcs",
                                                      "planerectangular",
                                                      "jprcs",
                                                      "jpr",
                                                      "zone",
                                                      "系",
                                                      "第",
                                                      "cs",
                                                      "座標系",
                                                      "帯",
                                                      "の",
                                                      "japan"};

constexpr std::array<std::string_view, 19> kRoman{"i",    "ii",  "iii",  "iv",    "v",   "vi",   "vii",
                                                  "viii", "ix",  "x",    "xi",    "xii", "xiii", "xiv",
                                                  "xv",   "xvi", "xvii", "xviii", "xix"};
constexpr std::array<std::string_view, 19> kKanji{"一",   "二",   "三",   "四",   "五",   "六",   "七",
                                                  "八",   "九",   "十",   "十一", "十二", "十三", "十四",
                                                  "十五", "十六", "十七", "十八", "十九"};

std::string without_signs(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != '/' && c != '-' && c != '(' && c != ')' && c != ',' && c != ':' && c != '.' && c != '_')
      out.push_back(c);
  return out;
}

/// Takes the first of `word` out; whether there was one.
bool take_out(std::string& from, std::string_view word) {
  const std::size_t at = from.find(word);
  if (at == std::string::npos) return false;
  from.erase(at, word.size());
  return true;
}

std::optional<int> number_of(std::string_view digits) {
  if (digits.empty() || digits.size() > 6) return std::nullopt;
  int number = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

std::optional<int> zone_number(std::string_view text) {
  for (std::size_t i = 0; i < kRoman.size(); ++i)
    if (text == kRoman[i] || text == kKanji[i]) return static_cast<int>(i) + 1;
  const auto number = number_of(text);
  return number && *number >= 1 && *number <= kZones && text.size() <= 2 ? number : std::nullopt;
}

std::optional<int> utm_named(std::string text, int datum) {
  if (!take_out(text, "utm")) return std::nullopt;
  for (const std::string_view word : {"座標系", "座標", "zone", "第", "帯", "系"}) take_out(text, word);
  if (text.ends_with('n')) text.pop_back();
  const auto zone = number_of(text);
  return zone ? utm_code(datum, *zone) : std::nullopt;
}

std::optional<int> code_named(std::string_view name) {
  constexpr std::string_view urn = "urn:ogc:def:crs:epsg:";
  constexpr std::string_view link = "opengis.net/def/crs/epsg/";
  if (name.starts_with(urn)) {
    name.remove_prefix(name.rfind(':') + 1);
  } else if (name.find(link) != std::string_view::npos) {
    name.remove_prefix(name.rfind('/') + 1);
  } else if (name.starts_with("epsg")) {
    name.remove_prefix(name.starts_with("epsg:") ? 5 : 4);
  } else if (name.starts_with("esri:")) {
    name.remove_prefix(5);
  }
  if (name.size() < 4) return std::nullopt;
  const auto code = number_of(name);
  return code ? std::optional(code_meant(*code)) : std::nullopt;
}

}  // namespace

std::optional<int> epsg_named(std::string_view text) {
  const std::string name = normalise_header(text);
  if (name.ends_with("crs84")) return kWgs84;
  if (const auto code = code_named(name)) return code;
  std::string rest = without_signs(name);
  for (const std::string_view mercator :
       {"webmercator", "pseudomercator", "sphericalmercator", "webメルカトル", "ウェブメルカトル"})
    if (rest.find(mercator) != std::string::npos) return kWebMercator;
  int datum = 0;
  for (const Word& word : kDatums) {
    if (!take_out(rest, word.spelling)) continue;
    if (datum == 0 || datum == word.code) {
      datum = word.code;
    } else if (!(datum == kJgd2011 && word.spelling == "世界測地系")) {
      return std::nullopt;  // two datums at once
    }
    if (datum == kJgd2000 || datum == kJgd2011) take_out(rest, "世界測地系");
    if (rest.empty()) break;
  }
  for (const std::string_view degrees : {"緯度・経度", "緯度経度", "経緯度"}) take_out(rest, degrees);
  if (rest.empty()) return datum == 0 ? std::nullopt : std::optional(datum);
  if (const auto utm = utm_named(rest, datum == 0 ? kJgd2011 : datum)) return utm;
  bool said_zone = datum != 0;
  for (const std::string_view word : kZoneWords) said_zone = take_out(rest, word) || said_zone;
  const auto zone = zone_number(rest);
  if (!zone || !said_zone) return std::nullopt;
  return zone_code(datum == 0 ? kJgd2011 : datum, *zone);
}

}  // namespace anzenmap
