// SPDX-License-Identifier: Apache-2.0
#include "cli/rule_settings.hpp"

#include <string_view>
#include <vector>

#include "cli/rules.hpp"
#include "cli/suggest.hpp"
#include "gis/base/error.hpp"

namespace anzenmap::cli {

const RuleInfo setting_of_no_rule{
    .code = "UI858",
    .name = "setting-of-no-rule",
    .severity = Severity::error,
    .category = Category::rule,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"ない番号の設定", "setting of no rule"},
    .message = {"調査の種類「{profile}」の rules にある「{name}」という番号はありません{hint}",
                "profile '{profile}' sets '{name}' in its rules, but there is no such rule{hint}"},
    .why = {"まちがった番号の設定は、きかないまま見のがされます。",
            "A setting with a slip in it would do nothing."},
    .remedy = {"anzenmap explain だけで番号の一覧が出ます。", "`anzenmap explain` lists the codes."},
    .bad = "",
    .good = ""};

const RuleInfo setting_unsafe{
    .code = "UI859",
    .name = "setting-unsafe",
    .severity = Severity::error,
    .category = Category::rule,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"弱められない番号", "rule that cannot be weakened"},
    .message = {"調査の種類「{profile}」の rules で「{name}」を {wanted} にはできません: {reason}",
                "profile '{profile}' cannot set '{name}' to {wanted}: {reason}"},
    .why = {"知らないうちに記録が変わったり、個人の情報が出たりしないためです。",
            "So that no record changes and nothing personal leaves without a word."},
    .remedy = {"別の強さにするか、その行を消してください。",
               "Choose another severity, or take the line out."},
    .bad = "",
    .good = ""};

namespace {

/// Empty when the rule may be as grave as that.
Text objection(const RuleInfo& rule, std::optional<Severity> wanted) {
  const bool weaker = !wanted || static_cast<int>(*wanted) > static_cast<int>(rule.severity);
  if (rule.category == Category::privacy && weaker)
    return {"個人の情報についての指摘は弱められません", "findings about privacy cannot be weakened"};
  if (wanted) return {"", ""};
  if (rule.severity == Severity::error)
    return {"エラーは消せません(warning か info にはできます)",
            "an error cannot be silent (warning and info are possible)"};
  if (rule.fix == FixSafety::safe) return {"自動で直したことは伝えます", "what was changed is always told"};
  return {"", ""};
}

}  // namespace

Severities rule_settings(const Profile& profile) {
  Severities severities;
  for (const RuleSetting& setting : profile.rules) {
    const RuleInfo* rule = find_rule(setting.rule);
    if (rule == nullptr) {
      std::vector<std::string_view> names;
      for (const RuleInfo* known : all_rules()) {
        names.push_back(known->code);
        names.push_back(known->name);
      }
      throw Error(setting_of_no_rule,
                  {{"profile", profile.name, {}},
                   {"name", setting.rule, {}},
                   hint_argument(nearest(setting.rule, names))},
                  Error::Kind::usage);
    }
    if (const Text why = objection(*rule, setting.severity); !why.ja.empty())
      throw Error(setting_unsafe,
                  {{"profile", profile.name, {}},
                   {"name", setting.rule, {}},
                   {"wanted", setting.severity ? std::string(name_of(*setting.severity)) : "off", {}},
                   {"reason", std::string(why.ja), std::string(why.en)}},
                  Error::Kind::usage);
    severities.set(*rule, setting.severity);
  }
  return severities;
}

}  // namespace anzenmap::cli
