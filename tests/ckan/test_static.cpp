// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <functional>
#include <map>
#include <string>

#include "ckan/dataset.hpp"
#include "ckan/remote.hpp"
#include "ckan/static/catalogue_lock.hpp"
#include "ckan/static/entry.hpp"
#include "ckan/target.hpp"
#include "gis/base/error.hpp"
#include "tests/catch.hpp"
#include "tests/ckan/package_folder.hpp"

using namespace anzenmap;
using namespace anzenmap::ckan;
using anzenmap::ckan::tests::PackageFolder;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view kTable = "ID,緯度,経度\r\n1,34,131\r\n";
using State = DatasetResult::State;

/// A package of two files in a folder of its own.
class Package {
 public:
  explicit Package(const std::string& name, const std::string& title = "【周南市】AED") {
    folder_.write("a.csv", kTable);
    folder_.write("data/避難所.geojson", R"({"type":"FeatureCollection","features":[]})");
    describe(name, title);
  }
  void describe(const std::string& name, const std::string& title, const std::string& more = "") {
    folder_.write(
        "datapackage.json",
        R"({"name": ")" + name + R"(", "title": ")" + title +
            R"(", "description": "一行目\n<script>alert(1)</script>", "audience": "public", "version": "1.0",
      "homepage": "https://example.jp/aed", "licenses": [{"name": "cc-by", "title": "CC BY 4.0",
      "path": "https://creativecommons.org/licenses/by/4.0/"}], "keywords": ["防災", "AED設置"],
      "contributors": [{"title": "防災課 <>", "email": "b@example.jp", "role": "maintainer"}],
      "sources": [{"title": "国土数値情報", "attribution": "「国土数値情報」を加工して作成"}],
      "spatial": {"bbox": [131.5, 33.9, 132.25, 34.1]}, "temporal": {"start": "2024-04-01", "end": "2025-03-31"},
      "frequency": "ANNUAL", "ckan": {"organization": "35215", "groups": ["anzen"],
        "extras": {"更新日": "2025-04-01", "担当": "防災係"}},
      "resources": [{"name": "aed-csv", "path": "a.csv", "title": "表", "encoding": "utf-8", "mediatype": "text/csv",
        "schema": {"primaryKey": "ID", "fields": [{"name": "ID", "type": "string", "role": "id"},
          {"name": "緯度", "type": "number", "role": "latitude"}, {"name": "経度", "type": "number"}]}},
        {"name": "aed-geojson", "path": "data/避難所.geojson"}])" +
            more + "}");
  }
  [[nodiscard]] const PackageFolder& folder() const { return folder_; }
  [[nodiscard]] Dataset read() const { return read_dataset(folder_.path(), {}); }

 private:
  PackageFolder folder_;
};

Plan planned(Target& target, const std::vector<Dataset>& datasets, const PlanOptions& options = {}) {
  return target.plan(datasets, options);
}

ApplyResult publish(Target& target, const std::vector<Dataset>& datasets, const PlanOptions& options = {},
                    bool deletes = false) {
  ApplyOptions apply;
  apply.deletes_confirmed = deletes;
  apply.verify_full = true;
  return target.apply(planned(target, datasets, options), apply);
}

/// Every file below a folder with its bytes and time.
std::map<std::string, std::pair<std::string, fs::file_time_type>> snapshot(const PackageFolder& folder) {
  std::map<std::string, std::pair<std::string, fs::file_time_type>> out;
  for (const auto& entry : fs::recursive_directory_iterator(folder.path()))
    if (entry.is_regular_file()) {
      const std::string name = fs::relative(entry.path(), folder.path()).string();
      out[name] = {folder.read(name), entry.last_write_time()};
    }
  return out;
}

std::string refusal_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    return std::string(error.code());
  }
  return {};
}

std::string fault_of(const ApplyResult& result, std::size_t at = 0) {
  const auto& faults = result.datasets.at(at).faults;
  return faults.empty() ? std::string() : std::string(faults.front().code());
}

