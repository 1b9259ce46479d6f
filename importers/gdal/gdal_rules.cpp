// SPDX-License-Identifier: Apache-2.0
#include "importers/gdal/gdal_rules.hpp"

#include <array>

namespace anzenmap::gdal {

const RuleInfo layer_skipped{
    .code = "IN267",
    .name = "layer-skipped",
    .severity = Severity::info,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"読まないレイヤー", "layer not read"},
    .message = {"レイヤー「{layer}」は読みません({reason})", "the layer '{layer}' is not read ({reason})"},
    .why = {"場所のない表は、地図の記録ではありません。",
            "A table without places holds no records of a map."},
    .remedy = {"読みたいときは、そのレイヤーの名前を指定してください。",
               "Name the layer if it is to be read."},
    .bad = "",
    .good = ""};

const RuleInfo companion_missing{
    .code = "IN268",
    .name = "shapefile-part-missing",
    .severity = Severity::warning,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"シェープファイルの一部がない", "part of a shapefile missing"},
    .message = {"いっしょにあるはずの {name} がありません({what})",
                "{name}, which belongs to it, is missing ({what})"},
    .why = {"シェープファイルは、同じ名前の .shp、.shx、.dbf、.prj がそろって一つのデータです。",
            "A shapefile is several files of one name: .shp, .shx, .dbf and .prj."},
    .remedy = {"同じ名前のファイルを全部、同じフォルダーにコピーしてください。",
               "Copy all files of that name into one folder."},
    .bad = "",
    .good = ""};

const RuleInfo crs_not_said{
    .code = "IN269",
    .name = "crs-not-said",
    .severity = Severity::warning,
    .category = Category::place,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"座標の決まりが書かれていない", "CRS not said"},
    .message =
        {"ファイル「{file}」には座標の決まりが書かれていません。指定がなければ緯度と経度として読みます",
         "'{file}' does not say its coordinate reference system; unless it is named, longitude and latitude "
         "are assumed"},
    .why = {"決まりを取り違えると、場所がずれます。", "With a wrong one places are moved."},
    .remedy = {"作った人に座標系(EPSGの番号)を聞いて指定してください。シェープファイルなら .prj "
               "もいっしょにコピーしてください。",
               "Ask who made it for the EPSG code and name it; copy the .prj of a shapefile along."},
    .bad = "",
    .good = ""};

const RuleInfo tables_differ{
    .code = "IN270",
    .name = "shapes-and-rows-differ",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"形と表の数が合わない", "shapes and rows differ"},
    .message = {"形(.shp)は{shapes}件、表(.dbf)は{rows}"
                "行で、数が合いません。両方にある{common}件だけを読みます",
                "there are {shapes} shapes (.shp) and {rows} rows (.dbf); only the {common} that both have "
                "are read"},
    .why = {"別の日のファイルがまざったか、コピーが途中で切れています。",
            "Files of different days were mixed, or a copy was cut off."},
    .remedy = {"同じときに書き出した .shp、.shx、.dbf をそろえてコピーし直してください。",
               "Copy the .shp, .shx and .dbf of one export again."},
    .bad = "",
    .good = ""};

const RuleInfo rows_deleted{.code = "IN271",
                            .name = "rows-marked-deleted",
                            .severity = Severity::info,
                            .category = Category::input,
                            .scope = Scope::dataset,
                            .fix = FixSafety::none,
                            .since = "0.1.0",
                            .title = {"消した印のある行", "rows marked as deleted"},
                            .message = {"消した印のある行が{count}件あり、読みませんでした",
                                        "{count} row(s) are marked as deleted and were not read"},
                            .why = {"アプリで消した記録は、整理するまでファイルに残っています。",
                                    "What an app deletes stays in the file until it is packed."},
                            .remedy = {"消したつもりがなければ、もとのアプリで確かめてください。",
                                       "Check in the app if they were not meant to be deleted."},
                            .bad = "",
                            .good = ""};

