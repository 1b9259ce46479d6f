// SPDX-License-Identifier: Apache-2.0
#include "importers/photo/photo_rules.hpp"

#include <array>

namespace anzenmap::photo {

const RuleInfo photo_unreadable{
    .code = "IN300",
    .name = "photo-unreadable",
    .severity = Severity::error,
    .category = Category::geometry,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"読めない写真", "unreadable photo"},
    .message = {"写真「{file}」の中の情報を読めません({reason})",
                "what the photo '{file}' says about itself cannot be read ({reason})"},
    .why = {"ファイルがこわれているか、途中までしかありません。", "The file is damaged or cut off."},
    .remedy = {"カメラやスマホからもう一度コピーしてください。", "Copy it again from the camera or phone."},
    .bad = "",
    .good = ""};

const RuleInfo photo_without_place{
    .code = "IN301",
    .name = "photo-without-place",
    .severity = Severity::error,
    .category = Category::geometry,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"場所のない写真", "photo without a place"},
    .message = {"写真「{file}」には場所が入っていません。この写真は除外します",
                "the photo '{file}' does not say where it was taken; it is left out"},
    .why = {"位置情報を切って撮ったか、アプリで送ったときに消えています。",
            "Location was off, or an app removed it when the photo was sent."},
    .remedy = {"位置情報を入れて撮るか、除外した行の一覧に緯度と経度を書き足して、いっしょに変換してください"
               "。送るときは「元のファイル」を選びます。",
               "Switch location on, or write latitude and longitude into the file of rejected rows and "
               "convert it together; send originals."},
    .bad = "",
    .good = ""};

const RuleInfo place_broken{
    .code = "IN302",
    .name = "photo-place-broken",
    .severity = Severity::error,
    .category = Category::geometry,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"こわれた場所", "broken place"},
    .message = {"写真「{file}」の場所「{said}」は緯度と経度になりません",
                "the place '{said}' of the photo '{file}' is no latitude and longitude"},
    .why = {"カメラが場所をつかむ前に撮ると、0/0 のような値が入ります。",
            "Cameras write values like 0/0 when they had no fix yet."},
    .remedy = {"除外した行の一覧に緯度と経度を書き足して、いっしょに変換してください。",
               "Write latitude and longitude into the file of rejected rows and convert it together."},
    .bad = "",
    .good = ""};

const RuleInfo hemisphere_missing{
    .code = "IN303",
    .name = "photo-hemisphere-missing",
    .severity = Severity::warning,
    .category = Category::place,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"北緯・東経の印がない", "hemisphere missing"},
    .message = {"写真「{file}」には北緯か南緯か、東経か西経かの印がないので、北緯・東経としました",
                "the photo '{file}' does not say north or south, east or west; north and east were assumed"},
    .why = {"日本はどこも北緯・東経です。", "All of Japan is north and east."},
    .remedy = {"地図で場所を確かめてください。", "Check the place on the map."},
    .bad = "",
    .good = ""};

const RuleInfo datum_unknown{
    .code = "IN304",
    .name = "photo-datum-unknown",
    .severity = Severity::error,
    .category = Category::geometry,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"知らない測地系の写真", "unknown datum"},
    .message = {"写真「{file}」の測地系「{datum}」は分からないので、場所を使えません",
                "the datum '{datum}' of the photo '{file}' is not known, so its place cannot be used"},
    .why = {"測地系がちがうと、同じ数字でも場所が数百メートルずれます。",
            "With another datum the same numbers lie hundreds of metres away."},
    .remedy = {"カメラの設定を世界測地系(WGS 84)にするか、除外した行の一覧に緯度と経度を書き足してください。",
               "Set the camera to WGS 84, or write latitude and longitude into the file of rejected rows."},
    .bad = "",
    .good = ""};

const RuleInfo clock_differs{
    .code = "IN305",
    .name = "camera-clock-differs",
    .severity = Severity::warning,
    .category = Category::value,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"カメラの時計のずれ", "camera clock differs"},
    .message =
        {"写真「{file}」の撮影時刻は{camera}ですが、GPSの時刻は{gps}で、{minutes}分ちがいます",
         "the photo '{file}' was taken at {camera} by the camera, at {gps} by GPS: {minutes} minutes apart"},
    .why = {"時計が合っていないと、調査日をまちがえます。",
            "With a wrong clock the day of the survey may be wrong."},
    .remedy = {"カメラの時計と地域の設定を直し、調査日を確かめてください。",
               "Set the camera's clock and zone, and check the day."},
    .bad = "",
    .good = ""};

