// SPDX-License-Identifier: Apache-2.0
#include "importers/gdal/gdal_rules.hpp"

namespace anzenmap::gdal {

const RuleInfo file_not_opened{
    .code = "IN261",
    .name = "file-not-opened",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"開けない地図のファイル", "file not opened"},
    .message = {"ファイル「{file}」は{format}として開けません",
                "'{file}' cannot be opened as {format} ({reason})"},
    .why = {"ファイルがこわれているか、途中までしかありません。", "The file is damaged or cut off."},
    .remedy = {"もとのアプリでもう一度書き出すか、コピーし直してください。",
               "Export it anew from the app, or copy it again."},
    .bad = "",
    .good = ""};

const RuleInfo layer_broken_off{.code = "IN262",
                                .name = "layer-broken-off",
                                .severity = Severity::error,
                                .category = Category::input,
                                .scope = Scope::dataset,
                                .fix = FixSafety::none,
                                .since = "0.1.0",
                                .title = {"途中で読めなくなった", "reading broke off"},
                                .message = {"ファイル「{file}」は{read}件目のあとで読めなくなりました",
                                            "'{file}' cannot be read on after record {read} ({reason})"},
                                .why = {"途中までの記録では、全部の記録を正しく数えられません。",
                                        "With a part of the file the records cannot be accounted for."},
                                .remedy = {"もとのアプリでもう一度書き出すか、コピーし直してください。",
                                           "Export it anew from the app, or copy it again."},
                                .bad = "",
                                .good = ""};

const RuleInfo dataset_empty{
    .code = "IN263",
    .name = "dataset-empty",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"レイヤーがない", "no layer"},
    .message = {"ファイル「{file}」には、記録の入ったレイヤーがありません",
                "'{file}' has no layer of records"},
    .why = {"画像や設定だけのファイルかもしれません。", "It may hold pictures or settings only."},
    .remedy = {"調査のレイヤーが入ったファイルを指定してください。",
               "Name the file that has the survey's layer."},
    .bad = "",
    .good = ""};

const RuleInfo layer_not_found{
    .code = "IN264",
    .name = "layer-not-found",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"その名前のレイヤーがない", "no such layer"},
    .message = {"ファイル「{file}」に「{layer}」というレイヤーはありません。あるのは {known} です",
                "'{file}' has no layer '{layer}'; it has {known}"},
    .why = {"どのレイヤーを読むかが決まりません。", "Without it nothing can be read."},
    .remedy = {"ある名前のどれかを指定してください。", "Choose one of these names."},
    .bad = "",
    .good = ""};

const RuleInfo shape_index_missing{
    .code = "IN265",
    .name = "shape-index-missing",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"シェープファイルの .shx がない", "shapefile without .shx"},
    .message = {"「{file}」といっしょにあるはずの .shx がありません",
                "the .shx that belongs to '{file}' is missing"},
    .why = {"シェープファイルは、同じ名前の .shp、.shx、.dbf、.prj がそろって一つのデータです。",
            "A shapefile is several files of one name: .shp, .shx, .dbf and .prj."},
    .remedy = {"同じ名前のファイルを全部、同じフォルダーにコピーしてください。",
               "Copy all files of that name into one folder."},
    .bad = "",
    .good = ""};

const RuleInfo record_too_large{
    .code = "IN266",
    .name = "record-too-large",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"大きすぎる記録", "record too large"},
    .message = {"ファイル「{file}」の{row}件目は大きすぎます({limit}バイトまで)",
                "record {row} of '{file}' is too large (limit: {limit} bytes)"},
    .why = {"地図の形としてありえない大きさで、こわれたファイルと思われます。",
            "No place on a map is that large: the file seems damaged."},
    .remedy = {"もとのアプリでその記録を確かめてください。", "Look at the record in the app that made it."},
    .bad = "",
    .good = ""};

}  // namespace anzenmap::gdal
