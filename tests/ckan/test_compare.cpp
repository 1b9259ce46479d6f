// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <vector>

#include "ckan/remote.hpp"
#include "tests/catch.hpp"

using namespace anzenmap;
using namespace anzenmap::ckan;

namespace {

const std::string kOne(64, '1');
const std::string kTwo(64, '2');

Resource csv() {
  Resource resource;
  resource.key = "map-csv";
  resource.title = "安全マップ（CSV）";
  resource.path = "安全マップ.csv";
  resource.file = "/out/安全マップ.csv";
  resource.format = "CSV";
  resource.media_type = "text/csv";
  resource.encoding = "utf-8";
  resource.bytes = 100;
  resource.sha256 = kOne;
  resource.columns = {{"ID", "string", "ID", "", "id"}, {"緯度", "number", "緯度", "", "latitude"}};
  resource.primary_key = {"ID"};
  return resource;
}

Resource geojson() {
  Resource resource;
  resource.key = "map-geojson";
  resource.title = "安全マップ（GeoJSON）";
  resource.path = "map.geojson";
  resource.file = "/out/map.geojson";
  resource.format = "GeoJSON";
  resource.media_type = "application/geo+json";
  resource.bytes = 200;
  resource.sha256 = kTwo;
  return resource;
}

Dataset dataset() {
  Dataset out;
  out.name = "anzen-35215";
  out.title = "【周南市】安全マップ";
  out.notes = "説明";
  out.organization = "35215";
  out.license = "cc-by";
  out.tags = {"防災", "通学路"};
  out.groups = {"education"};
  out.extras = {{"frequency", "ANNUAL"}, {"出典", "国土地理院"}};
  out.resources = {csv(), geojson()};
  return out;
}

// What CKAN answers after the dataset was published.
Json published(const Dataset& wanted) {
  Json out = wanted_dictionary(wanted, TargetKind::ckan);
  out["id"] = "d-1";
  out["owner_org"] = "uuid-of-the-organisation";
  out["private"] = false;
  out["state"] = "active";
  out["metadata_modified"] = "2026-11-24T00:00:00.000001";
  out["version"] = nullptr;
  int number = 0;
  for (Json& resource : out["resources"]) {
    resource["id"] = "r-" + std::to_string(++number);
    resource["url"] =
        "http://example.jp/dataset/d-1/resource/x/download/" + resource["url"].get<std::string>();
  }
  return out;
}

DatasetPlan plan_for(const Dataset& wanted, const Json& remote, const PlanOptions& options = {}) {
  const RemoteDataset there = remote_dataset(remote);
  return compare(wanted, &there, TargetKind::ckan, options);
}

std::string told(const DatasetPlan& plan) {
  const char* const changes[] = {"create", "update", "upload", "remove", "unchanged", "leave"};
  const char* const subjects[] = {"dataset", "resource", "view", "datastore"};
  std::string out;
  for (const Action& action : plan.actions) {
    if (!out.empty()) out += ' ';
    out += std::string(changes[static_cast<int>(action.change)]) + '-' +
           subjects[static_cast<int>(action.subject)] + ':' + action.key;
  }
  return out;
}

std::vector<std::string> fields_of(const Action& action) {
  std::vector<std::string> names;
  for (const FieldChange& change : action.fields) names.push_back(change.field);
  return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a dataset that is not there is created whole") {
  const DatasetPlan plan = compare(dataset(), nullptr, TargetKind::ckan, {});
  CHECK(told(plan) == "create-dataset:anzen-35215 create-resource:map-csv create-resource:map-geojson");
  CHECK(plan.prior.empty());
  const Json wanted = Json::parse(plan.wanted);
  CHECK(wanted["tags"].dump() == R"([{"name":"防災"},{"name":"通学路"}])");
  CHECK(wanted["resources"][0]["hash"] == "sha256:" + kOne);
  CHECK(wanted["resources"][0]["url"] == "map.csv");
  CHECK(wanted["resources"][0]["anzenmap_key"] == "map-csv");
  CHECK(plan.actions[1].file.path == "/out/安全マップ.csv");
  CHECK(plan.actions[1].file.file_name == "map.csv");
}

TEST_CASE("what is published as it is wanted is left alone") {
  const DatasetPlan plan = plan_for(dataset(), published(dataset()));
  CHECK_FALSE(plan.changes());
  CHECK(told(plan) ==
        "unchanged-dataset:anzen-35215 unchanged-resource:map-csv unchanged-resource:map-geojson");
  CHECK(plan.prior.empty());
  CHECK(plan.wanted.empty());
}

TEST_CASE("a site that drops members it does not know is not written to each time") {
  Json remote = published(dataset());
  for (Json& resource : remote["resources"])
    for (const char* key : {"anzenmap_key", "encoding", "schema"}) resource.erase(key);
  CHECK_FALSE(plan_for(dataset(), remote).changes());

  SECTION("but they ride along with another change") {
    remote["resources"][0]["description"] = "x";
    Dataset wanted = dataset();
    wanted.resources[0].description = "y";
    const DatasetPlan plan = plan_for(wanted, remote);
    CHECK(fields_of(plan.actions[1]) == Names{"description", "anzenmap_key", "encoding", "schema"});
    CHECK(fields_of(plan.actions[2]).empty());
  }
}

TEST_CASE("values written in another way are the same") {
  Json remote = published(dataset());
  remote["resources"][0]["format"] = "csv";
  remote["resources"][0]["hash"] = "SHA256:" + kOne;
  remote["resources"][0]["schema"] =
      R"({ "primaryKey": ["ID"], "fields": [{"type": "string", "name": "ID", "title": "ID", "role": "id"},
         {"name": "緯度", "type": "number", "title": "緯度", "role": "latitude"}] })";
  remote["resources"][1]["size"] = "200";
  CHECK_FALSE(plan_for(dataset(), remote).changes());
}

