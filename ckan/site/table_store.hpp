// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "ckan/site/calls.hpp"
#include "ckan/site/table.hpp"

namespace anzenmap::ckan {

/// How a resource's DataStore differs from a table.
struct TableDifference {
  bool structure = false;            ///< other columns, types or labels, or no row can be told from another
  std::vector<std::size_t> changed;  ///< rows of the table that are new or differ
  std::vector<std::string> gone;     ///< keys of rows that the table no longer has

  [[nodiscard]] bool none() const { return !structure && changed.empty() && gone.empty(); }
};

/// The DataStore of one resource.
class TableStore {
 public:
  TableStore(Calls& calls, std::string resource_id) : calls_(&calls), id_(std::move(resource_id)) {}

  /// Makes it anew with all rows. `fresh`: there can be none yet.
  void fill(const Table& table, bool fresh);
  /// Reads it in pages.
  [[nodiscard]] TableDifference compare(const Table& table);
  /// Sends the rows that differ, or all where that is the only way. Deletes those that are gone.
  void update(const Table& table, const TableDifference& difference);

  /// Rows as PostgreSQL writes them, in the table's columns; empty when a column is missing there.
  [[nodiscard]] std::vector<TableRow> rows(const std::vector<TableField>& fields, std::uint64_t first,
                                           std::uint64_t count);
  [[nodiscard]] std::uint64_t row_count();

 private:
  [[nodiscard]] Json head() const;
  [[nodiscard]] Json search(const Json& more);
  [[nodiscard]] bool same_fields(const Table& table);
  [[nodiscard]] std::vector<TableRow> all_rows(const Table& table);
  void drop();
  void create(const Table& table);
  void add_rows(const Table& table, const std::vector<std::size_t>& which, std::size_t first,
                const char* method);

  Calls* calls_;
  std::string id_;
};

}  // namespace anzenmap::ckan
