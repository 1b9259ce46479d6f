// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <cstring>
#include <string>
#include <vector>

#include "gis/base/number.hpp"
#include "gis/place/wkb.hpp"
#include "gis/place/wkt.hpp"
#include "gis/place/wkt_words.hpp"

namespace anzenmap {
namespace {

using wkt::is_blank;
using wkt::is_letter;
using wkt::kTags;
using wkt::same_word;
using wkt::Tag;
using wkt::upper;

enum class Ordinates : std::uint8_t { unknown, two, three };

class WktReader {
 public:
  WktReader(std::string_view text, Bytes& out) : text_(text), out_(out), writer_(out) {}

  bool run() {
    if (!geometry(0)) return false;
    skip_blanks();
    return at_ == text_.size() || fail({"WKTの後に余分な文字があります", "more text after the geometry"});
  }
  [[nodiscard]] WktFault fault() const { return {true, fault_at_, reason_}; }

 private:
  struct Position {
    double x, y, z;
  };

  bool fail(Text reason) {
    skip_blanks();
    fault_at_ = at_;
    reason_ = reason;
    return false;
  }
  void skip_blanks() {
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
  }
  char peek() {
    skip_blanks();
    return at_ < text_.size() ? text_[at_] : '\0';
  }
  bool take(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }
  bool need(char c) {
    if (take(c)) return true;
    return c == '(' ? fail({"「(」が必要です", "'(' expected"})
                    : fail({"「,」か「)」が必要です", "',' or ')' expected"});
  }
  std::string_view word() {
    skip_blanks();
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_letter(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }
  bool take_word(std::string_view wanted) {
    const std::size_t before = at_;
    if (same_word(word(), wanted)) return true;
    at_ = before;
    return false;
  }

  bool geometry(int depth) {
    if (depth > kWkbDepth) return fail({"かっこの入れ子が深すぎます", "nested too deeply"});
    skip_blanks();
    const std::size_t start = at_;
    const std::string_view name = word();
    for (const Tag& tag : kTags) {
      if (!same_word(name, tag.word)) continue;
      const Ordinates outer = ordinates_;
      ordinates_ = take_word("Z") ? Ordinates::three : Ordinates::unknown;
      if (take_word("M") || take_word("ZM")) {
        at_ = start;
        return fail({"M値(距離など)の付いた形は使えません", "geometries with M values are not supported"});
      }
      const bool good = body(tag.kind, depth);
      ordinates_ = outer;
      return good;
    }
    at_ = start;
    return fail({"形の種類(POINT, LINESTRING, POLYGONなど)が必要です",
                 "a kind of geometry (POINT, LINESTRING, POLYGON ...) expected"});
  }

  bool body(WkbKind kind, int depth) {
    const std::size_t mark = out_.size();
    writer_.begin(kind, true, 0);
    std::uint32_t count = 0;
    if (take_word("EMPTY")) {
      if (kind == WkbKind::point)
        writer_.position(WkbWriter::kNoHeight, WkbWriter::kNoHeight, WkbWriter::kNoHeight);
    } else if (!content(kind, depth, count)) {
      return false;
    }
    close(mark, kind, count);
    return true;
  }

  // All is written with heights first; a 2D geometry is written again without.
  void close(std::size_t mark, WkbKind kind, std::uint32_t count) {
    writer_.set_header(mark, kind, true, count);
    const bool z = ordinates_ == Ordinates::three;
    if (kind == WkbKind::geometry_collection) {
      writer_.set_header(mark, kind, z || any_part_has_z(mark), count);
    } else if (!z) {
      flatten(mark);
    }
  }

  [[nodiscard]] bool any_part_has_z(std::size_t mark) const {
    struct Looker : WkbVisitor {
      bool z = false;
      bool outermost = true;
      void begin(WkbKind, bool has_z, std::uint32_t) {
        z = z || (has_z && !outermost);
        outermost = false;
      }
    } looker;
    visit_wkb(out_.view().substr(mark), looker);
    return looker.z;
  }

  void flatten(std::size_t mark) {
    struct Flat : WkbVisitor {
      explicit Flat(Bytes& bytes) : writer(bytes) {}
      WkbWriter writer;
      void begin(WkbKind kind, bool, std::uint32_t count) { writer.begin(kind, false, count); }
      void begin_ring(std::uint32_t count) { writer.ring(count); }
      void position(double x, double y, double) { writer.position(x, y); }
    };
    flat_.clear();
    visit_wkb(out_.view().substr(mark), Flat(flat_));
    out_.resize(mark);
    out_.append(flat_.view());
  }

  bool content(WkbKind kind, int depth, std::uint32_t& count);
  bool parts(WkbKind kind, int depth, std::uint32_t& count);
  bool part(WkbKind kind);
  bool rings(std::uint32_t& count);
  bool positions(std::size_t least, bool ring, std::uint32_t& count);
  bool position(Position& p);
  bool number(double& value);

  std::string_view text_;
  std::size_t at_ = 0;
  Bytes& out_;
  Bytes flat_;
  WkbWriter writer_;
  Ordinates ordinates_ = Ordinates::unknown;
  std::size_t fault_at_ = 0;
  Text reason_{"", ""};
};

bool WktReader::content(WkbKind kind, int depth, std::uint32_t& count) {
  switch (kind) {
    case WkbKind::point: {
      Position p{};
      if (!need('(') || !position(p)) return false;
      writer_.position(p.x, p.y, p.z);
      return need(')');
    }
    case WkbKind::line_string:
      return positions(2, false, count);
    case WkbKind::polygon:
      return rings(count);
    default:
      return parts(kind, depth, count);
  }
}

bool WktReader::parts(WkbKind kind, int depth, std::uint32_t& count) {
  if (!need('(')) return false;
  do {
    if (!(kind == WkbKind::geometry_collection ? geometry(depth + 1) : part(kind))) return false;
    ++count;
  } while (take(','));
  return need(')');
}

/// One part of a multi-geometry, in the writer's heights-first form.
bool WktReader::part(WkbKind kind) {
  const auto single = static_cast<WkbKind>(static_cast<std::uint32_t>(kind) - 3);
  const std::size_t mark = writer_.begin(single, true, 0);
  std::uint32_t count = 0;
  if (single == WkbKind::point) {
    Position p{};
    const bool bracket = take('(');
    if (!position(p) || (bracket && !need(')'))) return false;
    writer_.position(p.x, p.y, p.z);
    return true;
  }
  if (!(single == WkbKind::polygon ? rings(count) : positions(2, false, count))) return false;
  writer_.set_header(mark, single, true, count);
  return true;
}

bool WktReader::rings(std::uint32_t& count) {
  if (!need('(')) return false;
  do {
    const std::size_t mark = out_.size();
    writer_.ring(0);
    std::uint32_t size = 0;
    if (!positions(4, true, size)) return false;
    std::memcpy(out_.data() + mark, &size, sizeof size);
    ++count;
  } while (take(','));
  return need(')');
}

bool WktReader::positions(std::size_t least, bool ring, std::uint32_t& count) {
  skip_blanks();
  const std::size_t start = at_;
  if (!need('(')) return false;
  Position first{};
  Position last{};
  do {
    if (!position(last)) return false;
    if (count++ == 0) first = last;
    writer_.position(last.x, last.y, last.z);
  } while (take(','));
  if (!need(')')) return false;
  const bool closed = first.x == last.x && first.y == last.y &&
                      (first.z == last.z || (std::isnan(first.z) && std::isnan(last.z)));
  if (count >= least && (!ring || closed)) return true;
  at_ = start;
  if (ring && !closed) return fail({"輪の最初と最後の点が同じではありません", "the ring is not closed"});
  return ring ? fail({"輪には点が4つ以上必要です", "a ring needs four positions or more"})
              : fail({"線には点が2つ以上必要です", "a line needs two positions or more"});
}

bool WktReader::position(Position& p) {
  p.z = WkbWriter::kNoHeight;
  if (!number(p.x) || !number(p.y)) return false;
  const char c = peek();
  const bool third = c != ',' && c != ')' && c != '\0';
  if (ordinates_ == Ordinates::unknown) ordinates_ = third ? Ordinates::three : Ordinates::two;
  if (third != (ordinates_ == Ordinates::three))
    return fail({"点の数の個数がそろっていません", "positions differ in how many numbers they have"});
  if (third && !take_word("NAN") && !number(p.z)) return false;
  return true;
}

/// WKT also has +1, .5 and 5. (signed numeric literal); JSON has not.
std::string json_form(std::string_view literal) {
  std::string number;
  for (std::size_t i = 0; i < literal.size(); ++i) {
    const bool digit_before = !number.empty() && number.back() >= '0' && number.back() <= '9';
    const bool digit_after = i + 1 < literal.size() && literal[i + 1] >= '0' && literal[i + 1] <= '9';
    if (i == 0 && literal[0] == '+') continue;
    if (literal[i] != '.' || (digit_before && digit_after)) {
      number.push_back(literal[i]);
    } else if (digit_before || digit_after) {
      number += digit_before ? "" : "0.";
    } else {
      return {};
    }
  }
  return number;
}

bool WktReader::number(double& value) {
  skip_blanks();
  const std::size_t begin = at_;
  while (at_ < text_.size() &&
         (std::string_view("0123456789+-.eE").find(text_[at_]) != std::string_view::npos))
    ++at_;
  if (parse_json_number(json_form(text_.substr(begin, at_ - begin)), value)) return true;
  at_ = begin;
  return fail({"数が必要です", "a number expected"});
}

}  // namespace

WktFault read_wkt(std::string_view text, Bytes& out) {
  const std::size_t before = out.size();
  WktReader reader(text, out);
  if (reader.run()) return {};
  out.resize(before);
  return reader.fault();
}

bool looks_like_wkt(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && is_blank(text[at])) ++at;
  std::size_t end = at;
  while (end < text.size() && is_letter(text[end])) ++end;
  const std::string_view word = text.substr(at, end - at);
  bool known = false;
  for (const Tag& tag : kTags) known = known || same_word(word, tag.word);
  while (end < text.size() && is_blank(text[end])) ++end;
  if (!known || end == text.size()) return false;
  const std::string_view rest = text.substr(end);
  return rest[0] == '(' || upper(rest[0]) == 'Z' || same_word(rest.substr(0, 5), "EMPTY");
}

}  // namespace anzenmap