TEST_CASE("only what we manage is changed") {
  Json remote = published(dataset());
  remote["title"] = "前の題";
  remote["author"] = "だれか";
  remote["tags"] = Json::parse(R"([{"name":"よその印"},{"name":"防災"}])");
  remote["extras"] = Json::parse(R"([{"key":"よその","value":"1"},{"key":"frequency","value":"MONTHLY"}])");
  Json theirs = Json::object();
  theirs["id"] = "r-9";
  theirs["name"] = "よその表";
  theirs["url"] = "http://elsewhere.jp/a.xlsx";
  remote["resources"].push_back(theirs);
  PlanOptions options;
  options.remove_missing = true;
  const DatasetPlan plan = plan_for(dataset(), remote, options);
  CHECK(told(plan) ==
        "update-dataset:anzen-35215 unchanged-resource:map-csv unchanged-resource:map-geojson "
        "leave-resource:r-9");
  CHECK(fields_of(plan.actions[0]) == Names{"title", "tags", "extras.frequency", "extras.出典"});
  CHECK(plan.actions[0].fields[0].before == "\"前の題\"");
  CHECK(plan.actions[0].fields[1].after == R"(["よその印","防災","通学路"])");
  CHECK(plan.actions[0].fields[2].before == "\"MONTHLY\"");
  CHECK(plan.actions[0].fields[3].before.empty());
  CHECK(Json::parse(plan.prior)["extras"]["よその"] == "1");

  const Json after = planned_dictionary(remote, plan);
  CHECK(after["author"] == "だれか");
  CHECK(after["title"] == "【周南市】安全マップ");
  CHECK(after["tags"].size() == 3);
  CHECK(
      after["extras"].dump() ==
      R"([{"key":"よその","value":"1"},{"key":"frequency","value":"ANNUAL"},{"key":"出典","value":"国土地理院"}])");
  CHECK(after["resources"].size() == 3);
}

