// SPDX-License-Identifier: Apache-2.0
#include "importers/gdal/value_text.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>
#include <iterator>

#include "gis/base/number.hpp"

namespace anzenmap::gdal {
namespace {

void append_clock(std::string& out, const Value& value) {
  fmt::format_to(std::back_inserter(out), "{:02}:{:02}:{:02}", value.hour, value.minute,
                 value.milliseconds / 1000);
  if (value.milliseconds % 1000 != 0)
    fmt::format_to(std::back_inserter(out), ".{:03}", value.milliseconds % 1000);
}

void append_zone(std::string& out, const Value& value) {
  if (!value.has_zone) return;
  if (value.zone_minutes == 0) {
    out += 'Z';
    return;
  }
  const int minutes = std::abs(value.zone_minutes);
  fmt::format_to(std::back_inserter(out), "{}{:02}:{:02}", value.zone_minutes < 0 ? '-' : '+', minutes / 60,
                 minutes % 60);
}

}  // namespace

void append_day(std::string& out, const Value& value) {
  fmt::format_to(std::back_inserter(out), "{:04}-{:02}-{:02}", value.year, value.month, value.day);
}

bool is_day(const Value& moment) {
  return moment.hour == 0 && moment.minute == 0 && moment.milliseconds == 0 && moment.zone_minutes == 0;
}

void append_value(std::string& out, const Value& value) {
  switch (value.kind) {
    case Value::Kind::null:
      return;
    case Value::Kind::text:
      out += value.text;
      return;
    case Value::Kind::boolean:
      out += value.integer != 0 ? "true" : "false";
      return;
    case Value::Kind::integer:
      fmt::format_to(std::back_inserter(out), "{}", value.integer);
      return;
    case Value::Kind::real:
      if (std::isfinite(value.real)) out += shortest(value.real);
      return;
    case Value::Kind::real32:
      if (std::isfinite(value.real))
        fmt::format_to(std::back_inserter(out), "{}", static_cast<float>(value.real));
      return;
    case Value::Kind::date:
      return append_day(out, value);
    case Value::Kind::time:
      return append_clock(out, value);
    case Value::Kind::moment:
      append_day(out, value);
      out += 'T';
      append_clock(out, value);
      return append_zone(out, value);
  }
}

}  // namespace anzenmap::gdal
