// SPDX-License-Identifier: Apache-2.0
#include "ckan/dataset_rules.hpp"

namespace anzenmap::ckan {

const RuleInfo descriptor_unreadable{
    .code = "CK930",
    .name = "descriptor-unreadable",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"datapackage.json を読めない", "datapackage.json cannot be read"},
    .message = {"「{path}」をデータパッケージとして読めません（{reason}）",
                "cannot read '{path}' as a data package ({reason})"},
    .why = {"何を公開するかは、このファイルに書かれています。", "It says what is to be published."},
    .remedy = {"anzenmap convert の保存先のフォルダーか、その中の datapackage.json "
               "を指してください。手で作ったものなら、JSON の書き方を確かめてください。",
               "Name the folder that anzenmap convert wrote to, or its datapackage.json. If it was made by "
               "hand, check its JSON."},
    .bad = "",
    .good = ""};

const RuleInfo descriptor_member_unusable{
    .code = "CK931",
    .name = "descriptor-member-unusable",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"datapackage.json の項目を使えない", "A member of datapackage.json cannot be used"},
    .message = {"「{path}」の {member} を使えません。{wanted}を書いてください",
                "cannot use {member} of '{path}': it must be {wanted}"},
    .why = {"読みとばすと、書いたつもりのことがカタログに出ません。",
            "Skipping it would silently leave something out of the catalogue."},
    .remedy = {"その項目を直すか、要らなければ消してください。書き方は docs/datapackage.md にあります。",
               "Correct the member, or remove it. docs/datapackage.md says how it is written."},
    .bad = "",
    .good = ""};

const RuleInfo resource_path_unsafe{
    .code = "CK932",
    .name = "resource-path-unsafe",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"フォルダーの外のファイルを指している", "A path leads out of the folder"},
    .message = {"「{descriptor}」の「{path}」は使えません（{reason}）",
                "'{descriptor}' names '{path}', which cannot be used ({reason})"},
    .why = {"受けとった datapackage.json が、公開するつもりのないファイルを指しているかもしれません。",
            "A datapackage.json from elsewhere could name files that were never meant to be published."},
    .remedy = {"公開するファイルを datapackage.json "
               "と同じフォルダーに置き、そこからの場所を「/」で区切って書いてください。",
               "Put the files beside datapackage.json and write their paths from there, separated by '/'."},
    .bad = "",
    .good = ""};

const RuleInfo resource_file_missing{
    .code = "CK933",
    .name = "resource-file-missing",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"公開するファイルがない", "A file to publish is missing"},
    .message = {"公開するファイル「{path}」を読めません（{reason}）",
                "cannot read '{path}', which is to be published ({reason})"},
    .why = {"欠けたまま公開すると、データセットが半端になります。",
            "Without it the dataset would be incomplete."},
    .remedy = {"ファイルを元の場所に戻すか、anzenmap convert "
               "をもう一度行ってください。公開しないなら、datapackage.json から消してください。",
               "Put the file back or run anzenmap convert again. If it is not to be published, remove it "
               "from datapackage.json."},
    .bad = "",
    .good = ""};

const RuleInfo resource_edited{
    .code = "CK934",
    .name = "resource-edited",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"確かめたあとで書きかえられている", "A file was edited after the check"},
    .message = {"「{path}」は、確かめたときのものではありません（{reason}）",
                "'{path}' is not the file that was checked ({reason})"},
    .why = {"確かめたあとで Excel などで保存すると、番号の頭の 0 "
            "が消えるなど、気づかないうちに中身が変わることがあります。",
            "Saving it with a spreadsheet program after the check can change it unnoticed, such as dropping "
            "leading zeros."},
    .remedy =
        {"元の調査を直して、anzenmap convert をもう一度行ってください。手で作ったデータパッケージなら、bytes "
         "と hash を今のファイルに合わせるか、消してください。",
         "Correct the survey itself and run anzenmap convert again. In a package made by hand, renew or "
         "remove bytes and hash."},
    .bad = "",
    .good = ""};

