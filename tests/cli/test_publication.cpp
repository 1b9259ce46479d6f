// SPDX-License-Identifier: Apache-2.0
#include <sys/stat.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

#include "catch.hpp"
#include "ckan/target.hpp"
#include "cli/publishing/publication.hpp"
#include "cli/publishing/publishing_rules.hpp"
#include "cli/view/field_change_text.hpp"
#include "cli/view/layout.hpp"
#include "cli/view/plan_view.hpp"
#include "cli/view/upload_progress.hpp"

using namespace anzenmap;
using namespace anzenmap::cli;
namespace fs = std::filesystem;
using State = ckan::DatasetResult::State;

namespace {

ckan::Action action(ckan::Change change, ckan::Subject subject, std::string key) {
  ckan::Action made;
  made.change = change;
  made.subject = subject;
  made.key = std::move(key);
  return made;
}

/// A dataset of which everything happens to something.
ckan::Plan plan_of_all() {
  using ckan::Change;
  using ckan::Subject;
  ckan::DatasetPlan fresh;
  fresh.name = "35215-toishi";
  fresh.title = "【周南市】遠石小 安全マップ";
  fresh.audience_by_person = true;
  fresh.actions = {action(Change::create, Subject::dataset, fresh.name),
                   action(Change::create, Subject::resource, "toishi-csv")};
  fresh.actions[0].fields = {{"title", "", "\"【周南市】遠石小 安全マップ\""},
                             {"owner_org", "", "\"35215\""}};
  fresh.actions[1].file = {"out/toishi.csv", "toishi.csv", "text/csv", 24100, std::string(64, 'a')};
  ckan::DatasetPlan old;
  old.name = "35215-syuuyou";
  old.id = "c0ffee";
  old.actions = {
      action(Change::update, Subject::dataset, old.name), action(Change::upload, Subject::resource, "csv"),
      action(Change::unchanged, Subject::resource, "geojson"),
      action(Change::remove, Subject::resource, "old-pdf"), action(Change::leave, Subject::resource, "r-1")};
  old.actions[0].fields = {{"license_id", "\"cc-by\"", "\"cc-zero\""},
                           {"tags", "[\"防災\"]", "[\"防災\",\"安全\"]"},
                           {"extras.調査年度", "", "\"2026\""},
                           {"version", "\"1\"", ""}};
  old.actions[1].file = {"out/syuuyou.csv", "syuuyou.csv", "text/csv", 812, std::string(64, 'b')};
  old.actions[1].columns_added = {"備考"};
  old.actions[1].columns_removed = {"天気"};
  old.actions[4].title = "別の部署の\x1b[31m資料";
  ckan::DatasetPlan same;
  same.name = "35215-imajuku";
  same.actions = {action(Change::unchanged, Subject::dataset, same.name)};
  return {ckan::TargetKind::ckan, "https://www.example.jp/ckan", false, {fresh, old, same}};
}

ckan::Plan plan_without_changes() {
  ckan::Plan plan = plan_of_all();
  plan.datasets.erase(plan.datasets.begin(), plan.datasets.begin() + 2);
  return plan;
}

ckan::Plan plan_without_deletions() {
  ckan::Plan plan = plan_of_all();
  plan.datasets.erase(plan.datasets.begin() + 1);
  return plan;
}

/// Remembers what it was asked to apply.
class Recorder : public ckan::Target {
 public:
  State state = State::applied;
  int applied = 0;
  ckan::ApplyOptions options;

