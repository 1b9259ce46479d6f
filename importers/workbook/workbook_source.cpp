// SPDX-License-Identifier: Apache-2.0
#include "importers/workbook/workbook_source.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "gis/base/error.hpp"
#include "importers/table/header.hpp"
#include "importers/workbook/sheet_plan.hpp"
#include "importers/workbook/sheet_records.hpp"
#include "importers/workbook/sheet_survey.hpp"
#include "importers/workbook/workbook_rules.hpp"

namespace anzenmap {
namespace {

class WorkbookSource final : public Source {
 public:
  WorkbookSource(std::unique_ptr<Workbook> workbook, const ReadOptions& options, const Profile& profile)
      : workbook_(std::move(workbook)) {
    limits_.text = options.chunk_bytes;
    limits_.record = options.record_limit;
    check_named_sheets(options);
    std::vector<SheetPlan> plans = plan_sheets(options, profile);
    choose(std::move(plans), options);
    for (std::size_t i = 0; i < plans_.size(); ++i) {
      layers_.push_back(plans_[i].layer);
      for (Diagnostic& told : plans_[i].diagnostics) told.layer = static_cast<std::uint32_t>(i);
    }
  }

  [[nodiscard]] std::span<const Layer> layers() const override { return layers_; }

  [[nodiscard]] std::vector<Diagnostic> opening_diagnostics() override {
    std::vector<Diagnostic> all = std::move(opening_);
    for (SheetPlan& plan : plans_)
      std::move(plan.diagnostics.begin(), plan.diagnostics.end(), std::back_inserter(all));
    opening_.clear();
    for (SheetPlan& plan : plans_) plan.diagnostics.clear();
    return all;
  }

  bool take(Batch& batch) override {
    for (; next_ < plans_.size(); ++next_) {
      if (!records_)
        records_.emplace(plans_[next_], static_cast<std::uint32_t>(next_),
                         workbook_->open_sheet(plans_[next_].sheet), limits_);
      if (records_->fill(batch)) return true;
      records_.reset();
      // What was told below the last record belongs to no batch.
      std::move(batch.diagnostics.begin(), batch.diagnostics.end(), std::back_inserter(closing_));
      batch.diagnostics.clear();
    }
    return false;
  }

  // A sheet's rows hang together (shared strings, merged cells): take() has made the cells already, with
  // their absolute rows.
  void parse(Batch&) const override {}
  void settle(Batch&) override {}

  [[nodiscard]] std::vector<Diagnostic> closing_diagnostics() override { return std::exchange(closing_, {}); }

 private:
  void check_named_sheets(const ReadOptions& options) const {
    if (options.sheet) check_sheet(*options.sheet);
    for (const NamedSheet& sheet : options.sheets) check_sheet(sheet.name);
  }

  void check_sheet(const std::string& name) const {
    std::string known;
    for (const SheetInfo& sheet : workbook_->sheets()) {
      if (sheet.name == name) return;
      if (!known.empty()) known += ", ";
      known += sheet.name;
    }
    throw Error(sheet_not_found, {{"file", workbook_->file(), {}}, {"sheet", name, {}}, {"known", known, {}}},
                Error::Kind::usage);
  }

  static bool names_sheets(const ReadOptions& options) { return options.sheet || !options.sheets.empty(); }

  static bool is_named(const ReadOptions& options, const std::string& sheet) {
    if (options.sheet) return sheet == *options.sheet;
    return std::any_of(options.sheets.begin(), options.sheets.end(),
                       [&](const NamedSheet& named) { return named.name == sheet; });
  }

  static std::optional<std::int64_t> named_row(const ReadOptions& options, const std::string& sheet) {
    if (options.header_row) return options.header_row;
    for (const NamedSheet& named : options.sheets)
      if (named.name == sheet) return named.header_row;
    return std::nullopt;
  }

  std::vector<SheetPlan> plan_sheets(const ReadOptions& options, const Profile& profile) {
    std::vector<SheetPlan> plans;
    const std::span<const SheetInfo> sheets = workbook_->sheets();
    for (std::size_t i = 0; i < sheets.size(); ++i) {
      const bool named = is_named(options, sheets[i].name);
      if (sheets[i].hidden && !named) {
        Diagnostic told = make_diagnostic(hidden_sheet);
        told.arguments = {{"sheet", sheets[i].name, {}}};
        opening_.push_back(std::move(told));
        continue;
      }
      if (names_sheets(options) && !named) continue;
      const std::unique_ptr<SheetReader> reader = workbook_->open_sheet(i);
      plans.push_back(
          plan_sheet(*workbook_, i, survey_sheet(*reader), profile, named_row(options, sheets[i].name)));
    }
    return plans;
  }

  void choose(std::vector<SheetPlan> plans, const ReadOptions& options) {
    if (plans.empty())
      throw Error(workbook_incomplete,
                  {{"file", workbook_->file(), {}}, {"part", "見えるシート", "visible sheet"}});
    const bool any_place =
        std::any_of(plans.begin(), plans.end(), [](const SheetPlan& plan) { return plan.has_place; });
    const auto first_of = [&](auto wanted) { return std::find_if(plans.begin(), plans.end(), wanted); };
    auto only = first_of([](const SheetPlan& plan) { return plan.recognised; });
    if (only == plans.end()) only = first_of([](const SheetPlan& plan) { return !plan.empty; });
    if (only == plans.end()) only = plans.begin();
    for (auto plan = plans.begin(); plan != plans.end(); ++plan) {
      if (names_sheets(options) || (any_place ? plan->has_place : plan == only))
        accept(std::move(*plan), options);
      else if (!plan->empty)
        skip(*plan);
    }
  }

  void accept(SheetPlan plan, const ReadOptions& options) {
    if (!plan.has_header_row)
      throw Error(sheet_row_not_found,
                  {{"file", workbook_->file(), {}},
                   {"sheet", plan.layer.sheet, {}},
                   {"row", std::to_string(named_row(options, plan.layer.sheet).value_or(0)), {}},
                   {"limit", std::to_string(kHeaderSearchRows), {}}},
                  Error::Kind::usage);
    plan.layer.reading.decide("format", workbook_->format(),
                              options.format ? DecidedBy::person : DecidedBy::detected,
                              workbook_->evidence().ja, workbook_->evidence().en);
    plan.layer.reading.decide("sheet", plan.layer.sheet,
                              names_sheets(options) ? DecidedBy::person : DecidedBy::detected,
                              plan.has_place ? "場所の列がある" : "場所の列のあるシートがない",
                              plan.has_place ? "has place columns" : "no sheet has place columns");
    plans_.push_back(std::move(plan));
  }

  void skip(const SheetPlan& plan) {
    Diagnostic told = make_diagnostic(sheet_skipped);
    told.arguments = {{"sheet", plan.layer.sheet, {}},
                      {"reason", "場所の列がありません", "it has no place columns"}};
    opening_.push_back(std::move(told));
  }

  std::unique_ptr<Workbook> workbook_;
  BatchLimits limits_;
  std::vector<SheetPlan> plans_;
  std::vector<Layer> layers_;
  std::vector<Diagnostic> opening_;
  std::vector<Diagnostic> closing_;
  std::size_t next_ = 0;
  std::optional<SheetRecords> records_;
};

}  // namespace

std::unique_ptr<Source> open_workbook_source(std::unique_ptr<Workbook> workbook, const ReadOptions& options,
                                             const Profile& profile) {
  return std::make_unique<WorkbookSource>(std::move(workbook), options, profile);
}

}  // namespace anzenmap
