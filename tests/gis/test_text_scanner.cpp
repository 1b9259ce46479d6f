// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "gis/base/edit_distance.hpp"
#include "gis/privacy/signals.hpp"
#include "gis/privacy/text_scanner.hpp"
#include "tests/catch.hpp"

using namespace anzenmap;
using Json = nlohmann::json;

namespace {

std::string shown(const std::string& text) {
  TextScanner scanner;
  std::string out;
  for (const Finding& found : scanner.scan(text)) {
    if (!out.empty()) out += ' ';
    out += std::string(name_of(found.entity)) + "[" + std::to_string(found.begin) + "," +
           std::to_string(found.end) + ")";
  }
  return out;
}

std::vector<Json> sentences(const std::string& file) {
  std::ifstream in(std::string(ANZENMAP_SOURCE) + "/tests/gis/privacy/" + file);
  std::vector<Json> out;
  for (std::string line; std::getline(in, line);) out.push_back(Json::parse(line));
  return out;
}

/// Of one entity: labelled, of these found whole, finds, of these labelled.
struct Score {
  int labelled = 0;
  int found = 0;
  int finds = 0;
  int right = 0;
  [[nodiscard]] double recall() const { return labelled == 0 ? 1 : static_cast<double>(found) / labelled; }
};

std::array<Score, kEntities> scores(const std::vector<Json>& all) {
  std::array<Score, kEntities> out{};
  TextScanner scanner;
  for (const Json& sentence : all) {
    const Findings findings = scanner.scan(sentence["text"].get<std::string>());
    for (const Json& label : sentence["find"]) {
      const Entity entity = *entity_named(label["entity"].get<std::string>());
      Score& score = out[static_cast<std::size_t>(entity)];
      ++score.labelled;
      for (const Finding& found : findings)
        if (found.entity == entity && found.begin <= label["begin"].get<int>() &&
            found.end >= label["end"].get<int>())
          ++score.found;
    }
    for (const Finding& found : findings) {
      Score& score = out[static_cast<std::size_t>(found.entity)];
      ++score.finds;
      for (const Json& label : sentence["find"])
        if (*entity_named(label["entity"].get<std::string>()) == found.entity &&
            found.begin < label["end"].get<int>() && label["begin"].get<int>() < found.end)
          ++score.right;
    }
  }
  return out;
}

std::vector<Json> all_sentences() {
  std::vector<Json> all = sentences("held_out.jsonl");
  for (Json& one : sentences("tuning.jsonl")) all.push_back(std::move(one));
  return all;
}

}  // namespace

TEST_CASE("telephone numbers of the numbering plan are found, service numbers are none", "[privacy]") {
  CHECK(shown("電話は0834-22-8211です") == "phone[3,15)");
  CHECK(shown("０８３４－２２－８２１１") == "phone[0,12)");
  CHECK(shown("0834ー22ー8211") == "phone[0,12)");
  CHECK(shown("(0834)22-8211") == "phone[0,13)");
  CHECK(shown("+81-90-1234-5678 と 0120-000-111") == "phone[0,16) phone[19,31)");
  CHECK(shown("+81 (0)834 22 8211") == "phone[0,18)");
  CHECK(shown("090-1234-5678 2024年") == "phone[0,13)");
  CHECK(shown("電話 22-8211") == "phone[3,10)");
  CHECK(shown("22-8211").empty());
  CHECK(shown("110番と119番と188").empty());
  CHECK(shown("34.0471712,131.8282320").empty());
  CHECK(shown("034.0471712").empty());
  CHECK(shown("090-1234-56789").empty());
  CHECK(shown("A0901234567890").empty());
  CHECK(shown("2024-10-03 0010-22-3333").empty());
}

TEST_CASE("a check digit makes twelve digits a My Number", "[privacy]") {
  CHECK(shown("123456789018") == "mynumber[0,12)");
  CHECK(shown("1234 5678 9018") == "mynumber[0,14)");
  CHECK(shown("123456789019").empty());
  CHECK(shown("マイナンバーは123456789019") == "mynumber[7,19)");
}

