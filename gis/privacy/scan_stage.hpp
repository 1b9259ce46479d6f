// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "gis/pipeline/stage.hpp"
#include "gis/privacy/scanned_columns.hpp"

namespace anzenmap {

/// What happens to a find in a cell: it is told and stays; ● stands in its place; the cell is emptied.
enum class Redact { none, mask, drop };

/// Looks through every text that would be written for what tells of persons. Each find is an error; the
/// record is still written, for the school alone. With a remedy the finds are gone and told as infos.
class ScanStage : public Stage {
 public:
  ScanStage(const Survey& survey, Redact redact, unsigned workers);
  ~ScanStage() override;
  void process(Batch& batch, unsigned worker) const override;

 private:
  struct Tools;
  void scan_column(Batch& batch, std::size_t field, Tools& tools) const;
  void scan_cell(Batch& batch, std::size_t field, std::size_t record, Tools& tools) const;
  void scan_json(Batch& batch, TextColumn& column, Tools& tools) const;

  Survey survey_;
  Redact redact_;
  std::vector<ScannedColumn> columns_;         ///< parallel to Schema::fields
  std::vector<std::unique_ptr<Tools>> tools_;  ///< of each worker
};

}  // namespace anzenmap
