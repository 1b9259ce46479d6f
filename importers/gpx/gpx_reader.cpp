// SPDX-License-Identifier: Apache-2.0
#include "importers/gpx/gpx_reader.hpp"

#include "gis/base/error.hpp"
#include "importers/markup/feature_rows.hpp"
#include "importers/markup/markup_rules.hpp"

namespace anzenmap::gpx {

void GpxFeature::clear() {
  is_track = false;
  has_extensions = false;
  element_count = 0;
  geometry.clear();
  start_time.clear();
  times = 0;
  short_segments = 0;
  latitude = {};
  longitude = {};
}

Element& GpxFeature::add(std::string_view name) {
  if (element_count == elements.size()) elements.emplace_back();
  Element& added = elements[element_count++];
  added.name = name;
  added.value.clear();
  return added;
}

void GpxReader::count(std::size_t bytes) {
  if (!counting_) return;
  record_bytes_ += bytes;
  if (record_bytes_ > reading_.record_limit)
    throw Error(markup::record_too_long, {{"file", reading_.file, {}},
                                          {"line", std::to_string(feature_.line), {}},
                                          {"limit", std::to_string(reading_.record_limit), {}}});
}

void GpxReader::start(std::string_view name, const markup::Attributes& attributes) {
  if (skip_ > 0) {
    ++skip_;
    return;
  }
  if (path_.empty()) {
    path_.push_back(Place::root);
    return;
  }
  if (!enter(path_.back(), name, attributes)) skip_ = 1;
}

bool GpxReader::enter(Place parent, std::string_view name, const markup::Attributes& attributes) {
  switch (parent) {
    case Place::root:
      if (name == "wpt") {
        begin_feature(Place::waypoint, attributes);
        return true;
      }
      if (name != "trk" && name != "rte") return false;  // metadata: who made it is nobody's business here
      begin_feature(Place::line, attributes);
      return true;
    case Place::waypoint:
      return in_feature(name, attributes);
    case Place::line:
      if (name == "trkseg") {
        if (!reading_.tracks) return false;
        segment_points_ = 0;
        path_.push_back(Place::segment);
        return true;
      }
      if (name == "rtept") {
        if (!reading_.tracks) return false;
        begin_point(attributes);
        return true;
      }
      return in_feature(name, attributes);
    case Place::segment:
      if (name != "trkpt") return false;
      begin_point(attributes);
      return true;
    case Place::point:
      return in_point(name);
    default:
      return false;  // markup inside a text
  }
}

void GpxReader::begin_feature(Place place, const markup::Attributes& attributes) {
  path_.push_back(place);
  feature_.clear();
  feature_.number = ++number_;
  feature_.line = markup_ == nullptr || !reading_.lines ? 0 : markup_->line();
  feature_.is_track = place == Place::line;
  counting_ = true;
  record_bytes_ = 0;
  segment_points_ = 0;
  latitude_ = attributes.get("lat");
  longitude_ = attributes.get("lon");
  height_.clear();
  time_.clear();
}

void GpxReader::begin_point(const markup::Attributes& attributes) {
  path_.push_back(Place::point);
  latitude_ = attributes.get("lat");
  longitude_ = attributes.get("lon");
  height_.clear();
  time_.clear();
  count(latitude_.size() + longitude_.size() + 32);
}

bool GpxReader::in_feature(std::string_view name, const markup::Attributes& attributes) {
  if (name == "extensions") {
    feature_.has_extensions = true;
    return false;
  }
  count(name.size() + 16);
  Element& element = feature_.add(name);
  if (name == "link") {
    element.value = attributes.get("href");
    count(element.value.size());
    path_.push_back(Place::link);
    return true;
  }
  capture_ = &element.value;
  path_.push_back(Place::value);
  return true;
}

bool GpxReader::in_point(std::string_view name) {
  if (name == "ele") {
    capture_ = &height_;
  } else if (name == "time") {
    capture_ = &time_;
  } else {
    feature_.has_extensions = feature_.has_extensions || name == "extensions";
    return false;
  }
  path_.push_back(Place::point_value);
  return true;
}

void GpxReader::text(std::string_view piece) {
  if (capture_ == nullptr || skip_ > 0) return;
  count(piece.size());
  *capture_ += piece;
}

void GpxReader::end() {
  if (skip_ > 0) {
    --skip_;
    return;
  }
  const Place place = path_.back();
  path_.pop_back();
  leave(place);
}

void GpxReader::leave(Place place) {
  switch (place) {
    case Place::value:
    case Place::point_value:
      capture_ = nullptr;
      break;
    case Place::point:
      end_point();
      break;
    case Place::segment:
      end_segment();
      break;
    case Place::waypoint: {
      const auto height = [this]() -> std::string_view {
        for (std::size_t i = 0; i < feature_.element_count; ++i)
          if (feature_.elements[i].name == "ele") return markup::trimmed(feature_.elements[i].value);
        return {};
      }();
      feature_.latitude = markup::trimmed(latitude_);
      feature_.longitude = markup::trimmed(longitude_);
      time_.assign(feature_.longitude).append(",").append(feature_.latitude);
      double metres = 0;
      if (kml::read_decimal(height, metres)) time_.append(",").append(height);
      feature_.geometry.begin_part(kml::PartKind::point);
      feature_.geometry.heights("absolute");
      feature_.geometry.coordinates(time_, false);
      feature_.geometry.end_part();
      counting_ = false;
      sink_->feature(feature_);
      break;
    }
    case Place::line:
      end_segment();
      counting_ = false;
      sink_->feature(feature_);
      break;
    default:
      break;
  }
}

void GpxReader::end_point() {
  if (segment_points_ == segment_.size()) segment_.emplace_back();
  std::string& position = segment_[segment_points_++];
  position.assign(markup::trimmed(longitude_)).append(" ").append(markup::trimmed(latitude_));
  double metres = 0;
  const std::string_view height = markup::trimmed(height_);
  if (kml::read_decimal(height, metres)) position.append(" ").append(height);
  const std::string_view time = markup::trimmed(time_);
  if (time.empty()) return;
  ++feature_.times;
  if (feature_.start_time.empty()) feature_.start_time = time;
}

void GpxReader::end_segment() {
  if (segment_points_ == 1) ++feature_.short_segments;
  if (segment_points_ > 1) {
    feature_.geometry.begin_part(kml::PartKind::track);
    feature_.geometry.heights("absolute");
    for (std::size_t i = 0; i < segment_points_; ++i) feature_.geometry.track_position(segment_[i]);
    feature_.geometry.end_part();
  }
  segment_points_ = 0;
}

}  // namespace anzenmap::gpx
