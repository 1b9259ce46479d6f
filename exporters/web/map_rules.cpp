// SPDX-License-Identifier: Apache-2.0
#include "exporters/web/map_rules.hpp"

namespace anzenmap {

const RuleInfo map_left_out{
    .code = "OU740",
    .name = "map-left-out",
    .severity = Severity::info,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"地図のページを作らなかった", "Map page left out"},
    .message = {"場所が {limit} か所より多いので、地図のページは作りませんでした",
                "there are more than {limit} places, so the map page was left out"},
    .why = {"地図のページは一つのファイルに全部の場所が入るので、多すぎると開くのに時間がかかります。",
            "The page holds all places in one file; with very many it is slow to open."},
    .remedy =
        {"それでも見たいときは、書き出す形に地図を書いて頼んでください。地区ごとに分けると見やすくなります。",
         "Ask for the map by name to have it all the same; a file for each district is easier to read."},
    .bad = "",
    .good = ""};

const RuleInfo map_parts_missing{
    .code = "OU741",
    .name = "map-parts-missing",
    .severity = Severity::info,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"地図の部品がない", "Map parts missing"},
    .message = {"このプログラムは地図の部品なしで作られたので、地図のページは作れません",
                "this program was built without the parts of the map page, so it cannot write one"},
    .why = {"地図の部品は、プログラムを作るときにインターネットから取り寄せます。",
            "They are fetched from the network when the program is built."},
    .remedy = {"インターネットにつながるところで、プログラムを作り直してください。",
               "Build the program again where there is a network."},
    .bad = "",
    .good = ""};

const RuleInfo tiles_unusable{
    .code = "OU742",
    .name = "tiles-unusable",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"背景の地図の一覧が使えない", "Tile list unusable"},
    .message = {"背景の地図の一覧「{path}」が使えません（{reason}）",
                "the list of background maps '{path}' cannot be used ({reason})"},
    .why = {"背景の地図をどこから取るかは、この一覧だけで決まります。",
            "It alone says where background maps come from."},
    .remedy = {"はじめから入っている一覧（tiles.json）を写して、そこから直してください。",
               "Start from a copy of the list that comes with the program, tiles.json."},
    .bad = "",
    .good = ""};

const RuleInfo boundary_unusable{
    .code = "OU743",
    .name = "boundary-unusable",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"校区の形が使えない", "District outline unusable"},
    .message = {"「{path}」に、校区の形（緯度と経度の線か面のGeoJSON）がありません",
                "'{path}' holds no outline: lines or areas as GeoJSON in longitude and latitude"},
    .why = {"背景の地図がないときは、校区の形が場所を知る手がかりになります。",
            "Without a background the outline shows where one is."},
    .remedy = {"地図のソフトから、緯度と経度（世界測地系）のGeoJSONで書き出してください。",
               "Export it as GeoJSON in WGS 84 from a mapping program."},
    .bad = "",
    .good = ""};

}  // namespace anzenmap