const RuleInfo declared_otherwise{
    .code = "IN272",
    .name = "table-encoding-contradicted",
    .severity = Severity::warning,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"文字の種類が印と合わない", "encoding not as declared"},
    .message = {"文字の種類は「{declared}」と書かれていますが、中身に合う{used}で読みました",
                "the encoding is said to be '{declared}', but the bytes are {used} and were read so"},
    .why = {"書き出したアプリが、ちがう印を付けることがあります。",
            "Some apps declare one encoding and write another."},
    .remedy = {"文字がおかしければ、文字の種類を指定してください。",
               "Name the encoding if the text looks wrong."},
    .bad = "",
    .good = ""};

const RuleInfo field_name_cut{
    .code = "IN273",
    .name = "field-name-cut",
    .severity = Severity::info,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"切れた項目の名前", "field name cut off"},
    .message = {"項目の名前「{name}」は途中で切れているので、「{field}」として読みました",
                "the field name '{name}' is cut off; it was read as '{field}'"},
    .why = {"シェープファイルの項目の名前は10バイト(漢字で3〜5文字)までです。",
            "A shapefile keeps 10 bytes of a field's name."},
    .remedy = {"ちがう項目なら、読み方のファイルで列の意味を決めてください。",
               "If it is another field, settle the columns in a reading file."},
    .bad = "",
    .good = ""};

const RuleInfo texts_cut{
    .code = "IN274",
    .name = "texts-cut-off",
    .severity = Severity::warning,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"切れたかもしれない言葉", "texts that may be cut off"},
    .message = {"「{column}」の{count}件は、入る長さ({bytes}バイト)"
                "いっぱいまで書かれています。後ろが切れているかもしれません",
                "{count} text(s) of '{column}' fill all {bytes} bytes there are; their ends may be cut off"},
    .why = {"シェープファイルの文字は254バイト(漢字で84〜127文字)までです。",
            "A shapefile keeps at most 254 bytes of a text."},
    .remedy = {"もとの表で長い言葉を確かめ、GeoPackageかCSVで書き出してください。",
               "Check the long texts in the original and export as GeoPackage or CSV."},
    .bad = "",
    .good = ""};

const RuleInfo journal_beside{
    .code = "IN275",
    .name = "journal-beside",
    .severity = Severity::warning,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"まだ書きこみ中のファイル", "file not closed"},
    .message =
        {"となりに「{name}"
         "」があります。アプリがまだ開いているか、終わらせずにコピーしたものです。その中の変更も読みました",
         "'{name}' stands beside it: an app still has the file open, or it was copied before it was closed. "
         "The changes in it were read too"},
    .why = {"まだ書きこまれていない変更があるかもしれません。",
            "Changes that are not written yet may be missing."},
    .remedy = {"アプリを終わらせてからコピーし直すと確実です。",
               "Close the app and copy the file again to be sure."},
    .bad = "",
    .good = ""};

const RuleInfo journal_left_behind{
    .code = "IN276",
    .name = "journal-left-behind",
    .severity = Severity::info,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"変更が残されたかもしれない", "changes may be left behind"},
    .message = {"アプリが開いている間にコピーされたファイルかもしれません(-wal というファイルがありません)",
                "the file may have been copied while an app had it open (its -wal file is not here)"},
    .why = {"最後の変更は .gpkg-wal というファイルにあることがあります。",
            "The last changes may be in a file .gpkg-wal."},
    .remedy = {"件数が足りなければ、アプリを終わらせてからコピーし直してください。",
               "If records are missing, close the app and copy the file again."},
    .bad = "",
    .good = ""};

const RuleInfo records_missing{
    .code = "IN277",
    .name = "records-missing",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"記録が足りない", "records missing"},
    .message = {"ファイルには{said}件と書かれていますが、{read}件しか読めませんでした",
                "the file says that it has {said} records, but {read} could be read"},
    .why = {"こわれたところの記録は読めません。", "Records in a damaged place cannot be read."},
    .remedy = {"もとのアプリでもう一度書き出してください。", "Export it anew from the app."},
    .bad = "",
    .good = ""};

const RuleInfo arcs_made_lines{.code = "IN278",
                               .name = "arcs-made-lines",
                               .severity = Severity::info,
                               .category = Category::geometry,
                               .scope = Scope::dataset,
                               .fix = FixSafety::none,
                               .since = "0.1.0",
                               .title = {"曲線を折れ線にした", "arcs made lines"},
                               .message = {"{count}件の曲線を、細かい折れ線にしました",
                                           "the arcs of {count} record(s) were made of short lines"},
                               .why = {"GeoJSONには曲線がありません。", "GeoJSON has no arcs."},
                               .remedy = {"何もしなくてよいです。", "Nothing to do."},
                               .bad = "",
                               .good = ""};

