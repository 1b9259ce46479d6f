// SPDX-License-Identifier: Apache-2.0
#include "cli/command.hpp"
#include "cli/config.hpp"
#include "cli/conversion_run.hpp"
#include "cli/map_options.hpp"
#include "cli/metadata_options.hpp"
#include "exporters/registry.hpp"

namespace anzenmap::cli {
namespace {

void append(std::vector<Option>& to, std::vector<Option> more) {
  for (Option& option : more) to.push_back(std::move(option));
}

std::vector<std::string_view> format_names() {
  std::vector<std::string_view> names;
  for (const OutputFormat& format : output_formats())
    if (format.chosen) names.push_back(format.name);
  return names;
}

/// With more places than this the map page is slow to open, so it must be asked for by name.
constexpr std::uint64_t kMostPlacesUnasked = 50'000;

struct ConvertSettings {
  ConversionSettings conversion;
  MapOptions map;
  bool formats_given = false;
  MetadataSettings metadata;
};

std::vector<Option> options(ConvertSettings& all_settings) {
  ConversionSettings& settings = all_settings.conversion;
  ConversionOptions& to = settings.conversion;
  std::vector<Option> all{
      input_argument(settings),
      {.name = "output",
       .short_name = 'o',
       .target = &to.output,
       .help = {"書き出す先のフォルダー。なければ作る", "folder to write to; made when missing"},
       .group = OptionGroup::writing,
       .metavar = "DIR",
       .completes = Completes::folder,
       .required = true},
      {.name = "name",
       .short_name = 'n',
       .target = &to.name,
       .help = {"書き出すファイルの名前（終わりの .csv などは付けない）。書かなければ最初のファイルの名前",
                "name of the files that are written, without ending; else the first input's"},
       .group = OptionGroup::writing,
       .metavar = "NAME"},
      {.name = "format",
       .target = CommaList{&to.formats},
       .help = {"書き出す形（, で区切る）", "formats to write, separated by commas"},
       .group = OptionGroup::writing,
       .metavar = "FORMATS",
       .choices = format_names(),
       .spellings = {{"json", "geojson"}},
       .given = &all_settings.formats_given},
      {.name = "csv-encoding",
       .target = &to.csv_encoding,
       .help = {"CSV の文字の種類。utf-8-bom は Excel でそのまま開ける",
                "character encoding of the CSV; utf-8-bom opens in Excel as it is"},
       .group = OptionGroup::writing,
       .metavar = "ENCODING",
       .choices = {"utf-8-bom", "utf-8", "cp932"},
       .spellings = {{"utf8", "utf-8"}, {"sjis", "cp932"}, {"shift_jis", "cp932"}}},
  };
  append(all, map_options(all_settings.map));
  all.push_back({.name = "publish-map",
                 .target = &to.publish_map,
                 .help = {"地図のページも公開するファイルに入れる（datapackage.json にのせる）",
                          "the map page is published too: datapackage.json lists it"},
                 .group = OptionGroup::writing});
  append(all, column_options(settings));
  append(all, reading_options(settings));
  append(all, checking_options(settings));
  append(all, metadata_options(all_settings.metadata));
  return all;
}

int run(const ConvertSettings& settings, Streams& streams) {
  ConversionSettings conversion = settings.conversion;
  conversion.conversion.config = working_config();
  conversion.conversion.said = said_metadata(settings.metadata);
  conversion.conversion.map = map_settings(settings.map, streams.language);
  if (!settings.formats_given) conversion.conversion.map.limit = kMostPlacesUnasked;
  return convert_and_show(conversion, SummaryFace::convert, streams);
}

Bound bind() { return bind_command<ConvertSettings>(options, run); }

constexpr Example kExamples[] = {
    {{"学級の調査を、地図で使える形と Excel で開ける CSV にする",
      "turn a class's survey into GeoJSON and CSV"},
     "anzenmap convert 調査.xlsx --output 結果"},
    {{"平面直角座標（3 系）の CSV を読む", "read a CSV in plane rectangular coordinates, zone III"},
     "anzenmap convert 測量.csv --source-crs EPSG:6671 --output 結果"},
    {{"除外された行を直してから、もとの調査といっしょにもう一度読む", "feed mended rejects back"},
     "anzenmap convert 調査.xlsx 結果/調査.rejected.csv --output 結果"},
};

}  // namespace

extern const Command convert_command;
const Command convert_command{
    .name = "convert",
    .summary = {"調査のファイルを、確かめて GeoJSON と CSV と地図にする",
                "turn surveys into checked GeoJSON, CSV and a map"},
    .description =
        {"調査のファイルを読み、まちがいを探し、直せるものは直して、地図で使える GeoJSON と Excel "
         "で開ける CSV、インターネットがなくても開ける地図のページを"
         "書き出します。読んだ記録は一つ残らず、書き出し・除外・統合のどれかに数えます。"
         "場所が分からない記録は除外し、理由を付けて NAME.rejected.csv に残します。",
         "Reads survey files, looks for mistakes, mends what can be mended and writes GeoJSON "
         "for maps, CSV for Excel and a map page that opens "
         "without a network. Every record that is read is accounted for: written, rejected or merged. "
         "Records without "
         "a usable place are rejected and kept, with the reason, in NAME.rejected.csv."},
    .examples = kExamples,
    .bind = bind,
    .failure = failed_conversion_json,
};

}  // namespace anzenmap::cli
