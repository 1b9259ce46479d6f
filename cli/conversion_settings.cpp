// SPDX-License-Identifier: Apache-2.0
#include "cli/conversion_settings.hpp"

#include "cli/cli_rules.hpp"
#include "cli/conversion_rules.hpp"
#include "exporters/report/report_writer.hpp"
#include "gis/base/error.hpp"
#include "gis/base/number.hpp"
#include "gis/profile/profile.hpp"
#include "gis/value/school_year.hpp"

namespace anzenmap::cli {
namespace {

std::vector<std::string_view> importer_names() {
  std::vector<std::string_view> names;
  for (const Importer& importer : importers()) names.push_back(importer.name);
  return names;
}

std::vector<std::string_view> profile_names() {
  return {builtin_profiles().begin(), builtin_profiles().end()};
}

void check_area(const std::vector<double>& area) {
  if (area.empty()) return;
  const bool ordered = area[0] < area[2] && area[1] < area[3];
  const bool on_earth = area[0] >= -180 && area[2] <= 180 && area[1] >= -90 && area[3] <= 90;
  if (ordered && on_earth) return;
  std::string typed;
  for (const double number : area) typed += (typed.empty() ? "" : ",") + shortest(number);
  throw Error(area_unusable, {{"value", typed, {}}}, Error::Kind::usage);
}

}  // namespace

Option input_argument(ConversionSettings& settings) {
  return {.name = "INPUT",
          .target = &settings.conversion.inputs,
          .help = {"調査のファイル（Excel の "
                   ".xlsx、.ods、.csv、.tsv、.geojson、.kml、.kmz、.gpx）。いくつでも並べられる",
                   "survey files (.xlsx, .ods, .csv, .tsv, .geojson, .kml, .kmz, .gpx), one or more"},
          .completes = Completes::file,
          .positional = true,
          .required = true};
}

std::vector<Option> reading_options(ConversionSettings& settings) {
  ConversionOptions& to = settings.conversion;
  return {
      {.name = "profile",
       .short_name = 'p',
       .target = &to.profile,
       .help = {"調査の種類。決まった名前か、自分で作った種類のファイル",
                "what kind of survey it is: a built-in name or a profile file"},
       .group = OptionGroup::reading,
       .metavar = "NAME|FILE",
       .choices = profile_names(),
       .or_file = true,
       .completes = Completes::file},
      {.name = "source-crs",
       .target = &to.source_crs,
       .help = {"もとの座標の種類。EPSG の番号か名前（EPSG:6671、第3系、tokyo、jgd2000 など。一覧は anzenmap "
                "crs list）か "
                "WKT。書かなければファイルの中の記載、なければ緯度と経度（世界測地系）",
                "coordinate reference system of the input: EPSG code, name (zone3, tokyo, jgd2000; see "
                "`anzenmap crs "
                "list`) or WKT; else what the file says, else WGS 84"},
       .group = OptionGroup::reading,
       .metavar = "CRS"},
      {.name = "encoding",
       .target = &to.read.encoding,
       .help = {"CSV の文字の種類。書かなければ自動で見分ける。cp932 は古い Excel の「CSV」",
                "character encoding of a CSV file; detected when not given"},
       .group = OptionGroup::reading,
       .metavar = "ENCODING",
       .choices = {"utf-8", "cp932", "euc-jp", "utf-16le", "utf-16be"},
       .spellings = {{"utf8", "utf-8"},
                     {"sjis", "cp932"},
                     {"shift_jis", "cp932"},
                     {"shift-jis", "cp932"},
                     {"windows-31j", "cp932"},
                     {"ms932", "cp932"},
                     {"eucjp", "euc-jp"},
                     {"utf-16", "utf-16le"}}},
      {.name = "separator",
       .target = &to.read.separator,
       .help = {"CSV の区切りの記号。書かなければ自動で見分ける",
                "what separates the cells of a CSV file; detected when not given"},
       .group = OptionGroup::reading,
       .metavar = "MARK",
       .choices = {",", ";", "tab", "|"},
       .spellings = {{"\t", "tab"}, {"\\t", "tab"}, {"comma", ","}, {"semicolon", ";"}, {"pipe", "|"}}},
      {.name = "sheet",
       .target = &to.read.sheet,
       .help = {"このシートだけを読む", "read only this sheet of a workbook"},
       .group = OptionGroup::reading,
       .metavar = "NAME"},
      {.name = "header-row",
       .target = &to.read.header_row,
       .help = {"見出しの行の番号（Excel の左に出る番号）",
                "number of the row that holds the headers, as Excel shows it"},
       .group = OptionGroup::reading,
       .metavar = "ROW"},
      {.name = "reading",
       .target = &to.reading,
       .help = {"読み方を決めるファイル（info --json "
                "の結果。直して使ってもよい）。同じファイルを同じ読み方で読めば、"
                "同じものが書き出される",
                "file that settles how the inputs are read: what info --json printed, as it is or edited"},
       .group = OptionGroup::reading,
       .metavar = "FILE",
       .completes = Completes::file},
      {.name = "include-tracks",
       .target = &to.read.include_tracks,
       .help =
           {"GPX や KML の歩いた跡と道順も読む。だれがどこを歩いたかが分かるので、書かなければ読まない",
            "also read tracks and routes of GPX and KML; they show who walked where, so they are left out "
            "otherwise"},
       .group = OptionGroup::reading},
      {.name = "input-format",
       .target = &to.read.format,
       .help = {"ファイルの形。書かなければ中身から自動で見分ける",
                "format of the input; detected from its content when not given"},
       .group = OptionGroup::reading,
       .metavar = "FORMAT",
       .choices = importer_names()},
  };
}

std::vector<Option> checking_options(ConversionSettings& settings) {
  ConversionOptions& to = settings.conversion;
  return {
      {.name = "area",
       .target = NumberList{&to.expected_area, 4},
       .help = {"調べた範囲（西,南,東,北 を度で）。外にある場所は注意として知らせる",
                "west,south,east,north in degrees; a place outside is a warning"},
       .group = OptionGroup::checking,
       .metavar = "W,S,E,N"},
      {.name = "fix",
       .target = &to.fix,
       .help = {"人の許しが要る直しも行う（文章の手直し、図形を閉じるなど）",
                "also make the fixes that need a person's consent, such as closing a ring"},
       .group = OptionGroup::checking},
      {.name = "today",
       .target = &to.today,
       .help = {"この日（2024-10-03 のように書く）より先の日付を知らせる。check では、書かなければ今日",
                "tell dates after this day (YYYY-MM-DD); today in check when not given"},
       .group = OptionGroup::checking,
       .metavar = "DATE"},
      {.name = "report",
       .target = &to.reports,
       .help = {"見つかったことをすべてこのファイルに書く。形は名前の終わり（.html .csv .txt .json .sarif "
                ".junit .github）で決まる",
                "write all findings to this file; its name ends in .html, .csv, .txt, .json, .sarif, .junit "
                "or .github"},
       .group = OptionGroup::checking,
       .metavar = "FILE",
       .completes = Completes::file},
      {.name = "max-diagnostics",
       .target = &to.max_diagnostics,
       .help = {"結果の一覧にのせる指摘の数", "how many findings the result lists"},
       .group = OptionGroup::checking,
       .metavar = "N"},
      {.name = "threads",
       .target = &to.threads,
       .help = {"同時に働かせる数。0 はコンピューターに合わせる。結果は変わらない",
                "how many threads work; 0 = as many as there are processors; the result is the same"},
       .group = OptionGroup::checking,
       .metavar = "N"},
  };
}

std::vector<Option> column_options(ConversionSettings& settings) {
  ConversionOptions& to = settings.conversion;
  return {
      {.name = "keys",
       .target = &settings.keys,
       .help = {"書き出す列の名前のことば", "language of the column names that are written"},
       .group = OptionGroup::writing,
       .choices = {"ja", "en"}},
      {.name = "keep",
       .target = &to.keep,
       .help = {"種類にない列のうち、公開してよい列の名前。何度でも書ける",
                "an unknown column that may be public; may be given again"},
       .group = OptionGroup::writing,
       .metavar = "COLUMN"},
      {.name = "redact",
       .target = &to.redact,
       .help = {"文章の中に見つかった個人の情報（名前・電話番号など）をかくして書き出す。mask は ● "
                "に置きかえ、drop はそのらんを空にする",
                "hide personal data that is found in texts: mask writes a sign in its place, drop empties "
                "the cell"},
       .group = OptionGroup::writing,
       .metavar = "HOW",
       .choices = {"mask", "drop"}},
      {.name = "public",
       .target = &to.public_only,
       .help = {"公開してよい列だけを書き出す", "write only columns that may be public"},
       .group = OptionGroup::writing},
  };
}

ConversionOptions conversion_options(const ConversionSettings& settings) {
  ConversionOptions options = settings.conversion;
  options.english_keys = settings.keys == "en";
  check_area(options.expected_area);
  if (!options.today.empty() && !school_year_of(options.today))
    throw Error(day_unusable, {{"value", options.today, {}}}, Error::Kind::usage);
  for (const std::string& path : options.reports) static_cast<void>(report_format_of(path));
  return options;
}

}  // namespace anzenmap::cli