const RuleInfo resource_not_file{
    .code = "CK935",
    .name = "resource-not-file",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"ファイルではないものが並んでいる", "A resource is no file"},
    .message = {"「{path}」の「{name}」は、フォルダーの中の一つのファイルではありません（{reason}）",
                "'{name}' of '{path}' is not one file of the folder ({reason})"},
    .why = {"公開の前に中身を確かめられるのは、手もとのファイルだけです。",
            "Only files at hand can be checked before they are published."},
    .remedy =
        {"中身を一つのファイルとして datapackage.json のとなりに保存し、path にその名前を書いてください。",
         "Save the content as one file beside datapackage.json and write its name as path."},
    .bad = "",
    .good = ""};

const RuleInfo resource_doubled{
    .code = "CK936",
    .name = "resource-doubled",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"同じ名前のファイルが二つある", "Two resources have one name"},
    .message = {"「{path}」に「{name}」という名前（name）が二つあります",
                "'{path}' has two resources with the name '{name}'"},
    .why = {"カタログでどちらを更新すればよいかは、この名前で決めます。",
            "The name decides which published file is renewed."},
    .remedy = {"片方の name を変えるか、消してください。", "Rename or remove one of them."},
    .bad = "",
    .good = ""};

const RuleInfo dataset_nameless{
    .code = "CK937",
    .name = "dataset-nameless",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"データセットの名前が決まっていない", "The dataset has no name"},
    .message = {"「{path}」をカタログに出す名前が決まっていません。「{name}」は半角の小文字・数字・-・_ "
                "だけではないので、そのままは使えません。たとえば「{proposal}」",
                "nothing says under which name '{path}' is published; '{name}' does not consist of 2 to 100 "
                "small letters, digits, - and _. Perhaps '{proposal}'"},
    .why = {"この名前はページの URL "
            "になり、次に更新するときの目じるしになります。あとで変えると、別のデータセットになります。",
            "The name becomes part of the page's URL and is what later updates go by; another name is "
            "another dataset."},
    .remedy = {"半角の小文字・数字・-・_ で 2〜100 "
               "文字の名前を決め、毎年同じものを使ってください。anzenmap.json に書いておくこともできます。",
               "Choose 2 to 100 small letters, digits, - and _, and keep to it. anzenmap.json can hold it."},
    .bad = "",
    .good = ""};

const RuleInfo dataset_name_unlawful{
    .code = "CK938",
    .name = "dataset-name-unlawful",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"データセットの名前に使えない文字がある", "The dataset's name cannot be used"},
    .message = {"データセットの名前に「{name}」は使えません。たとえば「{proposal}」",
                "a dataset cannot be called '{name}'; perhaps '{proposal}'"},
    .why = {"CKAN の名前は、半角の小文字・数字・-・_ で 2〜100 文字です。",
            "CKAN takes 2 to 100 small letters, digits, - and _."},
    .remedy = {"半角の小文字・数字・-・_ だけで付けなおしてください。日本語の題は title に書きます。",
               "Use only small letters, digits, - and _. The title may be in any language."},
    .bad = "",
    .good = ""};

const RuleInfo title_missing{
    .code = "CK939",
    .name = "dataset-title-missing",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"データセットの題がない", "The dataset has no title"},
    .message = {"データセット「{dataset}」の題（title）がありません", "the dataset '{dataset}' has no title"},
    .why = {"題は、カタログで人がデータを見つける手がかりです。", "The title is what people find it by."},
    .remedy =
        {"datapackage.json か anzenmap.json に title を書いてください。例： 【周南市】遠石小学校 安全マップ",
         "Write a title into datapackage.json or anzenmap.json."},
    .bad = "",
    .good = ""};

const RuleInfo organization_missing{
    .code = "CK940",
    .name = "organization-missing",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"どの団体のデータかが決まっていない", "No organisation is named"},
    .message = {"データセット「{dataset}」を出す団体が決まっていません",
                "nothing says which organisation publishes the dataset '{dataset}'"},
    .why = {"CKAN では、どのデータセットも一つの団体に属します。",
            "In CKAN each dataset belongs to an organisation."},
    .remedy = {"anzenmap.json の organization に、カタログでの団体の名前を書いてください（山口県では市町の 5 "
               "けたの番号。例： 周南市は 35215）。",
               "Write the organisation's name in the catalogue into anzenmap.json (in Yamaguchi the "
               "municipality's code of five digits, such as 35215)."},
    .bad = "",
    .good = ""};

