// SPDX-License-Identifier: Apache-2.0
#include "cli/command.hpp"
#include "cli/config.hpp"
#include "cli/conversion_run.hpp"
#include "cli/map_options.hpp"

namespace anzenmap::cli {
namespace {

struct MapCommandSettings {
  ConversionSettings conversion;
  MapOptions map;
  std::string title;
  std::string school;
  std::string credit;
  bool blank = false;
};

void append(std::vector<Option>& to, std::vector<Option> more) {
  for (Option& option : more) to.push_back(std::move(option));
}

std::vector<Option> options(MapCommandSettings& all_settings) {
  ConversionSettings& settings = all_settings.conversion;
  std::vector<Option> all{
      input_argument(settings),
      {.name = "output",
       .short_name = 'o',
       .target = &settings.conversion.map_file,
       .help = {"書き出す地図のページ（.html）", "the map page to write (.html)"},
       .group = OptionGroup::writing,
       .metavar = "FILE",
       .completes = Completes::file,
       .required = true},
      {.name = "title",
       .target = &all_settings.title,
       .help = {"地図の題。書かなければ、記録にある学校の名前から",
                "title of the map; else from the school that the records name"},
       .group = OptionGroup::writing,
       .metavar = "TEXT"},
      {.name = "school",
       .target = &all_settings.school,
       .help = {"学校の名前", "name of the school"},
       .group = OptionGroup::writing,
       .metavar = "TEXT"},
      {.name = "credit",
       .target = &all_settings.credit,
       .help = {"だれのデータか。地図のすみと印刷にのる", "whose data it is; shown on the map and in print"},
       .group = OptionGroup::writing,
       .metavar = "TEXT"},
      {.name = "blank",
       .target = &all_settings.blank,
       .help =
           {"手で書きこむための用紙（番号だけの白い地図と、写真と言葉の枠）として開く",
            "opens as a sheet to be filled in by hand: numbers on white paper, frames for photos and words"},
       .group = OptionGroup::writing},
  };
  append(all, map_options(all_settings.map));
  append(all, column_options(settings));
  append(all, reading_options(settings));
  append(all, checking_options(settings));
  return all;
}

int run(const MapCommandSettings& settings, Streams& streams) {
  ConversionSettings conversion = settings.conversion;
  ConversionOptions& to = conversion.conversion;
  to.map = map_settings(settings.map, streams.language);
  to.map.title = settings.title;
  to.map.school = settings.school;
  to.map.credit = settings.credit;
  to.map.blank = settings.blank;
  return convert_and_show(conversion, SummaryFace::convert, streams);
}

Bound bind() { return bind_command<MapCommandSettings>(options, run); }

constexpr Example kExamples[] = {
    {{"学級の調査を地図にする", "make a map of a class's survey"}, "anzenmap map 調査.xlsx -o 地図.html"},
    {{"ほかで作られた GeoJSON を、列を残して地図にする",
      "a map of a GeoJSON made elsewhere, with a column kept"},
     "anzenmap map 公園.geojson --profile generic --keep 名前 -o 公園.html"},
    {{"つぎの学級が書きこむ用紙を作る", "a sheet for the next class to fill in"},
     "anzenmap map 調査.xlsx --blank -o 用紙.html"},
};

}  // namespace

extern const Command map_command;
const Command map_command{
    .name = "map",
    .summary = {"調査のファイルから、見るための地図のページを作る",
                "make a map page to look at from surveys"},
    .description =
        {"一つのファイルの地図のページを作ります。ダブルクリックで開き、インターネットがなくても場所は見られ"
         "ます。"
         "入るのは公開してよい列だけです。印刷のボタンで、番号付きの地図と一覧を A4 か A3 の紙に出せます。",
         "Makes a map page in one file. It opens by a double click and shows the places without a network, "
         "too. Only "
         "public columns are in it. Its print button makes a numbered map and a list on A4 or A3 paper."},
    .examples = kExamples,
    .bind = bind,
    .failure = failed_conversion_json,
};

}  // namespace anzenmap::cli
