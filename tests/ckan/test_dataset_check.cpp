// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <string>

#include "ckan/dataset.hpp"
#include "ckan/dataset_rules.hpp"
#include "tests/catch.hpp"

using namespace anzenmap;
using namespace anzenmap::ckan;

namespace {

Dataset complete() {
  Dataset dataset;
  dataset.name = "toishi-2024";
  dataset.title = "【周南市】遠石小学校 安全マップ";
  dataset.organization = "35215";
  dataset.license = "cc-by";
  return dataset;
}

std::vector<std::string> codes(const Dataset& dataset) {
  std::vector<std::string> out;
  for (const Error& fault : check_for_ckan(dataset)) {
    out.emplace_back(fault.code());
    CHECK(fault.kind() == Error::Kind::refused);
    for (const Language language : {Language::ja, Language::en})
      CHECK(fault.message(language).find('{') == std::string::npos);
  }
  return out;
}

using Codes = std::vector<std::string>;

Codes codes_of_tag(const std::string& tag) {
  Dataset dataset = complete();
  dataset.tags = {tag};
  return codes(dataset);
}

}  // namespace

TEST_CASE("a complete dataset has no fault") { CHECK(codes(complete()).empty()); }

TEST_CASE("every fault is told, not the first one alone") {
  Dataset dataset;
  dataset.name = "A";
  CHECK(codes(dataset) == Codes{"CK938", "CK939", "CK940", "CK941"});
}

TEST_CASE("tags that CKAN takes") {
  // As a CKAN 2.11 answered.
  for (const char* tag : {"防災", "AED設置", "第1期-2.0_x", "ｶﾅ", "ＡＢ", "a b", " ab ", "カーブミラー",
                          "①号", "Überflutung"}) {
    INFO(tag);
    CHECK(codes_of_tag(tag).empty());
  }
  for (const char* tag : {"災", "防災・避難", "防災、避難", "防災(避難)", "防災/避難", "1〜2", "㈱あ", "",
                          "a,b", "a\tb", "!!"}) {
    INFO(tag);
    CHECK(codes_of_tag(tag) == Codes{"CK942"});
  }
  std::string longest;
  for (int i = 0; i < 100; ++i) longest += "災";
  CHECK(codes_of_tag(longest).empty());
  CHECK(codes_of_tag(longest + "災") == Codes{"CK942"});
}

TEST_CASE("a tag that does not fit gets a proposal that does") {
  Dataset dataset = complete();
  dataset.tags = {"防災・避難"};
  CHECK(check_for_ckan(dataset).at(0).message(Language::ja).find("「防災-避難」なら使えます") !=
        std::string::npos);
  dataset.tags = {"！"};
  CHECK(check_for_ckan(dataset).at(0).message(Language::ja).find("消してください") != std::string::npos);
}

TEST_CASE("lengths that CKAN or its index fails on") {
  Dataset dataset = complete();
  dataset.title.assign(32766, 't');
  dataset.version.assign(100, '1');
  dataset.extras = {{"k", std::string(32766, 'v')}};
  dataset.notes.assign(150'000, 'n');
  CHECK(codes(dataset).empty());
  dataset.title += 't';
  dataset.version += '1';
  dataset.extras[0].value += 'v';
  CHECK(codes(dataset) == Codes{"CK943", "CK943", "CK943"});
}

TEST_CASE("an extra's key may be there once") {
  Dataset dataset = complete();
  dataset.extras = {{"k", "1"}, {"l", "2"}, {"k", "3"}};
  CHECK(codes(dataset) == Codes{"CK944"});
}

TEST_CASE("no text may hold a NUL") {
  const std::string bad("a\0b", 3);
  Dataset dataset = complete();
  dataset.notes = bad;
  dataset.extras = {{"k", bad}};
  dataset.resources.emplace_back();
  dataset.resources[0].title = bad;
  CHECK(codes(dataset) == Codes{"CK945", "CK945", "CK945"});
}

TEST_CASE("names that are proposed") {
  CHECK(proposed_name("Toishi 2024") == "toishi-2024");
  CHECK(proposed_name("Ｔｏｉｓｈｉ＿２０２４") == "toishi_2024");
  CHECK(proposed_name("遠石小 2024 (final).v2") == "2024-final-v2");
  CHECK(proposed_name("遠石小").empty());
  CHECK(proposed_name("a").empty());
  CHECK(proposed_name("").empty());
  for (const std::string& text : {std::string(300, 'x'), std::string(99, 'x') + "- y", std::string("--ab--")})
    CHECK(is_dataset_name(proposed_name(text)));
  CHECK_FALSE(is_dataset_name("a"));
  CHECK_FALSE(is_dataset_name(std::string(101, 'a')));
  CHECK_FALSE(is_dataset_name("a.b"));
}

TEST_CASE("the rules of datasets have codes of their own") {
  std::set<std::string_view> seen;
  for (const RuleInfo* rule : dataset_rules()) {
    CHECK(seen.insert(rule->code).second);
    CHECK(seen.insert(rule->name).second);
    CHECK((rule->code >= "CK930" && rule->code <= "CK949"));
  }
  CHECK(std::is_sorted(dataset_rules().begin(), dataset_rules().end(),
                       [](const RuleInfo* a, const RuleInfo* b) { return a->code < b->code; }));
}
