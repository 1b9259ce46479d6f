// SPDX-License-Identifier: Apache-2.0
#include "gis/place/mesh_shift.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <limits>

#include "gis/base/number.hpp"

namespace anzenmap {

namespace {

constexpr std::size_t kSide = 80;       // third-order meshes along a first-order mesh
constexpr std::size_t kFirstRows = 80;  // first two digits of a code: latitude * 1.5, below 80 in Japan
constexpr std::size_t kNoBlock = static_cast<std::size_t>(-1);
constexpr std::size_t kFirstColumns = 60;  // next two: longitude - 100
constexpr double kWest = 100;
constexpr double kEast = 160;
constexpr double kRowsPerDegree = 120;    // 30 seconds
constexpr double kColumnsPerDegree = 80;  // 45 seconds

/// The next line, without its end.
std::string_view next_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::string_view next_word(std::string_view& line) {
  const std::size_t start = line.find_first_not_of(" \t");
  if (start == std::string_view::npos) return line = {};
  const std::size_t end = line.find_first_of(" \t", start);
  const std::string_view word = line.substr(start, end == std::string_view::npos ? end : end - start);
  line.remove_prefix(end == std::string_view::npos ? line.size() : end);
  return word;
}

/// "-8.13354", also "-.5" and "5." as Fortran writes them.
bool read_seconds(std::string_view word, float& value) {
  double read = 0;
  if (parse_plain_decimal(word, read)) {
    value = static_cast<float>(read);
    return true;
  }
  std::string whole(word);
  if (whole.starts_with('+')) whole.erase(0, 1);
  if (whole.ends_with('.')) whole.pop_back();
  const std::size_t sign = whole.starts_with('-') ? 1 : 0;
  if (whole.size() > sign && whole[sign] == '.') whole.insert(sign, 1, '0');
  if (!parse_json_number(whole, read)) return false;
  value = static_cast<float>(read);
  return true;
}

struct Corner {
  std::size_t row;
  std::size_t column;
};

/// South-west corner of a third-order mesh: 46303582 is 46 30 | 3 5 | 8 2.
bool read_code(std::string_view code, Corner& corner) {
  if (code.size() != 8) return false;
  std::array<std::size_t, 8> d{};
  for (std::size_t i = 0; i < 8; ++i) {
    if (code[i] < '0' || code[i] > '9') return false;
    d[i] = static_cast<std::size_t>(code[i] - '0');
  }
  if (d[4] > 7 || d[5] > 7) return false;
  const std::size_t first_row = d[0] * 10 + d[1];
  const std::size_t first_column = d[2] * 10 + d[3];
  if (first_column >= kFirstColumns) return false;
  corner = {first_row * kSide + d[4] * 10 + d[6], first_column * kSide + d[5] * 10 + d[7]};
  return true;
}

bool is_column_line(std::string_view line) { return line.starts_with("MeshCode"); }

}  // namespace

MeshShift::Subject MeshShift::subject_of(std::string_view par) {
  const std::string_view head = par.substr(0, 4096);
  std::string lower;
  for (const char c : head) lower.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  const std::size_t columns = lower.find("meshcode");
  if (columns == std::string::npos) return Subject::unknown;
  const std::string_view line = std::string_view(lower).substr(columns, lower.find('\n', columns) - columns);
  if (line.find("dh(") != std::string_view::npos && line.find("db(") == std::string_view::npos)
    return Subject::heights;
  const std::string_view title = std::string_view(lower).substr(0, columns);
  if (title.find("tokyodatum") != std::string_view::npos || title.find("tky2jgd") != std::string_view::npos)
    return Subject::tokyo;
  if (title.find("patchjgd") != std::string_view::npos || title.find("jgd2011") != std::string_view::npos)
    return Subject::earthquake;
  return Subject::unknown;
}

const MeshShift::Node* MeshShift::node(std::size_t row, std::size_t column) const {
  if (row >= kFirstRows * kSide || column >= kFirstColumns * kSide) return nullptr;
  const std::size_t block = block_of_[row / kSide * kFirstColumns + column / kSide];
  if (block == kNoBlock) return nullptr;
  const Node& found = blocks_[(block * kSide + row % kSide) * kSide + column % kSide];
  return std::isnan(found.lat_seconds) ? nullptr : &found;
}

void MeshShift::put(std::size_t row, std::size_t column, Node node) {
  std::size_t& block = block_of_[row / kSide * kFirstColumns + column / kSide];
  if (block == kNoBlock) {
    block = blocks_.size() / (kSide * kSide);
    const float gap = std::numeric_limits<float>::quiet_NaN();
    blocks_.resize(blocks_.size() + kSide * kSide, Node{gap, gap});
  }
  blocks_[(block * kSide + row % kSide) * kSide + column % kSide] = node;
  ++nodes_;
}

std::optional<MeshShift> MeshShift::read(std::string_view par) {
  constexpr int kMostHeaderLines = 32;
  MeshShift out;
  out.block_of_.assign(kFirstRows * kFirstColumns, kNoBlock);
  int header_lines = 0;
  while (!par.empty() && !is_column_line(par)) {
    next_line(par);
    if (++header_lines > kMostHeaderLines) return std::nullopt;
  }
  const std::string_view columns = next_line(par);
  if (columns.find("dB") == std::string_view::npos) return std::nullopt;
  while (!par.empty()) {
    std::string_view line = next_line(par);
    const std::string_view code = next_word(line);
    if (code.empty()) continue;
    Corner corner{};
    Node node{};
    if (!read_code(code, corner) || !read_seconds(next_word(line), node.lat_seconds) ||
        !read_seconds(next_word(line), node.lon_seconds) || corner.row >= kFirstRows * kSide)
      return std::nullopt;
    out.put(corner.row, corner.column, node);
  }
  if (out.nodes_ == 0) return std::nullopt;
  return out;
}

std::optional<MeshShift::Shift> MeshShift::at(double lat, double lon) const {
  if (!(lat >= 0 && lat < 66 && lon >= kWest && lon < kEast)) return std::nullopt;
  const double rows = lat * kRowsPerDegree;
  const double columns = (lon - kWest) * kColumnsPerDegree;
  const auto row = static_cast<std::size_t>(rows);
  const auto column = static_cast<std::size_t>(columns);
  const Node* south_west = node(row, column);
  const Node* south_east = node(row, column + 1);
  const Node* north_west = node(row + 1, column);
  const Node* north_east = node(row + 1, column + 1);
  if (south_west == nullptr || south_east == nullptr || north_west == nullptr || north_east == nullptr)
    return std::nullopt;
  const double north = rows - static_cast<double>(row);
  const double east = columns - static_cast<double>(column);
  const auto between = [&](float Node::*value) {
    return ((1 - north) * ((1 - east) * static_cast<double>(south_west->*value) +
                           east * static_cast<double>(south_east->*value)) +
            north * ((1 - east) * static_cast<double>(north_west->*value) +
                     east * static_cast<double>(north_east->*value))) /
           3600.0;
  };
  return Shift{between(&Node::lat_seconds), between(&Node::lon_seconds)};
}

std::optional<MeshShift::Shift> MeshShift::back_at(double lat, double lon) const {
  // The shift changes by less than 1e-4 of the way, so each turn gains four digits.
  constexpr int kTurns = 4;
  // The source may lie over the edge of the mesh's cell: Tokyo's is 12 seconds south and 9 to 12 east.
  std::optional<Shift> shift;
  for (const Shift guess : {Shift{0, 0}, Shift{12.0 / 3600, -10.0 / 3600}}) {
    shift = at(lat - guess.lat, lon - guess.lon);
    if (shift) break;
  }
  for (int turn = 0; shift && turn < kTurns; ++turn) shift = at(lat - shift->lat, lon - shift->lon);
  return shift;
}

}  // namespace anzenmap
