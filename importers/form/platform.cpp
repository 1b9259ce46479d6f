// SPDX-License-Identifier: Apache-2.0
#include "importers/form/platform.hpp"

#include <algorithm>
#include <initializer_list>

namespace anzenmap::form {

namespace {

constexpr std::string_view kKoboIds[] = {"_uuid", "instanceid"};
constexpr std::string_view kKobo[] = {"start",
                                      "end",
                                      "today",
                                      "audit",
                                      "_id",
                                      "_index",
                                      "_notes",
                                      "_status",
                                      "_tags",
                                      "_submission_time",
                                      "__version__",
                                      "_version_",
                                      "instancename",
                                      "rootuuid",
                                      "_validation_status",
                                      "_geolocation",
                                      "_attachments",
                                      "formhub/uuid",
                                      "_xform_id_string",
                                      "_parent_table_name",
                                      "_parent_index"};
constexpr std::string_view kOdkIds[] = {"key", "instanceid"};
constexpr std::string_view kOdk[] = {
    "start",       "end",   "today",       "audit",      "submissiondate",     "instancename",       "status",
    "reviewstate", "edits", "formversion", "parent_key", "attachmentspresent", "attachmentsexpected"};
constexpr std::string_view kSurvey123Ids[] = {"globalid"};
constexpr std::string_view kSurvey123[] = {"objectid",       "fid",   "creationdate", "editdate",
                                           "parentglobalid", "shape", "shape__area",  "shape__length"};
constexpr std::string_view kEpicollectIds[] = {"ec5_branch_uuid", "ec5_uuid"};
constexpr std::string_view kEpicollect[] = {"ec5_parent_uuid", "ec5_branch_owner_uuid", "created_at",
                                            "uploaded_at"};

constexpr Platform kPlatformKobo{"KoBoToolbox", '/', kKoboIds, kKobo, "today"};
constexpr Platform kPlatformOdk{"ODK Central", '-', kOdkIds, kOdk, "today"};
constexpr Platform kPlatformSurvey123{"Survey123", 0, kSurvey123Ids, kSurvey123, {}};
constexpr Platform kPlatformEpicollect{"Epicollect5", 0, kEpicollectIds, kEpicollect, {}};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

/// The headers among `wanted`, quoted.
std::string found_headers(std::span<const std::string> headers,
                          std::initializer_list<std::string_view> wanted) {
  std::string out;
  for (const std::string& header : headers)
    if (std::find(wanted.begin(), wanted.end(), header) != wanted.end()) out += "「" + header + "」";
  return out;
}

std::size_t count_of(std::span<const std::string> headers, std::initializer_list<std::string_view> wanted) {
  return static_cast<std::size_t>(
      std::count_if(headers.begin(), headers.end(), [&](const std::string& header) {
        return std::find(wanted.begin(), wanted.end(), header) != wanted.end();
      }));
}

PlatformGuess guess(const Platform& platform, std::string evidence, std::span<const std::string> headers,
                    const std::vector<PlaceFamily>& places) {
  PlatformGuess out{&platform, std::move(evidence), nullptr, places.size()};
  if (places.empty()) return out;
  out.place = &places.front();
  out.evidence += "「" + headers[static_cast<std::size_t>(places.front().latitude)] + "」";
  return out;
}

}  // namespace

bool is_named(std::string_view header, char group_mark, std::string_view name) {
  const std::string wanted = lower(header);
  if (wanted == name) return true;
  if (group_mark == 0 || wanted.size() <= name.size() || !wanted.ends_with(name)) return false;
  return wanted[wanted.size() - name.size() - 1] == group_mark;
}

PlatformGuess guess_platform(std::span<const std::string> headers, const PlaceFamilies& families) {
  const std::initializer_list<std::string_view> epicollect = {"ec5_uuid", "ec5_branch_uuid"};
  if (count_of(headers, epicollect) > 0)
    return guess(kPlatformEpicollect, found_headers(headers, epicollect), headers, families.epicollect);
  const std::initializer_list<std::string_view> kobo = {"_uuid", "_submission_time", "_id", "_index"};
  if (!families.kobo.empty() || count_of(headers, kobo) >= 2)
    return guess(kPlatformKobo, found_headers(headers, {"_uuid", "_submission_time"}), headers,
                 families.kobo);
  const std::initializer_list<std::string_view> odk = {"KEY", "meta-instanceID", "SubmissionDate",
                                                       "SubmitterID", "instanceID"};
  if (!families.odk.empty() || count_of(headers, odk) >= 2)
    return guess(kPlatformOdk, found_headers(headers, {"KEY", "meta-instanceID", "SubmissionDate"}), headers,
                 families.odk);
  if (std::any_of(families.epicollect.begin(), families.epicollect.end(),
                  [](const PlaceFamily& family) { return family.accuracy >= 0; }))
    return guess(kPlatformEpicollect, {}, headers, families.epicollect);
  const auto has = [&](std::string_view name) {
    return std::any_of(headers.begin(), headers.end(),
                       [&](const std::string& header) { return is_named(header, 0, name); });
  };
  if (has("globalid") && (has("creationdate") || has("editdate") || has("objectid")))
    return guess(
        kPlatformSurvey123,
        found_headers(headers, {"GlobalID", "globalid", "CreationDate", "EditDate", "ObjectID", "OBJECTID"}),
        headers, {});
  return {};
}

}  // namespace anzenmap::form
