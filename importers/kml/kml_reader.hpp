// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "importers/kml/kml_tag.hpp"
#include "importers/kml/placemark.hpp"
#include "importers/markup/markup_reader.hpp"

namespace anzenmap::kml {

/// Gets what a KML document holds, in order.
class KmlSink {
 public:
  virtual ~KmlSink() = default;
  virtual void placemark(Placemark& placemark) = 0;
  /// A shared style; `normal_url` instead of `style` when it is a StyleMap.
  virtual void style(const std::string&, const KmlStyle&, std::string_view /*normal_url*/) {}
  /// A feature without a place of its own: NetworkLink (with its address), GroundOverlay, ScreenOverlay, Tour
  /// ...
  virtual void other_feature(std::string_view /*kind*/, std::string_view /*address*/) {}
};

/// What of a document is wanted, and how much a record may hold.
struct KmlReading {
  std::string file;
  bool positions = true;  ///< false: geometries get their kind only, and records no lines
  std::size_t record_limit = std::size_t{64} << 20U;
};

/// Turns the markup of KML 2.0 to 2.3 and Google's extensions into placemarks. The place of an element
/// decides what it is, so the order that the schemas prescribe is not asked for. Elements that nobody knows
/// are skipped with all they hold.
class KmlReader final : public markup::Handler {
 public:
  KmlReader(const KmlReading& reading, KmlSink& sink) : reading_(reading), sink_(&sink) {}
  /// Asked for lines; outlives the reading.
  void attach(const markup::Reader& markup) { markup_ = &markup; }

  void start(std::string_view name, const markup::Attributes& attributes) override;
  void end() override;
  void text(std::string_view piece) override;

  [[nodiscard]] std::int64_t placemarks() const { return number_; }

 private:
  bool in_container(Tag tag, const markup::Attributes& attributes);
  bool in_placemark(Tag tag, const markup::Attributes& attributes);
  bool in_extended_data(Tag tag, std::string_view name, const markup::Attributes& attributes);
  bool in_geometry(Tag parent, Tag tag);
  bool in_style(Tag parent, Tag tag, const markup::Attributes& attributes);
  bool begin_geometry(Tag tag);
  void begin_style(Tag tag, const markup::Attributes& attributes);
  void begin_placemark(const markup::Attributes& attributes);
  void leave(Tag tag, Tag parent);
  void leave_style(Tag tag, Tag parent);
  void capture(std::string& into) {
    into.clear();
    capture_ = &into;
  }
  void quote_tag(std::string_view name, const markup::Attributes& attributes);
  void join_folders();
  void count(std::size_t bytes);

  KmlReading reading_;
  KmlSink* sink_;
  const markup::Reader* markup_ = nullptr;
  std::vector<Tag> path_;
  int skip_ = 0;                     ///< depth within an element that is not looked at
  std::string* capture_ = nullptr;   ///< where text goes
  std::vector<std::string> quoted_;  ///< tags inside a text that stand open; they are text, too
  std::string scratch_;              ///< text that is looked at when its element ends

  std::vector<std::string> folders_;  ///< a name a folder; empty for documents that are no folder
  std::string folder_;
  Placemark placemark_;
  std::int64_t number_ = 0;
  bool counting_ = false;  ///< inside a placemark
  std::size_t record_bytes_ = 0;
  bool inner_ring_ = false;

  KmlStyle style_;
  std::string style_id_;
  std::string holder_id_;  ///< of the StyleMap or CascadingStyle around it
  std::string pair_key_;
  std::string pair_url_;
  std::string normal_url_;
  std::string link_address_;
};

}  // namespace anzenmap::kml