  ckan::TargetFacts facts() override { return {}; }
  ckan::Plan plan(std::span<const ckan::Dataset>, const ckan::PlanOptions&) override { return {}; }
  ckan::ApplyResult apply(const ckan::Plan& plan, const ckan::ApplyOptions& how) override {
    ++applied;
    options = how;
    ckan::ApplyResult result;
    for (const ckan::DatasetPlan& dataset : plan.datasets) {
      ckan::DatasetResult one;
      one.name = dataset.name;
      one.state = dataset.changes() ? state : State::unchanged;
      one.done = {"dataset"};
      one.remaining = {"resource csv"};
      result.datasets.push_back(one);
    }
    result.requests = 5;
    result.writes = 4;
    return result;
  }
  std::vector<ckan::PublishedDataset> list(const std::string&) override { return {}; }
  ckan::PublishedDataset show(const std::string&) override { return {}; }
  void pull(const std::string&, const std::string&) override {}
  ckan::Plan plan_withdrawal(std::span<const std::string>) override { return {}; }
  std::vector<ckan::ResourceCheck> check(std::span<const std::string>) override { return {}; }
};

/// What a person saw, and how it ended.
struct Run {
  int code = 0;
  std::string out;
  std::string err;
  Recorder target;

  [[nodiscard]] bool says(std::string_view text) const { return out.find(text) != std::string::npos; }
  [[nodiscard]] bool complains(std::string_view text) const { return err.find(text) != std::string::npos; }
};

struct Setting {
  PublicationOptions how;
  std::optional<std::string> typed;  ///< at a terminal; nothing = there is none
  State state = State::applied;
  bool json = false;
  Language language = Language::en;
};

Run run(ckan::Plan plan, Setting setting) {
  Run done;
  std::ostringstream out, err;
  std::istringstream in(setting.typed.value_or(""));
  Streams streams{out, err};
  streams.language = setting.language;
  streams.json = setting.json;
  if (setting.typed) streams.in = &in;
  done.target.state = setting.state;
  done.code = publish_and_show(done.target, std::move(plan), setting.how, streams);
  done.out = out.str();
  done.err = err.str();
  return done;
}

std::string plan_text(const ckan::Plan& plan, Language language, int width = 80) {
  std::ostringstream out, err;
  Streams streams{out, err};
  streams.language = language;
  streams.width = width;
  print_plan(plan, streams);
  return out.str();
}

}  // namespace

TEST_CASE("a plan is shown as a person reads it") {
  CHECK(plan_text(plan_of_all(), Language::ja) == R"(公開先： https://www.example.jp/ckan

+ 35215-toishi  【周南市】遠石小 安全マップ  新しく作ります
    公開してよいことは --audience public で人が保証しています
    組織  35215
  + toishi-csv  加えます  toishi.csv  24.1 KB

~ 35215-syuuyou  書きかえます
    ライセンス  cc-by → cc-zero
    タグ        防災 → 防災、安全
    調査年度    2026
    版          1 → （なし）
  ~ csv  中身が違うので入れかえます  syuuyou.csv  812 B
      増える列： 備考
      なくなる列： 天気
  = geojson  変わりません
  - old-pdf  削除します
  . r-1「別の部署の)"
                                                  "\xEF\xBF\xBD"
                                                  R"([31m資料」  カタログだけにあるので触れません

= 35215-imajuku  変わりません

計画： 作成 2、変更 1、入れかえ 1、削除 1、同じ 2、触れない 1
)");
}

TEST_CASE("no line of a plan is wider than the terminal") {
  ckan::Plan plan = plan_of_all();
  std::string before, after;
  for (int i = 0; i < 200; ++i) {
    before += "説明";
    after += "新しい説明\\n";
  }
  plan.datasets[1].actions[0].fields.push_back({"notes", "\"" + before + "\"", "\"" + after + "\""});
  for (const Language language : {Language::ja, Language::en})
    for (const int width : {60, 80, 120}) {
      std::istringstream lines(plan_text(plan, language, width));
      for (std::string line; std::getline(lines, line);) {
        INFO(line);
        CHECK(display_width(line) <= width);
      }
    }
}

TEST_CASE("many unchanged datasets are counted, not listed") {
  ckan::Plan plan = plan_without_changes();
  for (int i = 0; i < 199; ++i) plan.datasets.push_back(plan.datasets[0]);
  const std::string text = plan_text(plan, Language::en);
  CHECK(text.find("= and 190 more  unchanged") != std::string::npos);
  CHECK(text.find("Plan: create 0, update 0, upload 0, delete 0, unchanged 200, left alone 0") !=
        std::string::npos);
}

