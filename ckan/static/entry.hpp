// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ckan/pull/descriptor.hpp"

// What the pages and lists of a static catalogue show of its datasets.

namespace anzenmap::ckan {

struct EntryFile {
  std::string key;
  std::string title;
  std::string description;
  std::string name;  ///< of the file
  std::string url;   ///< from the catalogue's folder, percent-encoded
  std::string format;
  std::string media_type;
  std::uint64_t bytes = 0;
  std::string sha256;
};

struct EntryMap {
  std::string title;
  std::string url;
};

struct Entry {
  std::string name;
  std::string title;  ///< the name when it has none
  std::string notes;
  std::string organization;
  std::string license;
  std::string license_title;  ///< the id when it has none
  std::string license_url;    ///< empty, or http(s)
  std::string version;
  std::string homepage;  ///< empty, or http(s)
  std::string maintainer;
  std::string email;
  std::string attribution;
  std::string modified;  ///< as given, ISO 8601; empty = not said
  std::string issued;
  std::string start;  ///< first day
  std::string end;
  std::string frequency;
  std::vector<std::string> tags;
  Json box;  ///< west, south, east, north; or null
  std::vector<EntryFile> files;
  std::vector<EntryMap> maps;
};

/// `maps`: names of the files NAME.map.html that lie in the dataset's folder.
[[nodiscard]] Entry entry_of(const RemoteDataset& dataset, const std::vector<PackagedFile>& files,
                             const std::vector<std::string>& maps);

/// A date as ISO 8601 writes it: YYYY, YYYY-MM, YYYY-MM-DD, perhaps with a time.
enum class DateForm { none, year, month, day, time };
[[nodiscard]] DateForm date_form(std::string_view text);

/// catalog.jsonld: DCAT-AP 3. Addresses are relative, so it can be served anywhere.
[[nodiscard]] std::string jsonld_text(const std::vector<Entry>& entries);
/// data.json: members of DCAT-US 1.1; addresses are relative.
[[nodiscard]] std::string data_json_text(const std::vector<Entry>& entries);
/// index.html: for people, without scripts.
[[nodiscard]] std::string index_page(const std::vector<Entry>& entries);
/// Whether a text is such a page made by us, and not somebody else's.
[[nodiscard]] bool is_index_page(std::string_view text);
[[nodiscard]] bool is_jsonld(std::string_view text);
[[nodiscard]] bool is_data_json(std::string_view text);

}  // namespace anzenmap::ckan
