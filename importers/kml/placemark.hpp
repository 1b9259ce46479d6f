// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "importers/kml/kml_geometry.hpp"
#include "importers/kml/kml_style.hpp"

namespace anzenmap::kml {

/// A value with a name, from ExtendedData.
struct NamedValue {
  std::string name;
  std::string value;
};

/// One placemark as the file has it. Its memory is used again for the next one.
struct Placemark {
  std::int64_t number = 0;  ///< in the file, from 1
  std::int64_t line = 0;
  std::string_view folder;  ///< names of the folders that it lies in, joined by " / "
  std::string id;
  std::string name;
  std::string description;
  std::string address;
  std::string phone;
  std::string snippet;
  std::string when;   ///< of a TimeStamp
  std::string begin;  ///< of a TimeSpan
  std::string end;
  std::string visibility;
  std::string style_url;
  KmlStyle style;  ///< its own
  std::vector<NamedValue> data;
  std::size_t data_count = 0;  ///< how many of `data` are this one's
  KmlGeometry geometry;

  void clear();
  NamedValue& add_data(std::string_view name);
};

}  // namespace anzenmap::kml
