// SPDX-License-Identifier: Apache-2.0
#include "gis/privacy/finding_rules.hpp"
#include "gis/privacy/veil.hpp"
#include "gis/rule/rule_rules.hpp"
#include "tests/catch.hpp"
#include "tests/gis/table_survey.hpp"

using namespace anzenmap;
using anzenmap::test::Outcome;
using anzenmap::test::run_table;
using anzenmap::test::Settings;

namespace {

const std::vector<std::string> kHeaders{"ID", "名称", "区分", "コメント", "緯度", "経度"};

Outcome comment(const std::string& text, Redact redact = Redact::none) {
  Settings settings;
  settings.redact = redact;
  return run_table(kHeaders, {{"A1", "門", "危険", text, "34.0471", "131.8282"}}, settings);
}

/// Whether some text of a diagnostic holds `secret`.
bool leaks(const Outcome& outcome, const std::string& secret) {
  for (const Diagnostic& told : outcome.diagnostics) {
    for (const Language language : {Language::ja, Language::en})
      if (render_message(told, language).find(secret) != std::string::npos) return true;
    if (told.value.find(secret) != std::string::npos) return true;
    if (told.fix && (told.fix->before + told.fix->after).find(secret) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a find is an error with its entity and place, its value masked; the record is written",
          "[privacy]") {
  const Outcome outcome = comment("　連絡は 0834-22-8211 へ");
  CHECK(outcome.counts.written == 1);
  const Diagnostic* told = outcome.find(phone_in_text);
  REQUIRE(told != nullptr);
  CHECK(told->severity == Severity::error);
  CHECK(told->entity == "phone");
  REQUIRE(told->span.has_value());
  CHECK(told->span == std::pair(5, 17));  // of the raw cell, with its outer blank
  CHECK(told->value == "連絡は ●●●●●●●●●●●● へ");
  CHECK(told->column == "コメント");
  CHECK_FALSE(leaks(outcome, "8211"));
}

TEST_CASE("masking and dropping take the find out and tell it as an info", "[privacy]") {
  const Outcome hidden = comment("田中さんが見ていた", Redact::mask);
  CHECK(hidden.text == "A1|門|危険|●●●●が見ていた|34.0471|131.8282\n");
  CHECK(hidden.count(text_hidden) == 1);
  CHECK(hidden.count(person_in_text) == 0);
  const Outcome dropped = comment("田中さんが見ていた", Redact::drop);
  CHECK(dropped.text == "A1|門|危険||34.0471|131.8282\n");
  CHECK_FALSE(leaks(dropped, "田中"));
}

TEST_CASE("a required cell is masked where others are emptied", "[privacy]") {
  Settings settings;
  settings.redact = Redact::drop;
  const Outcome outcome =
      run_table(kHeaders, {{"A1", "田中さんの家の前", "危険", "暗い", "34.0471", "131.8282"}}, settings);
  CHECK(outcome.text == "A1|●●●●●●の前|危険|暗い|34.0471|131.8282\n");
  CHECK(outcome.counts.rejected == 0);
}

TEST_CASE("unknown columns and words in typed columns are looked at, places and dates are not", "[privacy]") {
  const Outcome outcome =
      run_table({"名称", "区分", "学年", "調査日", "緯度", "経度", "メモ2"},
                {{"門", "危険", "佐藤くん", "2024-10-03", "34.0471712", "131.8282320", "090-1234-5678"},
                 {"門", "危険", "4", "2024-10-03", "34.0471712", "131.8282320", "令和6年"}});
  CHECK(outcome.count(person_in_text) == 1);
  CHECK(outcome.count(phone_in_text) == 1);
  CHECK_FALSE(leaks(outcome, "佐藤"));
}

TEST_CASE("what a field holds is public there", "[privacy]") {
  Settings settings;
  settings.profile = "evacuation-site";
  const Outcome outcome = run_table({"名称", "所在地_連結表記", "電話番号", "備考", "緯度", "経度"},
                                    {{"周陽小学校", "山口県周南市周陽一丁目15番1号", "0834-28-0000",
                                      "電話は0834-28-0000", "34.0471", "131.8282"}},
                                    settings);
  CHECK(outcome.count(address_in_text) == 0);
  REQUIRE(outcome.count(phone_in_text) == 1);
  CHECK(outcome.find(phone_in_text)->column == "備考");
}

TEST_CASE("no message quotes a personal column or a find, whatever it is about", "[privacy]") {
  const std::string longer(
      "田中さんの家の前の道は、車がとても速く走ってきてあぶないので気をつけて歩いてほしいと思いました。"
      "見守りの人がいつもいるけれど、夕方になると暗くて、よく見えません。木がのびていて、歩道もせまいです。"
      "雨の日は水たまりができて、車道に出なければなりません。自転車もたくさん通ります。みんなで気をつけたいで"
      "す。"
      "もしこまったら、近くのお店の人に話してください。ここは毎日通るところなので、早く直してほしいです。おわ"
      "り。"
      "おわりです。ほんとうにおわりです。");
  const Outcome outcome = comment(longer);
  CHECK(outcome.count(home_in_text) == 1);
  CHECK(outcome.count(value_too_long) == 1);
  CHECK_FALSE(leaks(outcome, "田中"));
  const Outcome rejected =
      run_table(kHeaders, {{"A1", "門", "危険", "", "佐藤くんの家 090-1234-5678", "131.8"}});
  CHECK(rejected.counts.rejected == 1);
  CHECK_FALSE(leaks(rejected, "5678"));
  CHECK_FALSE(leaks(rejected, "佐藤"));
}

TEST_CASE("a personal column's cells reach no text, also when a record is rejected", "[privacy]") {
  const Outcome outcome =
      run_table({"名称", "区分", "緯度", "経度", "児童名"},
                {{"門", "危険", "34.0", "131.8", "田中太郎"}, {"門", "危険", "", "", "田中太郎"}});
  CHECK(outcome.counts.rejected == 1);
  CHECK(outcome.text.find("田中") == std::string::npos);
  CHECK_FALSE(leaks(outcome, "田中"));
}

TEST_CASE("a veil hides the cells of personal columns and names outside of records", "[privacy]") {
  const Profile profile = load_profile("safety-map");
  Layer layer;
  layer.headers = {"名称", "区分", "緯度", "経度", "児童名"};
  const std::vector<Layer> layers{layer};
  const SurveyMapping mapping = map_survey(layers, profile, {});
  const Survey survey{&profile, layers, &mapping};
  const Veil veil(survey, 1);
  Diagnostic told = make_diagnostic(phone_in_text);
  told.column = "児童名";
  told.value = "田中太郎";
  told.fix = Fix{"田中太郎", "田中 太郎", FixSafety::safe};
  told.record = 0;
  veil.hide(told);
  CHECK(told.value == kMask);
  CHECK(told.fix->before + told.fix->after == std::string(kMask) + std::string(kMask));
  Diagnostic title = make_diagnostic(phone_in_text);
  title.value = "4年2組 田中太郎";
  veil.hide(title);
  CHECK(title.value == "●●●● ●●●●");
}
