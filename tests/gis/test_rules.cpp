// SPDX-License-Identifier: Apache-2.0
#include "gis/rule/blanks_for_layout.hpp"
#include "gis/rule/cell_garbled.hpp"
#include "gis/rule/dash_in_number.hpp"
#include "gis/rule/date_beside_year.hpp"
#include "gis/rule/ditto_mark.hpp"
#include "gis/rule/half_width_kana.hpp"
#include "gis/rule/image_without_licence.hpp"
#include "gis/rule/judgement_contradicted.hpp"
#include "gis/rule/kana_expected.hpp"
#include "gis/rule/machine_dependent_sign.hpp"
#include "gis/rule/minutes_as_decimals.hpp"
#include "gis/rule/person_suspected.hpp"
#include "gis/rule/phone_form.hpp"
#include "gis/rule/place_coarse.hpp"
#include "gis/rule/place_inaccurate.hpp"
#include "gis/rule/postal_form.hpp"
#include "gis/rule/record_rules.hpp"
#include "gis/rule/several_lines.hpp"
#include "gis/rule/url_unusable.hpp"
#include "tests/catch.hpp"
#include "tests/gis/table_survey.hpp"

using namespace anzenmap;
using anzenmap::test::Outcome;
using anzenmap::test::run_table;
using anzenmap::test::Settings;

namespace {

/// A record with one more column.
Outcome with(const std::string& header, const std::string& value, const Settings& settings = {}) {
  return run_table({"ID", "名称", "区分", "緯度", "経度", header},
                   {{"A1", "門", "危険", "34.0471", "131.8282", value}}, settings);
}

Outcome named(const std::string& name, const Settings& settings = {}) {
  return run_table({"ID", "名称", "区分", "緯度", "経度"}, {{"A1", name, "危険", "34.0471", "131.8282"}},
                   settings);
}

const Settings kFix = [] {
  Settings settings;
  settings.fix = true;
  return settings;
}();

}  // namespace

TEST_CASE("half-width katakana is told, and widened with consent", "[rules]") {
  const Outcome outcome = named("ﾀﾊﾞｺ屋とﾊﾟﾝ屋");
  REQUIRE(outcome.count(half_width_kana) == 1);
  CHECK(outcome.find(half_width_kana)->fix->after == "タバコ屋とパン屋");
  CHECK(outcome.text == "A1|ﾀﾊﾞｺ屋とﾊﾟﾝ屋|危険|34.0471|131.8282\n");
  CHECK(named("ﾀﾊﾞｺ屋とﾊﾟﾝ屋", kFix).text == "A1|タバコ屋とパン屋|危険|34.0471|131.8282\n");
  CHECK(named("タバコ屋とパン屋（南）").count(half_width_kana) == 0);
}

TEST_CASE("machine dependent signs are named once each", "[rules]") {
  const Outcome outcome = named("①と②と①、㈱山");
  REQUIRE(outcome.count(machine_dependent_sign) == 1);
  CHECK(outcome.find(machine_dependent_sign)->arguments[0].ja == "①②㈱");
  CHECK(named("1と2、(株)山○△→…").count(machine_dependent_sign) == 0);
}

TEST_CASE("garbled cells are told, words with the same character are not", "[rules]") {
  CHECK(with("コメント", "縺ゅ＞縺�").count(cell_garbled) == 1);
  CHECK(with("コメント", "繝代ャ繝").count(cell_garbled) == 1);
  CHECK(with("コメント", "縺れた糸").count(cell_garbled) == 0);
  CHECK(with("コメント", "繁った木").count(cell_garbled) == 0);
}

TEST_CASE("words that suspect people are told, precautions are not", "[rules]") {
  for (const char* words : {"不審者がいた", "怪しい人を見た", "あやしい人がいる", "変な人に会った",
                            "痴漢が出た", "外国人が住んでいる", "ホームレスがいる", "犯人がにげた"})
    CHECK(with("コメント", words).count(person_suspected) == 1);
  for (const char* words :
       {"不審者対策の訓練をした", "大人が見守っている", "人が少ない", "外国の本がある", "歩いている人が多い"})
    CHECK(with("コメント", words).count(person_suspected) == 0);
}

TEST_CASE("ditto marks, blanks, dashes and line breaks", "[rules]") {
  CHECK(named("〃").count(ditto_mark) == 1);
  CHECK(named("同上").count(ditto_mark) == 1);
  CHECK(named("同上の坂").count(ditto_mark) == 0);
  CHECK(named("公　園").find(blanks_for_layout)->fix->after == "公園");
  CHECK(named("公　　園　入口").find(blanks_for_layout)->fix->after == "公　園　入口");
  CHECK(named("公　園", kFix).text == "A1|公園|危険|34.0471|131.8282\n");
  CHECK(named("みどり公園　入口").count(blanks_for_layout) == 0);
  const auto address = [](const char* text) { return with("住所", text); };
  CHECK(address("周陽1−15−1").find(dash_in_number)->fix->after == "周陽1-15-1");
  CHECK(address("鼓海１－３２４－２３外").find(dash_in_number)->fix->after == "鼓海１-３２４-２３外");
  CHECK(address("周陽1ー15").count(dash_in_number) ==
        0);  // alone it has no mark; with others it is mended, too
  CHECK(address("コーポ南1-2").count(dash_in_number) == 0);
  CHECK(with("コメント", "1−2").count(dash_in_number) == 0);
  CHECK(named("みどり\n公園").find(several_lines)->fix->after == "みどり公園");
  CHECK(named("Midori\r\nPark", kFix).text == "A1|Midori Park|危険|34.0471|131.8282\n");
  CHECK(with("コメント", "一行目\n二行目").count(several_lines) == 0);
}