TEST_CASE("spans count code points of the raw text, also of full width and of no width", "[privacy]") {
  CHECK(shown("\xE2\x80\x8B田中\xE2\x80\x8Bさん") == "person[1,6)");
  CHECK(shown("𠮷の家の㈱ ｈ＠ｅｘａｍｐｌｅ．ｊｐ") == "email[6,18)");
}

TEST_CASE("a mask hides every character of a find and stays readable around it", "[privacy]") {
  TextScanner scanner;
  const std::string text = "田中さんの家の犬 090 1234 5678 まで";
  const std::string hidden = masked(text, scanner.scan(text));
  CHECK(hidden == "●●●●●●の犬 ●●● ●●●● ●●●● まで");
  CHECK(scanner.scan(hidden).empty());
}

TEST_CASE("what a column may hold is no find there", "[privacy]") {
  TextScanner scanner;
  EntitySet phone;
  phone.add(Entity::phone);
  const Findings findings = scanner.scan("0834-22-8211 田中さん", phone);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].entity == Entity::person);
}

TEST_CASE("names of files hold names without honorific", "[privacy]") {
  TextScanner scanner;
  CHECK(scanner.scan("IMG_田中太郎.jpg", {}, TextKind::name).size() == 1);
  CHECK(scanner.scan("IMG_中野橋.jpg", {}, TextKind::name).empty());
  CHECK(scanner.scan("山田小学校_0001.jpg", {}, TextKind::name).empty());
}

TEST_CASE("labelled sentences: recall of each entity, and what must never be found", "[privacy]") {
  const std::vector<Json> all = all_sentences();
  REQUIRE(all.size() >= 400);
  const auto result = scores(all);
  for (std::size_t i = 0; i < kEntities; ++i) {
    const auto entity = static_cast<Entity>(i);
    const Score& score = result[i];
    CAPTURE(name_of(entity), score.labelled, score.found, score.finds, score.right);
    CHECK(score.labelled >= 5);
    const bool high = entity == Entity::phone || entity == Entity::email || entity == Entity::address;
    CHECK(score.recall() >= (high ? 0.98 : 0.9));
    CHECK(score.right >= score.finds * 0.95);
  }
  for (const std::string harmless :
       {"110番", "119番", "188", "国道2号", "1丁目の公園", "令和6年", "中野橋", "林の中"})
    CHECK(shown(harmless).empty());
}

TEST_CASE("every find has a signal, so the first look loses nothing", "[privacy]") {
  TextScanner scanner;
  for (const Json& sentence : all_sentences()) {
    const auto text = sentence["text"].get<std::string>();
    if (scanner.scan(text).empty()) continue;
    CAPTURE(text);
    CHECK(has_signal(text));
  }
}

TEST_CASE("the wide way of looking for signals sees what the bytewise one sees", "[privacy]") {
  std::mt19937 random(7);
  const std::vector<std::string> pieces{"さん", "くん", "3",    "０", "-",  "ー",          "@",  "a",
                                        "番",   "組",   "号",   "の", "町", "君",          "先", "生",
                                        "い",   "え",   "丁目", "。", "入", "\xE2\x80\x8B"};
  Batch batch;
  TextColumn column;
  std::vector<std::string> cells;
  for (int n = 0; n < 3000; ++n) {
    std::string cell;
    for (unsigned length = random() % 30; length > 0; --length)
      cell += random() % 3 == 0 ? pieces[random() % pieces.size()]
                                : std::string("道が細くて車が速い").substr(3 * (random() % 9), 3);
    cells.push_back(cell);
    column.push({}, 0);
    batch.set(column, column.cells.size() - 1, cell);
  }
  std::vector<std::uint32_t> bytewise;
  std::vector<std::uint32_t> wide;
  REQUIRE(find_signals(batch.text.data(), column, bytewise, SignalWay::bytewise));
  CHECK(bytewise.size() > 500);
  CHECK(bytewise.size() < 2990);
  if (find_signals(batch.text.data(), column, wide, SignalWay::avx2)) CHECK(wide == bytewise);
}