const RuleInfo files_passed_over{
    .code = "IN306",
    .name = "files-passed-over",
    .severity = Severity::info,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"写真でないファイル", "files that are no photos"},
    .message =
        {"フォルダーの中の{count}個のファイルは、読める写真(JPEG、HEIC)ではないので読みません(はじめは「{"
         "first}」)",
         "{count} file(s) in the folder are no photos that can be read (JPEG, HEIC); the first is '{first}'"},
    .why = {"場所が入っている写真だけが記録になります。", "Only photos that know their place are records."},
    .remedy = {"ほかの調査のファイルは、フォルダーとは別に指定してください。",
               "Name files of other surveys beside the folder."},
    .bad = "",
    .good = ""};

const RuleInfo file_name_inside{
    .code = "IN307",
    .name = "photo-names-internal",
    .severity = Severity::info,
    .category = Category::privacy,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"写真の名前は校内だけ", "names of photos are internal"},
    .message = {"写真のファイルの名前は校内用の列「{column}」に入れ、公開用には入れません",
                "the photos' file names are in the internal column '{column}' and are not made public"},
    .why = {"名前に、撮った人や写っている人の名前が入っていることがあります。",
            "They may hold the name of who took it or of who is on it."},
    .remedy = {"公開する写真には、人の名前のないファイル名を付けてください。",
               "Give photos that are published names without names of people."},
    .bad = "",
    .good = ""};

const RuleInfo place_from_photo{.code = "IN308",
                                .name = "place-from-photo",
                                .severity = Severity::info,
                                .category = Category::place,
                                .scope = Scope::record,
                                .fix = FixSafety::none,
                                .since = "0.1.0",
                                .title = {"写真の場所を使った", "place taken from a photo"},
                                .message = {"場所が書かれていないので、写真「{file}」の場所を使いました",
                                            "no place is written, so that of the photo '{file}' was used"},
                                .why = {"写真は、写っているものではなく、撮った人のいた場所を示します。",
                                        "A photo tells where somebody stood, not where what it shows is."},
                                .remedy = {"地図で場所を確かめてください。", "Check the place on the map."},
                                .bad = "",
                                .good = ""};

const RuleInfo photo_far{
    .code = "IN309",
    .name = "photo-far",
    .severity = Severity::warning,
    .category = Category::place,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"写真の場所が遠い", "photo taken far away"},
    .message =
        {"写真「{file}」は、書かれた場所({said})から{distance}メートルはなれた所({found})で撮られています",
         "the photo '{file}' was taken {distance} m (at {found}) from the place that is written ({said})"},
    .why = {"写真か場所を取りちがえているかもしれません。", "The photo or the place may be another one's."},
    .remedy = {"どちらが正しいか確かめてください。書かれた場所を使いました。",
               "Find out which is right; the written place was used."},
    .bad = "",
    .good = ""};

const RuleInfo photo_of_other_day{
    .code = "IN310",
    .name = "photo-of-other-day",
    .severity = Severity::warning,
    .category = Category::value,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"写真の日付がちがう", "photo of another day"},
    .message = {"写真「{file}」は{found}に撮られていますが、調査日は{said}です",
                "the photo '{file}' was taken on {found}, but the day of the survey is {said}"},
    .why = {"写真か調査日を取りちがえているか、カメラの時計がずれています。",
            "The photo or the day may be another one's, or the camera's clock is wrong."},
    .remedy = {"どちらが正しいか確かめてください。", "Find out which is right."},
    .bad = "",
    .good = ""};

std::span<const RuleInfo* const> photo_rules() {
  static constexpr std::array<const RuleInfo*, 11> rules{
      &photo_unreadable, &photo_without_place, &place_broken,      &hemisphere_missing,
      &datum_unknown,    &clock_differs,       &files_passed_over, &file_name_inside,
      &place_from_photo, &photo_far,           &photo_of_other_day};
  return rules;
}

}  // namespace anzenmap::photo
