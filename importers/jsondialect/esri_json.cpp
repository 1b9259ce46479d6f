// SPDX-License-Identifier: Apache-2.0
#include "importers/jsondialect/esri_json.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <optional>
#include <unordered_map>
#include <utility>

#include <nlohmann/json.hpp>

#include "importers/intake/spool_file.hpp"
#include "importers/jsondialect/esri_geometry.hpp"

namespace anzenmap {

const RuleInfo esri_cut_off{
    .code = "IN331",
    .name = "records-held-back",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"途中までしかないデータ", "not all records"},
    .message = {"ArcGISが途中で区切ったデータです(exceededTransferLimit)。残りの記録が入っていません",
                "ArcGIS handed out only a part (exceededTransferLimit); the other records are missing"},
    .why = {"一度に渡す数に限りがあり、残りは次のページにあります。",
            "A server gives a limited number at once; the others are on the next page."},
    .remedy = {"残りのページも保存して、いっしょに変換してください。",
               "Save the other pages and convert them together."},
    .bad =
        R"({"geometryType":"esriGeometryPoint","exceededTransferLimit":true,"features":[{"attributes":{"名称":"正門","区分":"安全"},"geometry":{"x":131.8282,"y":34.0471}}]})",
    .good =
        R"({"geometryType":"esriGeometryPoint","features":[{"attributes":{"名称":"正門","区分":"安全"},"geometry":{"x":131.8282,"y":34.0471}}]})"};

const RuleInfo esri_dates{
    .code = "IN332",
    .name = "dates-in-milliseconds",
    .severity = Severity::info,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"ミリ秒で数えた日時", "dates counted in milliseconds"},
    .message = {"「{column}」の数を、日本の日時にしました({count}件)",
                "the numbers in '{column}' became dates and times in Japan ({count})"},
    .why = {"ArcGISは日時を、1970年からのミリ秒の数で書きます。",
            "ArcGIS writes dates as milliseconds since 1970."},
    .remedy = {"何もしなくてよいです。", "Nothing to do."},
    .bad =
        R"({"geometryType":"esriGeometryPoint","fields":[{"name":"調査日","type":"esriFieldTypeDate"}],"features":[{"attributes":{"名称":"正門","区分":"安全","調査日":1727913600000},"geometry":{"x":131.8282,"y":34.0471}}]})",
    .good =
        R"({"geometryType":"esriGeometryPoint","fields":[{"name":"調査日","type":"esriFieldTypeString"}],"features":[{"attributes":{"名称":"正門","区分":"安全","調査日":"2024-10-03"},"geometry":{"x":131.8282,"y":34.0471}}]})"};

namespace {

std::string json_text_of(const std::string& text) { return nlohmann::json(text).dump(); }

/// One field of the layer.
struct EsriField {
  std::string output;  ///< its name as a JSON string
  bool is_date = false;
  bool is_day = false;                                 ///< the profile wants a day
  std::unordered_map<std::string, std::string> words;  ///< of a list: code as a JSON token, word likewise
  std::uint64_t dates = 0;
};

/// "2024-10-03", or with the time of day in Japan.
std::optional<std::string> date_text(std::string_view milliseconds, bool day) {
  std::int64_t count = 0;
  const char* end = milliseconds.data() + milliseconds.size();
  const auto read = std::from_chars(milliseconds.data(), end, count);
  constexpr std::int64_t kFarthest = std::int64_t{253'402'300'799} * 1000;  // the end of the year 9999
  if (read.ec != std::errc() || (read.ptr != end && *read.ptr != '.') || count < -kFarthest / 5 ||
      count > kFarthest)
    return std::nullopt;
  using namespace std::chrono;
  const sys_time<std::chrono::milliseconds> moment{std::chrono::milliseconds{count} + hours{9}};
  const auto midnight = floor<days>(moment);
  const year_month_day date{midnight};
  const auto seconds_of_day = floor<seconds>(moment - midnight).count();
  char text[48];
  const int length =
      day ? std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                          static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()))
          : std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d+09:00",
                          static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                          static_cast<unsigned>(date.day()), static_cast<int>(seconds_of_day / 3600),
                          static_cast<int>(seconds_of_day / 60 % 60), static_cast<int>(seconds_of_day % 60));
  return std::string(text, static_cast<std::size_t>(length));
}

