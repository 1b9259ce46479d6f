// SPDX-License-Identifier: Apache-2.0
#include "importers/kml/kml_rules.hpp"

#include <array>

namespace anzenmap::kml {

const RuleInfo kml_not_kml{.code = "IN220",
                           .name = "kml-not-kml",
                           .severity = Severity::error,
                           .category = Category::input,
                           .scope = Scope::dataset,
                           .fix = FixSafety::none,
                           .since = "0.1.0",
                           .title = {"KMLではない", "not KML"},
                           .message = {"「{file}」のいちばん外側は「{root}」で、KMLではありません",
                                       "the root element of '{file}' is <{root}>, so it is no KML"},
                           .why = {"KMLは<kml>で始まります。ほかのXMLからは記録を読めません。",
                                   "KML begins with <kml>; no records can be read from other XML."},
                           .remedy = {"地図のアプリで「KMLに書き出す」を選び直してください。",
                                      "Choose KML when you export from the map app."},
                           .bad = "",
                           .good = ""};

const RuleInfo values_disagree{
    .code = "IN221",
    .name = "kml-values-disagree",
    .severity = Severity::warning,
    .category = Category::input,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"同じ項目の値が食いちがう", "two values for one field"},
    .message = {"「{column}」の値が二つあり、食いちがっています。「{kept}」を使い、「{value}」は使いません",
                "'{column}' has two different values; '{kept}' is used, '{value}' is not"},
    .why = {"マイマップなどは、同じ答えを「説明」と項目の両方に書きます。片方だけを直すと食いちがいます。項目"
            "(ExtendedData)、題名、説明の順に優先します。",
            "My Maps writes each answer into the description and into a field; when only one is changed they "
            "differ. Fields (ExtendedData) go before the title, the title before the description."},
    .remedy = {"正しい方を地図で確かめ、もう一方も直してください。",
               "See on the map which one is right and correct the other."},
    .bad = "",
    .good = ""};

const RuleInfo only_network_link{
    .code = "IN222",
    .name = "kml-only-network-link",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"中身がなく、リンクだけのKML", "KML that is only a link"},
    .message = {"このKMLに記録はなく、ネット上の地図({address})へのリンクがあるだけです",
                "there are no records in this KML, only a link to a map on the net ({address})"},
    .why = {"「最新データを保持する」を選んで書き出すと、中身ではなくリンクが保存されます。この道具はネットに"
            "つないで読むことはしません。",
            "With \"keep data up to date\" only a link is saved. Reading never goes to the net."},
    .remedy =
        {"マイマップの「KML/"
         "KMZにエクスポート」で「最新データを保持する」のチェックを外して、もう一度書き出してください。",
         "In My Maps choose Export to KML/KMZ again, without \"Keep data up to date with network link "
         "KML\"."},
    .bad = "",
    .good = ""};

const RuleInfo address_without_place{
    .code = "IN223",
    .name = "kml-address-without-place",
    .severity = Severity::warning,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"住所だけで場所がない目印", "placemarks with only an address"},
    .message = {"住所だけで場所のない目印が{count}件あります(はじめは「{first}」)"
                "。これらは除外します。住所は除外した行の一覧に残します",
                "{count} placemark(s) have an address and no place (the first is '{first}'); they are "
                "rejected, and the rejects keep the address"},
    .why = {"住所だけでは、地図のどこに置くか決められません。黙って消すことはしません。",
            "An address alone does not say where to put it; it is not dropped without a word."},
    .remedy =
        {"除外した行の一覧に緯度と経度を書き足して、いっしょに変換してください。",
         "Fill in latitude and longitude in the file of rejects and convert it together with the survey."},
    .bad = "",
    .good = ""};

const RuleInfo network_link_not_followed{
    .code = "IN224",
    .name = "kml-network-link-not-followed",
    .severity = Severity::warning,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"読まなかったリンク", "links not followed"},
    .message =
        {"ネット上の別の地図へのリンクが{count}個あります(はじめは {address})。その中身は読んでいません",
         "{count} link(s) to other maps (the first is {address}) were not followed"},
    .why = {"この道具はネットにつないで読むことはしません。リンクの先の記録は入っていません。",
            "Reading never goes to the net, so what stands there is missing."},
    .remedy = {"リンクの先の記録も要るなら、別に書き出して指定してください。",
               "If those records are wanted, export them and name them as well."},
    .bad = "",
    .good = ""};

const RuleInfo hidden_placemarks_read{
    .code = "IN225",
    .name = "kml-hidden-placemarks-read",
    .severity = Severity::info,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"地図でかくしてある目印", "placemarks hidden on the map"},
    .message = {"地図でかくしてある目印が{count}件あります。これらも読みました",
                "{count} placemark(s) are hidden on the map; they were read as well"},
    .why = {"かくしてあるのは、消したつもりか、見せたくないためかもしれません。",
            "Somebody may have hidden them to delete them, or to keep them private."},
    .remedy = {"要らない目印なら、地図のアプリで消してから書き出してください。",
               "Delete them in the map app if they are not wanted."},
    .bad = "",
    .good = ""};

