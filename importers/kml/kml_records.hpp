// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gis/batch/batch.hpp"
#include "importers/kml/kml_outline.hpp"
#include "importers/kml/kml_reader.hpp"
#include "importers/markup/day_column.hpp"
#include "importers/markup/feature_rows.hpp"
#include "importers/markup/html_text.hpp"

namespace anzenmap::kml {

/// Makes a record of each placemark, in the columns that the outline decided.
class KmlRecords final : public KmlSink {
 public:
  KmlRecords(const KmlOutline& outline, const Profile& profile, bool include_tracks);

  /// Where the next records go.
  void into(Batch& batch) { batch_ = &batch; }
  void placemark(Placemark& placemark) override;

  /// What only the end of the document can tell.
  [[nodiscard]] std::vector<Diagnostic> closing() const;

 private:
  void put(std::uint32_t column, std::string_view text) { rows_.put(column, text); }
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
