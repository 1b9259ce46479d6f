// SPDX-License-Identifier: Apache-2.0
#pragma once

// Writes a small file and reads it back through the CSV importer as the pipeline does.

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "gis/pipeline/source.hpp"
#include "gis/profile/profile.hpp"
#include "importers/csv/csv.hpp"

namespace anzenmap::test {

/// A file that goes away with its test.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string_view content, const std::string& ending = ".csv") {
    std::string pattern = "/tmp/anzenmap-test-XXXXXX" + ending;
    const int descriptor = ::mkstemps(pattern.data(), static_cast<int>(ending.size()));
    ::close(descriptor);
    path_ = pattern;
    std::ofstream(path_, std::ios::binary) << content;
  }
  ~TemporaryFile() { ::unlink(path_.c_str()); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

inline std::string utf16(std::u16string_view text, bool little) {
  std::string bytes;
  for (const char16_t unit : text) {
    const auto high = static_cast<char>(static_cast<unsigned char>(unit >> 8U));
    const auto low = static_cast<char>(static_cast<unsigned char>(unit));
    bytes += little ? low : high;
    bytes += little ? high : low;
  }
  return bytes;
}

struct Table {
  Layer layer;
  std::vector<std::vector<std::string>> records;
  std::vector<std::vector<std::uint8_t>> flags;
  std::vector<std::int64_t> row;
  std::vector<std::int64_t> line;
  std::vector<Diagnostic> opening;
  std::vector<Diagnostic> found;
  std::size_t batches = 0;

  [[nodiscard]] std::size_t count(std::string_view code) const {
    const auto has = [&](const Diagnostic& d) { return d.rule->code == code; };
    return static_cast<std::size_t>(std::count_if(opening.begin(), opening.end(), has) +
                                    std::count_if(found.begin(), found.end(), has));
  }
  /// The first diagnostic with this code; aborts the test when there is none.
  [[nodiscard]] const Diagnostic& told(std::string_view code) const {
    for (const auto* list : {&opening, &found})
      for (const Diagnostic& d : *list)
        if (d.rule->code == code) return d;
    throw std::string("not told: ") + std::string(code);
  }
  /// All that a reader of the file may see, to compare two readings by.
  [[nodiscard]] std::string written_out() const {
    std::string out;
    for (std::size_t r = 0; r < records.size(); ++r) {
      out += std::to_string(row[r]) + ":" + std::to_string(line[r]);
      for (std::size_t c = 0; c < records[r].size(); ++c)
        out += "|" + std::to_string(flags[r][c]) + "[" + records[r][c] + "]";
      out += "\n";
    }
    for (const Diagnostic& d : found)
      out += std::string(d.rule->code) + " " + std::to_string(d.row) + ":" + std::to_string(d.line) + " " +
             render_message(d, Language::ja) + " " + d.value + "\n";
    return out;
  }
};

inline const Profile& safety_map() {
  static const Profile profile = load_profile("safety-map");
  return profile;
}

inline Table read_all(Source& source) {
  Table table;
  table.layer = source.layers()[0];
  table.opening = source.opening_diagnostics();
  Batch batch;
  while (batch.clear(), source.take(batch)) {
    source.parse(batch);
    source.settle(batch);
    ++table.batches;
    for (std::size_t r = 0; r < batch.records; ++r) {
      std::vector<std::string> cells;
      std::vector<std::uint8_t> flags;
      for (std::size_t c = 0; c < batch.raw.size(); ++c) {
        cells.emplace_back(batch.raw_cell(c, r));
        flags.push_back(batch.raw[c].flags[r]);
      }
      table.records.push_back(std::move(cells));
      table.flags.push_back(std::move(flags));
      table.row.push_back(batch.row[r]);
      table.line.push_back(batch.line[r]);
    }
    for (Diagnostic& told : batch.diagnostics) table.found.push_back(std::move(told));
  }
  for (Diagnostic& told : source.closing_diagnostics()) table.found.push_back(std::move(told));
  return table;
}

inline Table read_csv(std::string_view content, const ReadOptions& options = {},
                      const Profile& profile = safety_map()) {
  const TemporaryFile file(content);
  const auto source = csv_importer().open(file.path(), options, profile);
  return read_all(*source);
}

}  // namespace anzenmap::test
