// SPDX-License-Identifier: Apache-2.0
#include "importers/json/json_rules.hpp"

#include <array>

namespace anzenmap {

const RuleInfo json_syntax{
    .code = "IN170",
    .name = "json-syntax",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"JSONの書き方の誤り", "JSON syntax"},
    .message = {"「{file}」の{line}行目(先頭から{offset}バイトの所)が、JSONの決まりに合いません: {reason}",
                "{file}, line {line} (byte offset {offset}) is not JSON: {reason}"},
    .why = {"JSONは一か所でも書き方が違うと、その先がどこまで何なのか分からなくなります。",
            "After a syntax fault nobody can say where the next value begins."},
    .remedy = {"ファイルを作ったソフトでもう一度書き出すか、示された行をテキストエディタで直してください。",
               "Export the file again, or mend the line that is named in a text editor."},
    .bad = R"({"type":"FeatureCollection","features":[,]})",
    .good =
        R"({"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[131.8064,34.0551]},"properties":{"名称":"交差点","区分":"交通"}}]})"};

const RuleInfo json_truncated{
    .code = "IN171",
    .name = "json-truncated",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"ファイルが途中で切れている", "file cut off"},
    .message = {"「{file}」は途中で切れています({line}行目、先頭から{offset}バイトで終わり)",
                "{file} is cut off: it ends at line {line}, byte offset {offset}, in the middle of a value"},
    .why = {"コピーや受信の途中で終わったファイルは、後ろの記録がなくなっています。",
            "A copy or download that stopped half-way has lost the records at its end."},
    .remedy = {"元のファイルをもう一度コピーするか、もう一度書き出してください。",
               "Copy or download the file again."},
    .bad = R"({"type":"FeatureCollection","features":[)",
    .good =
        R"({"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[131.8064,34.0551]},"properties":{"名称":"交差点","区分":"交通"}}]})"};

const RuleInfo json_not_utf8{
    .code = "IN172",
    .name = "json-not-utf8",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"文字コードがUTF-8でない", "not UTF-8"},
    .message = {"「{file}」の{line}行目(先頭から{offset}バイトの所)の文字が、UTF-8として読めません",
                "{file}, line {line} (byte offset {offset}): the text is not UTF-8"},
    .why = {"JSONの文字コードはUTF-8と決まっています(RFC 8259)。ほかの文字コードのまま読むと文字が化けます。",
            "JSON is UTF-8 (RFC 8259 section 8.1); anything else would garble the text."},
    .remedy = {"テキストエディタで開き、文字コードに「UTF-8」を選んで保存し直してください。",
               "Open the file in a text editor and save it as UTF-8."},
    .bad = "",
    .good = ""};

const RuleInfo json_too_deep{
    .code = "IN173",
    .name = "json-too-deep",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"かっこの入れ子が深すぎる", "nested too deeply"},
    .message = {"「{file}」の{line}行目(先頭から{offset}バイトの所)で、かっこの入れ子が{limit}段を超えました",
                "{file}, line {line} (byte offset {offset}): brackets are nested more than {limit} deep"},
    .why = {"ふつうのデータではありえない深さです。壊れたファイルや、いたずらの恐れがあります。",
            "No survey is nested so deeply: the file is broken or made to do harm."},
    .remedy = {"ファイルを作ったソフトで、もう一度書き出してください。", "Export the file again."},
    .bad = "",
    .good = ""};

const RuleInfo json_too_long{
    .code = "IN174",
    .name = "json-too-long",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"一つの記録が長すぎる", "record too long"},
    .message = {"「{file}」の{line}行目から始まる一つの記録か値が、{limit}バイトを超えています",
                "{file}: one record or value, beginning at line {line}, is longer than {limit} bytes"},
    .why = {"一度に覚えておく量を決めてあるので、大きなファイルでもパソコンが止まりません。",
            "A limit keeps the memory that is used bounded."},
    .remedy = {"写真などが文字として埋めこまれていないか確かめ、取り除いてください。",
               "See whether photos are embedded as text, and take them out."},
    .bad = "",
    .good = ""};

const RuleInfo json_duplicate_key{
    .code = "IN175",
    .name = "json-duplicate-key",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"同じ名前の項目が二つある", "duplicate key"},
    .message = {"「{key}」という項目が、同じところに2回書かれています。先に書かれた値を使いました",
                "'{key}' stands twice in the same object; the first value was taken"},
    .why = {"どちらの値を使うかはソフトによって違い、片方の値は気づかれないまま失われます。",
            "Programs differ in which of the two they take, and the other is lost without a word (RFC 8259 "
            "section 4)."},
    .remedy = {"正しいほうの値だけを残してください。", "Keep only the value that is right."},
    .bad =
        R"({"type":"Feature","geometry":{"type":"Point","coordinates":[131.8064,34.0551]},"properties":{"名称":"交差点","名称":"踏切","区分":"交通"}})",
    .good =
        R"({"type":"Feature","geometry":{"type":"Point","coordinates":[131.8064,34.0551]},"properties":{"名称":"交差点","区分":"交通"}})"};

const RuleInfo json_bom{
    .code = "IN176",
    .name = "json-bom",
    .severity = Severity::info,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"先頭に印(BOM)がある", "byte order mark"},
    .message = {"ファイルの先頭に、文字コードの印(BOM)が付いています。読みとばしました",
                "the file begins with a byte order mark, which was passed over"},
    .why = {"JSONの先頭に印を付けてはいけない決まりで、読めないソフトがあります。",
            "JSON must not begin with one (RFC 8259 section 8.1), and some programs refuse the file."},
    .remedy = {"何もしなくてかまいません。書き出すGeoJSONには付きません。",
               "Nothing to do: the GeoJSON that is written has none."},
    .bad = "\xEF\xBB\xBF{\"type\":\"FeatureCollection\",\"features\":[]}",
    .good = R"({"type":"FeatureCollection","features":[]})"};

const RuleInfo json_changed{
    .code = "IN177",
    .name = "json-changed",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"読んでいる間にファイルが変わった", "file changed while it was read"},
    .message = {"「{file}」が、読んでいる間に書きかえられました",
                "{file} was changed while it was being read"},
    .why = {"前半と後半で違うデータが混ざってしまいます。", "Parts of two different files would be mixed."},
    .remedy = {"ほかのソフトを閉じてから、もう一度実行してください。", "Close other programs and run again."},
    .bad = "",
    .good = ""};

std::span<const RuleInfo* const> json_rules() {
  static constexpr std::array<const RuleInfo*, 8> kRules{&json_syntax,   &json_truncated, &json_not_utf8,
                                                         &json_too_deep, &json_too_long,  &json_duplicate_key,
                                                         &json_bom,      &json_changed};
  return kRules;
}

}  // namespace anzenmap
