// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gis/base/text.hpp"
#include "gis/pipeline/source.hpp"

namespace anzenmap {

class Profile;

/// A sheet that a person settled on, and its header row.
struct NamedSheet {
  std::string name;
  std::optional<std::int64_t> header_row;
};

/// What a person may say about how a file is to be read; anything not said is detected.
struct ReadOptions {
  std::optional<std::string> format;            ///< name of an importer
  std::optional<std::string> encoding;          ///< utf-8, cp932, euc-jp, utf-16le, utf-16be
  std::optional<std::string> separator;         ///< one of , ; tab |
  std::optional<std::string> sheet;             ///< only this sheet of a workbook
  std::vector<NamedSheet> sheets;               ///< only these sheets, with `sheet`; empty = not said
  std::optional<std::int64_t> header_row;       ///< the row that Excel shows
  std::vector<RereadRequest> members;           ///< what earlier tries found in members of an archive
  bool include_tracks = false;                  ///< where somebody walked (GPX, KML): personal data
  bool whole_outline = false;                   ///< look for columns in all of the file; a reread asks for it
  std::size_t chunk_bytes = 256 * 1024;         ///< source bytes a batch (tests use small ones)
  std::size_t record_limit = 64 * 1024 * 1024;  ///< bytes of one record; longer is an Error
  std::string
      module_folder;  ///< where modules are looked for first; empty = beside the program, as installed
};

struct ProbeResult {
  int score = 0;  ///< 0 = surely not, 100 = surely
  std::string evidence_ja;
  std::string evidence_en;
};

/// One input format. `head` is the first 64 KiB (or the whole file), `name` the file's name without folders.
struct Importer {
  std::string_view name;  ///< csv, xlsx, geojson, gpkg ...
  Text title;
  ProbeResult (*probe)(std::string_view head, std::string_view name);
  std::unique_ptr<Source> (*open)(const std::string& path, const ReadOptions& options,
                                  const Profile& profile);
  ProbeResult (*probe_folder)(const std::string& path) = nullptr;  ///< formats that are folders
};

/// All importers, in the order in which equal scores win.
[[nodiscard]] std::span<const Importer> importers();

/// Opens a file with the importer that a person named or whose probe scored highest, the first layer's
/// Reading telling which and why. Throws Error (unreadable, a folder of no format, 0 bytes, unknown format).
[[nodiscard]] std::unique_ptr<Source> open_survey(const std::string& path, const ReadOptions& options,
                                                  const Profile& profile);

/// Lets inputs that belong together know of each other: photos belong to the records that name their files.
/// The order of `sources` may change.
void join_sources(std::vector<std::unique_ptr<Source>>& sources, const Profile& profile);

}  // namespace anzenmap
