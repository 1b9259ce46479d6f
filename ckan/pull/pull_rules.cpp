// SPDX-License-Identifier: Apache-2.0
#include "ckan/pull/pull_rules.hpp"

namespace anzenmap::ckan {

const RuleInfo dataset_not_published{
    .code = "CK975",
    .name = "dataset-not-published",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"公開されていないデータセット", "Dataset not published"},
    .message = {"「{target}」に「{name}」というデータセットはありません",
                "there is no dataset '{name}' in '{target}'"},
    .why = {"名前が違うか、まだ公開していないか、見る権限のないデータセットです。",
            "The name is another one, it is not published yet, or you may not see it."},
    .remedy = {"名前を確かめてください。非公開のデータセットを見るには、その団体のトークンが要ります。",
               "Check the name. A private dataset needs a token of its organisation."},
    .bad = "",
    .good = ""};

const RuleInfo pull_folder_taken{
    .code = "CK976",
    .name = "pull-folder-taken",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"保存先にほかのファイルがある", "The folder holds other files"},
    .message = {"「{path}」には、もうファイル（{file}）があります。空のフォルダーを選んでください",
                "'{path}' already holds files ({file}); choose an empty folder"},
    .why = {"手元のファイルを上書きしたり、混ぜたりしないためです。",
            "Files of yours are neither overwritten nor mixed with others."},
    .remedy = {"まだないフォルダーか、空のフォルダーを保存先に選んでください。",
               "Choose a folder that is empty or not there yet."},
    .bad = "",
    .good = ""};

const RuleInfo pull_running{
    .code = "CK977",
    .name = "pull-running",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"同じ保存先への取りこみが動いている", "Another run writes to this folder"},
    .message = {"「{path}」には、いま別の取りこみが書きこんでいます。終わってから、もう一度行ってください",
                "another run is saving a dataset to '{path}' right now; run again when it has ended"},
    .why = {"二つの作業が同じフォルダーに書くと、中身が混ざります。",
            "Two runs that write one folder would mix it up."},
    .remedy = {"もう一つの作業が終わるのを待つか、別の保存先を選んでください。",
               "Wait for the other run, or choose another folder."},
    .bad = "",
    .good = ""};

const RuleInfo published_file_differs{
    .code = "CK978",
    .name = "published-file-differs",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"公開中のファイルが控えと違う", "A published file is not what was published"},
    .message = {"公開中の「{url}」は、公開したときのものではありません（{reason}）",
                "'{url}' is not the file that was published ({reason})"},
    .why = {"途中で切れたか、だれかがカタログの上で差しかえたファイルです。",
            "It was cut off, or somebody replaced it in the catalogue."},
    .remedy = {"差しかえた人がいないか確かめてから、手元のデータをもう一度公開してください。",
               "Find out whether somebody replaced it, then publish your data again."},
    .bad = "",
    .good = ""};

const RuleInfo published_file_missing{
    .code = "CK979",
    .name = "published-file-missing",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"公開中のファイルを取れない", "A published file cannot be fetched"},
    .message = {"公開中の「{url}」を取れません（{reason}）",
                "cannot fetch '{url}', which is published ({reason})"},
    .why = {"カタログには載っているのに、だれもダウンロードできない状態かもしれません。",
            "The catalogue lists it, but perhaps nobody can download it."},
    .remedy = {"しばらくしてからもう一度行い、それでも取れなければ、手元のデータをもう一度公開してください。",
               "Try again later. If it stays so, publish your data again."},
    .bad = "",
    .good = ""};

const RuleInfo published_file_unverified{
    .code = "CK980",
    .name = "published-file-unverified",
    .severity = Severity::warning,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"確かめる控えがない", "Nothing to verify against"},
    .message =
        {"公開中の「{url}」は取れましたが、SHA-256 の控えがないので、中身は確かめられません",
         "'{url}' can be fetched, but the catalogue holds no SHA-256 of it, so its content is not verified"},
    .why = {"ほかの道具や画面から登録されたファイルには、控えがないことがあります。",
            "Files published by other tools often have none."},
    .remedy = {"確かめられるようにするには、そのデータを anzenmap で公開しなおしてください。",
               "Publish it with anzenmap to have it verified."},
    .bad = "",
    .good = ""};

const RuleInfo pull_without_files{
    .code = "CK981",
    .name = "pull-without-files",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"取りこめるファイルがない", "No file to save"},
    .message = {"データセット「{name}」には、このカタログに置かれたファイルがありません",
                "the dataset '{name}' has no file that lies in this catalogue"},
    .why = {"ほかのサイトへのリンクだけのデータセットは、データパッケージにできません。",
            "A dataset of nothing but links to other sites makes no data package."},
    .remedy = {"カタログのページで、リンク先を確かめてください。",
               "Look at its page in the catalogue for the links."},
    .bad = "",
    .good = ""};

std::span<const RuleInfo* const> pull_rules() {
  static constexpr const RuleInfo* kRules[] = {
      &dataset_not_published,  &pull_folder_taken,         &pull_running,      &published_file_differs,
      &published_file_missing, &published_file_unverified, &pull_without_files};
  return kRules;
}

}  // namespace anzenmap::ckan