Json json_of(const PackageFolder& folder, const std::string& name) { return Json::parse(folder.read(name)); }

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a dataset becomes a folder of a catalogue that can be served") {
  const Package package("aed-map");
  const PackageFolder folder;
  const auto target = open_directory(folder.at("catalogue"));
  const ApplyResult result = publish(*target, {package.read()});
  REQUIRE(result.datasets.size() == 1);
  CHECK(result.datasets[0].state == State::applied);
  CHECK(result.datasets[0].done ==
        std::vector<std::string>{"dataset", "resource aed-csv", "resource aed-geojson"});
  CHECK(result.writes == 6);
  CHECK(folder.read("catalogue/aed-map/a.csv") == kTable);
  CHECK(folder.read("catalogue/aed-map/aed.geojson") == package.folder().read("data/避難所.geojson"));
  const Json descriptor = json_of(folder, "catalogue/aed-map/datapackage.json");
  CHECK(descriptor["resources"][0]["path"] == "a.csv");
  CHECK(descriptor["licenses"][0]["path"] == "https://creativecommons.org/licenses/by/4.0/");
  CHECK_FALSE(fs::exists(folder.at("catalogue/aed-map/.anzenmap-unfinished.json")));

  SECTION("a second run writes nothing") {
    const auto before = snapshot(folder);
    const Plan again = planned(*target, {package.read()});
    CHECK_FALSE(again.changes());
    const ApplyResult second = target->apply(again, {});
    CHECK(second.datasets[0].state == State::unchanged);
    CHECK(second.writes == 0);
    CHECK(snapshot(folder) == before);
  }
  SECTION("what comes back is what went, and equal bytes come of it") {
    target->pull("aed-map", folder.at("back"));
    Dataset back = read_dataset(folder.at("back"), {});
    const Dataset went = package.read();
    CHECK(wanted_dictionary(back, TargetKind::ckan).dump() != "");
    Json one = wanted_dictionary(back, TargetKind::directory);
    Json other = wanted_dictionary(went, TargetKind::directory);
    CHECK(one == other);
    const auto elsewhere = open_directory(folder.at("catalogue-2"));
    publish(*elsewhere, {back});
    for (const char* name : {"/index.html", "/catalog.jsonld", "/data.json", "/aed-map/datapackage.json"})
      CHECK(folder.read("catalogue" + std::string(name)) == folder.read("catalogue-2" + std::string(name)));
  }
  SECTION("a changed cell is one file, its descriptor and the lists") {
    const auto before = snapshot(folder);
    package.folder().write("a.csv", "ID,緯度,経度\r\n1,34,132\r\n");
    const Plan plan = planned(*target, {package.read()});
    CHECK(plan.counts().upload == 1);
    CHECK(plan.counts().unchanged == 2);
    target->apply(plan, {});
    const auto after = snapshot(folder);
    CHECK(after.at("catalogue/aed-map/a.csv").first == "ID,緯度,経度\r\n1,34,132\r\n");
    CHECK(after.at("catalogue/aed-map/aed.geojson") == before.at("catalogue/aed-map/aed.geojson"));
    CHECK_FALSE(planned(*target, {package.read()}).changes());
  }
  SECTION("show, list and check") {
    const PublishedDataset shown = target->show("aed-map");
    CHECK(shown.title == "【周南市】AED");
    CHECK(shown.organization == "35215");
    REQUIRE(shown.resources.size() == 2);
    CHECK(shown.resources[1].key == "aed-geojson");
    CHECK(shown.resources[1].format == "GeoJSON");
    CHECK(target->list("").size() == 1);
    CHECK(target->list("35203").empty());
    CHECK(refusal_of([&] { static_cast<void>(target->show("none")); }) == "CK975");
    CHECK(refusal_of([&] { static_cast<void>(target->show("../aed-map")); }) == "CK975");
    const std::string names[] = {"aed-map"};
    for (const ResourceCheck& one : target->check(names)) CHECK(one.state == ResourceCheck::State::good);
    folder.write("catalogue/aed-map/a.csv", "x");
    fs::remove(folder.at("catalogue/aed-map/aed.geojson"));
    const auto checks = target->check(names);
    CHECK(checks[0].state == ResourceCheck::State::changed);
    CHECK(std::string(checks[0].fault->code()) == "CK978");
    CHECK(checks[1].state == ResourceCheck::State::missing);
    CHECK(refusal_of([&] { target->pull("aed-map", folder.at("back")); }) == "CK978");
    CHECK_FALSE(fs::exists(folder.at("back")));
  }
  SECTION("a file that was spoiled is put right") {
    folder.write("catalogue/aed-map/a.csv", "spoiled");
    const Plan plan = planned(*target, {package.read()});
    CHECK(plan.counts().upload == 1);
    target->apply(plan, {});
    CHECK(folder.read("catalogue/aed-map/a.csv") == kTable);
    CHECK_FALSE(planned(*target, {package.read()}).changes());
  }
  SECTION("lists that are gone or old are a change of their own") {
    const std::string page = folder.read("catalogue/index.html");
    fs::remove(folder.at("catalogue/index.html"));
    const Plan plan = planned(*target, {package.read()});
    REQUIRE(plan.counts().update == 1);
    CHECK(plan.datasets[0].actions[0].fields.at(0).field == "index.html");
    const auto before = snapshot(folder);
    CHECK(target->apply(plan, {}).writes == 1);
    CHECK(folder.read("catalogue/index.html") == page);
    CHECK(snapshot(folder).at("catalogue/aed-map/datapackage.json") ==
          before.at("catalogue/aed-map/datapackage.json"));
  }
  SECTION("a map beside the files is linked") {
    folder.write("catalogue/aed-map/遠石 小.map.html", "<html>");
    publish(*target, {package.read()});
    CHECK(contains(folder.read("catalogue/index.html"),
                   "href=\"aed-map/%E9%81%A0%E7%9F%B3%20%E5%B0%8F.map.html\""));
    CHECK_FALSE(planned(*target, {package.read()}).changes());
  }
  SECTION("members that others put into the published descriptor stay") {
    Json edited = json_of(folder, "catalogue/aed-map/datapackage.json");
    edited["x_office"] = "係";
    edited["resources"][0]["x_note"] = "注";
    folder.write("catalogue/aed-map/datapackage.json", edited.dump());
    CHECK_FALSE(planned(*target, {package.read()}).changes());
    Package other("aed-map", "新しい題");
    publish(*target, {other.read()});
    const Json now = json_of(folder, "catalogue/aed-map/datapackage.json");
    CHECK(now["title"] == "新しい題");
    CHECK(now["x_office"] == "係");
    CHECK(now["resources"][0]["x_note"] == "注");
  }
}

