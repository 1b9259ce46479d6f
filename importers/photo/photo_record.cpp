// SPDX-License-Identifier: Apache-2.0
#include "importers/photo/photo_record.hpp"

#include <array>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "gis/base/number.hpp"
#include "importers/module/module_loader.hpp"
#include "importers/photo/exif_time.hpp"
#include "importers/photo/photo_rules.hpp"

namespace anzenmap::photo {
namespace {

constexpr std::array<std::string_view, 19> kKeys{"Exif.GPSInfo.GPSLatitude",
                                                 "Exif.GPSInfo.GPSLatitudeRef",
                                                 "Exif.GPSInfo.GPSLongitude",
                                                 "Exif.GPSInfo.GPSLongitudeRef",
                                                 "Exif.GPSInfo.GPSMapDatum",
                                                 "Exif.GPSInfo.GPSImgDirection",
                                                 "Exif.GPSInfo.GPSHPositioningError",
                                                 "Exif.GPSInfo.GPSDateStamp",
                                                 "Exif.GPSInfo.GPSTimeStamp",
                                                 "Exif.Photo.DateTimeOriginal",
                                                 "Exif.Photo.OffsetTimeOriginal",
                                                 "Exif.Photo.UserComment",
                                                 "Exif.Image.ImageDescription",
                                                 "Exif.Image.XPTitle",
                                                 "Exif.Image.XPComment",
                                                 "Exif.Image.XPKeywords",
                                                 "Xmp.dc.title",
                                                 "Xmp.dc.description",
                                                 "Xmp.dc.subject"};

constexpr std::int64_t kClockSlack = 10 * 60;
constexpr std::uintmax_t kLargest = std::uintmax_t{512} << 20U;

Diagnostic& tell(PhotoRecord& record, const RuleInfo& rule, std::vector<Argument> more = {}) {
  Diagnostic& told = record.told.emplace_back(make_diagnostic(rule));
  told.value = record.name;
  told.arguments = std::move(more);
  told.arguments.push_back({"file", record.name, {}});
  return told;
}

void take_place(PhotoRecord& record, const Tags& tags) {
  const ExifPlace place = place_of(tags);
  record.datum = datum_named(place.datum);
  switch (place.state) {
    case ExifPlace::State::missing:
      tell(record, photo_without_place);
      return;
    case ExifPlace::State::broken:
      tell(record, place_broken, {{"said", place.said, {}}});
      return;
    case ExifPlace::State::given:
      break;
  }
  if (record.datum == Datum::unknown) {
    tell(record, datum_unknown, {{"datum", place.datum, {}}});
    return;
  }
  if (place.hemisphere_missing) tell(record, hemisphere_missing);
  record.has_place = true;
  record.latitude = place.latitude;
  record.longitude = place.longitude;
}

void take_time(PhotoRecord& record, const Tags& tags) {
  const ExifTime time = time_of(tags);
  record.day = time.day;
  if (!time.camera || !time.gps) return;
  const std::int64_t apart = std::abs(*time.camera - *time.gps);
  if (apart <= kClockSlack) return;
  tell(record, clock_differs,
       {{"camera", japan_clock(*time.camera), {}},
        {"gps", japan_clock(*time.gps), {}},
        {"minutes", std::to_string(apart / 60), {}}});
}

/// At most two decimals: no sensor is finer.
std::string short_number(std::optional<double> value) {
  if (!value || !std::isfinite(*value)) return {};
  return shortest(std::round(*value * 100) / 100);
}

std::string absolute(const std::string& path) {
  std::error_code failed;
  const std::filesystem::path full = std::filesystem::absolute(path, failed);
  return failed ? path : full.string();
}

}  // namespace

PhotoRecord read_photo(Module& module, const PhotoFile& file, const Profile& profile) {
  PhotoRecord record;
  record.name = file.name;
  std::error_code failed;
  if (std::filesystem::file_size(file.path, failed) > kLargest || failed) {
    tell(record, photo_unreadable, {{"reason", "大きすぎます", "it is too large"}});
    return record;
  }
  const Tags tags = module.read(absolute(file.path), kKeys);
  if (!tags.reason.empty()) {
    tell(record, photo_unreadable, {{"reason", tags.reason, {}}});
    return record;
  }
  take_place(record, tags);
  take_time(record, tags);
  record.text = text_of(tags, profile);
  const auto direction = number_of(tags, "Exif.GPSInfo.GPSImgDirection");
  if (direction && *direction >= 0 && *direction <= 360) record.direction = short_number(direction);
  record.accuracy = short_number(number_of(tags, "Exif.GPSInfo.GPSHPositioningError"));
  return record;
}

Module& photo_module(const std::string& folder) {
  const auto entry = reinterpret_cast<AnzenmapPhotoEntry>(load_module(kModule, kEntry, folder));
  Module* module = entry(kInterface);
  if (module == nullptr) refuse_module(kModule);
  return *module;
}

}  // namespace anzenmap::photo
