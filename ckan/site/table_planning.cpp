// SPDX-License-Identifier: Apache-2.0
#include "ckan/site/table_planning.hpp"

#include "ckan/plan_rules.hpp"
#include "ckan/site/table_store.hpp"

namespace anzenmap::ckan {
namespace {

void plan_table(Calls& calls, Action& action, const Json& resource) {
  const Table table = read_table(action.file.path, resource);
  action.rows = table.rows.size();
  if (action.change != Change::update) return;
  const TableDifference difference = TableStore(calls, action.id).compare(table);
  if (!difference.structure) action.rows = difference.changed.size() + difference.gone.size();
  if (!difference.none()) return;
  action.change = Change::unchanged;
  action.file = {};
}

}  // namespace

Json wanted_resource(const Json& wanted, const std::string& key) {
  if (const auto list = wanted.find("resources"); list != wanted.end() && list->is_array())
    for (const Json& one : *list)
      if (one.is_object() && one.value(kKeyMember, std::string()) == key) return one;
  return Json::object();
}

bool loads_by_itself(SiteFacts& facts) {
  return facts.has_extension("xloader") || facts.has_extension("datapusher");
}

void plan_tables(Calls& calls, SiteFacts& facts, DatasetPlan& plan, const Json& wanted) {
  for (Action& action : plan.actions) {
    if (action.subject != Subject::datastore || action.change == Change::unchanged) continue;
    if (loads_by_itself(facts)) {
      action.change = Change::leave;
      continue;
    }
    try {
      if (!facts.has_extension("datastore"))
        throw Error(table_unusable,
                    {{"path", action.file.path, {}},
                     {"reason", "このサイトには DataStore がありません", "this site has no DataStore"}});
      plan_table(calls, action, wanted_resource(wanted, action.key));
    } catch (const Error& error) {
      if (error.code() != "CK969") throw;
      action.change = Change::leave;
      action.title = error.message(Language::ja) + " / " + error.message(Language::en);
      action.file = {};
    }
  }
}

}  // namespace anzenmap::ckan