TEST_CASE("a changed file is sent under its published name") {
  Json remote = published(dataset());
  remote["resources"][0]["hash"] = "sha256:" + kTwo;
  remote["resources"][0]["url"] = "http://example.jp/dataset/d/resource/r/download/old.csv?x=1";
  const DatasetPlan plan = plan_for(dataset(), remote);
  CHECK(told(plan) == "unchanged-dataset:anzen-35215 upload-resource:map-csv unchanged-resource:map-geojson");
  CHECK(plan.actions[1].id == "r-1");
  CHECK(plan.actions[1].file.file_name == "old.csv");
  CHECK(plan.actions[1].published_sha256 == kTwo);

  SECTION("as is one whose size is not the hash's") {
    remote["resources"][0]["hash"] = "sha256:" + kOne;
    remote["resources"][0]["size"] = 99;
    CHECK(plan_for(dataset(), remote).actions[1].change == Change::upload);
  }
  SECTION("or whose hash nobody knows") {
    remote["resources"][0]["hash"] = "";
    const DatasetPlan again = plan_for(dataset(), remote);
    CHECK(again.actions[1].change == Change::upload);
    CHECK(again.actions[1].published_sha256.empty());
  }
  SECTION("or that is only a link so far") {
    remote["resources"][0]["hash"] = "sha256:" + kOne;
    remote["resources"][0]["url_type"] = nullptr;
    const DatasetPlan again = plan_for(dataset(), remote);
    CHECK(again.actions[1].change == Change::upload);
    CHECK(again.actions[1].file.file_name == "map.csv");
  }
}

TEST_CASE("columns that come and go are told") {
  Json remote = published(dataset());
  remote["resources"][0]["schema"] = R"({"fields":[{"name":"ID"},{"name":"メモ"}]})";
  const DatasetPlan plan = plan_for(dataset(), remote);
  CHECK(plan.actions[1].change == Change::update);
  CHECK(plan.actions[1].columns_added == Names{"緯度"});
  CHECK(plan.actions[1].columns_removed == Names{"メモ"});
}

TEST_CASE("resources are known by key, then by file name, then by format and title") {
  Json remote = published(dataset());
  Json& resources = remote["resources"];
  std::swap(resources[0], resources[1]);
  CHECK(pair_resources(dataset().resources, remote_dataset(remote).resources) == std::vector<int>{1, 0});
  for (Json& resource : resources) resource.erase("anzenmap_key");
  CHECK(pair_resources(dataset().resources, remote_dataset(remote).resources) == std::vector<int>{1, 0});
  for (Json& resource : resources) resource["url"] = "http://example.jp/download/x";
  CHECK(pair_resources(dataset().resources, remote_dataset(remote).resources) == std::vector<int>{1, 0});
  SECTION("two that look alike are left to people") {
    resources.push_back(resources[0]);
    CHECK(pair_resources(dataset().resources, remote_dataset(remote).resources) == std::vector<int>{1, -1});
  }
  SECTION("one of another key of ours is another") {
    for (Json& resource : resources) resource["anzenmap_key"] = "other";
    CHECK(pair_resources(dataset().resources, remote_dataset(remote).resources) == std::vector<int>{-1, -1});
  }
  SECTION("a copy made by hand is left") {
    Json copied = published(dataset());
    copied["resources"].push_back(copied["resources"][0]);
    CHECK(pair_resources(dataset().resources, remote_dataset(copied).resources) == std::vector<int>{0, 1});
  }
}

TEST_CASE("ours that the package no longer has go only when that is wanted") {
  const Json remote = published(dataset());
  Dataset fewer = dataset();
  fewer.resources.pop_back();
  CHECK(told(plan_for(fewer, remote)) ==
        "unchanged-dataset:anzen-35215 unchanged-resource:map-csv leave-resource:r-2");
  PlanOptions options;
  options.remove_missing = true;
  const DatasetPlan plan = plan_for(fewer, remote, options);
  CHECK(told(plan) == "unchanged-dataset:anzen-35215 unchanged-resource:map-csv remove-resource:r-2");
  CHECK(planned_dictionary(remote, plan)["resources"].size() == 1);
}

TEST_CASE("a resource that is added gets its views") {
  Dataset fewer = dataset();
  fewer.resources.pop_back();
  const Json remote = published(fewer);
  const DatasetPlan plan = plan_for(dataset(), remote);
  CHECK(told(plan) ==
        "unchanged-dataset:anzen-35215 unchanged-resource:map-csv create-resource:map-geojson "
        "create-view:map-geojson");
  CHECK(planned_dictionary(remote, plan)["resources"][1]["anzenmap_key"] == "map-geojson");
}

