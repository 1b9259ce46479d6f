// SPDX-License-Identifier: Apache-2.0
#include "ckan/static/static_rules.hpp"

namespace anzenmap::ckan {

const RuleInfo catalogue_in_use{
    .code = "CK970",
    .name = "catalogue-in-use",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"ほかの人が同じフォルダーに公開している最中", "Somebody else is publishing to this folder"},
    .message = {"「{path}」には、いま別の公開の作業が書きこんでいます。終わってから、もう一度行ってください",
                "another run is publishing to '{path}' right now; run again when it has ended"},
    .why = {"二つの作業が同じカタログを同時に書くと、中身が混ざります。",
            "Two runs that write one catalogue would mix it up."},
    .remedy = {"もう一つの作業が終わるのを待って、もう一度行ってください。何も書きかえていません。",
               "Wait until the other run has ended and run again. Nothing was changed."},
    .bad = "",
    .good = ""};

const RuleInfo catalogue_path_taken{
    .code = "CK971",
    .name = "catalogue-path-taken",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"ほかの人のファイルがある", "Somebody else's file is in the way"},
    .message = {"「{path}」は、このカタログのものではありません（{reason}）。上書きしません",
                "'{path}' does not belong to this catalogue ({reason}); it is not overwritten"},
    .why = {"公開先のフォルダーに前からあるファイルは、勝手に書きかえません。",
            "What was in the folder before is never overwritten."},
    .remedy = {"そのファイルかフォルダーを別の場所に移すか、公開先に別のフォルダーを選んでください。",
               "Move it away, or choose another folder to publish to."},
    .bad = "",
    .good = ""};

const RuleInfo catalogue_link{
    .code = "CK972",
    .name = "catalogue-link",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"リンクが置かれている", "A link is in the way"},
    .message = {"「{path}」はほかの場所を指すリンクなので、そこには書きません",
                "'{path}' is a link to another place, so nothing is written there"},
    .why = {"リンクをたどると、公開先のフォルダーの外のファイルを書きかえることになります。",
            "Following a link would change files outside the catalogue's folder."},
    .remedy = {"リンクを消すか、公開先に別のフォルダーを選んでください。",
               "Remove the link, or choose another folder to publish to."},
    .bad = "",
    .good = ""};

const RuleInfo published_package_broken{
    .code = "CK973",
    .name = "published-package-broken",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"公開中の datapackage.json を読めない", "A published datapackage.json cannot be read"},
    .message = {"公開中の「{path}」を読めません（{reason}）",
                "cannot read the published '{path}' ({reason})"},
    .why = {"いま何が公開されているか分からないと、どこを直せばよいか決められません。",
            "Without it nothing tells what is published now."},
    .remedy = {"手で書きかえたのなら元に戻してください。戻せないときは、そのフォルダーを別の場所に移してから"
               "、もう一度公開します。",
               "If it was edited, put the old one back. Else move its folder away and publish again."},
    .bad = "",
    .good = ""};

const RuleInfo catalogue_folder_unreadable{
    .code = "CK974",
    .name = "catalogue-folder-unreadable",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"公開先のフォルダーを開けない", "The catalogue's folder cannot be opened"},
    .message = {"公開先のフォルダー「{path}」を開けません（{reason}）",
                "cannot open the folder '{path}' of the catalogue ({reason})"},
    .why = {"公開先に前からあるものを読まないと、違いが分かりません。",
            "Without reading what is there nothing can be compared."},
    .remedy = {"フォルダーの名前と、開くことが許されているかを確かめてください。",
               "Check the folder's name and whether you may open it."},
    .bad = "",
    .good = ""};

std::span<const RuleInfo* const> static_rules() {
  static constexpr const RuleInfo* kRules[] = {&catalogue_in_use, &catalogue_path_taken, &catalogue_link,
                                               &published_package_broken, &catalogue_folder_unreadable};
  return kRules;
}

}  // namespace anzenmap::ckan
