// SPDX-License-Identifier: Apache-2.0
// Differential fuzzing of the CSV importer. The first byte chooses separator, encoding and chunk size, the
// rest is the file. Tried: the file read in one piece against many small ones, and both against a splitter
// written here character by character from the rules in importers/csv/row_scanner.hpp, on text decoded by the
// slow way.
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gis/base/error.hpp"
#include "gis/base/utf8.hpp"
#include "gis/encoding/encoding.hpp"
#include "gis/pipeline/source.hpp"
#include "gis/profile/profile.hpp"
#include "importers/csv/csv.hpp"
#include "importers/encoding/guess.hpp"
#include "importers/table/header.hpp"

using namespace anzenmap;

namespace {

using Cells = std::vector<std::string>;

std::string_view input;  // for the message of a find

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "%s, option byte %02X:\n", what, static_cast<unsigned char>(input[0]));
  std::fwrite(input.data() + 1, 1, input.size() - 1, stderr);
  std::abort();
}

void require_same(const std::string& a, const std::string& b, const char* what) {
  if (a != b) {
    for (const std::string* text : {&a, &b}) {
      std::fputs(text == &a ? "--- cut:\n" : "--- whole:\n", stderr);
      std::fwrite(text->data(), 1, text->size(), stderr);
    }
  }
  require(a == b, what);
}

struct SlowRow {
  Cells cells;
  std::vector<bool> unclosed;
};

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

/// Takes off one ' in front of a formula sign.
std::string without_guard(std::string cell) {
  if (cell.size() < 2 || cell[0] != '\'') return cell;
  const std::string rest = cell.substr(1);
  for (const std::string_view sign : {"=", "+", "-", "@", "'", "\t", "\r", "＝", "＋", "－", "＠"})
    if (rest.compare(0, sign.size(), sign) == 0) return rest;
  return cell;
}

class SlowSplitter {
 public:
  SlowSplitter(std::string text, char separator) : text_(std::move(text)), separator_(separator) {}

  std::vector<SlowRow> rows() {
    std::vector<SlowRow> rows;
    while (at_ < text_.size()) {
      SlowRow row;
      for (;;) {
        bool unclosed = false;
        row.cells.push_back(without_guard(cell(unclosed)));
        row.unclosed.push_back(unclosed);
        if (at_ < text_.size() && text_[at_] == separator_) {
          ++at_;
          continue;
        }
        break;
      }
      if (at_ < text_.size()) at_ += text_.compare(at_, 2, "\r\n") == 0 ? 2 : 1;
      rows.push_back(std::move(row));
    }
    return rows;
  }

 private:
  [[nodiscard]] bool ends(std::size_t at) const {
    return at >= text_.size() || text_[at] == separator_ || is_line_end(text_[at]);
  }

  std::string plain() {
    std::string cell;
    while (!ends(at_)) cell += text_[at_++];
    return cell;
  }

  std::string cell(bool& unclosed) {
    if (at_ >= text_.size() || text_[at_] != '"') return plain();
    const std::size_t open = at_;
    std::string cell;
    bool line_end = false;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] != '"') {
        line_end = line_end || is_line_end(text_[at_]);
        cell += text_[at_];
        continue;
      }
      if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        cell += text_[at_++];
        continue;
      }
      if (ends(at_ + 1)) {
        ++at_;
        return cell;
      }
      if (line_end) break;
      ++at_;
      return cell + plain();
    }
    at_ = open;
    unclosed = true;
    return plain();
  }

  std::string text_;
  char separator_;
  std::size_t at_ = 0;
};

bool blank(const Cells& cells) {
  for (const std::string& cell : cells)
    if (!is_blank(cell)) return false;
  return true;
}

struct Outcome {
  std::vector<Cells> records;
  std::vector<std::int64_t> rows;
  std::string all;  ///< everything that must not depend on the chunks
  std::size_t width = 0;
  std::int64_t header_row = 0;
};

void check_flags(const Batch& batch) {
  for (const TextColumn& column : batch.raw) {
    require(column.cells.size() == batch.records && column.flags.size() == batch.records,
            "column of other length");
    for (std::size_t r = 0; r < batch.records; ++r) {
      const std::string_view cell = batch.at(column.cells[r]);
      require((column.flags[r] & ~cell_flag::kUndecodable) == classify(cell), "flags differ from classify()");
      require((column.any & column.flags[r]) == column.flags[r], "flags missing in any");
      require(is_valid_utf8(cell.data(), cell.size()), "cell is not UTF-8");
    }
  }
}