class EsriTranslator {
 public:
  EsriTranslator(const InputFile& file, const Profile& profile, std::size_t limit)
      : file_(file), profile_(profile), limit_(limit), out_(file.path()) {}

  TranslatedJson run() {
    look();
    write();
    TranslatedJson made;
    made.text = out_.finish();
    made.dialect = "Esri JSON";
    made.evidence_ja = "ArcGISの項目(" + evidence_ + ")があります";
    made.evidence_en = "has ArcGIS's " + evidence_;
    if (wkid_ != 0) made.crs = "EPSG:" + std::to_string(wkid_);
    tell(made.told);
    return made;
  }

 private:
  /// Everything but the features, which may stand before what they need to be understood.
  void look() {
    FileBlocks blocks(file_);
    JsonReader reader(blocks, file_.name(), limit_);
    reader.next();
    while (reader.next() == JsonToken::key) {
      const std::string key(reader.text());
      reader.next();
      if (key == "geometryType" || key == "spatialReference" || key == "features")
        evidence_ += (evidence_.empty() ? "" : ", ") + key;
      if (key == "spatialReference" && reader.token() == JsonToken::begin_object) {
        look_at_crs(reader);
      } else if (key == "fields" && reader.token() == JsonToken::begin_array) {
        while (reader.next() != JsonToken::end_array) look_at_field(reader);
      } else if (key == "hasZ" || key == "hasM" || key == "exceededTransferLimit") {
        bool& flag = key == "hasZ" ? dimensions_.z : key == "hasM" ? dimensions_.m : cut_off_;
        flag = reader.token() == JsonToken::true_;
        reader.skip();
      } else {
        reader.skip();
      }
    }
  }

  void look_at_crs(JsonReader& reader) {
    while (reader.next() == JsonToken::key) {
      const std::string key(reader.text());
      reader.next();
      const std::string_view raw = reader.raw();
      int number = 0;
      if (reader.token() == JsonToken::number) std::from_chars(raw.data(), raw.data() + raw.size(), number);
      // The latest one is EPSG's where Esri had a number of its own (102100 is 3857).
      if (key == "latestWkid" || (key == "wkid" && wkid_ == 0)) wkid_ = number;
      reader.skip();
    }
  }

  void look_at_field(JsonReader& reader) {
    if (reader.token() != JsonToken::begin_object) return reader.skip();
    std::string name;
    std::string alias;
    std::string type;
    EsriField field;
    while (reader.next() == JsonToken::key) {
      const std::string key(reader.text());
      reader.next();
      if (reader.token() == JsonToken::string && (key == "name" || key == "alias" || key == "type"))
        (key == "name" ? name : key == "alias" ? alias : type) = reader.text();
      if (key == "domain" && reader.token() == JsonToken::begin_object) {
        look_at_domain(reader, field);
      } else {
        reader.skip();
      }
    }
    if (name.empty()) return;
    const bool better = !alias.empty() && !profile_.match(name) && profile_.match(alias);
    const std::string& output = better ? alias : name;
    // Two fields of one name would lose one of them.
    const bool doubled = std::find(outputs_.begin(), outputs_.end(), output) != outputs_.end();
    outputs_.push_back(doubled ? name : output);
    field.output = json_text_of(outputs_.back());
    field.is_date = type == "esriFieldTypeDate";
    const auto match = profile_.match(outputs_.back());
    field.is_day = match && profile_.fields[match->field].type == FieldType::date;
    fields_.emplace(name, std::move(field));
  }

  void look_at_domain(JsonReader& reader, EsriField& field) {
    while (reader.next() == JsonToken::key) {
      const bool list = reader.text() == "codedValues";
      if (reader.next() != JsonToken::begin_array || !list) {
        reader.skip();
        continue;
      }
      while (reader.next() != JsonToken::end_array) {
        if (reader.token() != JsonToken::begin_object) {
          reader.skip();
          continue;
        }
        std::string code;
        std::string word;
        while (reader.next() == JsonToken::key) {
          const std::string key(reader.text());
          reader.next();
          if (key == "code") code = reader.raw();
          if (key == "name" && reader.token() == JsonToken::string) word = reader.raw();
          reader.skip();
        }
        if (!code.empty() && !word.empty()) field.words.emplace(code, word);
      }
    }
  }

