// SPDX-License-Identifier: Apache-2.0
#include "importers/kml/kml_outline.hpp"

#include <algorithm>

#include "gis/base/error.hpp"
#include "importers/markup/feature_rows.hpp"
#include "importers/markup/html_text.hpp"
#include "importers/markup/markup_rules.hpp"

namespace anzenmap::kml {
namespace {

using markup::Origin;

/// More different styles than any map has.
constexpr std::size_t kUsedStyles = 10'000;

}  // namespace

Look look_of(const Placemark& placemark, const KmlStyles& styles) {
  Look look;
  look.style = style_name(markup::trimmed(placemark.style_url));
  const KmlStyle* shared =
      placemark.style_url.empty() ? nullptr : styles.find(markup::trimmed(placemark.style_url));
  look.icon = markup::trimmed(placemark.style.icon);
  look.colour = placemark.style.colour();
  if (shared != nullptr) {
    if (look.icon.empty()) look.icon = markup::trimmed(shared->icon);
    if (look.colour.empty()) look.colour = shared->colour();
  }
  return look;
}

void KmlOutline::see(Origin origin, std::string_view name, markup::FeatureColumns::Meaning meaning) {
  if (columns_.seen(origin, name)) return;
  if (!columns_.see(origin, name))
    throw Error(markup::too_many_columns,
                {{"file", file_, {}}, {"limit", std::to_string(markup::FeatureColumns::kMost), {}}});
  columns_.mean(origin, name, meaning);
}

void KmlOutline::see_description(const Placemark& placemark) {
  const markup::HtmlText seen = markup::html_text(placemark.description);
  if (!seen.images.empty()) see(Origin::element, "img", {Role::photo, {}});
  if (seen.text.empty()) return;
  has_description_ = true;
  keys_.see(lines_of(seen.text), [&](std::string_view line) {
    const auto* end = placemark.data.data() + placemark.data_count;
    return std::any_of(placemark.data.data(), end,
                       [line](const NamedValue& one) { return one.value.find(line) != std::string::npos; });
  });
}

void KmlOutline::placemark(Placemark& placemark) {
  KmlGeometry& geometry = placemark.geometry;
  if (!include_tracks_ && geometry.has_track()) {
    if (geometry.only_tracks()) return;
    geometry.drop_tracks();
  }
  has_shapes_ = has_shapes_ || geometry.has_shape();
  const auto has = [](const std::string& text) { return !markup::trimmed(text).empty(); };
  if (has(placemark.name)) see(Origin::element, "name", {Role::name, {}});
  if (has(placemark.address)) see(Origin::element, "address", {Role::address, {}});
  if (has(placemark.phone)) see(Origin::element, "phoneNumber", {Role::none, "電話番号"});
  if (has(placemark.snippet)) see(Origin::element, "Snippet");
  if (has(placemark.when) || has(placemark.begin) || has(placemark.end))
    see(Origin::element, "TimeStamp", {Role::date, {}});
  if (!placemark.folder.empty()) see(Origin::element, column::kFolder);
  for (std::size_t i = 0; i < placemark.data_count; ++i) {
    const std::string& name = placemark.data[i].name;
    see(Origin::data, name,
        name == "gx_media_links" ? markup::FeatureColumns::Meaning{Role::photo, {}}
                                 : markup::FeatureColumns::Meaning{});
    if (name == "gx_media_links") has_media_links_ = true;
  }
  see_description(placemark);
  see_look(placemark);
}

void KmlOutline::see_look(const Placemark& placemark) {
  const std::string_view url = markup::trimmed(placemark.style_url);
  const std::string_view icon = markup::trimmed(placemark.style.icon);
  if (!url.empty()) {
    const std::string_view name = style_name(url);
    see(Origin::element, column::kStyle);
    if (my_maps_evidence_.empty() && is_my_maps_style(name)) my_maps_evidence_ = name;
    if (used_styles_.size() < kUsedStyles && !used_styles_.contains(url)) used_styles_.emplace(url);
  }
  if (!icon.empty()) see(Origin::element, column::kIcon);
  if (!placemark.style.colour().empty()) see(Origin::element, column::kColour);
  if (gsi_evidence_.empty() && is_gsi_address(icon)) gsi_evidence_ = icon;
}

/// Shared styles may stand behind the placemarks that use them, so what they give is known only at the end.
void KmlOutline::see_used_styles() {
  for (const std::string& url : used_styles_) {
    const KmlStyle* style = styles_.find(url);
    if (style == nullptr) continue;
    if (!markup::trimmed(style->icon).empty()) see(Origin::element, column::kIcon);
    if (!style->colour().empty()) see(Origin::element, column::kColour);
  }
}

void KmlOutline::style(const std::string& id, const KmlStyle& style, std::string_view normal_url) {
  if (id.empty()) return;
  const bool room = normal_url.empty() ? styles_.add(id, style) : styles_.add_map(id, normal_url);
  if (!room) throw Error(markup::markup_too_large, {{"file", file_, {}}, {"line", "?", {}}});
  if (gsi_evidence_.empty() && is_gsi_address(style.icon)) gsi_evidence_ = style.icon;
}

void KmlOutline::settle(const Profile& profile, bool whole) {
  whole_ = whole;
  if (has_description_ && keys_.settle(columns_, profile)) see(Origin::element, "description");
  see_used_styles();
  columns_.settle(profile);
  for (std::uint32_t c = 0; c < columns_.headers().size(); ++c)
    if (const auto field = columns_.field_of(c); field && profile.fields[*field].role == Role::id)
      has_id_column_ = true;
}

KmlOutline::Dialect KmlOutline::dialect() const {
  const std::string evidence =
      my_maps_evidence_.empty() && has_media_links_ ? "gx_media_links" : my_maps_evidence_;
  if (!evidence.empty())
    return {"Google My Maps KML", "マイマップの付ける名前「" + evidence + "」があります",
            "it has '" + evidence + "', a name that My Maps gives"};
  if (!gsi_evidence_.empty())
    return {"地理院地図 KML", "印の絵が地理院地図のものです(" + gsi_evidence_ + ")",
            "its icons are those of GSI Maps (" + gsi_evidence_ + ")"};
  return {"KML", "いちばん外側が<kml>です", "its root element is <kml>"};
}

}  // namespace anzenmap::kml
