// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>
#include <utility>

// Which member of CKAN's dictionaries is which of a datapackage.json.

namespace anzenmap::ckan {

struct MemberPair {
  const char* ckan;
  const char* package;
};
inline constexpr std::array kDatasetMembers{
    MemberPair{"title", "title"},
    MemberPair{"notes", "description"},
    MemberPair{"version", "version"},
};
inline constexpr std::array kResourceMembers{
    MemberPair{"description", "description"},
    MemberPair{"mimetype", "mediatype"},
    MemberPair{"encoding", "encoding"},
};

/// Members with a form of their own in a datapackage.json, or made by the server anew each time.
inline constexpr std::string_view kDatasetOwn[] = {"name",
                                                   "url",
                                                   "license_id",
                                                   "license_title",
                                                   "license_url",
                                                   "tags",
                                                   "groups",
                                                   "extras",
                                                   "author",
                                                   "author_email",
                                                   "maintainer",
                                                   "maintainer_email",
                                                   "organization",
                                                   "owner_org",
                                                   "creator_user_id",
                                                   "id",
                                                   "isopen",
                                                   "metadata_created",
                                                   "metadata_modified",
                                                   "num_resources",
                                                   "num_tags",
                                                   "private",
                                                   "relationships_as_object",
                                                   "relationships_as_subject",
                                                   "resources",
                                                   "revision_id",
                                                   "state",
                                                   "tracking_summary",
                                                   "type"};
inline constexpr std::string_view kResourceOwn[] = {"name",
                                                    "format",
                                                    "anzenmap_key",
                                                    "anzenmap_datastore",
                                                    "anzenmap_unfinished",
                                                    "hash",
                                                    "size",
                                                    "schema",
                                                    "url",
                                                    "url_type",
                                                    "cache_last_updated",
                                                    "cache_url",
                                                    "ckan_url",
                                                    "created",
                                                    "datastore_active",
                                                    "datastore_contains_all_records_of_source_file",
                                                    "id",
                                                    "last_modified",
                                                    "metadata_modified",
                                                    "mimetype_inner",
                                                    "on_same_domain",
                                                    "original_url",
                                                    "package_id",
                                                    "position",
                                                    "resource_id",
                                                    "resource_type",
                                                    "revision_id",
                                                    "set_url_type",
                                                    "state",
                                                    "task_created",
                                                    "tracking_summary"};

}  // namespace anzenmap::ckan
