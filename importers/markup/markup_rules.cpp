// SPDX-License-Identifier: Apache-2.0
#include "importers/markup/markup_rules.hpp"

#include <array>

namespace anzenmap::markup {

const RuleInfo markup_broken{
    .code = "IN200",
    .name = "xml-broken",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"XMLの書き方の誤り", "XML broken"},
    .message = {"「{file}」の{line}行目の書き方が誤っていて、読めません({reason})",
                "'{file}' cannot be read: its XML is wrong at line {line} ({reason})"},
    .why = {"XMLは一か所でも誤りがあると、その先に何が書いてあるか決められません。途中までを読むと、記録が黙"
            "って減ってしまいます。",
            "After a fault in XML nobody can say what follows; reading only a part would lose records "
            "without a word."},
    .remedy = {"地図のアプリからもう一度書き出すか、その行を直してください。手で直したファイルなら、「&"
               "」は「&amp;」、「<」は「&lt;」と書きます。",
               "Export it again, or mend that line; in a file written by hand & is &amp; and < is &lt;."},
    .bad = "",
    .good = ""};

const RuleInfo markup_truncated{
    .code = "IN201",
    .name = "xml-truncated",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"途中で切れたファイル", "XML cut off"},
    .message = {"「{file}」は{line}行目で途中で切れています", "'{file}' is cut off at line {line}"},
    .why = {"ダウンロードやコピーが途中で終わると、後ろの記録がなくなります。",
            "When a download or a copy ends early, the records behind are gone."},
    .remedy = {"もう一度ダウンロードするか、書き出し直してください。", "Download or export it again."},
    .bad = "",
    .good = ""};

const RuleInfo markup_entity{
    .code = "IN202",
    .name = "xml-entity-declared",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"安全でないXML", "XML declares or uses an entity"},
    .message =
        {"「{file}」の{line}行目に、置きかえ(実体)の決まりが書いてあります。安全のため読むのをやめました",
         "'{file}' declares or uses an entity at line {line}; reading was stopped for safety"},
    .why = {"ほかのファイルの中身を取りこんだり、計算機の記憶を使い尽くしたりするために使われます。地図のアプ"
            "リが書き出すファイルにはありません。",
            "Entities can read other files or fill the memory; no map app writes them."},
    .remedy = {"ファイルの出どころを確かめ、地図のアプリからもう一度書き出してください。",
               "Check where the file comes from and export it again."},
    .bad = "",
    .good = ""};

const RuleInfo markup_too_large{
    .code = "IN203",
    .name = "xml-too-deep",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"深すぎる、または長すぎるXML", "XML too deep or too long"},
    .message =
        {"「{file}」の{line}行目は、ふつうでは考えられない深さか長さです。安全のため読むのをやめました",
         "line {line} of '{file}' is deeper or longer than any real map; reading was stopped for safety"},
    .why = {"小さく見えて、読むと計算機の記憶を使い尽くすファイルがあります。",
            "Some files fill the whole memory when they are read."},
    .remedy = {"地図のアプリからもう一度書き出してください。", "Export it again from the app that made it."},
    .bad = "",
    .good = ""};

const RuleInfo markup_undecodable{
    .code = "IN204",
    .name = "xml-undecodable",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"読めない文字がある", "bytes that are no text"},
    .message = {"「{file}」の{line}行目に、文字の種類「{encoding}」では読めない文字があります",
                "line {line} of '{file}' holds bytes that are no text in {encoding}"},
    .why = {"文字の種類を取りちがえると、文字が化けたり消えたりします。",
            "With the wrong encoding text is garbled or lost."},
    .remedy = {"文字の種類(utf-8 や "
               "cp932)を指定して、もう一度試してください。または、UTF-8で書き出し直してください。",
               "Name the encoding (utf-8, cp932), or export the file as UTF-8."},
    .bad = "",
    .good = ""};

const RuleInfo encoding_contradicted{
    .code = "IN205",
    .name = "xml-encoding-contradicted",
    .severity = Severity::warning,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"文字の種類が書いてあるものと違う", "encoding contradicted"},
    .message = {"ファイルには文字の種類が「{declared}」と書いてありますが、「{used}」として読みます",
                "the file says that its encoding is {declared}; it is read as {used}"},
    .why = {"編集したソフトが、初めの行を直さずに別の文字の種類で保存したのかもしれません。",
            "An editor may have saved it in another encoding without changing the first line."},
    .remedy = {"文字が正しく読めているか確かめてください。", "Check that the text is right."},
    .bad = "",
    .good = ""};

