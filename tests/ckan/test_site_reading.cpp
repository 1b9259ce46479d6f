// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <string>

#include <nlohmann/json.hpp>

#include "ckan/dataset.hpp"
#include "ckan/pull/site_reading.hpp"
#include "gis/base/error.hpp"
#include "gis/files/sha256.hpp"
#include "tests/catch.hpp"
#include "tests/ckan/package_folder.hpp"
#include "tests/ckan/scripted_server.hpp"

using namespace anzenmap;
using namespace anzenmap::ckan;
using anzenmap::ckan::tests::PackageFolder;
using anzenmap::test::answer;
using anzenmap::test::json_answer;
using anzenmap::test::Reply;
using anzenmap::test::result_answer;
using anzenmap::test::ScriptedServer;
using anzenmap::test::Seen;
using Json = nlohmann::ordered_json;

namespace {

constexpr const char* kTable = "ID\r\n1\r\n";

/// A CKAN with one dataset, whose dictionary and files a test may spoil.
struct Site {
  Json dataset =
      Json::parse(R"({"id": "d-1", "name": "aed", "title": "AED", "state": "active", "private": false,
    "organization": {"name": "35215"}, "license_id": "cc-by", "metadata_modified": "2026-01-01",
    "resources": [{"id": "r-1", "name": "表", "format": "CSV", "mimetype": "text/csv", "url_type": "upload",
      "url": "https://elsewhere.example/dataset/d-1/resource/r-1/download/a.csv", "anzenmap_key": "a-csv"},
      {"id": "r-2", "name": "リンク", "url": "https://example.com/x", "url_type": null}]})");
  std::map<std::string, Reply> files{{"/dataset/d-1/resource/r-1/download/a.csv", answer(200, kTable)}};
  std::function<Reply(const Json& asked)> search;

  ScriptedServer server{[this](const Seen& seen) {
    if (seen.target.ends_with("/package_show")) return result_answer(dataset.dump());
    if (seen.target.ends_with("/organization_list_for_user"))
      return result_answer(R"([{"name": "35215"}, {"name": "a\"b"}])");
    if (seen.target.ends_with("/package_search")) return search(Json::parse(seen.body));
    const auto found = files.find(seen.target);
    return found == files.end() ? answer(404, "<html>") : found->second;
  }};

  Json& resource(const char* member) { return dataset["resources"][0][member]; }
};

TransportSettings settings_for(const Site& site) {
  TransportSettings settings;
  settings.base_url = site.server.url();
  settings.retries = 0;
  settings.proxy = "";
  settings.token = Secret("token-of-test");
  return settings;
}

/// Code of what `act` throws, done with the site's API; empty when nothing.
std::string refusal_of(const Site& site, const std::function<void(ActionApi&)>& act) {
  Transport transport(settings_for(site));
  ActionApi api(transport);
  try {
    act(api);
  } catch (const Error& error) {
    return std::string(error.code());
  }
  return {};
}

