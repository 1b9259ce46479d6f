// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gis/base/diagnostic.hpp"
#include "importers/kml/placemark.hpp"

namespace anzenmap::kml {

/// Counts what is told about a document as a whole: what was not read, and what was read although it was
/// hidden.
class KmlTally {
 public:
  void skipped_track() { ++tracks_; }
  /// `with_track`: one that also has a place.
  void record(const Placemark& placemark, bool with_track);
  void other_feature(std::string_view kind, std::string_view address);
  [[nodiscard]] std::vector<Diagnostic> diagnostics() const;

 private:
  std::uint64_t records_ = 0;
  std::uint64_t tracks_ = 0;
  std::uint64_t hidden_ = 0;
  std::uint64_t address_only_ = 0;
  std::string first_address_only_;
  std::uint64_t overlays_ = 0;
  std::uint64_t links_ = 0;
  std::string first_link_;
};

}  // namespace anzenmap::kml