const RuleInfo overlays_not_read{
    .code = "IN226",
    .name = "kml-overlays-not-read",
    .severity = Severity::warning,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"読まなかった画像など", "pictures and tours not read"},
    .message = {"地図に重ねる画像や案内(ツアー)が{count}個ありますが、読んでいません",
                "{count} overlay(s) or tour(s) were not read"},
    .why = {"場所の記録ではないので、表や地図のデータにはできません。", "They are no records of places."},
    .remedy = {"画像の場所も記録にしたいときは、地図のアプリで目印を置いてください。",
               "Set a placemark where the picture is a record."},
    .bad = "",
    .good = ""};

const RuleInfo coordinates_run_together{
    .code = "IN227",
    .name = "kml-coordinates-run-together",
    .severity = Severity::warning,
    .category = Category::input,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"座標の間に空白がない", "positions run together"},
    .message = {"「{column}」の座標の間に空白がありません({value})。並びから分けて読みました",
                "the positions in '{column}' have no blanks between them ({value}); they were told apart by "
                "their values"},
    .why = {"座標は「経度,緯度,高さ」を空白で区切って並べます。",
            "Positions are lon,lat,height with blanks between them."},
    .remedy = {"場所が正しいか地図で確かめてください。", "Check the place on the map."},
    .bad = "",
    .good = ""};

const RuleInfo coordinates_unclear{
    .code = "IN228",
    .name = "kml-coordinates-unclear",
    .severity = Severity::error,
    .category = Category::geometry,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"座標の分け方が分からない", "positions cannot be told apart"},
    .message = {"「{column}」の数がいくつも続いていて、どこまでが一つの場所か分かりません({value})",
                "the numbers in '{column}' cannot be told apart into positions ({value})"},
    .why = {"座標は「経度,緯度,高さ」を空白で区切って並べます。点には一つだけ書きます。",
            "Positions are lon,lat,height with blanks between them; a point has one."},
    .remedy = {"地図のアプリから書き出し直すか、座標を直してください。",
               "Export it again, or mend the coordinates."},
    .bad = "",
    .good = ""};

const RuleInfo heights_above_ground{
    .code = "IN229",
    .name = "kml-heights-above-ground",
    .severity = Severity::info,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"地面からの高さ", "heights above the ground"},
    .message = {"{count}件の高さは地面からのものなので、使いません",
                "the heights of {count} record(s) are measured from the ground and are left out"},
    .why = {"地図のデータの高さは、海面などからのものと決まっています。",
            "Heights in map data are not measured from the ground."},
    .remedy = {"何もしなくてよいです。", "Nothing to do."},
    .bad = "",
    .good = ""};

const RuleInfo image_embedded{
    .code = "IN230",
    .name = "kml-image-embedded",
    .severity = Severity::warning,
    .category = Category::input,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"説明に写真そのものが入っている", "a picture inside the description"},
    .message = {"「{column}」に写真そのものが文字として入っています。写真は取り出していません",
                "a picture is written into '{column}'; it was not taken out"},
    .why = {"名前のない写真は、記録に結びつけられません。",
            "A picture without a name cannot be referred to."},
    .remedy = {"写真を別のファイルにして、名前を記録に書いてください。",
               "Save the picture as a file and write its name into the record."},
    .bad = "",
    .good = ""};

const RuleInfo time_span_shortened{.code = "IN231",
                                   .name = "kml-time-span-shortened",
                                   .severity = Severity::info,
                                   .category = Category::input,
                                   .scope = Scope::record,
                                   .fix = FixSafety::none,
                                   .since = "0.1.0",
                                   .title = {"期間の始まりだけを使う", "begin of a time span used"},
                                   .message = {"期間({value}から{end}まで)のうち、始まりの日を使います",
                                               "of the time span {value} to {end} the begin is used"},
                                   .why = {"調べた日は一つの日です。", "A survey has one day."},
                                   .remedy = {"違う日が正しければ、地図で直してください。",
                                              "Correct it on the map if another day is right."},
                                   .bad = "",
                                   .good = ""};

const RuleInfo geometry_unknown{
    .code = "IN232",
    .name = "kml-geometry-unknown",
    .severity = Severity::warning,
    .category = Category::input,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"読めない形", "geometry that is not read"},
    .message = {"「{column}」という形(立体の模型など)は読めません",
                "the geometry '{column}' (a 3D model) is not read"},
    .why = {"点、線、面だけが地図のデータになります。", "Only points, lines and areas are map data."},
    .remedy = {"点を置き直してください。", "Set a point in its place."},
    .bad = "",
    .good = ""};

std::span<const RuleInfo* const> kml_rules() {
  static constexpr std::array<const RuleInfo*, 13> rules{&kml_not_kml,
                                                         &values_disagree,
                                                         &only_network_link,
                                                         &address_without_place,
                                                         &network_link_not_followed,
                                                         &hidden_placemarks_read,
                                                         &overlays_not_read,
                                                         &coordinates_run_together,
                                                         &coordinates_unclear,
                                                         &heights_above_ground,
                                                         &image_embedded,
                                                         &time_span_shortened,
                                                         &geometry_unknown};
  return rules;
}

}  // namespace anzenmap::kml
