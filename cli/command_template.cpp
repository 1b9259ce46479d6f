// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <system_error>

#include "cli/command.hpp"
#include "cli/json_text.hpp"
#include "cli/template_rules.hpp"
#include "cli/view/layout.hpp"
#include "exporters/template/survey_template.hpp"
#include "gis/files/output_set.hpp"
#include "gis/profile/profile.hpp"

namespace anzenmap::cli {

const RuleInfo template_exists{
    .code = "OU761",
    .name = "form-exists",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"同じ名前のファイルがある", "a file of that name exists"},
    .message = {"「{path}」はもうあります。書きこんだ用紙を消さないように、上書きしません",
                "'{path}' exists already; it may be filled in, so it is not overwritten"},
    .why = {"用紙には、書きこんだ記録が入っているかもしれません。", "It may hold what a class wrote."},
    .remedy = {"別の名前にするか、いらないファイルなら先に消してください。",
               "Choose another name, or remove it first."},
    .bad = "",
    .good = ""};

const RuleInfo template_kind_unknown{
    .code = "OU762",
    .name = "form-kind-unknown",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"用紙の種類が分からない", "unknown kind of form"},
    .message =
        {"「{path}」の終わりから用紙の種類が分かりません。.xlsx、.csv、.xlsform.xlsx のどれかにしてください",
         "'{path}' does not say what kind of form; let it end in .xlsx, .csv or .xlsform.xlsx"},
    .why = {"ファイルの名前の終わりで、作る用紙が決まります。", "The end of the name says what is made."},
    .remedy = {"例: 用紙.xlsx（Excel）、用紙.csv、用紙.xlsform.xlsx（KoBoToolbox・ODK）",
               "As in form.xlsx (Excel), form.csv, form.xlsform (KoBoToolbox, ODK)."},
    .bad = "",
    .good = ""};

std::span<const RuleInfo* const> template_rules() {
  static constexpr const RuleInfo* kRules[] = {&template_exists, &template_kind_unknown};
  return kRules;
}

namespace {

struct TemplateSettings {
  std::string profile = "safety-map";
  std::string output;
};

std::vector<Option> options(TemplateSettings& settings) {
  return {{.name = "profile",
           .target = &settings.profile,
           .help = {"調査の種類の名前か、種類のファイル", "a built-in profile or a profile file"},
           .group = OptionGroup::writing,
           .metavar = "NAME",
           .choices = {builtin_profiles().begin(), builtin_profiles().end()},
           .or_file = true,
           .completes = Completes::file},
          {.name = "output",
           .short_name = 'o',
           .target = &settings.output,
           .help = {"作るファイル。.xlsx は Excel、.csv、.xlsform.xlsx は KoBoToolbox と ODK の用紙",
                    "file to make: .xlsx for Excel, .csv, .xlsform.xlsx for KoBoToolbox and ODK"},
           .group = OptionGroup::writing,
           .metavar = "FILE",
           .completes = Completes::file,
           .required = true}};
}

std::string form_bytes(const TemplateSettings& settings, const Profile& profile) {
  const std::string& path = settings.output;
  // Servers want the form to be called .xlsx.
  if (path.ends_with(".xlsform") || path.ends_with(".xlsform.xlsx")) return template_xlsform(profile);
  if (path.ends_with(".xlsx")) return template_workbook(profile);
  if (path.ends_with(".csv")) return template_csv(profile);
  throw Error(template_kind_unknown, {{"path", path, {}}}, Error::Kind::usage);
}

int run(const TemplateSettings& settings, Streams& streams) {
  const Profile profile = load_profile(settings.profile);
  const std::string bytes = form_bytes(settings, profile);
  const std::filesystem::path path(settings.output);
  std::error_code none;
  if (std::filesystem::exists(path, none)) throw Error(template_exists, {{"path", settings.output, {}}});
  OutputSet set(path.has_parent_path() ? path.parent_path().string() : ".");
  set.create(path.filename().string()).write(bytes);
  set.commit();
  if (streams.json) {
    streams.out << JsonList('{')
                       .member("schema", "1")
                       .member("file", json_string(settings.output))
                       .member("profile", json_string(profile.name))
                       .member("error", "null")
                       .text()
                << '\n';
    return 0;
  }
  const bool japanese = streams.language == Language::ja;
  streams.out << printable(settings.output) << (japanese ? " を作りました\n" : " made\n");
  if (streams.quiet) return 0;
  if (settings.output.ends_with(".xlsform") || settings.output.ends_with(".xlsform.xlsx")) {
    streams.out << (japanese ? "→ KoBoToolbox や ODK に読みこませ、集まった表を convert に渡します\n"
                             : "-> load it into KoBoToolbox or ODK, and give what comes back to convert\n");
  } else {
    streams.out
        << (japanese ? "→ 「（例）」の行は見本です。記録には数えません。書いたら convert に渡します\n"
                     : "-> the row that begins with （例） is an example and no record; when filled in, give "
                       "it to convert\n");
  }
  return 0;
}

Bound bind() { return bind_command<TemplateSettings>(options, run); }

constexpr Example kExamples[] = {
    {{"Excel の用紙を作る", "make a form for Excel"}, "anzenmap template -o 用紙.xlsx"},
    {{"KoBoToolbox と ODK の用紙を作る", "make a form for KoBoToolbox and ODK"},
     "anzenmap template --profile safety-map -o 用紙.xlsform.xlsx"},
};

}  // namespace

extern const Command template_command;
const Command template_command{
    .name = "template",
    .summary = {"調査の用紙を作る（Excel、CSV、KoBoToolbox・ODK）",
                "make an empty form: Excel, CSV, KoBoToolbox and ODK"},
    .description =
        {"調査の種類の列を見出しにした用紙を作ります。Excel の用紙では、言葉を一覧から選べ、書き方が"
         "出ます。場所は地図からはりつけられます。書きこんで convert に渡すと、そのまま読めます。",
         "Makes a form whose headers are the columns of a profile. In Excel words are chosen from lists "
         "and hints are shown; a place is pasted from a map. Filled in, convert reads it as it is."},
    .examples = kExamples,
    .bind = bind,
};

}  // namespace anzenmap::cli
