// SPDX-License-Identifier: Apache-2.0
#include "gis/privacy/finding_rules.hpp"

#include <array>

namespace anzenmap {

namespace {

constexpr RuleInfo finding(std::string_view code, std::string_view name, Text title, Text message, Text why,
                           Text remedy, std::string_view bad, std::string_view good) {
  return {.code = code,
          .name = name,
          .severity = Severity::error,
          .category = Category::privacy,
          .scope = Scope::cell,
          .fix = FixSafety::none,
          .since = "0.1.0",
          .title = title,
          .message = message,
          .why = why,
          .remedy = remedy,
          .bad = bad,
          .good = good};
}

}  // namespace

const RuleInfo phone_in_text = finding(
    "PR620", "phone-in-text", {"電話番号らしいもの", "telephone number"},
    {"「{column}」に電話番号らしいものがあります: {value}",
     "'{column}' seems to hold personal data (telephone number): {value}"},
    {"個人の電話番号は、いたずらや勧誘に使われます。", "A private number invites calls from strangers."},
    {"番号を消してください。店や役所の番号なら、電話番号の列のある種類で書いてください。",
     "Delete the number. That of a shop or an office belongs into a column for telephones."},
    "名称,区分,コメント,緯度,経度\n正門前,危険,正門前で困ったら 090-0000-1234 へ,34.0471,131.8282\n",
    "名称,区分,コメント,緯度,経度\n正門前,危険,正門前で困ったら近くの店へ,34.0471,131.8282\n");

const RuleInfo email_in_text =
    finding("PR621", "email-in-text", {"メールアドレスらしいもの", "e-mail address"},
            {"「{column}」にメールアドレスらしいものがあります: {value}",
             "'{column}' seems to hold personal data (e-mail address): {value}"},
            {"メールアドレスで、だれのことかが分かります。", "An address names its owner."},
            {"アドレスを消してください。", "Delete the address."},
            "名称,区分,コメント,緯度,経度\n正門前,危険,連絡は hanako@example.jp まで,34.0471,131.8282\n",
            "名称,区分,コメント,緯度,経度\n正門前,危険,連絡は学校まで,34.0471,131.8282\n");

const RuleInfo postal_in_text =
    finding("PR622", "postal-code-in-text", {"郵便番号らしいもの", "postal code"},
            {"「{column}」に郵便番号らしいものがあります: {value}",
             "'{column}' seems to hold personal data (postal code): {value}"},
            {"住所と合わせると、家が分かります。", "Together with an address it leads to a house."},
            {"郵便番号を消してください。", "Delete the postal code."},
            "名称,区分,コメント,緯度,経度\n正門前,危険,〒745-0000 のあたり,34.0471,131.8282\n",
            "名称,区分,コメント,緯度,経度\n正門前,危険,小学校のあたり,34.0471,131.8282\n");

const RuleInfo address_in_text =
    finding("PR623", "address-in-text", {"番地までの住所らしいもの", "address with a house number"},
            {"「{column}」に番地までの住所らしいものがあります: {value}",
             "'{column}' seems to hold personal data (address with a house number): {value}"},
            {"番地まで書くと、家がどこか分かります。", "With a house number everybody knows the house."},
            {"町の名前までにしてください。", "Keep the town, delete what comes behind it."},
            "名称,区分,コメント,緯度,経度\n正門前,危険,遠石1丁目3番48号の前のへいが高い,34.0471,131.8282\n",
            "名称,区分,コメント,緯度,経度\n正門前,危険,遠石1丁目のへいが高い,34.0471,131.8282\n");

const RuleInfo person_in_text =
    finding("PR624", "person-in-text", {"人の名前らしいもの", "name of a person"},
            {"「{column}」に人の名前らしいものがあります: {value}",
             "'{column}' seems to hold personal data (name of a person): {value}"},
            {"公開すると、だれのことかが分かり、取り消せません。",
             "Once published it says who is meant, and cannot be taken back."},
            {"名前を消すか、「近所の人」「4年生」のように書きかえてください。",
             "Delete the name, or write 'a neighbour', 'a pupil'."},
            "名称,区分,コメント,緯度,経度\n正門前,危険,田中さんが見てくれる,34.0471,131.8282\n",
            "名称,区分,コメント,緯度,経度\n正門前,危険,近所の人が見てくれる,34.0471,131.8282\n");

const RuleInfo class_in_text =
    finding("PR625", "class-in-text", {"年と組らしいもの", "school class"},
            {"「{column}」に年と組らしいものがあります: {value}",
             "'{column}' seems to hold personal data (school class): {value}"},
            {"学年と組、番号で、一人の子どもに近づきます。", "Grade, class and number lead to one child."},
            {"組と番号を消してください。学年だけなら書けます。",
             "Delete class and number; the grade alone may stay."},
            "名称,区分,コメント,緯度,経度\n正門前,危険,4年2組15番が見つけた,34.0471,131.8282\n",
            "名称,区分,コメント,緯度,経度\n正門前,危険,4年生が見つけた,34.0471,131.8282\n");

const RuleInfo plate_in_text = finding(
    "PR626", "number-plate-in-text", {"車のナンバーらしいもの", "number plate"},
    {"「{column}」に車のナンバーらしいものがあります: {value}",
     "'{column}' seems to hold personal data (number plate): {value}"},
    {"ナンバーから持ち主が分かります。", "A plate leads to the owner."},
    {"ナンバーを消して、「白い車」のように書いてください。", "Delete the plate, write 'a white car'."},
    "名称,区分,コメント,緯度,経度\n正門前,危険,山口 500 あ 12-34 がとまっていた,34.0471,131.8282\n",
    "名称,区分,コメント,緯度,経度\n正門前,危険,白い車がとまっていた,34.0471,131.8282\n");

const RuleInfo sns_in_text =
    finding("PR627", "sns-name-in-text", {"SNSの名前らしいもの", "social media name"},
            {"「{column}」にSNSの名前らしいものがあります: {value}",
             "'{column}' seems to hold personal data (social media name): {value}"},
            {"知らない人から連絡が来ます。", "Strangers could write to it."},
            {"SNSの名前を消してください。", "Delete the name."},
            "名称,区分,コメント,緯度,経度\n正門前,危険,写真は @hanako_0403 にある,34.0471,131.8282\n",
            "名称,区分,コメント,緯度,経度\n正門前,危険,写真は学校にある,34.0471,131.8282\n");

const RuleInfo mynumber_in_text = finding(
    "PR628", "mynumber-in-text", {"マイナンバーらしいもの", "My Number"},
    {"「{column}」にマイナンバーらしいものがあります: {value}",
     "'{column}' seems to hold personal data (My Number): {value}"},
    {"マイナンバーは、決められた手続きのほかに書いてはいけません。", "The law forbids to keep My Numbers."},
    {"すぐに消してください。元の表からも消してください。", "Delete it at once, from the source, too."},
    "名称,区分,コメント,緯度,経度\n正門前,危険,マイナンバー 123456789018 の紙,34.0471,131.8282\n",
    "名称,区分,コメント,緯度,経度\n正門前,危険,紙が落ちていた,34.0471,131.8282\n");

const RuleInfo home_in_text =
    finding("PR629", "home-in-text", {"だれかの家らしいもの", "somebody's house"},
            {"「{column}」にだれかの家らしいものがあります: {value}",
             "'{column}' seems to hold personal data (somebody's house): {value}"},
            {"だれの家かが分かると、住んでいる人が困ります。危ない場所だと書けば、なおさらです。",
             "It says where somebody lives, and may put the people there in a bad light."},
            {"「家の前」「道の角」のように、場所だけを書いてください。",
             "Write of the place alone: 'in front of a house', 'the corner'."},
            "名称,区分,コメント,緯度,経度\n正門前,危険,田中さんの家の犬がほえる,34.0471,131.8282\n",
            "名称,区分,コメント,緯度,経度\n正門前,危険,角の家の犬がほえる,34.0471,131.8282\n");

const RuleInfo account_in_text =
    finding("PR630", "account-in-text", {"アカウントやパスワードらしいもの", "account or password"},
            {"「{column}」にアカウントやパスワードらしいものがあります: {value}",
             "'{column}' seems to hold personal data (account or password): {value}"},
            {"ほかの人が、その人として使えてしまいます。", "Others could use it."},
            {"消してください。公開していたら、パスワードを変えてください。",
             "Delete it; change the password if it was ever published."},
            "名称,区分,コメント,緯度,経度\n正門前,危険,ユーザー名：yamada2015,34.0471,131.8282\n",
            "名称,区分,コメント,緯度,経度\n正門前,危険,入口が暗い,34.0471,131.8282\n");

const RuleInfo device_in_text =
    finding("PR631", "device-in-text", {"端末の番号らしいもの", "device identifier"},
            {"「{column}」に端末の番号らしいものがあります: {value}",
             "'{column}' seems to hold personal data (device identifier): {value}"},
            {"どの端末、だれの記録かが分かります。", "It says whose device made the record."},
            {"消してください。", "Delete it."},
            "名称,区分,コメント,緯度,経度\n正門前,危険,端末 00:1B:44:11:3A:B7,34.0471,131.8282\n",
            "名称,区分,コメント,緯度,経度\n正門前,危険,端末の番号なし,34.0471,131.8282\n");

const RuleInfo text_hidden{
    .code = "PR632",
    .name = "personal-text-hidden",
    .severity = Severity::info,
    .category = Category::privacy,
    .scope = Scope::cell,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"個人の情報をかくした", "personal text hidden"},
    .message = {"「{column}」の{what_ja}をかくしました: {value}",
                "hid personal data ({what_en}) in '{column}': {value}"},
    .why = {"そうするように言われたからです。元のファイルには残っています。",
            "A person asked for it. The source still has the text."},
    .remedy = {"かくしすぎや、かくし残しがないか、見てください。元のファイルからも消すと安心です。",
               "Look whether too much or too little is hidden; deleting it in the source is safer still."},
    .bad = "",
    .good = ""};

const RuleInfo& rule_of(Entity entity) { return *finding_rules()[static_cast<std::size_t>(entity)]; }

std::span<const RuleInfo* const> finding_rules() {
  static constexpr std::array<const RuleInfo*, kEntities + 1> rules{
      &phone_in_text,   &email_in_text,  &postal_in_text, &address_in_text,  &person_in_text,
      &class_in_text,   &plate_in_text,  &sns_in_text,    &mynumber_in_text, &home_in_text,
      &account_in_text, &device_in_text, &text_hidden};
  return rules;
}

}  // namespace anzenmap