TEST_CASE("values are shown as a person writes them") {
  const auto text = [](const std::string& value) { return field_line({"x", "", value}, Language::en).after; };
  CHECK(text("\"text\"") == "text");
  CHECK(text("true") == "yes");
  CHECK(text("3.5") == "3.5");
  CHECK(text("null").empty());
  CHECK(text("[{\"name\":\"a\"},{\"name\":\"b\"}]") == "a, b");
  CHECK(text("{\"a\":1}") == "{\"a\":1}");
  CHECK(text("no JSON") == "no JSON");
  CHECK(field_line({"extras.調査年度", "", "\"2026\""}, Language::ja).field == "調査年度");
  CHECK(field_line({"license_id", "", "\"cc-by\""}, Language::ja).field == "ライセンス");
}

TEST_CASE("sizes and long texts fit") {
  CHECK(size_text(0) == "0 B");
  CHECK(size_text(999) == "999 B");
  CHECK(size_text(1000) == "1.0 KB");
  CHECK(size_text(24049) == "24.0 KB");
  CHECK(size_text(999949) == "999.9 KB");
  CHECK(size_text(999950) == "1.0 MB");
  CHECK(size_text(1234567890) == "1.2 GB");
  CHECK(shortened("abc", 3) == "abc");
  CHECK(shortened("abcd", 3) == "ab…");
  CHECK(shortened("安全マップ", 6) == "安全…");
}

TEST_CASE("nothing to do is done without a question") {
  const Run done = run(plan_without_changes(), {});
  CHECK(done.code == 0);
  CHECK(done.target.applied == 0);
  CHECK(done.says("nothing to do"));
}

TEST_CASE("without a terminal and without --yes the plan is shown and refused") {
  const Run done = run(plan_without_deletions(), {});
  CHECK(done.code == 4);
  CHECK(done.target.applied == 0);
  CHECK(done.says("+ 35215-toishi"));
  CHECK(done.complains("CK991"));
}

TEST_CASE("publish --yes applies, but no deletion") {
  Setting setting;
  setting.how.consent.yes = true;
  setting.how.verify_full = true;
  setting.how.parallel = 0;
  Run done = run(plan_without_deletions(), setting);
  CHECK(done.code == 0);
  CHECK(done.target.applied == 1);
  CHECK_FALSE(done.target.options.deletes_confirmed);
  CHECK(done.target.options.verify_full);
  CHECK(done.target.options.parallel == 1);
  CHECK(done.says("1 done, 1 unchanged, 0 remaining (5 requests, of them 4 writes)"));

  done = run(plan_of_all(), setting);
  CHECK(done.code == 4);
  CHECK(done.target.applied == 0);
  CHECK(done.complains("CK992"));

  setting.how.consent.yes_delete = true;
  done = run(plan_of_all(), setting);
  CHECK(done.code == 0);
  CHECK(done.target.options.deletes_confirmed);
}

TEST_CASE("publish --yes-delete alone agrees to nothing else") {
  Setting setting;
  setting.how.consent.yes_delete = true;
  const Run done = run(plan_of_all(), setting);
  CHECK(done.code == 4);
  CHECK(done.target.applied == 0);
  CHECK(done.complains("CK991"));
}

TEST_CASE("a person at the terminal is asked, and for deletions apart") {
  const auto answer = [](const ckan::Plan& plan, const std::string& typed) {
    Setting setting;
    setting.typed = typed;
    return run(plan, setting);
  };
  for (const std::string yes : {"y\n", "はい\n", "YES\n", " ｙ \r\n"})
    CHECK(answer(plan_without_deletions(), yes).target.applied == 1);
  for (const std::string no : {"n\n", "\n", "", "yy\n", "delete\n"}) {
    const Run done = answer(plan_without_deletions(), no);
    CHECK(done.code == 4);
    CHECK(done.target.applied == 0);
    CHECK(done.complains("CK993"));
  }
  CHECK(answer(plan_of_all(), "y\ny\n").target.applied == 0);
  CHECK(answer(plan_of_all(), "y\n").target.applied == 0);
  const Run done = answer(plan_of_all(), "y\ndelete\n");
  CHECK(done.target.applied == 1);
  CHECK(done.target.options.deletes_confirmed);
}

