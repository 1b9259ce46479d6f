// SPDX-License-Identifier: Apache-2.0
#include "cli/view/layout.hpp"

#include <utf8proc.h>

#include <algorithm>

namespace anzenmap::cli {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr int kColumnLimit = 40;  // a longer cell does not push the others away

/// Takes the next code point off `text`; -1 and one byte where there is none.
utf8proc_int32_t next_code_point(std::string_view& text, std::string_view& bytes) {
  utf8proc_int32_t code = -1;
  const auto* data = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto length = utf8proc_iterate(data, static_cast<utf8proc_ssize_t>(text.size()), &code);
  const std::size_t taken = length > 0 ? static_cast<std::size_t>(length) : 1;
  bytes = text.substr(0, taken);
  text.remove_prefix(taken);
  return length > 0 ? code : -1;
}

bool may_not_start_a_line(std::string_view bytes) {
  static constexpr std::string_view kMarks[] = {"、", "。", "，", "．", "）", "」", "』", "・",
                                                "ー", "？", "！", "】", "っ", "ゃ", "ゅ", "ょ",
                                                "ッ", "ャ", "ュ", "ョ", "：", "；"};
  return std::find(std::begin(kMarks), std::end(kMarks), bytes) != std::end(kMarks);
}

bool may_not_end_a_line(std::string_view bytes) { return bytes == "（" || bytes == "「" || bytes == "『"; }

/// What must stay together on a line: a word without blanks, or one full-width character with its closing
/// marks.
struct Piece {
  std::string text;
  int width = 0;
  bool blank = false;
};

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  bool open = false;  // the next character belongs to the last piece
  while (!text.empty()) {
    std::string_view bytes;
    const utf8proc_int32_t code = next_code_point(text, bytes);
    if (code == ' ') {
      pieces.push_back({" ", 1, true});
      open = false;
      continue;
    }
    const int width = code < 0 ? 1 : std::max(0, utf8proc_charwidth(code));
    const bool wide = width == 2;
    const bool joins = !pieces.empty() && !pieces.back().blank && (open || may_not_start_a_line(bytes));
    if (!joins || (wide && !may_not_start_a_line(bytes) && !may_not_end_a_line(pieces.back().text)))
      pieces.push_back({});
    pieces.back().text += bytes;
    pieces.back().width += width;
    open = !wide || may_not_end_a_line(bytes);
  }
  return pieces;
}

void wrap_line(std::string_view text, int width, std::vector<std::string>& lines) {
  std::string line;
  int used = 0;
  for (const Piece& piece : pieces_of(text)) {
    if (used > 0 && used + piece.width > width) {
      while (!line.empty() && line.back() == ' ') line.pop_back();
      lines.push_back(std::move(line));
      line.clear();
      used = 0;
      if (piece.blank) continue;
    }
    line += piece.text;
    used += piece.width;
  }
  lines.push_back(std::move(line));
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    std::string_view bytes;
    const utf8proc_int32_t code = next_code_point(text, bytes);
    if (code == '\n' || code == '\r' || code == '\t') {
      out += ' ';
    } else if (code < 0x20 || (code >= 0x7F && code < 0xA0)) {
      out += kReplacement;
    } else {
      out += bytes;
    }
  }
  return out;
}

int display_width(std::string_view text) {
  int width = 0;
  while (!text.empty()) {
    std::string_view bytes;
    const utf8proc_int32_t code = next_code_point(text, bytes);
    width += code < 0 ? 1 : std::max(0, utf8proc_charwidth(code));
  }
  return width;
}

std::string padded(std::string_view text, int width) {
  const int missing = std::max(0, width - display_width(text));
  return std::string(text) + std::string(static_cast<std::size_t>(missing), ' ');
}

std::vector<std::string> wrapped(std::string_view text, int width) {
  std::vector<std::string> lines;
  for (;;) {
    const std::size_t end = text.find('\n');
    wrap_line(text.substr(0, end), width, lines);
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

std::string with_break_marks(std::string_view text, std::string_view mark) {
  std::string out;
  bool after_word = false;
  for (const Piece& piece : pieces_of(text)) {
    if (after_word && !piece.blank) out += mark;
    out += piece.text;
    after_word = !piece.blank;
  }
  return out;
}

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::string size_text(std::uint64_t bytes) {
  static constexpr std::string_view kUnits[] = {" KB", " MB", " GB", " TB"};
  if (bytes < 1000) return std::to_string(bytes) + " B";
  std::size_t unit = 0;
  std::uint64_t scale = 1000;
  // 999,950 would be shown as 1000.0 of the smaller unit.
  while (unit + 1 < std::size(kUnits) && bytes + scale / 20 >= scale * 1000) {
    scale *= 1000;
    ++unit;
  }
  const std::uint64_t tenths = (bytes + scale / 20) / (scale / 10);
  return grouped(tenths / 10) + "." + std::to_string(tenths % 10) + std::string(kUnits[unit]);
}

std::string shortened(std::string_view text, int width) {
  if (display_width(text) <= width) return std::string(text);
  std::string out;
  int used = 1;  // of the mark at the end
  while (!text.empty()) {
    std::string_view bytes;
    const utf8proc_int32_t code = next_code_point(text, bytes);
    used += code < 0 ? 1 : std::max(0, utf8proc_charwidth(code));
    if (used > width) break;
    out += bytes;
  }
  return out + "…";
}

void Table::print(std::ostream& out, int indent, int width) const {
  std::vector<int> widths;
  for (const auto& row : rows_) {
    if (widths.size() < row.size()) widths.resize(row.size(), 0);
    for (std::size_t i = 0; i + 1 < row.size(); ++i)
      widths[i] = std::max(widths[i], std::min(display_width(row[i]), kColumnLimit));
  }
  for (const auto& row : rows_) {
    int before_last = indent;
    for (std::size_t i = 0; i + 1 < row.size(); ++i) before_last += widths[i] + 2;
    const int room = std::max(20, width - before_last);
    out << std::string(static_cast<std::size_t>(indent), ' ');
    for (std::size_t i = 0; i + 1 < row.size(); ++i) out << padded(row[i], widths[i]) << "  ";
    const std::vector<std::string> last = wrapped(row.back(), room);
    out << last.front() << '\n';
    for (std::size_t i = 1; i < last.size(); ++i)
      out << std::string(static_cast<std::size_t>(before_last), ' ') << last[i] << '\n';
  }
}

}  // namespace anzenmap::cli
