// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gis/base/diagnostic.hpp"
#include "gis/pipeline/reading.hpp"

namespace anzenmap {

/// Findings by their cause, for reports that put all of a kind together. Of each kind the first ones are kept
/// and all are counted, so memory does not grow with the survey.
class FindingGroups {
 public:
  static constexpr std::size_t kKept = 200;     ///< of each kind
  static constexpr std::size_t kLongest = 400;  ///< bytes of a value; longer ones are cut

  struct Finding {
    std::string sheet;  ///< file and sheet; empty = of no file
    std::int64_t row = 0;
    std::string column;
    std::string value;
    std::string message;
    std::optional<LonLat> place;
    std::optional<Fix> fix;
  };
  struct Group {
    const RuleInfo* rule = nullptr;
    Severity severity = Severity::info;  ///< the gravest
    std::uint64_t count = 0;
    std::uint64_t fixes = 0;  ///< of `count`, those that say how
    std::vector<Finding> first;
  };

  explicit FindingGroups(Language language) : language_(language) {}
  void clear() { groups_.clear(); }
  void add(const Diagnostic& diagnostic, std::span<const Layer> layers);
  /// Gravest first, then the most frequent, then by code. Valid until the next add().
  [[nodiscard]] std::vector<const Group*> sorted() const;

 private:
  Language language_;
  std::map<std::string_view, Group> groups_;  ///< by code
};

}  // namespace anzenmap
