// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "importers/kml/description.hpp"
#include "importers/kml/kml_reader.hpp"
#include "importers/kml/kml_style.hpp"
#include "importers/markup/feature_columns.hpp"

namespace anzenmap::kml {

/// A whole KML document seen once: its markup is right, its columns and styles are known, and so is what will
/// be told about it as a whole. Memory does not grow with the number of placemarks.
class KmlOutline final : public KmlSink {
 public:
  KmlOutline(std::string file, bool include_tracks)
      : file_(std::move(file)), include_tracks_(include_tracks) {}

  void placemark(Placemark& placemark) override;
  void style(const std::string& id, const KmlStyle& style, std::string_view normal_url) override;
  /// Once everything was seen that shall be; `whole`: that was all of the document.
  void settle(const Profile& profile, bool whole);
  [[nodiscard]] bool is_whole() const { return whole_; }
  [[nodiscard]] const std::string& file() const { return file_; }

  [[nodiscard]] const markup::FeatureColumns& columns() const { return columns_; }
  [[nodiscard]] const KmlStyles& styles() const { return styles_; }
  [[nodiscard]] bool has_shapes() const { return has_shapes_; }
  /// The file gives its records ids of its own.
  [[nodiscard]] bool has_id_column() const { return has_id_column_; }
  struct Dialect {
    std::string name;
    std::string evidence_ja;
    std::string evidence_en;
  };
  [[nodiscard]] Dialect dialect() const;

 private:
  void see(markup::Origin origin, std::string_view name, markup::FeatureColumns::Meaning meaning = {});
  void see_look(const Placemark& placemark);
  void see_used_styles();
  void see_description(const Placemark& placemark);

  std::string file_;
  bool include_tracks_;
  markup::FeatureColumns columns_;
  DescribedKeys keys_;
  KmlStyles styles_;
  bool has_shapes_ = false;
  bool whole_ = false;
  bool has_id_column_ = false;
  bool has_description_ = false;
  bool has_media_links_ = false;
  std::set<std::string, std::less<>> used_styles_;  ///< up to kUsedStyles
  std::string my_maps_evidence_;
  std::string gsi_evidence_;
};

/// The names under which what KML has elements for stands among the columns.
namespace column {
inline constexpr std::string_view kFolder = "フォルダー";
inline constexpr std::string_view kStyle = "スタイル";
inline constexpr std::string_view kIcon = "アイコン";
inline constexpr std::string_view kColour = "色";
}  // namespace column

/// What of a placemark's look is told: the name of its style, its icon and its colour.
struct Look {
  std::string_view style;
  std::string_view icon;
  std::string colour;
};
[[nodiscard]] Look look_of(const Placemark& placemark, const KmlStyles& styles);

}  // namespace anzenmap::kml
