// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "gis/encoding/encoding.hpp"
#include "importers/csv/record_cutter.hpp"
#include "importers/csv/text_stream.hpp"
#include "importers/importer.hpp"
#include "importers/intake/input_file.hpp"

namespace anzenmap::csv {

/// An open CSV or TSV file. Only offsets and counts go from batch to batch; memory is one chunk (and the
/// head).
class CsvSource final : public Source {
 public:
  CsvSource(const std::string& path, const ReadOptions& options, const Profile& profile);

  [[nodiscard]] std::span<const Layer> layers() const override { return {&layer_, 1}; }
  [[nodiscard]] std::vector<Diagnostic> opening_diagnostics() override { return std::move(opening_); }
  bool take(Batch& batch) override;
  void parse(Batch& batch) const override;
  void settle(Batch& batch) override;

 private:
  struct Dialect {
    Encoding encoding = Encoding::utf8;
    std::size_t mark = 0;  ///< length of the byte order mark
    bool pinned = false;   ///< a person named the encoding
    char separator = ',';
  };

  void decide_encoding();
  void read_head();
  void decide_separator(std::string_view text, bool whole, const Profile& profile);
  /// True if more was read for it.
  bool read_first_record();
  void decide_header(std::string_view text, bool whole, const Profile& profile);
  void name_columns(std::span<const std::vector<std::string>> rows, std::size_t header);
  void check_header_bytes(std::size_t begin, std::size_t end);
  [[nodiscard]] Bytes decoded_head() const;
  [[nodiscard]] Diagnostic tell(const RuleInfo& rule, std::string value,
                                std::vector<Argument> arguments) const;

  bool read_more(Bytes& text, std::size_t size);
  void give_back(Bytes& text, std::size_t from);
  [[noreturn]] void fail_too_long() const;
  void look_for_other_encoding();

  InputFile file_;
  ReadOptions options_;
  Dialect dialect_;
  Layer layer_;
  std::vector<Diagnostic> opening_;

  // Under take's turn.
  std::optional<TextStream> stream_;
  std::optional<RecordCutter> cutter_;
  Bytes pending_;               ///< read, but not handed out yet
  std::size_t pending_at_ = 0;  ///< handed out up to here
  bool from_stream_ = false;    ///< the chunk under way has bytes that pending_ never had

  // Under settle's turn.
  std::int64_t rows_before_ = 0;
  std::int64_t lines_before_ = 0;
  std::uint64_t settled_to_ = 0;  ///< offset in the file
  std::vector<Encoding> others_;  ///< encodings that may still fit
};

}  // namespace anzenmap::csv
