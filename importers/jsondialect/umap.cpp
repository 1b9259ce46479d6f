// SPDX-License-Identifier: Apache-2.0
#include "importers/jsondialect/umap.hpp"

#include <utility>

#include "importers/intake/spool_file.hpp"

namespace anzenmap {

const RuleInfo umap_remote_layer{
    .code = "IN333",
    .name = "layer-elsewhere",
    .severity = Severity::warning,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"データが別の所にあるレイヤー", "layer kept elsewhere"},
    .message = {"レイヤー「{layer}」のデータは別のサーバーにあり、このファイルには入っていません",
                "the data of layer '{layer}' stand on another server and not in this file"},
    .why = {"uMapは、ほかのサーバーのデータを見せるだけのレイヤーを作れます。",
            "uMap can show data that it does not hold."},
    .remedy = {"必要なら、そのデータを元のサーバーから保存して、いっしょに変換してください。",
               "If they are needed, save them from their server and convert them together."},
    .bad = "",
    .good = ""};

namespace {

struct UmapLayer {
  std::string name = "\"\"";  ///< a JSON string
  bool remote = false;
  std::int64_t line = 1;
};

bool is_style(std::string_view key) {
  return key == "_umap_options" || key == "_storage" || key == "_storage_options";
}

class UmapTranslator {
 public:
  UmapTranslator(const InputFile& file, std::size_t limit) : file_(file), limit_(limit), out_(file.path()) {}

  TranslatedJson run() {
    // Options may follow the features that they speak of, so the layers are looked at first.
    each_layer([this](JsonReader& reader) { look_at_layer(reader); });
    out_.append(R"({"type":"FeatureCollection","features":[)");
    each_layer([this](JsonReader& reader) { write_layer(reader); });
    out_.append("]}");
    TranslatedJson made;
    made.text = out_.finish();
    made.dialect = "uMap";
    made.evidence_ja = "種類(type)が「umap」です";
    made.evidence_en = "its \"type\" is umap";
    for (const UmapLayer& layer : layers_) {
      if (!layer.remote) continue;
      Diagnostic& told = made.told.emplace_back(make_diagnostic(umap_remote_layer));
      told.line = layer.line;
      told.arguments = {{"layer", layer.name.substr(1, layer.name.size() - 2), {}}};
    }
    return made;
  }

 private:
  template <class Look>
  void each_layer(const Look& look) {
    FileBlocks blocks(file_);
    JsonReader reader(blocks, file_.name(), limit_);
    reader.next();
    while (reader.next() == JsonToken::key) {
      const bool layers = reader.text() == "layers";
      if (reader.next() != JsonToken::begin_array || !layers) {
        reader.skip();
        continue;
      }
      while (reader.next() != JsonToken::end_array)
        reader.token() == JsonToken::begin_object ? look(reader) : reader.skip();
    }
    reader.next();
  }

  void look_at_layer(JsonReader& reader) {
    UmapLayer layer;
    layer.line = reader.position().line;
    while (reader.next() == JsonToken::key) {
      const bool options = is_style(reader.text());
      if (reader.next() != JsonToken::begin_object || !options) {
        reader.skip();
        continue;
      }
      while (reader.next() == JsonToken::key) {
        const std::string key(reader.text());
        reader.next();
        if (key == "name" && reader.token() == JsonToken::string) layer.name = reader.raw();
        if (key == "remoteData" && reader.token() == JsonToken::begin_object) {
          while (reader.next() == JsonToken::key) {
            const bool url = reader.text() == "url";
            reader.next();
            layer.remote =
                layer.remote || (url && reader.token() == JsonToken::string && reader.raw().size() > 2);
            reader.skip();
          }
        } else {
          reader.skip();
        }
      }
    }
    layers_.push_back(std::move(layer));
  }

  void write_layer(JsonReader& reader) {
    const UmapLayer& layer = layers_[next_++];
    while (reader.next() == JsonToken::key) {
      const bool features = reader.text() == "features";
      if (reader.next() != JsonToken::begin_array || !features) {
        reader.skip();
        continue;
      }
      while (reader.next() != JsonToken::end_array) {
        out_.go_to_line(reader.position().line);
        if (any_) out_.append(",");
        any_ = true;
        const bool object = reader.token() == JsonToken::begin_object;
        std::string bytes = value_bytes(reader, file_, limit_);
        out_.append(object ? feature(bytes, layer) : bytes);
      }
    }
  }

  /// All members as they are, but for the properties.
  std::string feature(std::string& bytes, const UmapLayer& layer) const {
    const std::size_t size = bytes.size();
    const std::string whole = bytes;
    bytes.push_back('\0');
    JsonReader reader(bytes.data(), size, file_.name());
    std::string out = "{";
    reader.next();
    while (reader.next() == JsonToken::key) {
      const std::string raw_key(reader.raw());
      const bool properties = reader.text() == "properties";
      const bool object = reader.next() == JsonToken::begin_object;
      out += (out.size() == 1 ? "" : ",") + raw_key + ":";
      out += properties && object ? this->properties(reader, whole, layer) : value(reader, whole);
    }
    return out + "}";
  }

  static std::string properties(JsonReader& reader, const std::string& whole, const UmapLayer& layer) {
    std::string out = "{";
    bool has_folder = false;
    while (reader.next() == JsonToken::key) {
      const std::string raw_key(reader.raw());
      const std::string key(reader.text());
      reader.next();
      if (is_style(key)) {
        reader.skip();
        continue;
      }
      has_folder = has_folder || key == "フォルダー";
      out += (out.size() == 1 ? "" : ",") + raw_key + ":" + value(reader, whole);
    }
    if (!has_folder && layer.name.size() > 2)
      out += (out.size() == 1 ? "" : ",") + std::string("\"フォルダー\":") + layer.name;
    return out + "}";
  }

  static std::string value(JsonReader& reader, const std::string& whole) {
    const auto begin = static_cast<std::size_t>(reader.position().offset);
    reader.skip();
    return whole.substr(begin, static_cast<std::size_t>(reader.consumed()) - begin);
  }

  const InputFile& file_;
  std::size_t limit_;
  SpoolFile out_;
  std::vector<UmapLayer> layers_;
  std::size_t next_ = 0;
  bool any_ = false;
};

}  // namespace

TranslatedJson translate_umap(const InputFile& file, std::size_t record_limit) {
  return UmapTranslator(file, record_limit).run();
}

}  // namespace anzenmap
