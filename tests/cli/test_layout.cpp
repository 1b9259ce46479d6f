// SPDX-License-Identifier: Apache-2.0
#include <sstream>

#include "catch.hpp"
#include "cli/view/layout.hpp"
#include "cli/view/progress.hpp"
#include "cli/view/summary_view.hpp"

using namespace anzenmap;
using namespace anzenmap::cli;
using Lines = std::vector<std::string>;

TEST_CASE("full-width characters take two columns") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("安全") == 4);
  CHECK(display_width("ｱﾝ") == 2);
  CHECK(display_width("が") == 2);  // か and a combining mark
  CHECK(padded("安", 4) == "安  ");
  CHECK(padded("安全地図", 4) == "安全地図");
}

TEST_CASE("lines are broken where Japanese and English allow it") {
  CHECK(wrapped("abc def ghi", 7) == Lines{"abc def", "ghi"});
  CHECK(wrapped("安全な地図", 6) == Lines{"安全な", "地図"});
  CHECK(wrapped("安全な、地図", 6) == Lines{"安全", "な、地", "図"});
  CHECK(wrapped("地図「安全」", 6) == Lines{"地図", "「安", "全」"});
  CHECK(wrapped("a\nb", 10) == Lines{"a", "b"});
  CHECK(wrapped("", 10) == Lines{""});
}

TEST_CASE("a cell cannot steer the terminal") {
  CHECK(printable("a\x1b[31mb\nc") == "a\xEF\xBF\xBD[31mb c");
  CHECK(printable("\xC2\x9B"
                  "x") ==
        "\xEF\xBF\xBD"
        "x");
  CHECK(printable("\x92\xB2") == "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("numbers are grouped") {
  CHECK(grouped(0) == "0");
  CHECK(grouped(999) == "999");
  CHECK(grouped(1000) == "1,000");
  CHECK(grouped(1234567) == "1,234,567");
}

TEST_CASE("columns stand below each other") {
  std::ostringstream out;
  Table table;
  table.row({"安", "x"});
  table.row({"abcd", "y"});
  table.print(out, 1, 80);
  CHECK(out.str() == " 安    x\n abcd  y\n");
}

TEST_CASE("progress tells rows, rate and what remains") {
  CHECK(progress_text(5000, 50, 100, 2.0, Language::en) ==
        "reading [##########----------] 50%  5,000 rows  2,500 rows/s  2s left");
  CHECK(progress_text(5000, 50, 0, 2.0, Language::ja) == "読み込み中 5,000行  2,500行/秒");
  CHECK(progress_text(0, 0, 100, 0, Language::ja) == "読み込み中 [--------------------] 0%  0行");
}

namespace {

const RuleInfo kRule{.code = "XX001",
                     .name = "test-fault",
                     .severity = Severity::error,
                     .category = Category::value,
                     .scope = Scope::cell,
                     .fix = FixSafety::none,
                     .since = "0.1.0",
                     .title = {"試験", "test"},
                     .message = {"「{column}」が変です", "{column} is odd"},
                     .why = {"", ""},
                     .remedy = {"直してください。", "Mend it."},
                     .bad = "",
                     .good = ""};

Summary summary_with(std::size_t findings) {
  Summary summary;
  summary.counts.read = 3;
  summary.counts.written = 3;
  summary.counts.errors = findings;
  Layer layer;
  layer.file = "調査.xlsx";
  layer.sheet = "1組";
  summary.layers.push_back(layer);
  for (std::size_t i = 0; i < findings; ++i) {
    Diagnostic found = make_diagnostic(kRule);
    found.row = static_cast<std::int64_t>(i) + 2;
    found.column = "緯度";
    summary.diagnostics.push_back(found);
  }
  return summary;
}

std::string shown(const Summary& summary, SummaryFace face, bool quiet) {
  std::ostringstream out, err;
  Streams streams{out, err};
  streams.quiet = quiet;
  print_summary(summary, face, false, streams);
  CHECK(err.str().empty());
  return out.str();
}

}  // namespace

TEST_CASE("a finding says where it is, what is wrong and what to do") {
  CHECK(shown(summary_with(1), SummaryFace::convert, false) ==
        "エラー\n"
        "  調査.xlsx シート「1組」 2行 「緯度」: 「緯度」が変です (XX001)\n"
        "    → 直してください。\n"
        "\n"
        "読み込み 3 = 書き出し 3 + 除外 0 + 統合 0\n"
        "エラー 1、注意 0、お知らせ 0\n");
}

TEST_CASE("many findings are cut and counted") {
  const std::string text = shown(summary_with(500), SummaryFace::check, false);
  CHECK(text.find("  ほか 490件 (XX001)\n") != std::string::npos);
  CHECK(text.find("全部で 500件のうち 10件を出しました") != std::string::npos);
  CHECK(text.find("11行") != std::string::npos);
  CHECK(text.find("12行") == std::string::npos);
}

TEST_CASE("quiet leaves the ledger alone") {
  CHECK(shown(summary_with(2), SummaryFace::check, true) == "読み込み 3 = 書き出せる 3 + 除外 0 + 統合 0\n");
}

TEST_CASE("break marks stand where a line may be broken") {
  CHECK(with_break_marks("安全、GeoJSON と b", "|") == "安|全、|GeoJSON と b");
}
