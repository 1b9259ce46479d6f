// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace anzenmap::kml {

/// How a placemark looks, as far as that may tell what it is.
struct KmlStyle {
  std::string icon;         ///< <Icon><href>
  std::string icon_colour;  ///< aabbggrr, as KML writes it
  std::string line_colour;
  std::string area_colour;

  void clear();
  [[nodiscard]] bool empty() const;
  /// "#rrggbb" of the icon, else of the area, else of the line; empty when no colour is given.
  [[nodiscard]] std::string colour() const;
};

/// The styles of a document that placemarks name by styleUrl.
class KmlStyles {
 public:
  static constexpr std::size_t kMost = 100'000;
  /// False when there are too many.
  bool add(const std::string& id, const KmlStyle& style);
  bool add_map(const std::string& id, std::string_view normal_url);
  /// Of "#id"; nullptr when the document has none (or it is elsewhere).
  [[nodiscard]] const KmlStyle* find(std::string_view url) const;

 private:
  std::unordered_map<std::string, KmlStyle> styles_;
  std::unordered_map<std::string, std::string> maps_;
};

/// What a styleUrl calls the style: the part behind #, without what only says how it is labelled
/// ("icon-1899-0288D1-labelson-nodesc" is "icon-1899-0288D1").
[[nodiscard]] std::string_view style_name(std::string_view url);

/// The name of a style as Google My Maps gives it: icon-…, line-…, poly-… with a colour in it.
[[nodiscard]] bool is_my_maps_style(std::string_view name);

/// An address on 地理院地図's servers.
[[nodiscard]] bool is_gsi_address(std::string_view url);

}  // namespace anzenmap::kml
