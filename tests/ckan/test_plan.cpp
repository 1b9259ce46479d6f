// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "ckan/plan.hpp"
#include "tests/catch.hpp"

using namespace anzenmap;
using namespace anzenmap::ckan;

namespace {

Plan sample() {
  Plan plan;
  plan.target = "https://example.jp/ckan";
  plan.datastore = true;
  DatasetPlan dataset;
  dataset.name = "anzen-35215";
  dataset.title = "【周南市】安全マップ";
  dataset.descriptor = "out/datapackage.json";
  dataset.id = "5f0c";
  dataset.modified = "2026-11-24T00:00:00.000001";
  dataset.prior = R"({"title":"前","extras":{}})";
  dataset.wanted = R"({"name":"anzen-35215","resources":[]})";
  dataset.audience_by_person = true;
  dataset.stays_private = true;
  dataset.unfinished = true;
  Action update;
  update.change = Change::update;
  update.key = "anzen-35215";
  update.fields = {
      {"license_id", "\"cc-by\"", "\"cc-zero\""}, {"extras.頻度", "", "\"年1回\""}, {"url", "null", "\"a\""}};
  Action upload;
  upload.change = Change::upload;
  upload.subject = Subject::resource;
  upload.key = "a-csv";
  upload.title = "CSV";
  upload.id = "77";
  upload.file = {"out/避難所.csv", "a-csv.csv", "text/csv", 17, std::string(64, 'a')};
  upload.published_sha256 = std::string(64, 'b');
  upload.columns_added = {"備考"};
  upload.columns_removed = {"メモ", "x"};
  Action table;
  table.change = Change::create;
  table.subject = Subject::datastore;
  table.key = "a-csv";
  table.rows = 300;
  Action gone;
  gone.change = Change::remove;
  gone.subject = Subject::resource;
  gone.key = "88";
  dataset.actions = {update, upload, table, gone};
  plan.datasets = {dataset};
  return plan;
}

std::string code_of(const std::string& text) {
  try {
    (void)read_plan(text, "plan.json");
  } catch (const Error& error) {
    return std::string(error.code());
  }
  return {};
}

std::string with(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a plan that was saved is the same plan") {
  const std::string text = plan_json(sample());
  const Plan again = read_plan(text, "plan.json");
  CHECK(plan_json(again) == text);
  REQUIRE(again.datasets.size() == 1);
  const DatasetPlan& dataset = again.datasets[0];
  CHECK(again.target == "https://example.jp/ckan");
  CHECK(again.datastore);
  CHECK(dataset.prior == sample().datasets[0].prior);
  CHECK(dataset.wanted == sample().datasets[0].wanted);
  CHECK(dataset.audience_by_person);
  CHECK(dataset.stays_private);
  CHECK(dataset.unfinished);
  REQUIRE(dataset.actions.size() == 4);
  CHECK(dataset.actions[0].fields[1].before.empty());
  CHECK(dataset.actions[0].fields[1].after == "\"年1回\"");
  CHECK(dataset.actions[0].fields[2].before == "null");
  CHECK(dataset.actions[1].file.sha256 == std::string(64, 'a'));
  CHECK(dataset.actions[1].file.bytes == 17);
  CHECK(dataset.actions[1].columns_removed == std::vector<std::string>{"メモ", "x"});
  CHECK(dataset.actions[2].rows == 300);
  CHECK(text.back() == '\n');
}

TEST_CASE("a plan counts what it changes") {
  Plan plan = sample();
  CHECK(plan.changes());
  CHECK(plan.removes());
  const PlanCounts counts = plan.counts();
  CHECK(counts.create == 1);
  CHECK(counts.update == 1);
  CHECK(counts.upload == 1);
  CHECK(counts.remove == 1);
  CHECK(counts.unchanged == 0);
  plan.datasets[0].actions.resize(1);
  plan.datasets[0].actions[0].change = Change::leave;
  CHECK_FALSE(plan.changes());
  CHECK_FALSE(plan.removes());
  CHECK(plan.counts().leave == 1);
}

TEST_CASE("what is no plan is refused") {
  const std::string good = plan_json(sample());
  CHECK(code_of(good).empty());
  CHECK(code_of("\xEF\xBB\xBF" + good).empty());
  CHECK(code_of("") == "CK960");
  CHECK(code_of("[]") == "CK960");
  CHECK(code_of("{}") == "CK960");
  CHECK(code_of(good.substr(0, good.size() / 2)) == "CK960");
  CHECK(code_of(std::string(100, '[')) == "CK960");
  CHECK(code_of(with(good, "\"anzenmap_plan\": 1", "\"anzenmap_plan\": 2")) == "CK961");
  CHECK(code_of(with(good, "\"upload\",", "\"explode\",")) == "CK960");
  CHECK(code_of(with(good, "\"bytes\": 17", "\"bytes\": -17")) == "CK960");
  CHECK(code_of(with(good, "\"kind\": \"ckan\"", "\"kind\": \"ftp\"")) == "CK960");
  CHECK(code_of(with(good, "\"name\": \"anzen-35215\"", "\"name\": \"\"")) == "CK960");
}