const RuleInfo encoding_unknown{
    .code = "IN206",
    .name = "xml-encoding-unknown",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"使えない文字の種類", "unknown encoding"},
    .message = {"「{file}」の文字の種類「{encoding}」は読めません",
                "'{file}' is in the encoding {encoding}, which cannot be read"},
    .why = {"文字の種類が分からないと読めません。", "Without its encoding a text cannot be read."},
    .remedy = {"UTF-8で保存し直すか、文字の種類を指定してください。",
               "Save it as UTF-8, or name the encoding."},
    .bad = "",
    .good = ""};

const RuleInfo record_too_long{
    .code = "IN207",
    .name = "xml-record-too-long",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"長すぎる記録", "record too long"},
    .message = {"「{file}」の{line}行目から始まる記録が長すぎます(限りは{limit}バイト)",
                "the record that begins at line {line} of '{file}' is longer than {limit} bytes"},
    .why = {"写真そのものが文字として入っているなど、調査の記録とは考えられない長さです。",
            "No survey record is that long; perhaps a picture is written in it as text."},
    .remedy = {"その記録を短くするか、消してください。", "Shorten or delete it."},
    .bad = "",
    .good = ""};

const RuleInfo too_many_columns{
    .code = "IN208",
    .name = "xml-too-many-columns",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"項目の種類が多すぎる", "too many columns"},
    .message = {"「{file}」には項目の種類が{limit}より多くあります",
                "'{file}' has more than {limit} kinds of fields"},
    .why = {"表にできない数です。項目の名前のところに値が書いてあるのかもしれません。",
            "No table is that wide; perhaps values were written as names."},
    .remedy = {"項目の名前を確かめてください。", "Check the names of the fields."},
    .bad = "",
    .good = ""};

const RuleInfo markup_changed{
    .code = "IN209",
    .name = "xml-changed",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"読んでいる間に変わった", "file changed while it was read"},
    .message = {"「{file}」は、読んでいる間に変わりました", "'{file}' changed while it was read"},
    .why = {"二つの時の中身が混ざると、正しい結果になりません。", "A mix of two states is no right result."},
    .remedy = {"ほかのソフトで開いていたら閉じて、もう一度試してください。",
               "Close it elsewhere and try again."},
    .bad = "",
    .good = ""};

const RuleInfo archive_unreadable{
    .code = "IN210",
    .name = "archive-unreadable",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"ファイルを開けない", "archive unreadable"},
    .message = {"「{file}」を開けません({reason})", "cannot open '{file}' ({reason})"},
    .why = {"ファイルを読めないと、何も始められません。",
            "Nothing can be done with a file that cannot be read."},
    .remedy = {"ファイルの場所と、読む許可があるかを確かめてください。",
               "Check where the file is and whether you may read it."},
    .bad = "",
    .good = ""};

const RuleInfo archive_broken{
    .code = "IN211",
    .name = "archive-broken",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"KMZなどのまとめたファイルが壊れている", "archive broken or cut off"},
    .message = {"「{file}」は壊れているか、途中で切れています(「{part}」: {reason})",
                "'{file}' is broken or cut off ({part}: {reason})"},
    .why = {"壊れたファイルの一部だけを読むと、記録が黙って減ってしまいます。",
            "Reading a part of a broken file would lose records without a word."},
    .remedy = {"もう一度ダウンロードするか、書き出し直してください。", "Download or export it again."},
    .bad = "",
    .good = ""};

const RuleInfo archive_password{
    .code = "IN212",
    .name = "archive-password",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"パスワードがかかっている", "archive protected by a password"},
    .message = {"「{file}」にはパスワードがかかっています。パスワードを外してください",
                "'{file}' is protected by a password; take it off"},
    .why = {"パスワードのかかったファイルは、中を読めません。", "A protected file cannot be read."},
    .remedy = {"パスワードなしで書き出し直してください。", "Export it without a password."},
    .bad = "",
    .good = ""};

const RuleInfo archive_too_large{
    .code = "IN213",
    .name = "archive-too-large",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"中身が大きすぎるファイル", "archive unpacks to too much"},
    .message =
        {"「{file}」の中の「{part}」が、ふつうでは考えられない大きさです。安全のため読むのをやめました",
         "part {part} of '{file}' is larger than any real map; reading was stopped for safety"},
    .why = {"小さく見えて、開くと計算機の記憶を使い尽くすファイルがあります。",
            "Some files look small and fill the whole memory when they are unpacked."},
    .remedy = {"ファイルの出どころを確かめてください。", "Check where the file comes from."},
    .bad = "",
    .good = ""};

