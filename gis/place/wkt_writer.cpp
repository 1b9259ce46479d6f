// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <string>
#include <vector>

#include "gis/base/number.hpp"
#include "gis/place/wkb.hpp"
#include "gis/place/wkt.hpp"
#include "gis/place/wkt_words.hpp"

namespace anzenmap {
namespace {

void append_fixed7(Bytes& out, double value) {
  const std::size_t size = out.size();
  out.reserve(size + kFixed7Bytes);
  const char* end = write_fixed7(out.data() + size, value);
  out.resize(static_cast<std::size_t>(end - out.data()));
}

struct WktWriter : WkbVisitor {
  explicit WktWriter(Bytes& bytes) : out(bytes) {}

  void begin(WkbKind kind, bool has_z, std::uint32_t count) {
    const bool bare = !open.empty() && open.back().kind != WkbKind::geometry_collection;
    comma();
    if (!bare) {
      out.append(wkt::tag_of(kind));
      out.push_back(' ');
      if (has_z) out.append("Z ");
    }
    z = has_z;
    open.push_back({kind, count == 0, true});
    if (count == 0) {
      out.append("EMPTY");
    } else if (kind != WkbKind::point) {
      out.push_back('(');
    }
  }
  void begin_ring(std::uint32_t count) {
    comma();
    first_in_ring = true;
    empty_ring = count == 0;
    out.append(empty_ring ? "EMPTY" : "(");
  }
  void end_ring() {
    if (!empty_ring) out.push_back(')');
  }
  void position(double x, double y, double height) {
    Level& level = open.back();
    if (level.kind == WkbKind::point) {
      if (std::isnan(x) && std::isnan(y)) {
        out.append("EMPTY");
        return;
      }
      out.push_back('(');
    } else {
      bool& first = level.kind == WkbKind::polygon ? first_in_ring : level.first;
      if (!first) out.push_back(',');
      first = false;
    }
    good = good && std::abs(x) <= 1e9 && std::abs(y) <= 1e9 && !std::isinf(height);
    append_fixed7(out, x);
    out.push_back(' ');
    append_fixed7(out, y);
    if (z) {
      out.push_back(' ');
      out.append(std::isnan(height) ? std::string("NaN") : shortest(height));
    }
    if (level.kind == WkbKind::point) out.push_back(')');
  }
  void end(WkbKind kind) {
    if (!open.back().empty && kind != WkbKind::point) out.push_back(')');
    open.pop_back();
  }

  struct Level {
    WkbKind kind;
    bool empty;
    bool first;
  };

  void comma() {
    if (open.empty()) return;
    if (!open.back().first) out.push_back(',');
    open.back().first = false;
  }

  Bytes& out;
  std::vector<Level> open;
  bool z = false;
  bool first_in_ring = true;
  bool empty_ring = false;
  bool good = true;
};

}  // namespace

bool write_wkt(std::string_view wkb, Bytes& out) {
  const std::size_t before = out.size();
  WktWriter writer(out);
  if (visit_wkb(wkb, writer) && writer.good) return true;
  out.resize(before);
  return false;
}

bool write_wkt_point(double x, double y, double z, Bytes& out) {
  Bytes wkb;
  WkbWriter writer(wkb);
  const bool has_z = !std::isnan(z);
  writer.begin(WkbKind::point, has_z);
  if (has_z) {
    writer.position(x, y, z);
  } else {
    writer.position(x, y);
  }
  return write_wkt(wkb.view(), out);
}

}  // namespace anzenmap
