// SPDX-License-Identifier: Apache-2.0
#include "importers/gpx/gpx_rules.hpp"

#include <array>

namespace anzenmap::gpx {

const RuleInfo gpx_not_gpx{
    .code = "IN240",
    .name = "gpx-not-gpx",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"GPXではない", "not GPX"},
    .message = {"「{file}」のいちばん外側は「{root}」で、GPXではありません",
                "the root element of '{file}' is <{root}>, so it is no GPX"},
    .why = {"GPXは<gpx>で始まります。ほかのXMLからは記録を読めません。",
            "GPX begins with <gpx>; no records can be read from other XML."},
    .remedy = {"アプリで「GPXに書き出す」を選び直してください。", "Choose GPX when you export from the app."},
    .bad = "",
    .good = ""};

const RuleInfo extensions_not_read{
    .code = "IN241",
    .name = "gpx-extensions-not-read",
    .severity = Severity::info,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"読まなかった追加の項目", "extensions not read"},
    .message = {"{count}件に、アプリが付け足した項目(extensions)があります。これは読んでいません",
                "{count} record(s) have extensions of an app; they were not read"},
    .why = {"心拍や機器の番号など、調査と関わりのない値が多く、書き方もアプリごとに違います。",
            "They hold heart rates, device numbers and the like, in each app's own way."},
    .remedy = {"要る値なら、名前や説明に書いてください。",
               "Write what is needed into the name or the description."},
    .bad = "",
    .good = ""};

const RuleInfo times_left_out{
    .code = "IN242",
    .name = "gpx-times-left-out",
    .severity = Severity::info,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"点ごとの時刻を使わない", "times of points left out"},
    .message = {"歩いた跡の{count}個の点の時刻は書き出しません。始まりの日だけを使います",
                "the times of {count} points of tracks are left out; only the day of the start is used"},
    .why = {"だれがいつどこにいたかが分かってしまうためです。", "They would show who was where, and when."},
    .remedy = {"何もしなくてよいです。", "Nothing to do."},
    .bad = "",
    .good = ""};

const RuleInfo segments_left_out{
    .code = "IN243",
    .name = "gpx-segments-left-out",
    .severity = Severity::warning,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"点が一つだけの区間", "segments of one point"},
    .message = {"点が一つしかない区間が{count}個あり、線にならないので除きました",
                "{count} segment(s) have one point only, which is no line; they were left out"},
    .why = {"GPSが途切れると、点が一つだけの区間ができます。",
            "They come about where the GPS lost its signal."},
    .remedy = {"その場所が要るなら、目印(ウェイポイント)にしてください。",
               "Set a waypoint where such a place is needed."},
    .bad = "",
    .good = ""};

std::span<const RuleInfo* const> gpx_rules() {
  static constexpr std::array<const RuleInfo*, 4> rules{&gpx_not_gpx, &extensions_not_read, &times_left_out,
                                                        &segments_left_out};
  return rules;
}

}  // namespace anzenmap::gpx