TEST_CASE("a stale plan is refused and changes nothing") {
  const Package package("aed-map");
  const PackageFolder folder;
  const auto target = open_directory(folder.path());
  const Plan first = planned(*target, {package.read()});
  SECTION("somebody published it first") {
    publish(*target, {Package("aed-map", "ほか").read()});
    const auto before = snapshot(folder);
    CHECK(fault_of(target->apply(first, {})) == "CK957");
    CHECK(snapshot(folder) == before);
  }
  SECTION("a value changed") {
    target->apply(first, {});
    const Plan plan = planned(*target, {Package("aed-map", "新しい題").read()});
    publish(*target, {Package("aed-map", "ほかの題").read()});
    const auto before = snapshot(folder);
    const ApplyResult result = target->apply(plan, {});
    CHECK(result.datasets[0].state == State::refused);
    CHECK(fault_of(result) == "CK956");
    CHECK(contains(result.datasets[0].faults[0].message(Language::en), "ほかの題"));
    CHECK(result.datasets[0].remaining == std::vector<std::string>{"dataset"});
    CHECK(snapshot(folder) == before);
  }
  SECTION("a published file changed") {
    target->apply(first, {});
    const Plan plan = planned(*target, {Package("aed-map", "新しい題").read()});
    folder.write("aed-map/a.csv", "x");
    CHECK(fault_of(target->apply(plan, {})) == "CK956");
  }
  SECTION("the file to publish changed") {
    package.folder().write("a.csv", "x");
    CHECK(fault_of(target->apply(first, {})) == "CK958");
    CHECK_FALSE(fs::exists(folder.at("aed-map/a.csv")));
    CHECK_FALSE(fs::exists(folder.at("index.html")));
  }
  SECTION("the plan is for another folder") {
    const PackageFolder other;
    CHECK(refusal_of([&] { static_cast<void>(open_directory(other.path())->apply(first, {})); }) == "CK962");
  }
}

