// SPDX-License-Identifier: Apache-2.0
#include "gis/place/crs_rules.hpp"

namespace anzenmap {

const RuleInfo plane_swapped{
    .code = "PL316",
    .name = "plane-swapped",
    .severity = Severity::warning,
    .category = Category::place,
    .scope = Scope::record,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"XとYが逆", "X and Y exchanged"},
    .message = {"X に {y}、Y に {x} と書かれていて、逆のようです。X(北)を {x}、Y(東)を {y} として読みました",
                "X says {y} and Y {x}: exchanged; read as northing X = {x}, easting Y = {y}"},
    .why =
        {"平面直角座標の X は北向き、Y は東向きです。逆に読むと、調べた範囲から遠く離れます。",
         "Plane rectangular X runs north and Y east. As written the place lies far from where it should be."},
    .remedy = {"元の表の見出しか値を直しておくと安心です。", "Mend the source's header or values."},
    .bad = "",
    .good = ""};

const RuleInfo grid_has_gap{
    .code = "PL318",
    .name = "grid-has-gap",
    .severity = Severity::warning,
    .category = Category::place,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"変換の表にない場所", "no value in the grid"},
    .message = {"変換の表「{grid}」はこの場所（海の上など）を含まないので、あらい変換をしました。9m "
                "くらいずれることが"
                "あります",
                "the grid '{grid}' has no value here (at sea?), so the coarse shift was used: to within 9 m"},
    .why = {"変換の表は陸の上だけのものです。表にない場所は、そのままでは 400m ずれたままになります。",
            "The grid covers land alone. Taken as it is, the place would stay 400 m off."},
    .remedy = {"場所が本当に海の上か、地図で確かめてください。",
               "See on a map whether the place really lies at sea."},
    .bad = "",
    .good = ""};

const RuleInfo plane_outside_zone{
    .code = "PL319",
    .name = "plane-outside-zone",
    .severity = Severity::warning,
    .category = Category::place,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"系の範囲の外", "outside of the zone"},
    .message = {"「{value}」は、{crs}が使われる範囲の外です",
                "'{value}' lies outside of where {crs} is used"},
    .why = {"系の番号をまちがえると、場所が何百キロもずれます。",
            "With another zone's number places move by hundreds of kilometres."},
    .remedy = {"系の番号が正しいか、測った人に聞いてください（山口県・島根県・広島県は第III系）。",
               "Ask for the number of the zone (Yamaguchi, Shimane and Hiroshima: zone III)."},
    .bad = "",
    .good = ""};

}  // namespace anzenmap
