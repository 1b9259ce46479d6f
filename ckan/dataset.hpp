// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gis/base/error.hpp"

namespace anzenmap::ckan {

/// A column of a tabular resource: what the DataStore and its data dictionary are made from.
struct Column {
  std::string name;  ///< CSV header
  std::string type;  ///< Table Schema: string, number, integer, boolean, date, ...
  std::string title;
  std::string description;
  std::string role;  ///< "id", "latitude", "longitude" where the descriptor says so; else empty
};

/// One file of a dataset (Frictionless Data Resource).
struct Resource {
  std::string key;  ///< `name` in the descriptor: stable within the dataset, what a published one is known by
  std::string title;  ///< shown as the resource's name; the key when empty
  std::string description;
  std::string path;    ///< as in the descriptor, relative, '/' between folders
  std::string file;    ///< where it lies on disk
  std::string format;  ///< as CKAN writes it: CSV, GeoJSON, ...
  std::string media_type;
  std::string encoding;                  ///< "utf-8" or "cp932"; empty = unknown
  std::uint64_t bytes = 0;               ///< of the file as it is now
  std::string sha256;                    ///< lower-case hex of the file as it is now
  std::vector<Column> columns;           ///< empty = no table
  std::vector<std::string> primary_key;  ///< empty = none
};

struct Extra {
  std::string key;
  std::string value;
};

/// How the records fared, as `convert` counted them; all 0 in a package made by hand.
struct Counts {
  std::uint64_t read = 0;
  std::uint64_t written = 0;
  std::uint64_t rejected = 0;
  std::uint64_t merged = 0;
  std::uint64_t errors = 0;
  std::uint64_t errors_in_written = 0;  ///< of the errors, those that are published with their records
  std::uint64_t warnings = 0;
};

enum class Audience { unknown, internal, public_ };

/// Where the data comes from, as its licence wants it said.
struct Source {
  std::string title;
  std::string url;
  std::string attribution;  ///< the sentence to show, e.g. "「…」を加工して作成"; the title when empty
};

/// A datapackage.json on its way to a catalogue: what is wanted there. Empty members say nothing: what the
/// catalogue has stays.
struct Dataset {
  std::string name;  ///< CKAN's name: 2 to 100 of [a-z0-9_-]
  std::string title;
  std::string notes;         ///< description, Markdown
  std::string organization;  ///< name of the owning organisation, e.g. "35215"
  std::string license;       ///< id of the catalogue's licence list, e.g. "cc-by"
  std::string license_title;
  std::string license_url;
  std::string version;
  std::string homepage;  ///< `url` in CKAN
  std::string author;
  std::string author_email;
  std::string maintainer;
  std::string maintainer_email;
  std::vector<std::string> tags;
  std::vector<std::string> groups;  ///< names
  /// In order. read_dataset() adds what CKAN has no member for, unless the descriptor has an extra of that
  /// key: spatial (GeoJSON), temporal_start, temporal_end, frequency, and 出典 for the sources.
  std::vector<Extra> extras;
  std::vector<Resource> resources;
  Audience audience = Audience::unknown;
  bool audience_by_person = false;  ///< public by DatasetOverrides::audience_public, not by the descriptor
  Counts counts;
  std::optional<std::pair<std::string, std::string>> temporal;  ///< first and last day, ISO 8601
  std::optional<std::vector<double>> bbox;                      ///< west, south, east, north; degrees, WGS 84
  std::string frequency;  ///< how often it is renewed: EU vocabulary, e.g. "ANNUAL"; or any words
  std::vector<Source> sources;
  std::string folder;      ///< of the descriptor
  std::string descriptor;  ///< its path
};

/// What is said beside the descriptor. The first members win over it: they are a person's, and the name may
/// be that of anzenmap.json.
struct DatasetOverrides {
  std::string name = {};
  std::string organization = {};
  std::string license = {};
  std::vector<std::string> tags = {};
  bool audience_public = false;  ///< --audience public: a person vouches for a package made without `convert`
  // What holds for all packages of an office (anzenmap.json): fills what the descriptor leaves empty.
  std::string default_title = {};
  std::string default_notes = {};
  std::string default_organization = {};
  std::string default_license = {};
  std::string default_license_title = {};
  std::string default_license_url = {};
  std::vector<std::string> default_tags = {};
  std::vector<std::string> default_groups = {};
};

/// Reads a datapackage.json, or the one of a folder, with the files that it names: paths that are absolute,
/// lead out of the folder (also by a link) or do not exist, and files whose size or SHA-256 is not the
/// descriptor's, are refused. Throws Error, also when nothing gives the dataset a name: `overrides`, then the
/// descriptor's `ckan.name`, then its `name` when a person chose it (not one made from a NAME that does not
/// fit).
[[nodiscard]] Dataset read_dataset(const std::string& path, const DatasetOverrides& overrides);

/// Under which NAMEs `convert` wrote the package's files, in order, then the package's own name: what
/// anzenmap.json may speak of. Throws Error when the descriptor cannot be read.
[[nodiscard]] std::vector<std::string> names_in(const std::string& path);

/// What hinders publishing to a CKAN, found before any request: name, title, tags, lengths, extras, licence.
/// Each Error is of kind refused or usage. Empty = nothing.
[[nodiscard]] std::vector<Error> check_for_ckan(const Dataset& dataset);

/// Whether CKAN takes it as a dataset's name: 2 to 100 of [a-z0-9_-].
[[nodiscard]] bool is_dataset_name(std::string_view name);

/// A name for CKAN made of any text: lower-case ASCII, at least 2 characters; empty when nothing is left.
[[nodiscard]] std::string proposed_name(std::string_view text);

}  // namespace anzenmap::ckan