TEST_CASE("readings are in katakana", "[rules]") {
  CHECK(with("名称_カナ", "みどりこうえん").find(kana_expected)->fix->after == "ミドリコウエン");
  CHECK(with("名称_カナ", "ﾐﾄﾞﾘ").find(kana_expected)->fix->after == "ミドリ");
  CHECK_FALSE(with("名称_カナ", "緑公園").find(kana_expected)->fix);
  CHECK(with("名称_カナ", "ミドリ・コウエン　NTTマエ（ミナミ）").count(kana_expected) == 0);
  CHECK(with("名称_カナ", "").count(kana_expected) == 0);
}

TEST_CASE("telephone numbers and postal codes of public places", "[rules]") {
  Settings settings;
  settings.profile = "evacuation-site";
  const auto phone = [&](const char* number) { return with("電話番号", number, settings).count(phone_form); };
  for (const char* number :
       {"0834-22-8211", "(0834)22-8211", "03-1234-5678", "06-1234-5678", "090-1234-5678", "0120-123-456",
        "050-1234-5678", "119", "+81-834-22-8211", "0834228211", "04-1234-5678"})
    CHECK(phone(number) == 0);
  for (const char* number :
       {"02-3641-3275", "834-22-8211", "0834-22-821", "0834-22-82111", "市役所", "1234567890"})
    CHECK(phone(number) == 1);
  CHECK(with("郵便番号", "745-0874", settings).find(postal_form)->fix->after == "7450874");
  CHECK(with("郵便番号", "74508", settings).count(postal_form) == 1);
  CHECK(with("郵便番号", "7450874", settings).count(postal_form) == 0);
}

TEST_CASE("images have terms, pages have addresses", "[rules]") {
  const std::vector<std::string> headers{"名称", "区分", "緯度", "経度", "画像", "画像_ライセンス"};
  const Outcome outcome = run_table(headers, {{"門", "危険", "34.0471", "131.8282", "a.jpg", ""},
                                              {"門", "危険", "34.0471", "131.8282", "a.jpg", "CC BY 4.0"},
                                              {"門", "危険", "34.0471", "131.8282", "", ""}});
  CHECK(outcome.count(image_without_licence) == 1);
  for (const char* bad : {"www.example.jp", "https://", "https://map", "https://a b.jp/", "なし"})
    CHECK(with("URL", bad).count(url_unusable) == 1);
  for (const char* good : {"https://example.jp", "http://example.jp/a?b#c", ""})
    CHECK(with("URL", good).count(url_unusable) == 0);
}

TEST_CASE("kind and reasons agree", "[rules]") {
  const auto judged = [](const char* kind, const char* enter, const char* see) {
    return run_table({"名称", "区分", "緯度", "経度", "入りやすさ", "見えにくさ"},
                     {{"門", kind, "34.0471", "131.8282", enter, see}})
        .count(judgement_contradicted);
  };
  CHECK(judged("安全", "入りやすい", "見えにくい") == 1);
  CHECK(judged("危険", "入りにくい", "見えやすい") == 1);
  CHECK(judged("危険", "入りやすい", "見えにくい") == 0);
  CHECK(judged("安全", "入りやすい", "見えやすい") == 0);
  CHECK(judged("施設", "入りやすい", "見えにくい") == 0);
}

TEST_CASE("dates lie in their school year and not ahead", "[rules]") {
  const auto dated = [](const char* year, const char* date, const char* today) {
    Settings settings;
    settings.today = today;
    return run_table({"名称", "区分", "緯度", "経度", "年度", "調査日"},
                     {{"門", "危険", "34.0471", "131.8282", year, date}}, settings);
  };
  for (const char* date : {"2024-04-01", "2024-12-31", "2025-01-01", "2025-03-31"})
    CHECK(dated("2024", date, "").count(date_beside_year) == 0);
  for (const char* date : {"2024-03-31", "2025-04-01", "2023-10-03", "2034-10-03"})
    CHECK(dated("2024", date, "").count(date_beside_year) == 1);
  CHECK(dated("2024", "2024-10-04", "2024-10-03").count(date_in_future) == 1);
  CHECK(dated("2024", "2024-10-03", "2024-10-03").count(date_in_future) == 0);
  CHECK(dated("2024", "2024-10-04", "").count(date_in_future) == 0);
}

TEST_CASE("places that are coarse, inaccurate, or minutes in disguise", "[rules]") {
  const auto at = [](const char* lat, const char* lon) {
    return run_table({"名称", "区分", "緯度", "経度"}, {{"門", "危険", lat, lon}});
  };
  CHECK(at("34.047", "131.828").count(place_coarse) == 1);
  CHECK(at("34", "131.8").count(place_coarse) == 1);
  CHECK(at("34.047", "131.8282").count(place_coarse) == 0);
  CHECK(at("34.0470", "131.8280").count(place_coarse) == 0);
  CHECK(with("精度", "120").count(place_inaccurate) == 1);
  CHECK(with("精度", "50").count(place_inaccurate) == 0);
  const Outcome packed = at("34.02498", "130.49416");
  REQUIRE(packed.count(minutes_as_decimals) == 1);
  CHECK(packed.find(minutes_as_decimals)->fix->after == "34.0471667, 130.8282222");
  CHECK(at("35.6812", "139.7671").count(minutes_as_decimals) == 0);
  CHECK(at("34.0249", "131.4941").count(minutes_as_decimals) == 0);  // lies in the area as it is
}

TEST_CASE("codes of the record rules are in order", "[rules]") {
  for (std::size_t i = 1; i < record_rules().size(); ++i)
    CHECK(record_rules()[i - 1]->code < record_rules()[i]->code);
}
