// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "gis/batch/batch.hpp"
#include "gis/pipeline/sink.hpp"
#include "gis/privacy/privacy_stage.hpp"

namespace anzenmap::testing {

/// A folder of its own under the system's temporary one, gone at the end.
class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "anzenmap-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    std::filesystem::permissions(path_, std::filesystem::perms::owner_all, ignored);
    std::filesystem::remove_all(path_, ignored);
  }

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string at(const std::string& name) const { return path_ + '/' + name; }
  void put(const std::string& name, std::string_view text) const {
    std::ofstream(at(name), std::ios::binary) << text;
  }
  [[nodiscard]] std::string get(const std::string& name) const {
    std::ifstream file(at(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  [[nodiscard]] std::size_t files() const {
    const auto each = std::filesystem::directory_iterator(path_);
    return static_cast<std::size_t>(std::distance(begin(each), end(each)));
  }

 private:
  std::string path_;
};

inline SchemaField field(std::string name, FieldType type = FieldType::string, Role role = Role::none) {
  SchemaField out;
  out.name = std::move(name);
  out.type = type;
  out.role = role;
  return out;
}

/// A survey of one batch whose rows are written down in the test, as the stages before the sinks would leave
/// it.
struct Survey {
  Schema schema;
  Batch batch;
  std::vector<Layer> layers{Layer{}};
  std::vector<int> original;
  Audience audience = Audience::internal;

  explicit Survey(std::vector<SchemaField> fields) {
    schema.fields = std::move(fields);
    batch.fields.resize(schema.fields.size());
    batch.raw.resize(schema.fields.size());
    layers[0].file = "調査.csv";
    for (std::size_t i = 0; i < schema.fields.size(); ++i) {
      schema.original.push_back(schema.fields[i].name);
      original.push_back(static_cast<int>(i));
    }
  }

  void row(const std::vector<std::string>& cells, double x, double y,
           RecordState state = RecordState::accepted) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const Span span{static_cast<std::uint32_t>(batch.text.append(cells[i])),
                      static_cast<std::uint32_t>(cells[i].size())};
      batch.fields[i].push(span, classify(cells[i]));
      batch.raw[i].push(span, classify(cells[i]));
    }
    batch.geometry.resize(++batch.records);
    batch.geometry.kind.back() = GeometryKind::point;
    batch.geometry.x.back() = x;
    batch.geometry.y.back() = y;
    batch.state.push_back(state);
    batch.row.push_back(static_cast<std::int64_t>(batch.records) + 1);
  }

  void mark_as_text(std::size_t column) {
    batch.fields[column].flags.back() |= cell_flag::kAsText;
    batch.fields[column].any |= cell_flag::kAsText;
  }

  [[nodiscard]] ClearedBatch cleared() const {
    return PrivacyStage::clear(batch, schema, original, audience);
  }

  /// Runs the survey through a sink; what the sink told comes back.
  std::vector<Diagnostic> through(Sink& sink) const {
    Formatted formatted;
    sink.begin(schema, layers);
    sink.format(cleared(), formatted);
    sink.write(formatted);
    sink.finish();
    return formatted.diagnostics;
  }
};

}  // namespace anzenmap::testing