TEST_CASE("what is not ours is neither overwritten nor followed") {
  const Package package("aed-map");
  const PackageFolder folder;
  const PackageFolder outside;
  const auto target = open_directory(folder.path());
  SECTION("a page of somebody") {
    folder.write("index.html", "<h1>私の</h1>");
    CHECK(refusal_of([&] { static_cast<void>(planned(*target, {package.read()})); }) == "CK971");
    CHECK(folder.read("index.html") == "<h1>私の</h1>");
  }
  SECTION("a file of somebody in the dataset's folder") {
    folder.write("aed-map/a.csv", "私の");
    const ApplyResult result = publish(*target, {package.read()});
    CHECK(fault_of(result) == "CK971");
    CHECK(folder.read("aed-map/a.csv") == "私の");
    CHECK_FALSE(fs::exists(folder.at("aed-map/datapackage.json")));
  }
  SECTION("a package that was not published") {
    folder.write("aed-map/datapackage.json", R"({"name": "aed-map", "resources": []})");
    CHECK(refusal_of([&] { static_cast<void>(planned(*target, {package.read()})); }) == "CK971");
  }
  SECTION("a file in place of the folder") {
    folder.write("aed-map", "");
    CHECK(refusal_of([&] { static_cast<void>(planned(*target, {package.read()})); }) == "CK971");
  }
  SECTION("the dataset's folder is a link") {
    fs::create_directory_symlink(outside.path(), folder.at("aed-map"));
    CHECK(refusal_of([&] { static_cast<void>(planned(*target, {package.read()})); }) == "CK972");
  }
  SECTION("a list is a link") {
    outside.write("victim", "");
    fs::create_symlink(outside.at("victim"), folder.at("data.json"));
    CHECK(refusal_of([&] { static_cast<void>(planned(*target, {package.read()})); }) == "CK972");
    CHECK(outside.read("victim").empty());
  }
  SECTION("the lock is a link") {
    const Plan plan = planned(*target, {package.read()});
    fs::create_symlink(outside.at("victim"), folder.at(".anzenmap-publish.lock"));
    CHECK(refusal_of([&] { static_cast<void>(target->apply(plan, {})); }) == "CK972");
    CHECK_FALSE(fs::exists(outside.at("victim")));
  }
  SECTION("a file is a link") {
    outside.write("victim", "本物");
    fs::create_directory(folder.at("aed-map"));
    fs::create_symlink(outside.at("victim"), folder.at("aed-map/a.csv"));
    CHECK(fault_of(publish(*target, {package.read()})) == "CK972");
    CHECK(outside.read("victim") == "本物");
  }
  SECTION("a published descriptor that leads out") {
    publish(*target, {package.read()});
    Json edited = json_of(folder, "aed-map/datapackage.json");
    edited["resources"][0]["path"] = "../index.html";
    folder.write("aed-map/datapackage.json", edited.dump());
    CHECK(refusal_of([&] { static_cast<void>(planned(*target, {package.read()})); }) == "CK973");
  }
  SECTION("other files and folders stay") {
    folder.write("mine/notes.txt", "私の");
    folder.write("aed-map/notes.txt", "私の");
    publish(*target, {package.read()});
    CHECK(folder.read("mine/notes.txt") == "私の");
    CHECK(folder.read("aed-map/notes.txt") == "私の");
  }
}

TEST_CASE("a killed run is completed by the next") {
  const Package package("aed-map");
  const PackageFolder folder;
  const auto target = open_directory(folder.path());
  // What stays when it is killed after the files and before the lists, and the data has changed since.
  folder.write("aed-map/a.csv", "of yesterday");
  folder.write("aed-map/.anzenmap-unfinished.json", R"(["a.csv"])");
  const ApplyResult result = publish(*target, {package.read()});
  CHECK(result.datasets[0].state == State::applied);
  CHECK(folder.read("aed-map/a.csv") == kTable);
  CHECK_FALSE(fs::exists(folder.at("aed-map/.anzenmap-unfinished.json")));

  SECTION("also when only the descriptor is missing") {
    const auto before = snapshot(folder);
    fs::remove(folder.at("aed-map/datapackage.json"));
    publish(*target, {package.read()});
    for (const auto& [name, file] : snapshot(folder)) {
      CAPTURE(name);
      CHECK(before.at(name).first == file.first);
    }
  }
}

TEST_CASE("two publishers do not mix") {
  const Package package("aed-map");
  const PackageFolder folder;
  const auto target = open_directory(folder.path());
  const Plan plan = planned(*target, {package.read()});
  {
    const CatalogueLock lock(folder.path());
    CHECK(refusal_of([&] { static_cast<void>(target->apply(plan, {})); }) == "CK970");
    CHECK_FALSE(fs::exists(folder.at("aed-map")));
  }
  CHECK(target->apply(plan, {}).datasets[0].state == State::applied);
}

