// SPDX-License-Identifier: Apache-2.0
#include <sys/stat.h>

#include "exporters/csv.hpp"
#include "exporters/rejects.hpp"
#include "gis/files/file_faults.hpp"
#include "tests/catch.hpp"
#include "tests/exporters/survey_fixture.hpp"

using namespace anzenmap;
using anzenmap::testing::field;
using anzenmap::testing::Folder;
using anzenmap::testing::Survey;

namespace {

void add_error(Survey& survey, std::int64_t record, const RuleInfo& rule, const std::string& path) {
  Diagnostic diagnostic = make_diagnostic(rule);
  diagnostic.record = record;
  diagnostic.arguments.push_back({"path", path, {}});
  survey.batch.diagnostics.push_back(diagnostic);
}

}  // namespace

TEST_CASE("each rejected record is a row with its origin and all its errors") {
  Survey survey({field("名称"), field("緯度"), field("担任")});
  survey.schema.original = {"緯度", "名称", "別の表の列"};  // 担任 is personal
  survey.original = {1, 0, -1};
  survey.layers[0].sheet = "1組";
  survey.row({"良い", "34", "山田"}, 131, 34);
  survey.row({"角, 東", "三十四", "山田"}, 0, 0, RecordState::rejected);
  survey.row({"置き換え", "34", "山田"}, 131, 34, RecordState::merged);
  survey.row({"=式", "x\x83", "山田"}, 0, 0, RecordState::rejected);
  survey.batch.raw[1].flags.back() |= cell_flag::kUndecodable;
  add_error(survey, 3, output_is_folder, "う");
  add_error(survey, 1, disk_full, "あ");
  add_error(survey, 1, output_is_folder, "い");
  survey.batch.diagnostics.push_back(make_diagnostic(formula_guarded));
  survey.batch.diagnostics.back().record = 1;
  add_error(survey, Diagnostic::kNoRecord, disk_full, "別");

  const Folder folder;
  OutputSet set(folder.path());
  RejectsSink sink(set, "a.rejected.csv");
  survey.through(sink);
  REQUIRE(sink.stream() != nullptr);
  set.commit();
  const std::string text = folder.get("a.rejected.csv");
  const auto message = [&](std::size_t i) {
    return render_message(survey.batch.diagnostics[i], Language::ja);
  };
  CHECK(text ==
        "\xEF\xBB\xBF元ファイル,シート,行,緯度,名称,別の表の列,code,reason\r\n"
        "調査.csv,1組,3,三十四,\"角, 東\",,OU701;OU704," +
            message(1) + ";" + message(2) +
            "\r\n"
            "調査.csv,1組,5,x\xEF\xBF\xBD,'=式,,OU704," +
            message(0) + "\r\n");
  struct stat status {};
  REQUIRE(::stat(folder.at("a.rejected.csv").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
}

TEST_CASE("without rejects there is no file") {
  Survey survey({field("名称")});
  survey.row({"良い"}, 131, 34);
  const Folder folder;
  OutputSet set(folder.path());
  RejectsSink sink(set, "a.rejected.csv");
  survey.through(sink);
  CHECK(sink.stream() == nullptr);
  set.commit();
  CHECK(folder.files() == 0);
}
