// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis/base/rule_info.hpp"
#include "gis/base/text.hpp"

namespace anzenmap {

/// A named value for the template of a message. `en` empty means that both languages show `ja`.
struct Argument {
  std::string name;
  std::string ja;
  std::string en;
};

struct Fix {
  std::string before;
  std::string after;
  FixSafety safety;
};

/// WGS 84, degrees, longitude first (RFC 7946 section 3.1.1).
struct LonLat {
  double lon;
  double lat;
};

/// One fault in the data: made once, rendered many ways. Faults of the world are `Error`s instead.
struct Diagnostic {
  static constexpr std::int64_t kNoRecord = -1;

  const RuleInfo* rule = nullptr;
  Severity severity = Severity::error;  ///< starts as the rule's, a profile may change it
  std::uint32_t layer = 0;              ///< index into the survey's layers (file and sheet)
  std::int64_t record = kNoRecord;      ///< index in its batch; kNoRecord for the dataset or for `row` alone
  std::int64_t row = 0;   ///< the row that Excel shows, from 1 (GeoJSON: the feature's number); 0 = none
  std::int64_t line = 0;  ///< physical line of a text format, from 1; 0 = none
  std::string column;     ///< header as the person wrote it; empty = none
  std::string value;      ///< the cell as the person wrote it (masked for privacy findings)
  std::vector<Argument> arguments;
  std::optional<Fix> fix;
  std::optional<LonLat> place;
  std::string entity;                            ///< privacy findings only
  std::optional<std::pair<int, int>> span = {};  ///< code points of the raw cell, [start, end)
};

/// Starts a diagnostic with its rule's severity.
[[nodiscard]] Diagnostic make_diagnostic(const RuleInfo& rule);

/// The message in one language: the rule's template with the diagnostic's values filled in.
[[nodiscard]] std::string render_message(const Diagnostic& diagnostic, Language language);

/// Fills {name} placeholders from `arguments`; an unknown placeholder stays as it is.
[[nodiscard]] std::string fill_template(std::string_view pattern, const std::vector<Argument>& arguments,
                                        Language language);

}  // namespace anzenmap