TEST_CASE("what must not be public is not put there") {
  const PackageFolder folder;
  const auto target = open_directory(folder.path());
  Dataset dataset = Package("aed-map").read();
  dataset.audience = Audience::internal;
  CHECK(refusal_of([&] { static_cast<void>(planned(*target, {dataset})); }) == "CK950");
  dataset.audience = Audience::unknown;
  CHECK(refusal_of([&] { static_cast<void>(planned(*target, {dataset})); }) == "CK951");
  dataset.audience = Audience::public_;
  dataset.counts.errors_in_written = 1;
  CHECK(refusal_of([&] { static_cast<void>(planned(*target, {dataset})); }) == "CK952");
  PlanOptions allowed;
  allowed.allow_errors = true;
  CHECK(planned(*target, {dataset}, allowed).changes());
}

TEST_CASE("deleting wants a yes of its own") {
  const Package package("aed-map");
  const PackageFolder folder;
  const auto target = open_directory(folder.path());
  publish(*target, {package.read(), Package("other").read()});
  SECTION("a resource that is gone") {
    Package less("aed-map");
    Json descriptor = json_of(less.folder(), "datapackage.json");
    descriptor["resources"].erase(1);
    less.folder().write("datapackage.json", descriptor.dump());
    CHECK_FALSE(planned(*target, {less.read()}).changes());  // left alone
    PlanOptions options;
    options.remove_missing = true;
    CHECK(fault_of(publish(*target, {less.read()}, options)) == "CK959");
    CHECK(fs::exists(folder.at("aed-map/aed.geojson")));
    publish(*target, {less.read()}, options, true);
    CHECK_FALSE(fs::exists(folder.at("aed-map/aed.geojson")));
    CHECK(json_of(folder, "aed-map/datapackage.json")["resources"].size() == 1);
    CHECK_FALSE(contains(folder.read("index.html"), "aed-map/aed.geojson"));
  }
  SECTION("a whole dataset") {
    folder.write("aed-map/notes.txt", "私の");
    const std::string names[] = {"other", "aed-map", "none"};
    const Plan plan = target->plan_withdrawal(names);
    CHECK(plan.counts().remove == 2);
    CHECK(fault_of(target->apply(plan, {})) == "CK959");
    ApplyOptions yes;
    yes.deletes_confirmed = true;
    const ApplyResult result = target->apply(plan, yes);
    CHECK(result.datasets[0].state == State::applied);
    CHECK(result.datasets[2].state == State::unchanged);
    CHECK_FALSE(fs::exists(folder.at("other")));
    CHECK(folder.read("aed-map/notes.txt") == "私の");
    CHECK(target->list("").empty());
    CHECK(contains(folder.read("index.html"), "公開しているデータセットはありません"));
  }
}