TEST_CASE("a dry run changes nothing and can tell by its exit code") {
  Setting setting;
  setting.how.dry_run = true;
  setting.how.consent.yes = true;
  CHECK(run(plan_of_all(), setting).code == 0);
  CHECK(run(plan_of_all(), setting).target.applied == 0);
  setting.how.detailed_exitcode = true;
  CHECK(run(plan_of_all(), setting).code == 5);
  CHECK(run(plan_without_changes(), setting).code == 0);
}

TEST_CASE("what failed says what was done and what remains") {
  Setting setting;
  setting.how.consent = {true, true};
  setting.state = State::failed;
  Run done = run(plan_of_all(), setting);
  CHECK(done.code == 3);
  CHECK(done.says("remaining  resource csv"));
  CHECK(done.complains("CK999"));
  setting.state = State::not_tried;
  CHECK(run(plan_of_all(), setting).code == 3);
  setting.state = State::refused;
  CHECK(run(plan_of_all(), setting).code == 4);
}

TEST_CASE("publish --json prints one object whatever happens, and asks nobody") {
  Setting setting;
  setting.json = true;
  setting.typed = "y\n";
  Run done = run(plan_without_deletions(), setting);
  nlohmann::json value = nlohmann::json::parse(done.out);
  CHECK(done.code == 4);
  CHECK(value["error"]["code"] == "CK991");
  CHECK(value["applied"].is_null());
  CHECK(value["plan"]["datasets"].size() == 2);
  CHECK(value["counts"]["create"] == 2);

  setting.how.consent = {true, true};
  done = run(plan_of_all(), setting);
  value = nlohmann::json::parse(done.out);
  CHECK(done.code == 0);
  CHECK(value["schema"] == 1);
  CHECK(value["error"].is_null());
  CHECK(value["applied"]["writes"] == 4);
  CHECK(value["applied"]["datasets"][0]["state"] == "applied");
  CHECK(done.out.find('\n') == done.out.size() - 1);

  setting.state = State::failed;
  done = run(plan_of_all(), setting);
  value = nlohmann::json::parse(done.out);
  CHECK(value["error"]["code"] == "CK999");
  CHECK(value["applied"]["datasets"][0]["remaining"][0] == "resource csv");
}

TEST_CASE("a plan is saved for its owner alone and reads back as it was") {
  std::string folder = (fs::temp_directory_path() / "anzenmap-plan-XXXXXX").string();
  REQUIRE(::mkdtemp(folder.data()) != nullptr);
  Setting setting;
  setting.how.dry_run = true;
  setting.how.plan_out = folder + "/plan.json";
  CHECK(run(plan_of_all(), setting).code == 0);
  struct stat state {};
  REQUIRE(::stat(setting.how.plan_out.c_str(), &state) == 0);
  CHECK((state.st_mode & 0777) == 0600);
  std::ifstream file(setting.how.plan_out);
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  CHECK(ckan::plan_json(ckan::read_plan(text, setting.how.plan_out)) == text);
  fs::remove_all(folder);
}

TEST_CASE("the progress of uploads is one line") {
  CHECK(upload_text(3, 20, 12300000, 29100000, 5, Language::ja) ==
        "送信中 3/20件 [########------------] 42%  12.3 MB / 29.1 MB  2.5 MB/秒");
  CHECK(upload_text(0, 1, 0, 0, 0, Language::en) == "sending 0/1");
  CHECK(upload_text(1, 1, 11, 10, 0, Language::en) == "sending 1/1 [####################] 100%  10 B / 10 B");
}
