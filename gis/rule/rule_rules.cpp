// SPDX-License-Identifier: Apache-2.0
#include "gis/rule/rule_rules.hpp"

#include <array>

namespace anzenmap {

const RuleInfo value_required{
    .code = "RU510",
    .name = "value-required",
    .severity = Severity::error,
    .category = Category::rule,
    .scope = Scope::cell,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"必ず書く列が空", "required value missing"},
    .message = {"「{column}」が空です。必ず書いてください", "'{column}' is empty but required"},
    .why = {"これがないと、何の場所か分かりません。", "Without it nobody can tell what the place is."},
    .remedy = {"空いているところを書いてください。", "Fill in the value."},
    .bad = "名称,区分,緯度,経度\n,危険,34.0471,131.8282\n",
    .good = "名称,区分,緯度,経度\n正門前,危険,34.0471,131.8282\n"};

const RuleInfo value_too_long{
    .code = "RU511",
    .name = "value-too-long",
    .severity = Severity::error,
    .category = Category::rule,
    .scope = Scope::cell,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"長すぎる", "too long"},
    .message = {"「{column}」が長すぎます({length}文字。{limit}文字まで)",
                "'{column}' has {length} characters, at most {limit} are allowed"},
    .why = {"長い文は地図の吹き出しに入りません。", "Long texts do not fit a map's popup."},
    .remedy = {"短くまとめるか、残りを備考に書いてください。",
               "Shorten it, or move the rest to the remarks."},
    .bad =
        "名称,区分,画像_説明,緯度,経度\n正門前,危険,"
        "ああああああああああああああああああああああああああああああああああああああああああああああああああ"
        "ああああああああああああああああああああああああああああああああああああああああああああああああああ"
        "あ,34.0471,131.8282\n",
    .good = "名称,区分,画像_説明,緯度,経度\n正門前,危険,車が多い,34.0471,131.8282\n"};

const RuleInfo value_too_short{.code = "RU512",
                               .name = "value-too-short",
                               .severity = Severity::error,
                               .category = Category::rule,
                               .scope = Scope::cell,
                               .fix = FixSafety::none,
                               .since = "0.1.0",
                               .title = {"短すぎる", "too short"},
                               .message = {"「{column}」の「{value}」が短すぎます({limit}文字から)",
                                           "'{column}' value '{value}' is shorter than {limit} characters"},
                               .why = {"決められた長さに足りません。", "The profile asks for more."},
                               .remedy = {"足りない分を書いてください。", "Complete the value."},
                               .bad = "",
                               .good = ""};

const RuleInfo value_too_small{.code = "RU513",
                               .name = "value-too-small",
                               .severity = Severity::error,
                               .category = Category::rule,
                               .scope = Scope::cell,
                               .fix = FixSafety::none,
                               .since = "0.1.0",
                               .title = {"小さすぎる数", "too small"},
                               .message = {"「{column}」の「{value}」が小さすぎます({limit}から)",
                                           "'{column}' value '{value}' is below {limit}"},
                               .why = {"ありえない数は打ちまちがいです。", "An impossible number is a slip."},
                               .remedy = {"正しい数に直してください。", "Correct the number."},
                               .bad = "名称,区分,学年,緯度,経度\n正門前,危険,0,34.0471,131.8282\n",
                               .good = "名称,区分,学年,緯度,経度\n正門前,危険,3,34.0471,131.8282\n"};

const RuleInfo value_too_large{.code = "RU514",
                               .name = "value-too-large",
                               .severity = Severity::error,
                               .category = Category::rule,
                               .scope = Scope::cell,
                               .fix = FixSafety::none,
                               .since = "0.1.0",
                               .title = {"大きすぎる数", "too large"},
                               .message = {"「{column}」の「{value}」が大きすぎます({limit}まで)",
                                           "'{column}' value '{value}' is above {limit}"},
                               .why = {"ありえない数は打ちまちがいです。", "An impossible number is a slip."},
                               .remedy = {"正しい数に直してください。", "Correct the number."},
                               .bad = "名称,区分,学年,緯度,経度\n正門前,危険,9,34.0471,131.8282\n",
                               .good = "名称,区分,学年,緯度,経度\n正門前,危険,3,34.0471,131.8282\n"};

const RuleInfo value_wrong_form{
    .code = "RU515",
    .name = "value-wrong-form",
    .severity = Severity::error,
    .category = Category::rule,
    .scope = Scope::cell,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"書き方がちがう", "wrong form"},
    .message = {"「{column}」の「{value}」は決められた書き方({pattern})ではありません",
                "'{column}' value '{value}' does not have the form {pattern}"},
    .why = {"番号の書き方がそろっていないと、次の年の記録とつながりません。",
            "Codes of another form cannot be joined with other data."},
    .remedy = {"ほかの行と同じ書き方に直してください。", "Write it like the other rows."},
    .bad = "ID,名称,区分,緯度,経度\nあ1,正門前,危険,34.0471,131.8282\n",
    .good = "ID,名称,区分,緯度,経度\nA1,正門前,危険,34.0471,131.8282\n"};

const RuleInfo value_not_listed{
    .code = "RU516",
    .name = "value-not-listed",
    .severity = Severity::error,
    .category = Category::rule,
    .scope = Scope::cell,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"決められた言葉ではない", "value not in the list"},
    .message = {"「{column}」の「{value}」は使えません。使えるのは {choices} です",
                "'{column}' value '{value}' is not one of {choices}"},
    .why = {"言葉がそろっていないと、地図で色分けできません。",
            "Only listed words can be coloured on the map."},
    .remedy = {"一覧の言葉から選んでください。", "Choose a listed word."},
    .bad = "",
    .good = ""};

