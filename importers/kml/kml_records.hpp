// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "gis/batch/batch.hpp"
#include "importers/kml/kml_outline.hpp"
#include "importers/kml/kml_reader.hpp"
#include "importers/kml/kml_tally.hpp"
#include "importers/markup/day_column.hpp"
#include "importers/markup/feature_rows.hpp"
#include "importers/markup/html_text.hpp"
#include "importers/markup/partial_outline.hpp"

namespace anzenmap::kml {

/// Makes a record of each placemark, in the columns that the outline decided.
class KmlRecords final : public KmlSink {
 public:
  KmlRecords(const KmlOutline& outline, const Profile& profile, bool include_tracks);

  /// Where the next records go.
  void into(Batch& batch) { batch_ = &batch; }
  void placemark(Placemark& placemark) override;
  void other_feature(std::string_view kind, std::string_view address) override {
    tally_.other_feature(kind, address);
  }

  /// What only the end of the document can tell.
  [[nodiscard]] std::vector<Diagnostic> closing() const;

 private:
  /// A value of one of KML's own elements; one for which the head of the file has no column asks for more.
  void put(std::uint32_t column, std::string_view text) {
    if (column == markup::FeatureColumns::kNone && !text.empty()) miss();
    rows_.put(column, text);
  }
  void miss() const {
    if (!outline_.is_whole()) markup::ask_for_whole_outline(outline_.file());
  }
  [[nodiscard]] bool may_be_column(std::string_view key);
  void put_data(Placemark& placemark);
  void put_elements(const Placemark& placemark);
  void put_time(const Placemark& placemark);
  void put_description(const Placemark& placemark);
  void put_described(std::uint32_t column, std::string_view value, const std::vector<std::string_view>& lines,
                     std::size_t& at);
  void put_id(const Placemark& placemark);
  void write_geometry(KmlGeometry& geometry);
  Diagnostic& tell(const RuleInfo& rule, std::string_view column, std::string_view value);

  const KmlOutline& outline_;
  const Profile& profile_;
  KmlTally tally_;
  std::set<std::string, std::less<>> plain_keys_;  ///< keys that are no columns, up to DescribedKeys::kMost
  bool include_tracks_;
  markup::FeatureRows rows_;
  Batch* batch_ = nullptr;

  /// Columns of KML's own elements; kNone where the file has none.
  struct Columns {
    std::uint32_t name, description, address, phone, snippet, time, image, folder, style, icon, colour;
  } columns_;

  markup::DayColumn days_;

  // Texts of the record at hand.
  markup::HtmlText seen_;
  std::vector<std::string> plain_;  ///< values that were HTML
  std::string comment_;
  std::string images_;
  Look look_;

  std::uint64_t rounded_ = 0;
  std::uint64_t relative_heights_ = 0;
};

}  // namespace anzenmap::kml
