// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "gis/base/rule_info.hpp"
#include "gis/pipeline/source.hpp"
#include "gis/profile/profile.hpp"

namespace anzenmap {

extern const RuleInfo record_mended;
extern const RuleInfo rejects_alone;
extern const RuleInfo mend_without_original;
extern const RuleInfo mend_still_unreadable;

/// Rows of NAME.rejected.csv that a person mended, by the place of their originals.
class MendedRows {
 public:
  struct Row {
    std::vector<std::string> cells;  ///< parallel to headers()
    bool used = false;
  };

  /// Reads a rejects file to its end (it holds what was rejected, not a whole survey).
  void read(Source& rejects);
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  [[nodiscard]] const std::vector<std::string>& headers() const { return headers_; }
  [[nodiscard]] Row* find(const std::string& file, const std::string& sheet, std::int64_t row);
  /// Throws Error when a row's original was in none of the inputs.
  void check_all_used() const;

 private:
  using Key = std::tuple<std::string, std::string, std::int64_t>;
  std::vector<std::string> headers_;
  std::map<Key, Row> rows_;
};

/// Whether a table is a rejects file that this program wrote.
[[nodiscard]] bool is_rejects(const Layer& layer);

/// A source whose rejected records are replaced: the original becomes RecordState::merged and the mended row
/// stands behind it, with the original's row number; a feature keeps its id, its foreign members and, unless
/// the row says another place, its geometry with what is wrong in it. Reads in take(), as it has to know the
/// rows.
[[nodiscard]] std::unique_ptr<Source> with_mended_rows(std::unique_ptr<Source> source,
                                                       std::shared_ptr<MendedRows> rows,
                                                       const Profile& profile);

[[nodiscard]] std::span<const RuleInfo* const> mend_rules();

}  // namespace anzenmap
