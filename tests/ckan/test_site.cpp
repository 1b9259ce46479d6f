// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <vector>

#include "ckan/remote.hpp"
#include "ckan/site/planning.hpp"
#include "ckan/site/revision.hpp"
#include "ckan/site/unmet.hpp"
#include "tests/catch.hpp"

using namespace anzenmap;
using namespace anzenmap::ckan;

namespace {

const std::string kOld(64, 'a');
const std::string kNew(64, 'b');

Json resource(const std::string& id, const std::string& key, const std::string& sha256) {
  Json out = Json::object();
  out["id"] = id;
  out["name"] = key;
  out["format"] = "CSV";
  out["hash"] = "sha256:" + sha256;
  out["size"] = 7U;
  out["url_type"] = "upload";
  out["url"] = "http://example.jp/download/" + key + ".csv";
  out[kKeyMember] = key;
  return out;
}

RemoteDataset published() {
  Json out = Json::object();
  out["id"] = "d-1";
  out["name"] = "anzen";
  out["title"] = "前";
  out["private"] = false;
  out["metadata_modified"] = "2026-11-24T00:00:00.000001";
  out["tags"] = Json::parse(R"([{"name":"防災"}])");
  out["extras"] = Json::parse(R"([{"key":"よその","value":"1"}])");
  out["resources"] = Json::array();
  out["resources"].push_back(resource("aaaaaaaa-1111-4000", "one", kOld));
  out["resources"].push_back(resource("aaaaaaaa-2222-4000", "two", kOld));
  return remote_dataset(out);
}

Action dataset_update(std::vector<FieldChange> fields) {
  Action action;
  action.change = Change::update;
  action.key = "anzen";
  action.fields = std::move(fields);
  return action;
}

Action upload(const std::string& id, const std::string& key) {
  Action action;
  action.change = Change::upload;
  action.subject = Subject::resource;
  action.id = id;
  action.key = key;
  action.file = {"/out/" + key + ".csv", key + ".csv", "text/csv", 7, kNew};
  return action;
}

DatasetPlan plan_of(std::vector<Action> actions) {
  DatasetPlan plan;
  plan.name = "anzen";
  plan.id = "d-1";
  plan.actions = std::move(actions);
  return plan;
}

Revision revision_for(const DatasetPlan& plan, const RevisionExtras& extras = {}) {
  return revision_of(plan, state_of(published()), "2026-11-24T00:00:00.000001", extras);
}

std::string refusal_of(const Dataset& dataset, const PlanOptions& options = {}) {
  try {
    refuse_unpublishable(dataset, options);
  } catch (const Error& error) {
    CHECK(error.kind() == Error::Kind::refused);
    return std::string(error.code());
  }
  return {};
}

}  // namespace

TEST_CASE("a revision names what must hold and only what changes") {
  const Revision revision = revision_for(plan_of(
      {dataset_update({{"title", "\"前\"", "\"後\""}, {"tags", R"(["防災"])", R"(["防災","通学路"])"}}),
       upload("aaaaaaaa-2222-4000", "two")}));
  const Json arguments = arguments_of(revision);
  CHECK(arguments["match"]["id"] == "d-1");
  CHECK(arguments["match"]["metadata_modified"] == "2026-11-24T00:00:00.000001");
  CHECK(arguments["match"]["resources"][1]["hash"] == "sha256:" + kOld);
  CHECK(arguments["update"].dump() == R"({"title":"後"})");
  CHECK(arguments["update__tags__extend"] == R"([{"name":"通学路"}])");
  // Ids that begin alike are told apart.
  CHECK(arguments["update__resources__aaaaaaaa-2"] == R"({"hash":"sha256:)" + kNew + R"("})");
  CHECK_FALSE(arguments.contains("filter"));
  const std::vector<Part> parts = parts_of(revision);
  REQUIRE(parts.back().path);
  CHECK(parts.back().name == "update__resources__aaaaaaaa-2__upload");
  CHECK(*parts.back().path == "/out/two.csv");
  CHECK(parts.back().file_name == "two.csv");
}

TEST_CASE("the others' extras stay, ours are put beside them") {
  const Json arguments =
      arguments_of(revision_for(plan_of({dataset_update({{"extras.ours", "", "\"2\""}})})));
  CHECK(arguments["filter"].dump() == R"(["-extras"])");
  CHECK(arguments["update"]["extras"].dump() ==
        R"([{"key":"よその","value":"1"},{"key":"ours","value":"2"}])");
}

