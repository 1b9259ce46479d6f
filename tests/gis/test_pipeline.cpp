// SPDX-License-Identifier: Apache-2.0
#include "gis/base/error.hpp"
#include "gis/rule/rule_rules.hpp"
#include "gis/value/blanks.hpp"
#include "tests/catch.hpp"
#include "tests/gis/table_survey.hpp"

using namespace anzenmap;
using anzenmap::test::Outcome;
using anzenmap::test::run_table;

namespace {

std::vector<std::vector<std::string>> many_rows(std::size_t count) {
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < count; ++i)
    rows.push_back({"A" + std::to_string(i % (count - 5)), "場所" + std::to_string(i),
                    i % 7 == 0 ? "きけん" : "危険",
                    i % 11 == 0 ? "" : "34.04" + std::to_string(10000 + i % 90000), "131.82",
                    i % 13 == 0 ? "R6.5.1" : "2024-05-01"});
  return rows;
}

const std::vector<std::string> kHeaders{"ID", "名称", "区分", "緯度", "経度", "調査日"};

}  // namespace

TEST_CASE("one, two and eight workers and any batch size give the same records and diagnostics",
          "[pipeline]") {
  const Outcome one = run_table(kHeaders, many_rows(3000));
  CHECK(one.counts.read == 3000);
  CHECK(one.counts.read == one.counts.written + one.counts.rejected + one.counts.merged);
  CHECK(one.counts.rejected == 273);
  for (const unsigned workers : {2U, 8U}) {
    for (const std::size_t records : {1U, 17U, 1000U}) {
      test::Settings settings;
      settings.workers = workers;
      settings.batch_records = records;
      const Outcome other = run_table(kHeaders, many_rows(3000), settings);
      CHECK(other.text == one.text);
      REQUIRE(other.diagnostics.size() == one.diagnostics.size());
      for (std::size_t i = 0; i < one.diagnostics.size(); ++i) {
        CHECK(other.diagnostics[i].rule == one.diagnostics[i].rule);
        CHECK(other.diagnostics[i].row == one.diagnostics[i].row);
      }
    }
  }
}

TEST_CASE("made IDs survive an edited comment and tell equal records apart by order", "[identity]") {
  const std::vector<std::string> headers{"名称", "区分", "緯度", "経度", "コメント"};
  const Outcome before = run_table(headers, {{"門", "危険", "34.0471", "131.8282", "車"}});
  const Outcome after = run_table(headers, {{"門", "危険", "34.0471", "131.8282", "車が多い"}});
  CHECK(before.text.substr(0, 36) == after.text.substr(0, 36));
  CHECK(before.count(id_made) == 1);
  const Outcome three = run_table(headers, {{"門", "危険", "34.0471", "131.8282", "a"},
                                            {"門", "危険", "34.0471", "131.8282", "b"},
                                            {"門", "危険", "34.0471", "131.8282", "c"}});
  CHECK(three.count(id_alike) == 2);
  CHECK(three.counts.errors == 0);
  const std::size_t line = three.text.find('\n') + 1;
  CHECK(three.text.substr(0, 36) == before.text.substr(0, 36));
  CHECK(three.text.substr(0, 36) != three.text.substr(line, 36));
}

TEST_CASE("an ID used twice is an error and the property stays", "[identity]") {
  const Outcome outcome = run_table(kHeaders, {{"A1", "門", "危険", "34.0471", "131.8282", ""},
                                               {"A1", "角", "危険", "34.0472", "131.8282", ""}});
  CHECK(outcome.count(id_repeated) == 1);
  CHECK(outcome.counts.written == 2);
  CHECK(outcome.find(id_repeated)->row == 3);
  CHECK(outcome.text == "A1||門|危険|34.0471|131.8282\nA1||角|危険|34.0472|131.8282\n");
}

TEST_CASE("an empty required value rejects, other errors leave the record written", "[constraint]") {
  const Outcome outcome = run_table(kHeaders, {{"A1", "", "危険", "34.0471", "131.8282", ""},
                                               {"A2", "角", "危険", "34.0472", "131.8282", "2024-13-01"}});
  CHECK(outcome.counts.rejected == 1);
  CHECK(outcome.counts.written == 1);
  REQUIRE(outcome.find(value_required) != nullptr);
  CHECK(outcome.find(value_required)->column == "名称");
  CHECK(outcome.text.find("2024-13-01") != std::string::npos);  // the person's words stay
}

TEST_CASE("consent of 0 or blank rejects, an absent column only informs", "[consent]") {
  const std::vector<std::string> headers{"ID", "名称", "区分", "緯度", "経度", "公開可否"};
  const Outcome outcome = run_table(headers, {{"A1", "門", "危険", "34.0471", "131.8282", "1"},
                                              {"A2", "角", "危険", "34.0472", "131.8282", "0"},
                                              {"A3", "橋", "危険", "34.0473", "131.8282", ""},
                                              {"A4", "道", "危険", "34.0474", "131.8282", "○"}});
  CHECK(outcome.counts.written == 2);
  CHECK(outcome.count(not_publishable) == 2);
  CHECK(not_publishable.category == Category::privacy);
  CHECK(consent_unknown.category == Category::rule);
}

TEST_CASE("outer blanks go and are told, inner ones stay", "[align]") {
  const Outcome outcome = run_table(kHeaders, {{" A1", "　門 の前　", "危険", "34.0471", "131.8282", ""}});
  CHECK(outcome.text == "A1||門 の前|危険|34.0471|131.8282\n");
  CHECK(outcome.count(outer_blanks) == 2);
}

namespace {

class FailingSource : public test::TableSource {
 public:
  FailingSource() : TableSource(kHeaders, many_rows(100), 3) {}
  bool take(Batch& batch) override {
    if (++calls_ == 20) throw Error(no_records, {});
    return TableSource::take(batch);
  }

 private:
  int calls_ = 0;
};

}  // namespace

TEST_CASE("a source that fails ends the run with its error, whatever the workers", "[pipeline]") {
  for (const unsigned workers : {1U, 2U, 8U}) {
    FailingSource source;
    const Profile profile = load_profile("safety-map");
    const SurveyMapping mapping = map_survey(source.layers(), profile, {});
    const Survey survey{&profile, source.layers(), &mapping};
    const AlignStage align(survey);
    Collector collector(10);
    PipelineParts parts;
    parts.survey = survey;
    parts.sources = {&source};
    parts.stages = {&align};
    parts.collector = &collector;
    parts.workers = workers;
    CHECK_THROWS_AS(run_pipeline(parts), Error);
  }
}