const RuleInfo license_missing{
    .code = "CK941",
    .name = "license-missing",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"ライセンスが決まっていない", "No licence is named"},
    .message = {"データセット「{dataset}」のライセンスが決まっていません",
                "nothing says under which licence the dataset '{dataset}' is published"},
    .why = {"使ってよい条件が分からないデータは、だれも安心して使えません。",
            "Nobody can safely use data without terms."},
    .remedy = {"anzenmap.json か datapackage.json に、カタログのライセンスの番号を書いてください。例： "
               "cc-by（クリエイティブ・コモンズ 表示）",
               "Write a licence id of the catalogue, such as cc-by, into anzenmap.json or datapackage.json."},
    .bad = "",
    .good = ""};

const RuleInfo tag_unlawful{
    .code = "CK942",
    .name = "tag-unlawful",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"使えないタグがある", "A tag cannot be used"},
    .message = {"データセット「{dataset}」のタグ「{tag}」は使えません。{hint}",
                "the dataset '{dataset}' has the tag '{tag}', which cannot be used.{hint}"},
    .why =
        {"CKAN のタグは 2〜100 文字で、文字・数字・空白・-・_・. だけです。「・」「、」や括弧は使えません。",
         "CKAN takes 2 to 100 letters or digits of any script, blanks, '-', '_' and '.'."},
    .remedy = {"datapackage.json の keywords か ckan.tags、または anzenmap.json の tags "
               "を直してください。二つのことばは、二つのタグに分けます。",
               "Correct keywords or ckan.tags of datapackage.json, or tags of anzenmap.json. Two words make "
               "two tags."},
    .bad = "",
    .good = ""};

const RuleInfo text_too_long{
    .code = "CK943",
    .name = "catalogue-text-too-long",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"文が長すぎる", "A text is too long"},
    .message = {"データセット「{dataset}」の {member} が長すぎます（{is}。{most}まで）",
                "{member} of the dataset '{dataset}' is too long ({is}, at most {most})"},
    .why = {"これより長いと、CKAN はデータセットを一つも保存できません。",
            "With a longer one CKAN fails to store the dataset."},
    .remedy = {"短くしてください。長い説明は description に書きます。",
               "Shorten it. Long texts belong in description."},
    .bad = "",
    .good = ""};

const RuleInfo extra_doubled{
    .code = "CK944",
    .name = "extra-doubled",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"追加の項目が二つある", "An extra is given twice"},
    .message = {"データセット「{dataset}」の追加の項目（extras）に「{key}」が二つあります",
                "the dataset '{dataset}' has the extra '{key}' twice"},
    .why = {"どちらが正しいか決められません。CKAN も受けとりません。",
            "It is not clear which one counts, and CKAN refuses it."},
    .remedy = {"どちらか一つを消してください。", "Remove one of the two."},
    .bad = "",
    .good = ""};

const RuleInfo text_has_nul{
    .code = "CK945",
    .name = "text-has-nul",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"見えない文字（NUL）が混じっている", "A text holds an invisible NUL"},
    .message = {"データセット「{dataset}」の {member} に、見えない文字（NUL）が混じっています",
                "{member} of the dataset '{dataset}' holds a NUL character"},
    .why = {"データベースに保存できない文字です。", "Databases cannot store it."},
    .remedy = {"その項目を打ちなおしてください。", "Type the text anew."},
    .bad = "",
    .good = ""};

std::span<const RuleInfo* const> dataset_rules() {
  static const RuleInfo* const kRules[] = {
      &descriptor_unreadable, &descriptor_member_unusable,
      &resource_path_unsafe,  &resource_file_missing,
      &resource_edited,       &resource_not_file,
      &resource_doubled,      &dataset_nameless,
      &dataset_name_unlawful, &title_missing,
      &organization_missing,  &license_missing,
      &tag_unlawful,          &text_too_long,
      &extra_doubled,         &text_has_nul,
  };
  return kRules;
}

}  // namespace anzenmap::ckan