TEST_CASE("resources come at the end and go by their id") {
  Action come;
  come.change = Change::create;
  come.subject = Subject::resource;
  come.key = "three";
  come.file = {"/out/three.csv", "three.csv", "text/csv", 7, kNew};
  Action go;
  go.change = Change::remove;
  go.subject = Subject::resource;
  go.key = go.id = "aaaaaaaa-1111-4000";
  DatasetPlan plan = plan_of({dataset_update({}), come, go});
  plan.wanted = R"({"resources":[{"name":"三","hash":"sha256:x","size":7,"anzenmap_key":"three"}]})";
  RevisionExtras extras;
  extras.members.emplace_back("three", Json::parse(R"({"anzenmap_unfinished":"run"})"));
  const Revision revision = revision_for(plan, extras);
  const Json arguments = arguments_of(revision);
  CHECK(arguments["filter"].dump() == R"(["-resources__aaaaaaaa-1"])");
  CHECK(arguments["update__resources__extend"] ==
        R"([{"name":"三","hash":"sha256:x","anzenmap_key":"three","anzenmap_unfinished":"run"}])");
  REQUIRE(revision.files.size() == 1);
  CHECK(revision.files[0].first == "resources__-1__upload");
}

TEST_CASE("the last write makes a dataset public and takes the mark away") {
  Json state = state_of(published());
  state["extras"][kUnfinished] = "run 途中";
  RevisionExtras extras;
  extras.publish = true;
  extras.members.emplace_back("aaaaaaaa-1111-4000", Json::parse(R"({"anzenmap_datastore":"x"})"));
  const DatasetPlan plan =
      plan_of({dataset_update({{"private", "true", "false"}}), upload("aaaaaaaa-1111-4000", "one")});
  const Json arguments = arguments_of(revision_of(plan, state, "m", extras));
  CHECK(arguments["update"]["private"] == false);
  CHECK(arguments["update"]["extras"].dump() == R"([{"key":"よその","value":"1"}])");
  CHECK(arguments["update__resources__aaaaaaaa-1"] ==
        R"({"hash":"sha256:)" + kNew + R"(","anzenmap_datastore":"x"})");
  extras.publish = false;
  CHECK_FALSE(arguments_of(revision_of(plan, state, "m", extras)).contains("update"));
}

TEST_CASE("what a server made of a plan is compared with it") {
  DatasetPlan plan = plan_of({dataset_update({{"title", "\"前\"", "\"後\""},
                                              {"tags", "", R"(["防災"])"},
                                              {"extras.よその", "", "\"1\""},
                                              {"owner_org", "", "\"35215\""}}),
                              upload("aaaaaaaa-1111-4000", "one")});
  const auto fields = [&](const RemoteDataset& there, bool is_public) {
    std::string out;
    for (const Unmet& one : unmet(plan, there, is_public)) out += one.field + (one.serious ? "! " : " ");
    return out;
  };
  RemoteDataset there = published();
  CHECK(fields(there, true) == "title hash! ");
  there.fields["title"] = "後";
  there.resources[0].sha256 = kNew;
  CHECK(fields(there, true).empty());
  there.resources[0].bytes = 6;
  there.is_private = true;
  there.fields["extras"] = Json::array();
  CHECK(fields(there, true) == "extras.よその private! size! ");
  CHECK(fields(there, false) == "extras.よその size! ");
  plan.actions[1].change = Change::remove;
  CHECK(fields(there, false) == "extras.よその resource! ");
}

TEST_CASE("what must not be published is refused before any request") {
  Dataset dataset;
  dataset.name = "anzen-35215";
  dataset.title = "安全マップ";
  dataset.organization = "35215";
  dataset.license = "cc-by";
  dataset.audience = Audience::public_;
  CHECK(refusal_of(dataset).empty());
  dataset.counts.rejected = 3;
  dataset.counts.errors = 3;
  CHECK(refusal_of(dataset).empty());
  dataset.counts.errors_in_written = 1;
  CHECK(refusal_of(dataset) == "CK952");
  PlanOptions options;
  options.allow_errors = true;
  CHECK(refusal_of(dataset, options).empty());
  dataset.audience = Audience::internal;
  CHECK(refusal_of(dataset, options) == "CK950");
  dataset.audience = Audience::unknown;
  CHECK(refusal_of(dataset, options) == "CK951");
}
