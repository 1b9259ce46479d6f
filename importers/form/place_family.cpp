// SPDX-License-Identifier: Apache-2.0
#include "importers/form/place_family.hpp"

#include <algorithm>
#include <string_view>

namespace anzenmap::form {

namespace {

int column_of(std::span<const std::string> headers, const std::string& name) {
  const auto found = std::find(headers.begin(), headers.end(), name);
  return found == headers.end() ? -1 : static_cast<int>(found - headers.begin());
}

void keep(std::vector<PlaceFamily>& families, PlaceFamily family) {
  if (family.latitude >= 0 && family.longitude >= 0) families.push_back(std::move(family));
}

void look_for_kobo(std::span<const std::string> headers, const std::string& header, PlaceFamilies& out) {
  constexpr std::string_view kEnding = "_latitude";
  if (!header.ends_with(kEnding)) return;
  const std::size_t slash = header.rfind('/');
  const std::size_t start = slash == std::string::npos ? 0 : slash + 1;
  const std::size_t end = header.size() - kEnding.size();
  if (start >= end || header[start] != '_' || end - start < 2) return;
  const std::string stem = header.substr(0, end);
  PlaceFamily family;
  family.question = header.substr(start + 1, end - start - 1);
  family.latitude = column_of(headers, header);
  family.longitude = column_of(headers, stem + "_longitude");
  family.altitude = column_of(headers, stem + "_altitude");
  family.accuracy = column_of(headers, stem + "_precision");
  family.whole = column_of(headers, header.substr(0, start) + family.question);
  keep(out.kobo, std::move(family));
}

void look_for_odk(std::span<const std::string> headers, const std::string& header, PlaceFamilies& out) {
  constexpr std::string_view kEnding = "-Latitude";
  if (!header.ends_with(kEnding) || header.size() == kEnding.size()) return;
  PlaceFamily family;
  family.question = header.substr(0, header.size() - kEnding.size());
  family.latitude = column_of(headers, header);
  family.longitude = column_of(headers, family.question + "-Longitude");
  family.altitude = column_of(headers, family.question + "-Altitude");
  family.accuracy = column_of(headers, family.question + "-Accuracy");
  keep(out.odk, std::move(family));
}

void look_for_epicollect(std::span<const std::string> headers, const std::string& header,
                         PlaceFamilies& out) {
  constexpr std::string_view kStart = "lat_";
  if (!header.starts_with(kStart) || header.size() == kStart.size()) return;
  PlaceFamily family;
  family.question = header.substr(kStart.size());
  family.latitude = column_of(headers, header);
  family.longitude = column_of(headers, "long_" + family.question);
  family.accuracy = column_of(headers, "accuracy_" + family.question);
  family.utm_northing = column_of(headers, "UTM_Northing_" + family.question);
  family.utm_easting = column_of(headers, "UTM_Easting_" + family.question);
  family.utm_zone = column_of(headers, "UTM_Zone_" + family.question);
  keep(out.epicollect, std::move(family));
}

}  // namespace

PlaceFamilies find_place_families(std::span<const std::string> headers) {
  PlaceFamilies out;
  for (const std::string& header : headers) {
    look_for_kobo(headers, header, out);
    look_for_odk(headers, header, out);
    look_for_epicollect(headers, header, out);
  }
  return out;
}

}  // namespace anzenmap::form