  void write() {
    out_.append(R"({"type":"FeatureCollection","features":[)");
    FileBlocks blocks(file_);
    JsonReader reader(blocks, file_.name(), limit_);
    reader.next();
    bool first = true;
    while (reader.next() == JsonToken::key) {
      const bool features = reader.text() == "features";
      reader.next();
      if (!features || reader.token() != JsonToken::begin_array) {
        reader.skip();
        continue;
      }
      while (reader.next() != JsonToken::end_array) {
        out_.go_to_line(reader.position().line);
        if (!first) out_.append(",");
        first = false;
        const bool object = reader.token() == JsonToken::begin_object;
        std::string bytes = value_bytes(reader, file_, limit_);
        out_.append(object ? feature(bytes) : bytes);
      }
    }
    out_.append("]}");
  }

  /// `bytes` are those of one feature.
  std::string feature(std::string& bytes) {
    const std::size_t size = bytes.size();
    bytes.push_back('\0');
    JsonReader reader(bytes.data(), size, file_.name());
    std::string properties = "{}";
    std::string geometry = "null";
    reader.next();
    while (reader.next() == JsonToken::key) {
      const std::string key(reader.text());
      reader.next();
      if (key == "attributes" && reader.token() == JsonToken::begin_object) {
        properties = attributes(reader);
      } else if (key == "geometry" && reader.token() == JsonToken::begin_object) {
        const auto begin = static_cast<std::size_t>(reader.position().offset);
        reader.skip();
        std::string own = bytes.substr(begin, static_cast<std::size_t>(reader.consumed()) - begin);
        const std::size_t length = own.size();
        own.push_back('\0');
        geometry = geojson_of_esri_geometry(own.data(), length, file_.name(), dimensions_);
      } else {
        reader.skip();
      }
    }
    return R"({"type":"Feature","geometry":)" + geometry + R"(,"properties":)" + properties + "}";
  }

  std::string attributes(JsonReader& reader) {
    std::string out = "{";
    while (reader.next() == JsonToken::key) {
      const std::string raw_key(reader.raw());
      const auto known = fields_.find(std::string(reader.text()));
      EsriField* field = known == fields_.end() ? nullptr : &known->second;
      reader.next();
      out += (out.size() == 1 ? "" : ",") + (field == nullptr ? raw_key : field->output) + ":" +
             value(reader, field);
    }
    return out + "}";
  }

  static std::string value(JsonReader& reader, EsriField* field) {
    const JsonToken token = reader.token();
    if (token == JsonToken::begin_object || token == JsonToken::begin_array) {
      reader.skip();
      return "null";  // ArcGIS has no such values
    }
    std::string raw(reader.raw());
    if (field == nullptr || token == JsonToken::null) return raw;
    if (const auto word = field->words.find(raw); word != field->words.end()) return word->second;
    if (!field->is_date || token != JsonToken::number) return raw;
    const auto text = date_text(raw, field->is_day);
    if (!text) return raw;
    ++field->dates;
    return "\"" + *text + "\"";
  }

  void tell(std::vector<Diagnostic>& told) const {
    if (cut_off_) told.push_back(make_diagnostic(esri_cut_off));
    for (const std::string& output : outputs_) {
      for (const auto& [name, field] : fields_) {
        if (field.output != json_text_of(output) || field.dates == 0) continue;
        Diagnostic& dates = told.emplace_back(make_diagnostic(esri_dates));
        dates.column = output;
        dates.arguments = {{"count", std::to_string(field.dates), {}}};
      }
    }
  }

  const InputFile& file_;
  const Profile& profile_;
  std::size_t limit_;
  SpoolFile out_;
  std::string evidence_;
  EsriDimensions dimensions_;
  bool cut_off_ = false;
  int wkid_ = 0;
  std::vector<std::string> outputs_;  ///< names of the fields, in order
  std::unordered_map<std::string, EsriField> fields_;
};

}  // namespace

TranslatedJson translate_esri_json(const InputFile& file, const Profile& profile, std::size_t record_limit) {
  return EsriTranslator(file, profile, record_limit).run();
}

}  // namespace anzenmap
