// SPDX-License-Identifier: Apache-2.0
#include "importers/kml/placemark.hpp"

namespace anzenmap::kml {

void Placemark::clear() {
  for (std::string* text :
       {&id, &name, &description, &address, &phone, &snippet, &when, &begin, &end, &visibility, &style_url})
    text->clear();
  folder = {};
  style.clear();
  data_count = 0;
  geometry.clear();
}

NamedValue& Placemark::add_data(std::string_view name) {
  if (data_count == data.size()) data.emplace_back();
  NamedValue& added = data[data_count++];
  added.name = name;
  added.value.clear();
  return added;
}

}  // namespace anzenmap::kml
