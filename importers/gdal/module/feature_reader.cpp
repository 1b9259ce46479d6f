// SPDX-License-Identifier: Apache-2.0
#include "importers/gdal/module/feature_reader.hpp"

#include <cpl_string.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "importers/gdal/module/calls.hpp"
#include "importers/gdal/module/geometry_bytes.hpp"

namespace anzenmap::gdal {
namespace {

void append_json_text(std::string& out, std::string_view text) {
  static constexpr char kHex[] = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += "\\u00";
      out += kHex[static_cast<unsigned char>(c) >> 4U];
      out += kHex[static_cast<unsigned char>(c) & 15U];
    } else {
      out += c;
    }
  }
  out += '"';
}

template <class Number>
void append_number(std::string& out, Number number) {
  char text[40];
  const auto end = std::to_chars(text, text + sizeof text, number).ptr;
  out.append(text, end);
}

template <class Each>
std::string json_list(int count, const Each& each) {
  std::string out = "[";
  for (int i = 0; i < count; ++i) {
    if (i > 0) out += ',';
    each(out, i);
  }
  return out + "]";
}

class FeatureReader final : public LayerReader {
 public:
  FeatureReader(OGRLayerH layer, const LayerInfo& info)
      : layer_(layer),
        info_(info),
        values_(info.fields.size()),
        lists_(info.fields.size()),
        geometry_(info.north_first) {
    OGR_L_ResetReading(layer_);
  }

  ReadState read(std::size_t most, RecordSink& sink, std::vector<Message>& messages) override {
    const Calls calls(said_);
    for (std::size_t i = 0; i < most; ++i) {
      said_.clear();
      const FeatureHandle feature(OGR_L_GetNextFeature(layer_));
      Record record;
      if (feature) {
        fill(static_cast<OGRFeatureH>(feature.get()), record);
      } else {
        const bool failed =
            std::any_of(said_.begin(), said_.end(), [](const Message& one) { return one.failure; });
        messages.insert(messages.end(), said_.begin(), said_.end());
        return failed ? ReadState::failed : ReadState::end;
      }
      record.values = values_;
      record.messages = said_;
      sink.record(record);
    }
    return ReadState::more;
  }

 private:
  void fill(OGRFeatureH feature, Record& record) {
    for (std::size_t i = 0; i < values_.size(); ++i) {
      values_[i] = Value{};
      if (OGR_F_IsFieldSetAndNotNull(feature, static_cast<int>(i)) != 0) fill_value(feature, i);
    }
    geometry_.write(OGR_F_GetGeometryRef(feature), record);
  }

  void fill_value(OGRFeatureH feature, std::size_t i) {
    Value& value = values_[i];
    const int field = static_cast<int>(i);
    switch (info_.fields[i].kind) {
      case FieldKind::boolean:
      case FieldKind::integer:
        value.kind = info_.fields[i].kind == FieldKind::boolean ? Value::Kind::boolean : Value::Kind::integer;
        value.integer = OGR_F_GetFieldAsInteger64(feature, field);
        return;
      case FieldKind::real:
      case FieldKind::real32:
        value.kind = info_.fields[i].kind == FieldKind::real ? Value::Kind::real : Value::Kind::real32;
        value.real = OGR_F_GetFieldAsDouble(feature, field);
        return;
      case FieldKind::date:
        return fill_moment(feature, field, Value::Kind::date, value);
      case FieldKind::time:
        return fill_moment(feature, field, Value::Kind::time, value);
      case FieldKind::moment:
        return fill_moment(feature, field, Value::Kind::moment, value);
      case FieldKind::list:
        lists_[i] = list_text(feature, field);
        value.kind = Value::Kind::text;
        value.text = lists_[i];
        return;
      case FieldKind::binary:
        return;
      case FieldKind::text:
        break;
    }
    value.kind = Value::Kind::text;
    value.text = OGR_F_GetFieldAsString(feature, field);
  }

  static void fill_moment(OGRFeatureH feature, int field, Value::Kind kind, Value& value) {
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    float second = 0;
    int zone = 0;
    if (OGR_F_GetFieldAsDateTimeEx(feature, field, &year, &month, &day, &hour, &minute, &second, &zone) == 0)
      return;
    value.kind = kind;
    value.year = static_cast<std::int16_t>(year);
    value.month = static_cast<std::uint8_t>(month);
    value.day = static_cast<std::uint8_t>(day);
    value.hour = static_cast<std::uint8_t>(hour);
    value.minute = static_cast<std::uint8_t>(minute);
    value.milliseconds = static_cast<std::int32_t>(std::lround(second * 1000.0F));
    value.has_zone =
        zone > 1;  // 0 = unknown, 1 = local time of the machine, 100 = UTC, in quarters of an hour
    value.zone_minutes = static_cast<std::int16_t>(value.has_zone ? (zone - 100) * 15 : 0);
  }

  static std::string list_text(OGRFeatureH feature, int field) {
    int count = 0;
    switch (OGR_Fld_GetType(OGR_F_GetFieldDefnRef(feature, field))) {
      case OFTIntegerList: {
        const int* list = OGR_F_GetFieldAsIntegerList(feature, field, &count);
        return json_list(count, [&](std::string& out, int i) { append_number(out, list[i]); });
      }
      case OFTInteger64List: {
        const GIntBig* list = OGR_F_GetFieldAsInteger64List(feature, field, &count);
        return json_list(
            count, [&](std::string& out, int i) { append_number(out, static_cast<long long>(list[i])); });
      }
      case OFTRealList: {
        const double* list = OGR_F_GetFieldAsDoubleList(feature, field, &count);
        return json_list(count, [&](std::string& out, int i) {
          if (std::isfinite(list[i])) {
            append_number(out, list[i]);
          } else {
            out += "null";
          }
        });
      }
      default: {
        char** list = OGR_F_GetFieldAsStringList(feature, field);
        return json_list(CSLCount(list), [&](std::string& out, int i) { append_json_text(out, list[i]); });
      }
    }
  }

  OGRLayerH layer_;
  const LayerInfo& info_;
  std::vector<Value> values_;
  std::vector<std::string> lists_;
  GeometryBytes geometry_;
  std::vector<Message> said_;
};

}  // namespace

std::unique_ptr<LayerReader> read_features(OGRLayerH layer, const LayerInfo& info) {
  return std::make_unique<FeatureReader>(layer, info);
}

}  // namespace anzenmap::gdal