TEST_CASE("a dataset that was left unfinished is completed, one that somebody hid stays hidden") {
  Json remote = published(dataset());
  remote["private"] = true;
  const DatasetPlan hidden = plan_for(dataset(), remote);
  CHECK_FALSE(hidden.changes());
  CHECK(hidden.stays_private);
  CHECK_FALSE(hidden.unfinished);

  SECTION("by the mark that is taken away at the end") {
    Json& mark = remote["extras"].emplace_back(Json::object());
    mark["key"] = kUnfinished;
    mark["value"] = "abcd 途中";
    const DatasetPlan plan = plan_for(dataset(), remote);
    CHECK(plan.unfinished);
    CHECK_FALSE(plan.stays_private);
    CHECK(fields_of(plan.actions[0]) == Names{"private"});
  }
  SECTION("or by a file that never came, where the site drops extras") {
    remote.erase("extras");
    remote["resources"][1]["hash"] = "";
    remote["resources"][1]["size"] = nullptr;
    const DatasetPlan plan = plan_for(dataset(), remote);
    CHECK(plan.unfinished);
    CHECK(plan.actions[2].change == Change::upload);
    Dataset fewer = dataset();
    fewer.resources.pop_back();
    CHECK(plan_for(fewer, remote).actions[2].change == Change::remove);
  }
}

TEST_CASE("a deleted dataset is as good as none") {
  Json remote = published(dataset());
  remote["state"] = "deleted";
  CHECK(plan_for(dataset(), remote).actions[0].change == Change::create);
}

TEST_CASE("the DataStore is filled anew, looked at, or known to be in step") {
  PlanOptions options;
  options.datastore = true;
  CHECK(told(compare(dataset(), nullptr, TargetKind::ckan, options)) ==
        "create-dataset:anzen-35215 create-resource:map-csv create-datastore:map-csv "
        "create-view:map-csv create-resource:map-geojson");
  Json remote = published(dataset());
  Json& resource = remote["resources"][0];
  const auto change = [&] { return plan_for(dataset(), remote, options).actions[2].change; };
  CHECK(change() == Change::create);
  resource["datastore_active"] = true;
  CHECK(change() == Change::update);
  resource["anzenmap_datastore"] = "check:" + kOne;
  CHECK(change() == Change::update);
  resource["anzenmap_datastore"] = kOne;
  CHECK(change() == Change::unchanged);
  resource["hash"] = "sha256:" + kTwo;
  resource["anzenmap_datastore"] = kTwo;
  CHECK(change() == Change::update);
  resource["anzenmap_unfinished"] = "abcd";
  CHECK(change() == Change::create);
}

TEST_CASE("file names are of what CKAN keeps") {
  const auto name = [](const std::string& path, const std::string& key) {
    Resource resource;
    resource.path = path;
    resource.key = key;
    return upload_name(resource);
  };
  CHECK(name("map.csv", "k") == "map.csv");
  CHECK(name("sub/Map 2026--v1.CSV", "k") == "map-2026-v1.csv");
  CHECK(name("避難所_35215.csv", "hinanjo-csv") == "hinanjo.csv");
  CHECK(name("避難所.csv", "避難所") == "data.csv");
  CHECK(name("map.tar.gz", "k") == "map.tar.gz");
  CHECK(name("a%b(1).csv", "k") == "ab1.csv");
  CHECK(name(".csv", "k") == "csv");
  CHECK(name(std::string(200, 'a') + ".csv", "k").size() == 100);
}

TEST_CASE("what CKAN touches for nothing is no difference") {
  const Json before = published(dataset());
  Json now = before;
  now["metadata_modified"] = "2026-12-01T00:00:00";
  now["license_title"] = "CC BY";
  now["resources"][0]["metadata_modified"] = "2026-12-01T00:00:00";
  now["resources"][0]["datastore_active"] = true;
  now["num_tags"] = 7;
  std::swap(now["tags"][0], now["tags"][1]);
  const auto between = [&] {
    return differences(state_of(remote_dataset(before)), state_of(remote_dataset(now)));
  };
  CHECK(between().empty());
  now["notes"] = "書きかえた";
  now["resources"][0]["last_modified"] = "2026-12-01T00:00:00";
  now["extras"][0]["value"] = "DAILY";
  const std::vector<FieldChange> found = between();
  REQUIRE(found.size() == 3);
  CHECK(found[0].field == "notes");
  CHECK(found[0].before == "\"説明\"");
  CHECK(found[0].after == "\"書きかえた\"");
  CHECK(found[1].field == "extras.frequency");
  CHECK(found[2].field == "resources.r-1.last_modified");
  now["resources"].erase(1);
  CHECK(between().back().field == "resources.r-2");
}