const RuleInfo archive_without_kml{
    .code = "IN214",
    .name = "kmz-without-kml",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"KMZの中にKMLがない", "KMZ without KML"},
    .message = {"「{file}」の中に、地図の中身(.kml)がありません", "there is no .kml in '{file}'"},
    .why = {"写真や印の絵だけでは、場所が分かりません。", "Pictures and icons alone have no places."},
    .remedy = {"地図のアプリからもう一度書き出してください。", "Export it again from the app that made it."},
    .bad = "",
    .good = ""};

const RuleInfo other_documents{
    .code = "IN215",
    .name = "kmz-other-documents",
    .severity = Severity::warning,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"読まなかったKML", "other documents of a KMZ"},
    .message = {"KMZの中の「{read}」を読みました。ほかのKMLは読んでいません: {others}",
                "'{read}' of the KMZ was read; its other documents were not: {others}"},
    .why = {"KMZの本体は一つと決まっています。ほかのKMLは、本体から使われる部品です。",
            "A KMZ has one main document; the others are parts that it refers to."},
    .remedy = {"ほかのKMLにも記録があるなら、取り出して別に指定してください。",
               "If they hold records, unpack them and name them as well."},
    .bad = "",
    .good = ""};

const RuleInfo tracks_not_read{
    .code = "IN216",
    .name = "tracks-not-read",
    .severity = Severity::warning,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"読まなかった歩いた跡", "tracks not read"},
    .message = {"歩いた跡や道順が{count}本あります。だれがいつどこを歩いたかが分かるので、読んでいません",
                "{count} track(s) or route(s) were not read: they show who walked where and when"},
    .why = {"子どもの歩いた跡は個人の情報です。読むと決めたときだけ読みます。記録の数にも入れません。",
            "A child's track is personal data. It is read only when somebody asks for it, and not counted as "
            "a record."},
    .remedy = {"先生の作った道順など、公開してよいものなら、跡も読むように指定してください。",
               "If it may be public, as a route that a teacher made, ask for tracks to be read."},
    .bad = "",
    .good = ""};

const RuleInfo coordinates_rounded{
    .code = "IN217",
    .name = "coordinates-rounded",
    .severity = Severity::info,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"小数点から下を7けたにした", "coordinates rounded to 7 decimals"},
    .message = {"{count}件の座標を、小数点から下7けたにしました",
                "the coordinates of {count} record(s) were rounded to 7 decimals"},
    .why = {"7けたで約1cmまで表せます。それより細かい数は、はかった値ではありません。",
            "Seven decimals are about 1 cm; finer digits are no measurement."},
    .remedy = {"何もしなくてよいです。", "Nothing to do."},
    .bad = "",
    .good = ""};

const RuleInfo times_shortened{
    .code = "IN218",
    .name = "times-made-days",
    .severity = Severity::info,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"時刻を日付にした", "times made days"},
    .message = {"{count}件の時刻を、日本の日付だけにしました",
                "{count} time(s) were made days, as they are in Japan"},
    .why =
        {"GPXなどの時刻は世界時で、朝9時より前は前の日になっています。時刻そのものは、だれがいつそこにいたか"
         "が"
         "分かるので残しません。",
         "GPX writes universal time, in which the morning of Japan is the day before. The time of day is not "
         "kept: it shows who was where, and when."},
    .remedy = {"時刻も要るなら、「朝」や「夕方」のように別の項目に書いてください。",
               "Where the time matters, write it into a field of its own, as morning or evening."},
    .bad = "",
    .good = ""};

const ZipRules archive_container{&archive_unreadable, &archive_broken, &archive_password, &archive_too_large};

std::span<const RuleInfo* const> markup_rules() {
  static constexpr std::array<const RuleInfo*, 19> rules{
      &markup_broken,      &markup_truncated,      &markup_entity,       &markup_too_large,
      &markup_undecodable, &encoding_contradicted, &encoding_unknown,    &record_too_long,
      &too_many_columns,   &markup_changed,        &archive_unreadable,  &archive_broken,
      &archive_password,   &archive_too_large,     &archive_without_kml, &other_documents,
      &tracks_not_read,    &coordinates_rounded,   &times_shortened};
  return rules;
}

}  // namespace anzenmap::markup
