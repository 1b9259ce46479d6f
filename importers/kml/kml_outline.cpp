// SPDX-License-Identifier: Apache-2.0
#include "importers/kml/kml_outline.hpp"

#include <algorithm>

#include "gis/base/error.hpp"
#include "importers/kml/kml_rules.hpp"
#include "importers/markup/feature_rows.hpp"
#include "importers/markup/html_text.hpp"
#include "importers/markup/markup_rules.hpp"

namespace anzenmap::kml {
namespace {

using markup::Origin;

/// More different styles than any map has.
constexpr std::size_t kUsedStyles = 10'000;

/// What a link shows of itself: never what stands behind a question mark, which may open somebody's map.
std::string shown(std::string_view address) {
  std::string_view plain = address.substr(0, address.find('?'));
  const std::size_t scheme = plain.find("//");
  const std::size_t user = plain.find('@');
  std::string text;
  if (scheme != std::string_view::npos && user != std::string_view::npos &&
      user < plain.find('/', scheme + 2)) {
    text = plain.substr(0, scheme + 2);
    plain.remove_prefix(user + 1);
  }
  text += plain.substr(0, 200);
  return text;
}

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
    if (geometry.only_tracks()) {
      ++tracks_;
      return;
    }
    ++mixed_tracks_;
    geometry.drop_tracks();
  }
  ++records_;
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
  if (markup::trimmed(placemark.visibility) == "0") ++hidden_;
  if (geometry.empty() && !geometry.has_unknown() && has(placemark.address)) {
    if (++address_only_ == 1) first_address_only_ = markup::trimmed(placemark.name);
  }
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

void KmlOutline::other_feature(std::string_view kind, std::string_view address) {
  if (kind != "NetworkLink") {
    ++overlays_;
    return;
  }
  if (++links_ == 1) first_link_ = shown(address);
}

void KmlOutline::tell(const RuleInfo& rule, std::vector<Argument> arguments) {
  Diagnostic told = make_diagnostic(rule);
  told.arguments = std::move(arguments);
  diagnostics_.push_back(std::move(told));
}

void KmlOutline::settle(const Profile& profile) {
  if (has_description_ && keys_.settle(columns_, profile)) see(Origin::element, "description");
  see_used_styles();
  columns_.settle(profile);
  for (std::uint32_t c = 0; c < columns_.headers().size(); ++c)
    if (const auto field = columns_.field_of(c); field && profile.fields[*field].role == Role::id)
      has_id_column_ = true;
  const auto number = [](std::uint64_t count) { return Argument{"count", std::to_string(count), {}}; };
  if (links_ != 0) {
    tell(records_ == 0 ? only_network_link : network_link_not_followed,
         {number(links_), {"address", first_link_, {}}});
  }
  if (tracks_ + mixed_tracks_ != 0) tell(markup::tracks_not_read, {number(tracks_ + mixed_tracks_)});
  if (address_only_ != 0)
    tell(address_without_place, {number(address_only_), {"first", first_address_only_, {}}});
  if (hidden_ != 0) tell(hidden_placemarks_read, {number(hidden_)});
  if (overlays_ != 0) tell(overlays_not_read, {number(overlays_)});
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
