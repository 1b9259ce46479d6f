// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ckan/remote.hpp"

namespace anzenmap::ckan {

/// A column as the DataStore has it.
struct TableField {
  std::string id;    ///< within 63 bytes, unique
  std::string type;  ///< text, int4, numeric, bool, date
  std::string label;
  std::string notes;

  friend bool operator==(const TableField&, const TableField&) = default;
};

using TableRow = std::vector<std::string>;  ///< as PostgreSQL writes it; empty = null

/// A CSV on its way to the DataStore.
struct Table {
  std::vector<TableField> fields;
  std::optional<std::size_t> key;  ///< column that tells rows apart
  std::vector<TableRow> rows;
  std::optional<std::size_t> latitude;
  std::optional<std::size_t> longitude;
};

/// Reads a CSV (RFC 4180, UTF-8 with or without BOM) with what `resource`, the dictionary that is sent, says
/// of its columns. A column whose values do not all fit its type is text. Throws Error (table_unusable).
[[nodiscard]] Table read_table(const std::string& path, const Json& resource);

/// Records of a CSV text; empty when a quote is not closed.
[[nodiscard]] std::optional<std::vector<TableRow>> csv_rows(std::string_view text);

/// Field ids for headers: what PostgreSQL and CKAN take, cut to 63 bytes, no two the same.
[[nodiscard]] std::vector<std::string> field_ids(const std::vector<std::string>& headers);

}  // namespace anzenmap::ckan
