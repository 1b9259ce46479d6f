// SPDX-License-Identifier: Apache-2.0
#include "importers/kml/kml_style.hpp"

#include <algorithm>

namespace anzenmap::kml {
namespace {

constexpr int kMostSteps = 8;  // maps that point at maps

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

std::string_view id_of(std::string_view url) {
  const std::size_t mark = url.rfind('#');
  return mark == std::string_view::npos ? url : url.substr(mark + 1);
}

}  // namespace

void KmlStyle::clear() {
  icon.clear();
  icon_colour.clear();
  line_colour.clear();
  area_colour.clear();
}

bool KmlStyle::empty() const {
  return icon.empty() && icon_colour.empty() && line_colour.empty() && area_colour.empty();
}

std::string KmlStyle::colour() const {
  for (std::string_view text :
       {std::string_view(icon_colour), std::string_view(area_colour), std::string_view(line_colour)}) {
    if (text.starts_with('#')) text.remove_prefix(1);
    if ((text.size() != 8 && text.size() != 6) || !std::all_of(text.begin(), text.end(), is_hex)) continue;
    if (text.size() == 8) text.remove_prefix(2);  // alpha
    std::string colour = "#";
    for (const std::size_t at : {4U, 2U, 0U}) colour += text.substr(at, 2);
    for (char& c : colour)
      if (c >= 'A' && c <= 'F') c = static_cast<char>(c + ('a' - 'A'));
    return colour;
  }
  return {};
}

bool KmlStyles::add(const std::string& id, const KmlStyle& style) {
  if (styles_.size() + maps_.size() >= kMost) return false;
  styles_.emplace(id, style);
  return true;
}

bool KmlStyles::add_map(const std::string& id, std::string_view normal_url) {
  if (styles_.size() + maps_.size() >= kMost) return false;
  maps_.emplace(id, id_of(normal_url));
  return true;
}

const KmlStyle* KmlStyles::find(std::string_view url) const {
  std::string id(id_of(url));
  for (int step = 0; step < kMostSteps; ++step) {
    if (const auto style = styles_.find(id); style != styles_.end()) return &style->second;
    const auto map = maps_.find(id);
    if (map == maps_.end()) return nullptr;
    id = map->second;
  }
  return nullptr;
}

std::string_view style_name(std::string_view url) {
  std::string_view name = id_of(url);
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view end : {"-nodesc", "-labelson", "-normal", "-highlight"}) {
      if (name.size() <= end.size() || !name.ends_with(end)) continue;
      name.remove_suffix(end.size());
      cut = true;
    }
  }
  return name;
}

bool is_my_maps_style(std::string_view name) {
  const std::size_t kind =
      name.starts_with("icon-") || name.starts_with("line-") || name.starts_with("poly-") ? 5 : 0;
  if (kind == 0) return false;
  // icon-1899-0288D1, icon-ci-2, line-000000-1200, poly-FF5252-1200-77
  std::string_view rest = name.substr(kind);
  if (rest.starts_with("ci-")) return rest.size() > 3 && rest[3] >= '0' && rest[3] <= '9';
  const std::size_t dash = rest.find('-');
  const std::string_view first = rest.substr(0, dash);
  if (first.empty() || !std::all_of(first.begin(), first.end(), is_hex)) return false;
  return dash != std::string_view::npos || first.size() == 6;
}

bool is_gsi_address(std::string_view url) {
  return url.find("//maps.gsi.go.jp/") != std::string_view::npos ||
         url.find("//cyberjapandata.gsi.go.jp/") != std::string_view::npos;
}

}  // namespace anzenmap::kml