Outcome read(const std::string& path, const ReadOptions& options, const Profile& profile) {
  const std::unique_ptr<Source> source = csv_importer().open(path, options, profile);
  Outcome reading;
  reading.width = source->layers()[0].headers.size();
  reading.header_row = source->layers()[0].header_row;
  for (const std::string& header : source->layers()[0].headers) reading.all += header + "\x1F";
  for (const Diagnostic& told : source->opening_diagnostics())
    reading.all += std::string(told.rule->code) + "\n";
  std::string found;
  Batch batch;
  while (batch.clear(), source->take(batch)) {
    source->parse(batch);
    check_flags(batch);
    source->settle(batch);
    require(batch.row.size() == batch.records && batch.line.size() == batch.records, "rows of other length");
    for (std::size_t r = 0; r < batch.records; ++r) {
      Cells cells;
      reading.all += std::to_string(batch.row[r]) + ":" + std::to_string(batch.line[r]);
      for (std::size_t c = 0; c < batch.raw.size(); ++c) {
        cells.emplace_back(batch.raw_cell(c, r));
        reading.all += "\x1F" + std::to_string(batch.raw[c].flags[r]) + cells.back();
      }
      reading.all += "\n";
      reading.records.push_back(std::move(cells));
      reading.rows.push_back(batch.row[r]);
    }
    for (const Diagnostic& told : batch.diagnostics)
      found += std::string(told.rule->code) + std::to_string(told.row) + ":" + std::to_string(told.line) +
               render_message(told, Language::ja) + "\n";
  }
  reading.all += found;
  return reading;
}

/// The records that the slow splitter finds below the header.
void compare(const Outcome& reading, std::string text, char separator) {
  const std::vector<SlowRow> rows = SlowSplitter(std::move(text), separator).rows();
  require(reading.header_row >= 1 && static_cast<std::size_t>(reading.header_row) <= rows.size(),
          "header row");
  std::size_t record = 0;
  for (auto r = static_cast<std::size_t>(reading.header_row); r < rows.size(); ++r) {
    Cells cells = rows[r].cells;
    const std::vector<std::string_view> views(cells.begin(), cells.end());
    if (blank(cells) || is_passed_over(views)) continue;
    cells.resize(reading.width);
    require(record < reading.records.size(), "a record is missing");
    require(reading.rows[record] == static_cast<std::int64_t>(r + 1), "a record has another row");
    require(reading.records[record] == cells, "a record has other cells");
    ++record;
  }
  require(record == reading.records.size(), "a record too many");
}

const Profile& profile() {
  static const Profile loaded = load_profile("safety-map");
  return loaded;
}

/// Where the input lies for the importer; one file a process, written anew each time.
class Scratch {
 public:
  Scratch() {
    const int descriptor = ::mkstemp(path_.data());
    require(descriptor >= 0, "mkstemp");
    ::close(descriptor);
  }
  ~Scratch() { ::unlink(path_.c_str()); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_ = "/tmp/anzenmap-fuzz-XXXXXX";
};

const std::string& scratch() {
  static const Scratch file;
  return file.path();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2 || size > 8192) return 0;
  input = {reinterpret_cast<const char*>(data), size};
  const std::string bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  std::ofstream(scratch(), std::ios::binary | std::ios::trunc) << bytes;
  constexpr char separators[] = {',', ';', '\t', '|'};
  constexpr Encoding encodings[] = {Encoding::utf8, Encoding::cp932, Encoding::euc_jp, Encoding::utf16le};
  const char separator = separators[data[0] & 3U];
  const Encoding encoding = encodings[(data[0] >> 2U) & 3U];
  ReadOptions options;
  options.encoding = std::string(name_of(encoding));
  options.separator = std::string(1, separator);
  const std::size_t chunk = std::size_t{16} << ((data[0] >> 4U) & 7U);
  try {
    const Outcome whole = read(scratch(), options, profile());
    options.chunk_bytes = chunk;
    require_same(read(scratch(), options, profile()).all, whole.all, "small chunks read otherwise");
    options.chunk_bytes = 16;
    require_same(read(scratch(), options, profile()).all, whole.all, "tiny chunks read otherwise");
    Bytes text;
    decode_to_utf8(encoding, std::string_view(bytes).substr(mark_length(encoding, bytes)), text);
    // A lone surrogate is one place for the decoder, three bytes for the importer.
    if (encoding != Encoding::utf16le || decodes(encoding, bytes))
      compare(whole, std::string(text.view()), separator);
  } catch (const Error&) {
    // Refused whole: nothing but blank rows.
  }
  // Nothing said: whatever is guessed, chunks must not matter.
  ReadOptions guessed;
  const auto outcome = [&](std::size_t bytes_a_chunk) -> std::string {
    guessed.chunk_bytes = bytes_a_chunk;
    try {
      return read(scratch(), guessed, profile()).all;
    } catch (const Error& error) {
      return std::string(error.code());
    } catch (const RereadRequest& request) {
      return "reread as " + request.item.value;
    }
  };
  require_same(outcome(64), outcome(256 * 1024), "guessed: chunks read otherwise");
  return 0;
}
