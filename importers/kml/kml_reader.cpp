// SPDX-License-Identifier: Apache-2.0
#include "importers/kml/kml_reader.hpp"

#include "gis/base/error.hpp"
#include "importers/markup/feature_rows.hpp"
#include "importers/markup/markup_rules.hpp"

namespace anzenmap::kml {
namespace {

bool is_part(Tag tag) {
  return tag == Tag::point || tag == Tag::line_string || tag == Tag::polygon || tag == Tag::track;
}

}  // namespace

void KmlReader::count(std::size_t bytes) {
  if (!counting_) return;
  record_bytes_ += bytes;
  if (record_bytes_ > reading_.record_limit)
    throw Error(markup::record_too_long, {{"file", reading_.file, {}},
                                          {"line", std::to_string(placemark_.line), {}},
                                          {"limit", std::to_string(reading_.record_limit), {}}});
}

void KmlReader::start(std::string_view name, const markup::Attributes& attributes) {
  if (capture_ != nullptr) return quote_tag(name, attributes);
  if (skip_ > 0) {
    ++skip_;
    return;
  }
  const Tag tag = tag_of(name);
  const Tag parent = path_.empty() ? Tag::none : path_.back();
  bool wanted = false;
  switch (parent) {
    case Tag::none:
    case Tag::kml:
    case Tag::document:
    case Tag::folder:
      wanted = in_container(tag, attributes);
      break;
    case Tag::placemark:
      wanted = in_placemark(tag, attributes);
      break;
    case Tag::extended_data:
    case Tag::data:
    case Tag::schema_data:
      wanted = in_extended_data(tag, name, attributes);
      break;
    case Tag::time_stamp:
      wanted = tag == Tag::when;
      if (wanted) capture(placemark_.when);
      break;
    case Tag::time_span:
      wanted = tag == Tag::begin || tag == Tag::end;
      if (wanted) capture(tag == Tag::begin ? placemark_.begin : placemark_.end);
      break;
    case Tag::network_link:
      wanted = tag == Tag::link;
      break;
    case Tag::link:
      wanted = tag == Tag::href;
      if (wanted) capture(link_address_);
      break;
    case Tag::style:
    case Tag::style_map:
    case Tag::cascading_style:
    case Tag::pair:
    case Tag::icon_style:
    case Tag::line_style:
    case Tag::area_style:
    case Tag::icon:
      wanted = in_style(parent, tag, attributes);
      break;
    default:
      wanted = in_geometry(parent, tag);
  }
  if (wanted) {
    // What a value of a foreign vocabulary is called must not make it a feature or a geometry.
    const bool foreign = parent == Tag::extended_data && tag != Tag::data && tag != Tag::schema_data;
    path_.push_back(foreign ? Tag::value : tag);
  } else {
    skip_ = 1;
  }
}

bool KmlReader::in_container(Tag tag, const markup::Attributes& attributes) {
  const bool at_top = path_.empty() || path_.back() == Tag::kml;
  switch (tag) {
    case Tag::kml:
      return path_.empty();
    case Tag::document:
    case Tag::folder:
      folders_.emplace_back();
      join_folders();
      return true;
    case Tag::placemark:
      begin_placemark(attributes);
      return true;
    case Tag::name:
      if (at_top) return false;
      capture(scratch_);
      return true;
    case Tag::style:
    case Tag::style_map:
    case Tag::cascading_style:
      begin_style(tag, attributes);
      return true;
    case Tag::network_link:
      link_address_.clear();
      return true;
    case Tag::overlay:
      sink_->other_feature("overlay", {});
      return false;
    default:
      return false;
  }
}

void KmlReader::begin_placemark(const markup::Attributes& attributes) {
  placemark_.clear();
  placemark_.number = ++number_;
  // Lines are dear to count, and the first look at a document tells none.
  placemark_.line = markup_ == nullptr || !reading_.positions ? 0 : markup_->line();
  placemark_.id = attributes.get("id");
  placemark_.folder = folder_;
  counting_ = true;
  record_bytes_ = 0;
}

bool KmlReader::in_placemark(Tag tag, const markup::Attributes& attributes) {
  switch (tag) {
    case Tag::name:
      capture(placemark_.name);
      return true;
    case Tag::description:
      capture(placemark_.description);
      return true;
    case Tag::address:
      capture(placemark_.address);
      return true;
    case Tag::phone_number:
      capture(placemark_.phone);
      return true;
    case Tag::snippet:
      capture(placemark_.snippet);
      return true;
    case Tag::visibility:
      capture(placemark_.visibility);
      return true;
    case Tag::style_url:
      capture(placemark_.style_url);
      return true;
    case Tag::style:
    case Tag::style_map:
      begin_style(tag, attributes);
      return true;
    case Tag::time_stamp:
    case Tag::time_span:
    case Tag::extended_data:
      return true;
    default:
      return begin_geometry(tag);
  }
}

bool KmlReader::in_extended_data(Tag tag, std::string_view name, const markup::Attributes& attributes) {
  const auto named = [&]() -> std::string_view {
    const std::string_view given = markup::trimmed(attributes.get("name"));
    count(given.size() + 16);
    return given.empty() ? std::string_view("Data") : given;
  };
  switch (path_.back()) {
    case Tag::data:
      if (tag != Tag::value) return false;
      capture(placemark_.data[placemark_.data_count - 1].value);
      return true;
    case Tag::schema_data:
      if (tag != Tag::simple_data) return false;
      capture(placemark_.add_data(named()).value);
      return true;
    default:
      break;
  }
  if (tag == Tag::schema_data) return true;
  if (tag == Tag::data) {
    placemark_.add_data(named());
    return true;
  }
  // Values in a vocabulary of its own, <camp:number>14</camp:number>.
  count(name.size() + 16);
  capture(placemark_.add_data(name).value);
  return true;
}

bool KmlReader::begin_geometry(Tag tag) {
  KmlGeometry& geometry = placemark_.geometry;
  switch (tag) {
    case Tag::point:
      geometry.begin_part(PartKind::point);
      return true;
    case Tag::line_string:
    case Tag::linear_ring:
      geometry.begin_part(PartKind::line);
      return true;
    case Tag::polygon:
      geometry.begin_part(PartKind::polygon);
      inner_ring_ = false;
      return true;
    case Tag::track:
      geometry.begin_part(PartKind::track);
      return true;
    case Tag::multi_geometry:
    case Tag::multi_track:
      return true;
    case Tag::model:
      geometry.unknown_part();
      return false;
    default:
      return false;
  }
}

bool KmlReader::in_geometry(Tag parent, Tag tag) {
  switch (parent) {
    case Tag::multi_geometry:
      return begin_geometry(tag);
    case Tag::multi_track:
      return tag == Tag::track && begin_geometry(tag);
    case Tag::polygon:
      if (tag == Tag::outer_boundary || tag == Tag::inner_boundary) {
        inner_ring_ = tag == Tag::inner_boundary;
        return true;
      }
      break;
    case Tag::outer_boundary:
    case Tag::inner_boundary:
      return tag == Tag::linear_ring;
    case Tag::track:
      if (tag != Tag::coord) break;
      if (reading_.positions) capture(scratch_);
      return reading_.positions;
    default:
      break;
  }
  if (tag != Tag::coordinates && tag != Tag::altitude_mode) return false;
  if (!reading_.positions) return false;
  capture(scratch_);
  return true;
}

void KmlReader::begin_style(Tag tag, const markup::Attributes& attributes) {
  style_.clear();
  (tag == Tag::style ? style_id_ : holder_id_) = attributes.get("id");
  if (tag != Tag::style) normal_url_.clear();
}

bool KmlReader::in_style(Tag parent, Tag tag, const markup::Attributes& attributes) {
  switch (parent) {
    case Tag::style:
      return tag == Tag::icon_style || tag == Tag::line_style || tag == Tag::area_style;
    case Tag::cascading_style:
    case Tag::pair:
      if (tag == Tag::style) {
        style_.clear();
        style_id_ = attributes.get("id");
        return true;
      }
      if (parent != Tag::pair || (tag != Tag::key && tag != Tag::style_url)) return false;
      capture(tag == Tag::key ? pair_key_ : pair_url_);
      return true;
    case Tag::style_map:
      pair_key_.clear();
      pair_url_.clear();
      return tag == Tag::pair;
    case Tag::icon:
      if (tag != Tag::href) return false;
      capture(style_.icon);
      return true;
    case Tag::icon_style:
      if (tag == Tag::icon) return true;
      if (tag != Tag::colour) return false;
      capture(style_.icon_colour);
      return true;
    default:
      if (tag != Tag::colour) return false;
      capture(parent == Tag::line_style ? style_.line_colour : style_.area_colour);
      return true;
  }
}

/// HTML that was written without CDATA is part of the text that it stands in.
void KmlReader::quote_tag(std::string_view name, const markup::Attributes& attributes) {
  quoted_.emplace_back(name);
  std::string tag = "<" + quoted_.back();
  for (const std::string_view known : {"src", "href"}) {
    const std::string_view value = attributes.get(known);
    if (value.empty() || value.find('"') != std::string_view::npos) continue;
    tag += " ";
    tag += known;
    tag += "=\"";
    tag += value;
    tag += '"';
  }
  tag += '>';
  count(tag.size() + name.size());
  *capture_ += tag;
}

void KmlReader::text(std::string_view piece) {
  if (capture_ == nullptr) return;
  count(piece.size());
  *capture_ += piece;
  // A shared style or a folder is no record, but it may be no longer than one either.
  if (capture_->size() > reading_.record_limit)
    throw Error(markup::record_too_long,
                {{"file", reading_.file, {}},
                 {"line", std::to_string(markup_ == nullptr ? 0 : markup_->line()), {}},
                 {"limit", std::to_string(reading_.record_limit), {}}});
}

void KmlReader::end() {
  if (capture_ != nullptr) {
    if (!quoted_.empty()) {
      *capture_ += "</" + quoted_.back() + ">";
      quoted_.pop_back();
      return;
    }
    capture_ = nullptr;
  }
  if (skip_ > 0) {
    --skip_;
    return;
  }
  const Tag tag = path_.back();
  path_.pop_back();
  leave(tag, path_.empty() ? Tag::none : path_.back());
}

void KmlReader::leave(Tag tag, Tag parent) {
  KmlGeometry& geometry = placemark_.geometry;
  switch (tag) {
    case Tag::placemark:
      counting_ = false;
      sink_->placemark(placemark_);
      break;
    case Tag::document:
    case Tag::folder:
      folders_.pop_back();
      join_folders();
      break;
    case Tag::name:
      if (parent != Tag::document && parent != Tag::folder) break;
      // The outermost document is the file itself, and no folder in it.
      if (!(parent == Tag::document && folders_.size() == 1)) folders_.back() = markup::trimmed(scratch_);
      join_folders();
      break;
    case Tag::network_link:
      sink_->other_feature("NetworkLink", markup::trimmed(link_address_));
      break;
    case Tag::coordinates:
      geometry.coordinates(scratch_, inner_ring_);
      break;
    case Tag::coord:
      geometry.track_position(scratch_);
      break;
    case Tag::altitude_mode:
      geometry.heights(markup::trimmed(scratch_));
      break;
    case Tag::style:
    case Tag::style_map:
    case Tag::pair:
      leave_style(tag, parent);
      break;
    case Tag::linear_ring:
      if (parent != Tag::outer_boundary && parent != Tag::inner_boundary && reading_.positions)
        geometry.end_part();
      break;
    default:
      if (is_part(tag) && reading_.positions) geometry.end_part();
  }
}

void KmlReader::leave_style(Tag tag, Tag parent) {
  if (tag == Tag::pair) {
    if (markup::trimmed(pair_key_) != "highlight" && normal_url_.empty())
      normal_url_ = markup::trimmed(pair_url_);
  } else if (tag == Tag::style_map) {
    if (parent != Tag::placemark) {
      if (!normal_url_.empty()) sink_->style(holder_id_, {}, normal_url_);
    } else if (placemark_.style_url.empty()) {
      placemark_.style_url = normal_url_;
    }
  } else if (parent == Tag::placemark) {
    placemark_.style = style_;
  } else if (parent == Tag::pair) {
    if (markup::trimmed(pair_key_) != "highlight") sink_->style(holder_id_, style_, {});
  } else {
    sink_->style(parent == Tag::cascading_style ? holder_id_ : style_id_, style_, {});
  }
}

void KmlReader::join_folders() {
  folder_.clear();
  for (const std::string& name : folders_) {
    if (name.empty()) continue;
    if (!folder_.empty()) folder_ += " / ";
    folder_ += name;
  }
}

}  // namespace anzenmap::kml
