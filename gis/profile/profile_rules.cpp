// SPDX-License-Identifier: Apache-2.0
#include "gis/profile/profile_rules.hpp"

#include <array>

#include "gis/profile/form_columns.hpp"

namespace anzenmap {

const RuleInfo profile_not_found{
    .code = "RU501",
    .name = "profile-not-found",
    .severity = Severity::error,
    .category = Category::rule,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"調査の種類が見つからない", "profile not found"},
    .message = {"「{name}」という調査の種類はありません。選べるもの: {known}",
                "there is no profile '{name}'; known profiles: {known}"},
    .why = {"どの列が何を表すかは、調査の種類で決まります。", "A profile says what each column means."},
    .remedy = {"選べる名前か、自分で作った種類のファイルの場所を指定してください。",
               "Name a known profile or the path of a profile file."},
    .bad = "",
    .good = ""};

const RuleInfo profile_unreadable{
    .code = "RU502",
    .name = "profile-unreadable",
    .severity = Severity::error,
    .category = Category::rule,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"調査の種類のファイルが読めない", "profile unreadable"},
    .message = {"調査の種類「{name}」を読めません: {reason}", "cannot read profile '{name}': {reason}"},
    .why = {"種類のファイルに誤りがあると、列を正しく読めません。", "A wrong profile would misread columns."},
    .remedy = {"種類のファイルの、その所を直してください。", "Mend the profile file."},
    .bad = "",
    .good = ""};

const RuleInfo column_unknown{
    .code = "RU503",
    .name = "column-unknown",
    .severity = Severity::info,
    .category = Category::rule,
    .scope = Scope::dataset,
    .fix = FixSafety::shown,
    .since = "0.1.0",
    .title = {"知らない列", "unknown column"},
    .message =
        {"列「{column}」は調査の種類「{profile}」にない列です。文字のまま残し、校内用として扱います{hint}",
         "column '{column}' is not in profile '{profile}'; it is kept as text and counts as internal{hint}"},
    .why = {"何が書かれているか分からない列は、外に出してよいか判断できません。",
            "What an unknown column holds, and whether it may be published, cannot be judged."},
    .remedy = {"公開してよい列なら、残す列として指定するか、見出しを決まった列の名前に直してください。",
               "Rename the column to a field of the profile, or say that it may be public."},
    .bad = "名称,区分,緯度,経度,天気\n正門前,危険,34.0471,131.8282,晴れ\n",
    .good = "名称,区分,緯度,経度\n正門前,危険,34.0471,131.8282\n"};

const RuleInfo column_missing{
    .code = "RU504",
    .name = "column-missing",
    .severity = Severity::error,
    .category = Category::rule,
    .scope = Scope::dataset,
    .fix = FixSafety::shown,
    .since = "0.1.0",
    .title = {"必要な列がない", "required column missing"},
    .message = {"必要な列「{column}」がありません{hint_ja}",
                "required column '{column}' is missing{hint_en}"},
    .why = {"この列がないと、地図を見る人が意味を読み取れません。",
            "Without it, readers of the map cannot tell what a record means."},
    .remedy = {"見出しの行(GeoJSON では properties)に足すか、似た列の名前を直してください。",
               "Add it to the header row (GeoJSON: to the properties), or rename the column that is meant."},
    .bad = "名称,緯度,経度\n正門前,34.0471,131.8282\n",
    .good = "名称,区分,緯度,経度\n正門前,危険,34.0471,131.8282\n"};

const RuleInfo column_personal{
    .code = "PR601",
    .name = "column-personal",
    .severity = Severity::warning,
    .category = Category::privacy,
    .scope = Scope::dataset,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"個人の情報の列", "personal column"},
    .message = {"列「{column}」は個人の情報なので、どの出力にも書きません",
                "column '{column}' is personal and goes to no output"},
    .why = {"子どもや家族が分かる情報は、一度出ると取り消せません。",
            "What identifies a child or a family cannot be taken back once published."},
    .remedy = {"何もしなくてよいです。元の表からも消しておくと安心です。",
               "Nothing to do; deleting the column from the source is safer still."},
    .bad = "名称,区分,緯度,経度,児童名\n正門前,危険,34.0471,131.8282,(名前)\n",
    .good = "名称,区分,緯度,経度\n正門前,危険,34.0471,131.8282\n"};

const RuleInfo column_repeated{
    .code = "RU505",
    .name = "column-repeated",
    .severity = Severity::warning,
    .category = Category::rule,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"同じ意味の列が二つ", "two columns for one field"},
    .message =
        {"列「{column}」も「{field}」を表すようですが、先の列「{first}」を使い、この列は文字のまま残します",
         "column '{column}' means '{field}' too; '{first}' is used and this one is kept as text"},
    .why = {"どちらが正しいか、道具には決められません。",
            "Which of the two is right cannot be decided here."},
    .remedy = {"どちらかの列を消すか、列名を変えてください。", "Delete or rename one of the two columns."},
    .bad = "名称,場所,区分,緯度,経度\n正門前,門の前,危険,34.0471,131.8282\n",
    .good = "名称,区分,緯度,経度\n正門前,危険,34.0471,131.8282\n"};

const RuleInfo keep_unknown{
    .code = "RU506",
    .name = "keep-unknown",
    .severity = Severity::error,
    .category = Category::rule,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"残す列が見つからない", "column to keep not found"},
    .message = {"残すように言われた列「{name}」は、どの表にもありません{hint}",
                "no input has the column '{name}' that should be kept{hint}"},
    .why = {"名前がちがうと、公開するつもりの列が校内用のままになります。",
            "With a wrong name the column would stay internal without a word."},
    .remedy = {"見出しのとおりの名前を書いてください。", "Write the name as the header has it."},
    .bad = "",
    .good = ""};

const RuleInfo field_unknown{
    .code = "RU507",
    .name = "field-unknown",
    .severity = Severity::error,
    .category = Category::rule,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"種類にない列の名前", "no such field"},
    .message =
        {"列「{header}」の意味とされた「{name}」という列は、調査の種類「{profile}」にありません{hint}",
         "'{name}', said to be the meaning of column '{header}', is no field of profile '{profile}'{hint}"},
    .why = {"列の意味を取りちがえないよう、決まった名前だけが使えます。",
            "Only fields of the profile can be a column's meaning."},
    .remedy = {"anzenmap profile show で列の名前を見てください。",
               "See the fields with `anzenmap profile show`."},
    .bad = "",
    .good = ""};

std::span<const RuleInfo* const> profile_rules() {
  static constexpr std::array<const RuleInfo*, 10> rules{
      &profile_not_found,     &profile_unreadable,    &column_unknown, &column_missing,
      &column_repeated,       &keep_unknown,          &field_unknown,  &column_personal,
      &form_columns_left_out, &style_columns_left_out};
  return rules;
}

}  // namespace anzenmap
