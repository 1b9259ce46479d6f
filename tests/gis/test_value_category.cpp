// SPDX-License-Identifier: Apache-2.0
#include "gis/value/category.hpp"

#include <string>
#include <utility>

#include "tests/catch.hpp"
#include "tests/gis/value_expectations.hpp"

using namespace anzenmap;

namespace {

Field places() {
  Field field;
  field.name = "種別";
  field.categories = {
      {"こども110番の家", "kodomo110", "", "", {"110番の家", "こども110番の店"}},
      {"AED", "aed", "", "", {"自動体外式除細動器"}},
      {"交番・警察署", "police", "", "", {"交番", "警察"}},
      {"がけ・土砂", "landslide", "", "", {"崖", "同じ"}},
      {"見通しの悪い交差点", "blind_corner", "", "", {"同じ"}},
  };
  return field;
}

Field reasons() {
  Field field;
  field.name = "見えにくさ_種類";
  field.separator = ";";
  field.categories = {{"物理的", "physical", "", "", {}}, {"心理的", "psychological", "", "", {}}};
  return field;
}

}  // namespace

TEST_CASE("labels are found in every way of writing them", "[value][category]") {
  const CategoryIndex index(places());
  CHECK(index.is_label("AED"));
  CHECK_FALSE(index.is_label("aed"));
  CHECK_FALSE(index.is_label(""));
  for (const char* text :
       {"こども110番の家", "子ども110番の家", "子供110番の家", "コドモ110番の家", "ｺﾄﾞﾓ110番の家",
        "子ども１１０番のいえ", "こども 110 番の家", "こども　１１０番の　家", "子供百十番の家",
        "こども一一〇番の家", "110番の家", "子ども110番の店", "kodomo110"}) {
    CAPTURE(text);
    CHECK(index.find(text) == "こども110番の家");
  }
  for (const char* text : {"AED", "ＡＥＤ", "aed", "Aed"}) {
    CAPTURE(text);
    CHECK(index.find(text) == "AED");
  }
  CHECK_FALSE(index.find("同じ").has_value());  // a spelling of two labels
  CHECK_FALSE(index.find("公園").has_value());
}

TEST_CASE("cells of one category", "[value][category]") {
  const CategoryIndex index(places());
  const std::pair<const char*, const char*> cases[] = {
      {"", "="},
      {"AED", "="},
      {"交番・警察署", "="},
      {"AED ", "> AED (VA201)"},
      {"ＡＥＤ", "> AED (VA275)"},
      {"交番", "> 交番・警察署 (VA275)"},
      {"見通しのわるい交差点", "! VA276 ? 見通しの悪い交差点"},
      {"こども119番の家", "! VA276 ? こども110番の家"},
      {"宇宙船", "! VA276"},
      {"?", "! VA276"},
      {"AED;交番", "! VA276"},
  };
  for (const auto& [raw, expected] : cases) {
    CAPTURE(raw);
    CHECK(shown(index.read(raw)) == expected);
  }
}

TEST_CASE("cells of several categories", "[value][category]") {
  const CategoryIndex index(reasons());
  const std::pair<const char*, const char*> cases[] = {
      {"物理的", "="},
      {"物理的;心理的", "="},
      {"物理的；心理的", "> 物理的;心理的 (VA275)"},
      {"物理的、心理的", "> 物理的;心理的 (VA275)"},
      {"物理的; 心理的;", "> 物理的;心理的 (VA275)"},
      {"physical,心理的", "> 物理的;心理的 (VA275)"},
      {"物理的\n心理的", "> 物理的;心理的 (VA275)"},
      {" 物理的;心理的", "> 物理的;心理的 (VA201)"},
      {"物理的;時間的", "! VA276"},
      {"物理的、時間的", "! VA276"},
  };
  for (const auto& [raw, expected] : cases) {
    CAPTURE(raw);
    CHECK(shown(index.read(raw)) == expected);
  }
  CHECK(split_values("a; b；c;;", ";").size() == 3);
  CHECK(split_values("", ";").empty());
}

TEST_CASE("a field without categories accepts any word", "[value][category]") {
  const CategoryIndex index((Field()));
  CHECK(index.empty());
  CHECK(shown(index.read("何でも")) == "=");
}