TEST_CASE("the lists say what the descriptor says") {
  const Package package("aed-map");
  const PackageFolder folder;
  const auto target = open_directory(folder.path());
  publish(*target, {package.read()});
  SECTION("for people, with every text escaped") {
    const std::string page = folder.read("index.html");
    CHECK(contains(page, "&lt;script&gt;alert(1)&lt;/script&gt;"));
    CHECK_FALSE(contains(page, "<script"));
    CHECK(contains(page, "防災課 &lt;&gt;"));
    CHECK(contains(page, "default-src &#39;none&#39;") == false);
    CHECK(contains(page, "content=\"default-src 'none'; style-src 'sha256-"));
    CHECK(contains(page, "<html lang=\"ja\">"));
    CHECK(contains(page, "href=\"aed-map/a.csv\""));
    CHECK(contains(page, "2025-04-01"));
    CHECK(contains(page, "CC BY 4.0"));
    CHECK(contains(page, "「国土数値情報」を加工して作成"));
  }
  SECTION("as DCAT-AP") {
    const Json dataset = json_of(folder, "catalog.jsonld")["dcat:dataset"][0];
    CHECK(dataset["dcterms:license"]["@id"] == "https://creativecommons.org/licenses/by/4.0/");
    CHECK(dataset["dcterms:publisher"]["foaf:name"] == "35215");
    CHECK(dataset["dcterms:modified"]["@type"] == "xsd:date");
    CHECK(dataset["dcterms:temporal"]["dcat:startDate"]["@value"] == "2024-04-01");
    CHECK(dataset["dcterms:accrualPeriodicity"]["@id"] ==
          "http://publications.europa.eu/resource/authority/frequency/ANNUAL");
    CHECK(dataset["dcterms:spatial"]["dcat:bbox"]["@value"] ==
          "POLYGON((131.5 33.9, 132.25 33.9, 132.25 34.1, 131.5 34.1, 131.5 33.9))");
    const Json file = dataset["dcat:distribution"][0];
    CHECK(file["dcat:byteSize"]["@value"] == std::to_string(kTable.size()));
    CHECK(file["dcat:mediaType"]["@id"] == "https://www.iana.org/assignments/media-types/text/csv");
    CHECK(dataset["dcat:distribution"][1]["dcat:mediaType"]["@id"] ==
          "https://www.iana.org/assignments/media-types/application/geo+json");
    CHECK(file["spdx:checksum"]["spdx:checksumValue"]["@value"].get<std::string>().size() == 64);
  }
  SECTION("as data.json") {
    const Json dataset = json_of(folder, "data.json")["dataset"][0];
    CHECK(dataset["spatial"] == "131.5,33.9,132.25,34.1");
    CHECK(dataset["temporal"] == "2024-04-01/2025-03-31");
    CHECK(dataset["accrualPeriodicity"] == "R/P1Y");
    CHECK(dataset["contactPoint"]["hasEmail"] == "mailto:b@example.jp");
    CHECK(dataset["distribution"][0]["downloadURL"] == "aed-map/a.csv");
  }
}

TEST_CASE("one dataset that fails does not stop another") {
  const Package good("good");
  const Package bad("bad");
  const PackageFolder folder;
  const auto target = open_directory(folder.path());
  const Plan plan = planned(*target, {bad.read(), good.read()});
  bad.folder().write("a.csv", "changed since");
  const ApplyResult result = target->apply(plan, {});
  CHECK(result.datasets[0].state == State::refused);
  CHECK(result.datasets[1].state == State::applied);
  CHECK_FALSE(fs::exists(folder.at("bad/datapackage.json")));
  CHECK(json_of(folder, "data.json")["dataset"].size() == 1);
  bad.folder().write("a.csv", kTable);
  CHECK(target->apply(planned(*target, {bad.read(), good.read()}), {}).datasets[0].state == State::applied);
  CHECK(json_of(folder, "data.json")["dataset"].size() == 2);
}

TEST_CASE("a published package may be published where it is") {
  const Package package("aed-map");
  const PackageFolder folder;
  const auto target = open_directory(folder.path());
  publish(*target, {package.read()});
  CHECK_FALSE(planned(*target, {read_dataset(folder.at("aed-map"), {})}).changes());
}

TEST_CASE("two files of one name both find a place") {
  const PackageFolder source;
  source.write("x/a.csv", "1");
  source.write("y/a.csv", "2");
  source.write("z/datapackage.json", "3");
  source.write("datapackage.json", R"({"name": "two", "audience": "public", "resources": [
    {"name": "x", "path": "x/a.csv"}, {"name": "y", "path": "y/a.csv"}, {"name": "z", "path": "z/datapackage.json"}]})");
  const PackageFolder folder;
  const auto target = open_directory(folder.path());
  publish(*target, {read_dataset(source.path(), {})});
  CHECK(folder.read("two/a.csv") == "1");
  CHECK(folder.read("two/a-2.csv") == "2");
  CHECK(folder.read("two/datapackage-2.json") == "3");
  CHECK_FALSE(planned(*target, {read_dataset(source.path(), {})}).changes());
}

TEST_CASE("dates are those that ISO 8601 has") {
  CHECK(date_form("2024") == DateForm::year);
  CHECK(date_form("2024-04") == DateForm::month);
  CHECK(date_form("2024-04-01") == DateForm::day);
  CHECK(date_form("2024-04-01T10:00:00+09:00") == DateForm::time);
  CHECK(date_form("2024-04-01T10:00:00.5Z") == DateForm::time);
  CHECK(date_form("令和6年") == DateForm::none);
  CHECK(date_form("2024/04/01") == DateForm::none);
  CHECK(date_form("") == DateForm::none);
}
