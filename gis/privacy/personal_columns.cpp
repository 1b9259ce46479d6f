// SPDX-License-Identifier: Apache-2.0
#include "gis/privacy/personal_columns.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace anzenmap {

namespace {

/// In lower case. Only names that no teacher would give to a question of their own.
constexpr std::string_view kNames[] = {
    "__created_by",      // ODK Central
    "_submitted_by",     // KoBoToolbox
    "background-audio",  // ODK: what was heard around the pupil
    "created_by",        // Epicollect5 (an e-mail address), Mergin Maps
    "created_user",      // ArcGIS
    "creator",           // Survey123
    "device_id",
    "deviceid",        // ODK, KoBoToolbox
    "devicephonenum",  // ODK
    "editor",          // Survey123
    "imei",
    "last_edited_user",  // ArcGIS
    "phonenumber",       // ODK, KoBoToolbox
    "simid",             // KoBoToolbox
    "simserial",         // ODK
    "submitterid",       // ODK Central
    "submittername",     // ODK Central
    "subscriberid",      // ODK
    "uploaded_by",       // KoBoToolbox
    "username",          // ODK, KoBoToolbox
};

}  // namespace

bool is_platform_personal(std::string_view header) {
  std::string name;
  for (const char c : header) {
    if (c == ' ' || c == '\t') continue;
    name += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  const auto listed = [](std::string_view text) {
    return std::find(std::begin(kNames), std::end(kNames), text) != std::end(kNames);
  };
  if (listed(name)) return true;
  // Behind groups: KoBoToolbox joins them by '/', ODK by '-'.
  const std::size_t mark = name.find_last_of("/-");
  return mark != std::string::npos && listed(std::string_view(name).substr(mark + 1));
}

}  // namespace anzenmap