const RuleInfo id_repeated{
    .code = "RU520",
    .name = "id-repeated",
    .severity = Severity::error,
    .category = Category::rule,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"同じ番号が二つ", "ID used twice"},
    .message = {"「{column}」の「{value}」は前の記録でも使われています。地図では別の番号({id})にします",
                "'{column}' value '{value}' was used before; the map gets another id ({id})"},
    .why = {"同じ番号の記録は、あとから区別できません。", "Records of one ID cannot be told apart later."},
    .remedy = {"どちらかの番号を変えてください。", "Change one of the two."},
    .bad = "ID,名称,区分,緯度,経度\nA1,正門前,危険,34.0471,131.8282\nA1,公園前,安全,34.0472,131.8283\n",
    .good = "ID,名称,区分,緯度,経度\nA1,正門前,危険,34.0471,131.8282\nA2,公園前,安全,34.0472,131.8283\n"};

const RuleInfo id_made{.code = "RU521",
                       .name = "id-made",
                       .severity = Severity::info,
                       .category = Category::rule,
                       .scope = Scope::dataset,
                       .fix = FixSafety::safe,
                       .since = "0.1.0",
                       .title = {"番号を作った", "IDs were made"},
                       .message = {"番号(ID)のない記録に番号を作りました", "records without an ID got one"},
                       .why = {"番号があると、次に直したときに同じ記録だと分かります。",
                               "With an ID the same record is recognised next time."},
                       .remedy = {"何もしなくてよいです。", "Nothing to do."},
                       .bad = "名称,区分,緯度,経度\n正門前,危険,34.0471,131.8282\n",
                       .good = "ID,名称,区分,緯度,経度\nA1,正門前,危険,34.0471,131.8282\n"};

const RuleInfo id_alike{
    .code = "RU522",
    .name = "id-alike",
    .severity = Severity::info,
    .category = Category::rule,
    .scope = Scope::record,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"名前も場所も同じ記録", "same name and place"},
    .message = {"名前も場所も同じ記録が前にもあるので、番号は順番で区別しました",
                "a record before has the same name and place; their ids are told apart by order"},
    .why = {"二回書いてしまった記録かもしれません。", "It may be the same record entered twice."},
    .remedy = {"同じ記録なら片方を消してください。", "Delete one if they are the same."},
    .bad = "名称,区分,緯度,経度\n正門前,危険,34.0471,131.8282\n正門前,危険,34.0471,131.8282\n",
    .good = "名称,区分,緯度,経度\n正門前,危険,34.0471,131.8282\n"};

const RuleInfo no_records{
    .code = "RU530",
    .name = "no-records",
    .severity = Severity::error,
    .category = Category::rule,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"記録がない", "no records"},
    .message = {"記録が一つもありません", "there are no records"},
    .why = {"見出しだけの表かもしれません。", "The table may hold nothing but its header."},
    .remedy = {"見出しの下(GeoJSON では features)に記録を書いてください。",
               "Write records below the header (GeoJSON: into the features)."},
    .bad = "名称,区分,緯度,経度\n",
    .good = "名称,区分,緯度,経度\n正門前,危険,34.0471,131.8282\n"};

const RuleInfo consent_unknown{
    .code = "RU531",
    .name = "consent-column-missing",
    .severity = Severity::info,
    .category = Category::rule,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"公開してよいかの列がない", "no consent column"},
    .message = {"「{column}」の列がないので、公開してよいかは確かめていません",
                "there is no column '{column}', so consent was not checked"},
    .why = {"公開の前に、本人と保護者の同意を確かめる必要があります。",
            "Consent has to be given before publishing."},
    .remedy = {"同意を確かめたら、その列に 1 を書いてください。",
               "Once consent is given, write 1 in that column."},
    .bad = "名称,区分,緯度,経度\n正門前,危険,34.0471,131.8282\n",
    .good = "名称,区分,緯度,経度,公開可否,同意確認\n正門前,危険,34.0471,131.8282,1,1\n"};

const RuleInfo not_publishable{
    .code = "PR610",
    .name = "record-not-publishable",
    .severity = Severity::error,
    .category = Category::privacy,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"公開しない記録", "record must not be published"},
    .message = {"「{column}」が 1 ではないので、この記録は書き出しません",
                "'{column}' is not 1, so the record is not written"},
    .why = {"本人か保護者が公開を望んでいない記録です。", "The pupil or the guardian has not agreed."},
    .remedy = {"公開してよいと確かめたら 1 にしてください。", "Set it to 1 once consent is given."},
    .bad = "名称,区分,緯度,経度,公開可否,同意確認\n正門前,危険,34.0471,131.8282,0,1\n",
    .good = "名称,区分,緯度,経度,公開可否,同意確認\n正門前,危険,34.0471,131.8282,1,1\n"};

const RuleInfo value_repeated{
    .code = "RU517",
    .name = "value-repeated",
    .severity = Severity::error,
    .category = Category::rule,
    .scope = Scope::cell,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"同じ値が二つ", "value used twice"},
    .message = {"「{column}」の「{value}」は、前の記録にもあります",
                "'{column}' value '{value}' is an earlier record's too"},
    .why = {"この列の値は、記録ごとにちがうと決められています(unique)。",
            "The profile wants each record to have a value of its own there ('unique')."},
    .remedy = {"どちらかの値を直してください。", "Change one of the two."},
    .bad = "",
    .good = ""};

std::span<const RuleInfo* const> rule_rules() {
  static constexpr std::array<const RuleInfo*, 14> rules{
      &value_required,   &value_too_long,   &value_too_short, &value_too_small, &value_too_large,
      &value_wrong_form, &value_not_listed, &value_repeated,  &id_repeated,     &id_made,
      &id_alike,         &no_records,       &consent_unknown, &not_publishable};
  return rules;
}

}  // namespace anzenmap
