// SPDX-License-Identifier: Apache-2.0
#include "gis/rule/date_beside_year.hpp"

#include <string>
#include <vector>

#include "gis/value/school_year.hpp"

namespace anzenmap {

const RuleInfo date_beside_year{
    .code = "RU554",
    .name = "date-beside-school-year",
    .severity = Severity::warning,
    .category = Category::rule,
    .scope = Scope::cell,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"年度の外の日付", "date outside of the school year"},
    .message = {"「{column}」の「{value}」は、{year}年度（4月から次の年の3月）の日ではありません",
                "'{column}' value '{value}' is not in school year {year} (April to March)"},
    .why = {"年か年度のどちらかが、書きまちがいかもしれません。",
            "The year of one of the two may be a slip."},
    .remedy = {"日付と年度を確かめてください。", "Check the date and the school year."},
    .bad = "名称,区分,緯度,経度,年度,調査日\n正門前,危険,34.0471,131.8282,2024,2025-10-03\n",
    .good = "名称,区分,緯度,経度,年度,調査日\n正門前,危険,34.0471,131.8282,2024,2024-10-03\n"};

const RuleInfo date_in_future{
    .code = "RU555",
    .name = "date-in-future",
    .severity = Severity::warning,
    .category = Category::rule,
    .scope = Scope::cell,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"先の日付", "date in the future"},
    .message = {"「{column}」の「{value}」は、{today}より先の日です",
                "'{column}' value '{value}' lies after {today}"},
    .why = {"まだ来ていない日に調べることはできません。", "Nobody can have surveyed on a day to come."},
    .remedy = {"日付を確かめてください。", "Check the date."},
    .bad = "",
    .good = ""};

namespace {

class DateBesideYear : public BatchRule {
 public:
  DateBesideYear(const Survey& survey, std::size_t date, std::size_t year)
      : survey_(survey), date_(date), year_(year) {}
  void check(Batch& batch) const override {
    for (std::size_t r = 0; r < batch.records; ++r) {
      const std::string_view date = batch.field(date_, r);
      const std::string_view year = batch.field(year_, r);
      if (date.size() != 10 || year.size() != 4 || !outside(date, year)) continue;
      if (batch.state[r] != RecordState::accepted || !school_year_of(date)) continue;
      tell(batch, date_beside_year, r, survey_.header(batch, date_), date).arguments = {
          {"year", std::string(year), {}}};
    }
  }

 private:
  /// January to March belong to the year before; by characters, as both are canonical.
  static bool outside(std::string_view date, std::string_view year) {
    const bool same = date.substr(0, 4) == year;
    const bool early = date.substr(5, 2) < "04";
    if (same) return early;
    const auto started = school_year_of(date);
    return !started || std::to_string(*started) != year;
  }
  Survey survey_;
  std::size_t date_;
  std::size_t year_;
};

class DateInFuture : public BatchRule {
 public:
  DateInFuture(const Survey& survey, std::string today, std::vector<std::size_t> fields)
      : survey_(survey), today_(std::move(today)), fields_(std::move(fields)) {}
  void check(Batch& batch) const override {
    for (const std::size_t f : fields_)
      for (std::size_t r = 0; r < batch.records; ++r) {
        const std::string_view date = batch.field(f, r);
        if (date.size() != today_.size() || date <= today_ || batch.state[r] != RecordState::accepted)
          continue;
        if ((batch.fields[f].flags[r] & cell_flag::kAsText) != 0) continue;
        tell(batch, date_in_future, r, survey_.header(batch, f), date).arguments = {{"today", today_, {}}};
      }
  }

 private:
  Survey survey_;
  std::string today_;
  std::vector<std::size_t> fields_;
};

}  // namespace

std::unique_ptr<const BatchRule> make_date_beside_year(const Survey& survey, const RuleOptions& /*options*/) {
  const int date = field_of_role(survey, Role::date);
  const int year = field_of_role(survey, Role::school_year);
  if (date < 0 || year < 0) return nullptr;
  return std::make_unique<DateBesideYear>(survey, static_cast<std::size_t>(date),
                                          static_cast<std::size_t>(year));
}

std::unique_ptr<const BatchRule> make_date_in_future(const Survey& survey, const RuleOptions& options) {
  if (options.today.empty()) return nullptr;
  std::vector<std::size_t> fields;
  for (std::size_t f = 0; f < survey.schema().fields.size(); ++f)
    if (survey.schema().fields[f].type == FieldType::date) fields.push_back(f);
  if (fields.empty()) return nullptr;
  return std::make_unique<DateInFuture>(survey, options.today, std::move(fields));
}

}  // namespace anzenmap