std::vector<std::string> names_at(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

TEST_CASE("a published dataset is saved as a data package") {
  Site site;
  site.resource("hash") = "sha256:" + sha256_hex(kTable);
  site.resource("size") = 7;
  const PackageFolder folder;
  const std::string code =
      refusal_of(site, [&](ActionApi& api) { pull_published(api, "aed", folder.at("back")); });
  CHECK(code.empty());
  CHECK(names_at(folder.at("back")) == std::vector<std::string>{"a.csv", "datapackage.json"});
  CHECK(folder.read("back/a.csv") == kTable);
  const Dataset back = read_dataset(folder.at("back"), {});
  CHECK(back.name == "aed");
  CHECK(back.organization == "35215");
  REQUIRE(back.resources.size() == 1);
  CHECK(back.resources[0].key == "a-csv");
  CHECK(back.resources[0].format == "CSV");
}

TEST_CASE("names that a site sends stay within the folder") {
  Site site;
  site.resource("url") = "https://elsewhere.example/download/%2e%2e%2f%2e%2e%2fevil%0a.csv";
  Json second = site.dataset["resources"][0];
  second["id"] = "r-3";
  second["anzenmap_key"] = "b-csv";
  second["url"] = "https://elsewhere.example/download/EVIL.csv";
  Json third = second;
  third["id"] = "r-4";
  third["anzenmap_key"] = "c-csv";
  third["url"] = "https://elsewhere.example/download/datapackage.json";
  Json fourth = second;
  fourth["id"] = "r-5";
  fourth["anzenmap_key"] = "d-csv";
  fourth["url"] = "https://elsewhere.example/download/.csv";
  for (Json& one : std::vector<Json>{second, third, fourth}) site.dataset["resources"].push_back(one);
  site.files = {{"/dataset/d-1/resource/r-1/download/file", answer(200, "1")},
                {"/dataset/d-1/resource/r-3/download/EVIL.csv", answer(200, "2")},
                {"/dataset/d-1/resource/r-4/download/datapackage.json", answer(200, "3")},
                {"/dataset/d-1/resource/r-5/download/.csv", answer(200, "4")}};
  const PackageFolder folder;
  CHECK(refusal_of(site, [&](ActionApi& api) { pull_published(api, "aed", folder.at("back")); }).empty());
  CHECK(names_at(folder.path()) == std::vector<std::string>{"back"});
  CHECK(names_at(folder.at("back")) == std::vector<std::string>{"EVIL-2.csv", "d-csv.csv",
                                                                "datapackage-2.json", "datapackage.json",
                                                                "evil.csv"});
  CHECK(read_dataset(folder.at("back"), {}).resources.size() == 4);
}

TEST_CASE("a pull that fails leaves nothing") {
  Site site;
  const PackageFolder folder;
  const auto pull = [&] {
    return refusal_of(site, [&](ActionApi& api) { pull_published(api, "aed", folder.at("back")); });
  };
  SECTION("the file is gone") {
    site.files.clear();
    CHECK(pull() == "CK979");
  }
  SECTION("another content") {
    site.resource("hash") = "sha256:" + sha256_hex("other");
    CHECK(pull() == "CK978");
  }
  SECTION("a login page in the file's place, without a hash to tell it by") {
    site.resource("size") = 7;
    site.files.begin()->second = answer(200, "<html>login</html>");
    CHECK(pull() == "CK978");
  }
  SECTION("the line drops") {
    site.files.begin()->second = Reply{"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf", true, false};
    CHECK_FALSE(pull().empty());
  }
  SECTION("an id that would lead elsewhere") {
    site.resource("id") = "../../r-1";
    CHECK(pull() == "CK979");
  }
  SECTION("nothing but links") {
    site.dataset["resources"].erase(0);
    CHECK(pull() == "CK981");
  }
  SECTION("deleted") {
    site.dataset["state"] = "deleted";
    CHECK(pull() == "CK975");
  }
  CHECK_FALSE(std::filesystem::exists(folder.at("back")));
}

TEST_CASE("files that a site keeps elsewhere are fetched without the token") {
  Site site;
  std::string authorization = "none asked";
  const ScriptedServer store([&](const Seen& seen) {
    authorization = seen.header("authorization");
    return answer(200, kTable);
  });
  // Another host by name: the token belongs to the first.
  site.files.begin()->second = answer(302, "", "Location: " + store.url("localhost") + "/a.csv\r\n");
  const PackageFolder folder;
  CHECK(refusal_of(site, [&](ActionApi& api) { pull_published(api, "aed", folder.at("back")); }).empty());
  CHECK(folder.read("back/a.csv") == kTable);
  CHECK(authorization.empty());
}

TEST_CASE("published files are looked at one by one") {
  Site site;
  site.resource("hash") = "sha256:" + sha256_hex(kTable);
  const auto check = [&] {
    std::vector<ResourceCheck> out;
    const std::string names[] = {"aed"};
    CHECK(refusal_of(site, [&](ActionApi& api) { out = check_published(api, names); }).empty());
    REQUIRE(out.size() == 1);
    CHECK(out[0].key == "a-csv");
    return out[0];
  };
  CHECK(check().state == ResourceCheck::State::good);
  SECTION("changed") {
    site.files.begin()->second = answer(200, "ID\r\n2\r\n");
    CHECK(check().state == ResourceCheck::State::changed);
  }
  SECTION("missing") {
    site.files.clear();
    const ResourceCheck one = check();
    CHECK(one.state == ResourceCheck::State::missing);
    CHECK(one.fault->message(Language::en).find("HTTP 404") != std::string::npos);
  }
  SECTION("unverified") {
    site.resource("hash") = "";
    const ResourceCheck one = check();
    CHECK(one.state == ResourceCheck::State::unverified);
    CHECK(std::string(one.fault->code()) == "CK980");
  }
}

TEST_CASE("datasets are listed page by page") {
  Site site;
  std::vector<std::string> filters;
  site.search = [&](const Json& asked) {
    filters.push_back(asked["fq"]);
    const int start = asked["start"];
    Json page = Json::parse(R"({"count": 3, "results": []})");
    // A site that gives two at a time, whatever was asked for.
    for (int i = start; i < std::min(start + 2, 3); ++i) {
      Json one = site.dataset;
      one["name"] = "aed-" + std::to_string(i);
      page["results"].push_back(one);
    }
    return result_answer(page.dump());
  };
  std::vector<PublishedDataset> found;
  CHECK(refusal_of(site, [&](ActionApi& api) { found = list_published(api, "35215"); }).empty());
  REQUIRE(found.size() == 3);
  CHECK(found[2].name == "aed-2");
  CHECK(found[0].resources[0].key == "a-csv");
  CHECK(filters == std::vector<std::string>{R"(organization:("35215"))", R"(organization:("35215"))"});
  CHECK(refusal_of(site, [&](ActionApi& api) { found = list_published(api, ""); }).empty());
  CHECK(filters.back() == R"(organization:("35215" OR "a\"b"))");
}
