// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gis/base/diagnostic.hpp"
#include "gis/pipeline/reading.hpp"
#include "gis/profile/mapping.hpp"
#include "importers/importer.hpp"

namespace anzenmap::cli {

/// What a Reading file says about one layer: what `info --json` printed, as it was or edited by a person.
struct PinnedLayer {
  std::string file;
  std::string sheet;               ///< empty = the format has none
  std::vector<ReadingItem> items;  ///< key and value count
  std::vector<PinnedColumn> columns;

  [[nodiscard]] const std::string* value(std::string_view key) const;
};

/// The Readings that `--reading FILE` pins: equal bytes read by equal Readings give equal outputs. A person's
/// option on the command line still wins over the file.
class PinnedReading {
 public:
  PinnedReading() = default;
  /// Reads the file. Throws Error (usage) when it is no output of `info --json`.
  explicit PinnedReading(const std::string& path);
  /// Parses its text; `origin` names it in errors.
  static PinnedReading parse(std::string_view json, std::string_view origin);

  /// Makes it fit these inputs: where it is of one file and there is one survey, the name does not matter.
  /// Throws Error (usage) when it is of none of them.
  void fit(std::span<const std::string> inputs);
  /// What is said about one input, where `read` says nothing yet.
  [[nodiscard]] ReadOptions apply(ReadOptions read, std::string_view file) const;
  [[nodiscard]] const PinnedLayer* find(const Layer& layer) const;
  [[nodiscard]] bool empty() const { return layers_.empty(); }

  /// What the file pins and the run did otherwise (an option said so, or the bytes leave no choice).
  [[nodiscard]] std::vector<Diagnostic> not_followed(std::span<const Layer> layers,
                                                     const SurveyMapping& mapping,
                                                     const Profile& profile) const;

 private:
  std::string origin_;
  std::vector<PinnedLayer> layers_;
};

extern const RuleInfo reading_unusable;
extern const RuleInfo reading_of_others;
extern const RuleInfo reading_not_followed;

}  // namespace anzenmap::cli
