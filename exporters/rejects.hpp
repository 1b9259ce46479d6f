// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gis/files/output_set.hpp"
#include "gis/pipeline/sink.hpp"

namespace anzenmap {

/// Columns that the rejects file adds to the original ones, in front and behind; reading it again drops them.
inline constexpr std::string_view kRejectsOrigin[] = {"元ファイル", "シート", "行"};
inline constexpr std::string_view kRejectsReason[] = {"code", "reason"};

/// Writes rejected records as they were read, for a person to mend: file, sheet and row, the original columns
/// (without personal ones), and all their errors joined by ';'. UTF-8 with BOM, CRLF, mode 0600. The file is
/// made with the first rejected record, so none stands for "nothing was rejected".
class RejectsSink final : public Sink {
 public:
  RejectsSink(OutputSet& set, std::string name) : set_(&set), name_(std::move(name)) {}

  void begin(const Schema& schema, std::span<const Layer> layers) override;
  void format(const ClearedBatch& batch, Formatted& out) const override;
  void write(const Formatted& formatted) override;
  void finish() override;

  /// nullptr while nothing was rejected.
  [[nodiscard]] OutputStream* stream() const { return stream_; }

 private:
  void write_row(const ClearedBatch& cleared, std::size_t record, Bytes& out) const;

  OutputSet* set_;
  std::string name_;
  OutputStream* stream_ = nullptr;
  Bytes header_;
  std::vector<std::string> origins_;  ///< of each layer, as the start of a CSV row
  std::size_t columns_ = 0;
};

}  // namespace anzenmap