const RuleInfo measures_left_out{
    .code = "IN279",
    .name = "measures-left-out",
    .severity = Severity::info,
    .category = Category::geometry,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"測定値(M)を除いた", "measures left out"},
    .message = {"{count}件の座標にある測定値(M)は書き出しません",
                "the measures (M) of {count} record(s) are left out"},
    .why = {"GeoJSONの座標は経度・緯度・高さだけです。",
            "Positions of GeoJSON are longitude, latitude and height."},
    .remedy = {"要る値なら、項目に書いてください。", "Write what is needed into a field."},
    .bad = "",
    .good = ""};

const RuleInfo geometry_unreadable{
    .code = "IN280",
    .name = "geometry-unreadable",
    .severity = Severity::error,
    .category = Category::geometry,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"読めない形", "unreadable geometry"},
    .message = {"{row}件目の場所は読めません({reason})",
                "the place of record {row} cannot be read ({reason})"},
    .why = {"こわれたところや、点・線・面ではない形は地図にできません。",
            "What is damaged, or neither point, line nor area, cannot be put on the map."},
    .remedy = {"もとのアプリでその記録の場所をかき直してください。",
               "Draw the place of this record anew in the app."},
    .bad = "",
    .good = ""};

const RuleInfo binary_left_out{
    .code = "IN281",
    .name = "binary-left-out",
    .severity = Severity::info,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"文字でない項目", "binary fields"},
    .message = {"項目「{columns}」は文字でないデータ(画像など)なので読みません",
                "the fields {columns} hold binary data (pictures and the like) and are not read"},
    .why = {"表には文字と数だけが書けます。", "A table holds texts and numbers."},
    .remedy = {"写真はファイルとして書き出し、その名前を「画像」に書いてください。",
               "Export pictures as files and write their names into a field."},
    .bad = "",
    .good = ""};

const RuleInfo photo_files_missing{
    .code = "IN282",
    .name = "photo-files-missing",
    .severity = Severity::warning,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"写真のファイルがない", "photo files missing"},
    .message = {"「{column}」に書かれた写真{all}枚のうち{missing}枚がありません(はじめは「{first}」)",
                "{missing} of the {all} photo(s) named in '{column}' are not there (the first is '{first}')"},
    .why = {"QFieldやMergin Mapsの写真はDCIMなどのフォルダーにあり、.gpkgだけをコピーすると残されます。",
            "Photos of QField and Mergin Maps lie in folders such as DCIM, and stay behind when only the "
            ".gpkg is copied."},
    .remedy = {"写真のフォルダーも、ファイルと同じ所にコピーしてください。",
               "Copy the folder of photos beside the file."},
    .bad = "",
    .good = ""};

const RuleInfo driver_remark{
    .code = "IN283",
    .name = "driver-remark",
    .severity = Severity::info,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"読み取りの部品からの知らせ", "remark of the reader"},
    .message = {"読み取りの部品(GDAL)の知らせ: {text}", "GDAL says: {text}"},
    .why = {"ふつうでないところがあったしるしです。", "It is a sign of something unusual."},
    .remedy = {"結果がおかしくなければ、何もしなくてよいです。", "Nothing to do if the result looks right."},
    .bad = "",
    .good = ""};

std::span<const RuleInfo* const> gdal_rules() {
  static constexpr std::array<const RuleInfo*, 23> rules{
      &file_not_opened,     &layer_broken_off,    &dataset_empty,     &layer_not_found,
      &shape_index_missing, &record_too_large,    &layer_skipped,     &companion_missing,
      &crs_not_said,        &tables_differ,       &rows_deleted,      &declared_otherwise,
      &field_name_cut,      &texts_cut,           &journal_beside,    &journal_left_behind,
      &records_missing,     &arcs_made_lines,     &measures_left_out, &geometry_unreadable,
      &binary_left_out,     &photo_files_missing, &driver_remark};
  return rules;
}

}  // namespace anzenmap::gdal
