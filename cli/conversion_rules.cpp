// SPDX-License-Identifier: Apache-2.0
#include "cli/conversion_rules.hpp"

#include <array>

#include "cli/grid_folder.hpp"
#include "cli/pinned_reading.hpp"
#include "cli/rule_settings.hpp"

namespace anzenmap::cli {

const RuleInfo crs_contradicted{
    .code = "UI850",
    .name = "crs-contradicted",
    .severity = Severity::warning,
    .category = Category::place,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"座標系が食いちがう", "CRS contradicted"},
    .message = {"ファイルには座標系 {file} と書かれていますが、指定された {said} で読みます",
                "the file says {file}, but {said} was asked for and is used"},
    .why = {"まちがった座標系では場所がずれます。", "A wrong CRS moves all places."},
    .remedy = {"どちらが正しいか確かめてください。", "Check which of the two is right."},
    .bad = "",
    .good = ""};

const RuleInfo reading_unsettled{
    .code = "UI851",
    .name = "reading-unsettled",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"読み方が決まらない", "reading not settled"},
    .message = {"「{file}」の文字コードが決まりません。文字コードを指定してください",
                "the encoding of '{file}' cannot be settled; please name it"},
    .why = {"文字コードを取りちがえると文字が化けます。", "A wrong encoding garbles the text."},
    .remedy = {"Excelで開き直して「CSV UTF-8」で保存するか、文字コードを指定してください。",
               "Save it as UTF-8, or name the encoding."},
    .bad = "",
    .good = ""};

const RuleInfo name_unlawful{
    .code = "UI852",
    .name = "name-unlawful",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"使えない名前", "unlawful name"},
    .message = {"「{name}」は出力の名前に使えません(/ を入れない、200バイトまで)",
                "'{name}' cannot be the name of the outputs (no '/', at most 200 bytes)"},
    .why = {"出力のファイル名になるためです。", "It becomes a file name."},
    .remedy = {"別の名前を指定してください。", "Choose another name."},
    .bad = "",
    .good = ""};

const RuleInfo output_is_input{
    .code = "UI853",
    .name = "output-is-input",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"入力を上書きしてしまう", "output would replace an input"},
    .message = {"出力が入力「{file}」を上書きしてしまうので、やめました",
                "the output would replace the input '{file}', so nothing was done"},
    .why = {"元の記録は残しておくべきものです。", "The source must stay as it is."},
    .remedy = {"別の出力先か、別の名前を指定してください。", "Choose another folder or another name."},
    .bad = "",
    .good = ""};

const RuleInfo rejects_renumbered{
    .code = "UI854",
    .name = "rejects-renumbered",
    .severity = Severity::info,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"まだ除外された行", "still rejected"},
    .message = {"直した行を残すため、まだ除外された行は「{file}」に書きました",
                "to keep your mended rows, what is still rejected went to '{file}'"},
    .why = {"直している途中のファイルは上書きしません。",
            "A file that somebody works on is not overwritten."},
    .remedy = {"新しい除外ファイルを見て、残りを直してください。", "See that file and mend the rest."},
    .bad = "",
    .good = ""};

const RuleInfo day_unusable{
    .code = "RU598",
    .name = "day-unusable",
    .severity = Severity::error,
    .category = Category::rule,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"日付として使えない", "unusable day"},
    .message = {"「--today」の「{value}」は日付ではありません", "--today '{value}' is no day"},
    .why = {"この日より先の日付を知らせるのに使います。", "Dates after it are told."},
    .remedy = {"2024-10-03 のように書いてください。", "Write it like 2024-10-03."},
    .bad = "",
    .good = ""};

std::span<const RuleInfo* const> conversion_rules() {
  static constexpr std::array<const RuleInfo*, 12> rules{
      &crs_contradicted,   &reading_unsettled, &name_unlawful,      &output_is_input,
      &rejects_renumbered, &reading_unusable,  &reading_of_others,  &reading_not_followed,
      &setting_of_no_rule, &setting_unsafe,    &datum_without_grid, &day_unusable};
  return rules;
}

}  // namespace anzenmap::cli
