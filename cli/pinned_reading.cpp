// SPDX-License-Identifier: Apache-2.0
#include "cli/pinned_reading.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "gis/base/error.hpp"
#include "gis/files/file_reading.hpp"
#include "importers/intake/input_file.hpp"

namespace anzenmap::cli {

const RuleInfo reading_unusable{
    .code = "UI855",
    .name = "reading-unusable",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"読み方のファイルが使えない", "reading file unusable"},
    .message = {"読み方のファイル「{file}」は使えません: {reason}",
                "cannot use the reading file '{file}': {reason}"},
    .why = {"読み方が分からないまま読むと、ちがう結果になります。",
            "Without it the survey could be read in another way."},
    .remedy = {"anzenmap info 調査のファイル --json の結果を保存して使ってください。",
               "Save what `anzenmap info SURVEY --json` prints and use that."},
    .bad = "",
    .good = ""};

const RuleInfo reading_of_others{
    .code = "UI856",
    .name = "reading-of-other-files",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"ほかのファイルの読み方", "reading of other files"},
    .message = {"読み方のファイル「{file}」には、入力のどのファイルのことも書かれていません(書かれているのは "
                "{known})",
                "the reading file '{file}' is of none of the inputs (it is of {known})"},
    .why = {"別の調査の読み方では、列や文字を取りちがえます。",
            "With another survey's reading columns and text are mistaken."},
    .remedy = {"入力のファイルの名前を確かめるか、読み方を作り直してください。",
               "Check the names of the inputs, or make the reading anew."},
    .bad = "",
    .good = ""};

const RuleInfo reading_not_followed{
    .code = "UI857",
    .name = "reading-not-followed",
    .severity = Severity::warning,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"読み方のファイルとちがう", "reading not followed"},
    .message = {"読み方のファイルでは「{key}」は「{said}」ですが、「{used}」で読みました",
                "the reading file says {key} = '{said}', but '{used}' was used"},
    .why = {"オプションで別の指定があるか、ファイルの中身が変わったか、その決め方がありません。",
            "An option says otherwise, the survey has changed, or there is no such setting."},
    .remedy = {"どちらが正しいか確かめて、読み方のファイルかオプションを直してください。",
               "Find out which is right and correct the reading file or the option."},
    .bad = "",
    .good = ""};

namespace {

using Json = nlohmann::json;

class ReadingParser {
 public:
  explicit ReadingParser(std::string_view origin) : origin_(origin) {}

  std::vector<PinnedLayer> read(std::string_view text) const {
    const Json root = Json::parse(text, nullptr, false);
    if (root.is_discarded()) fail("JSONとして読めません", "it is not valid JSON");
    const auto layers = root.is_object() ? root.find("layers") : root.end();
    if (!root.is_object() || layers == root.end() || !layers->is_array() || layers->empty())
      fail("layers がありません(anzenmap info --json の結果ではありません)",
           "it has no 'layers' (it is not what `anzenmap info --json` prints)");
    std::vector<PinnedLayer> out;
    for (const Json& layer : *layers) out.push_back(read_layer(layer));
    return out;
  }

 private:
  [[noreturn]] void fail(const std::string& ja, const std::string& en) const {
    throw Error(reading_unusable, {{"file", std::string(origin_), {}}, {"reason", ja, en}},
                Error::Kind::usage);
  }

  std::string text(const Json& object, const char* key, bool needed) const {
    const auto found = object.is_object() ? object.find(key) : object.end();
    const bool missing = !object.is_object() || found == object.end() || found->is_null();
    if (missing && !needed) return {};
    if (missing || !found->is_string())
      fail(std::string("「") + key + "」が文字ではありません", std::string("'") + key + "' is not a string");
    return found->get<std::string>();
  }

  const Json& list(const Json& object, const char* key) const {
    static const Json kNone = Json::array();
    const auto found = object.find(key);
    if (found == object.end()) return kNone;
    if (!found->is_array())
      fail(std::string("「") + key + "」が一覧ではありません", std::string("'") + key + "' is not an array");
    return *found;
  }

  PinnedLayer read_layer(const Json& json) const {
    PinnedLayer layer;
    layer.file = text(json, "file", true);
    layer.sheet = text(json, "sheet", false);
    for (const Json& item : list(json, "reading")) {
      ReadingItem pinned;
      pinned.key = text(item, "key", true);
      const auto value = item.find("value");
      pinned.value =
          value != item.end() && value->is_number_integer() ? value->dump() : text(item, "value", true);
      check_number(pinned);
      layer.items.push_back(std::move(pinned));
    }
    for (const Json& column : list(json, "columns"))
      layer.columns.push_back(
          {text(column, "header", true), text(column, "field", false), text(column, "how", false)});
    return layer;
  }

  void check_number(const ReadingItem& item) const {
    if (item.key != "header_row") return;
    const bool digits = !item.value.empty() && item.value.size() < 10 &&
                        item.value.find_first_not_of("0123456789") == std::string::npos;
    if (!digits)
      fail("header_row の「" + item.value + "」が行の番号ではありません",
           "header_row '" + item.value + "' is not the number of a row");
  }

  std::string_view origin_;
};

void take(std::optional<std::string>& into, const std::string* value) {
  if (!into && value != nullptr) into = *value;
}

}  // namespace

const std::string* PinnedLayer::value(std::string_view key) const {
  for (const ReadingItem& item : items)
    if (item.key == key) return &item.value;
  return nullptr;
}

PinnedReading PinnedReading::parse(std::string_view json, std::string_view origin) {
  PinnedReading reading;
  reading.origin_ = origin;
  reading.layers_ = ReadingParser(origin).read(json);
  return reading;
}

PinnedReading::PinnedReading(const std::string& path) {
  std::string text;
  switch (read_small_file(path, text)) {
    case FileState::read:
      *this = parse(text, path);
      return;
    case FileState::missing:
      throw Error(reading_unusable,
                  {{"file", path, {}}, {"reason", "ファイルがありません", "there is no such file"}},
                  Error::Kind::usage);
    case FileState::unreadable:
      throw Error(reading_unusable, {{"file", path, {}}, {"reason", "読めません", "it cannot be read"}},
                  Error::Kind::usage);
  }
}

void PinnedReading::fit(std::span<const std::string> inputs) {
  if (layers_.empty()) return;
  const auto is_input = [&](const PinnedLayer& layer) {
    return std::any_of(inputs.begin(), inputs.end(),
                       [&](const std::string& path) { return file_name_of(path) == layer.file; });
  };
  if (std::any_of(layers_.begin(), layers_.end(), is_input)) return;
  std::string known;
  bool one_file = true;
  for (const PinnedLayer& layer : layers_) {
    if (known.find("「" + layer.file + "」") == std::string::npos) known += "「" + layer.file + "」";
    one_file = one_file && layer.file == layers_.front().file;
  }
  if (!one_file || inputs.size() != 1)
    throw Error(reading_of_others, {{"file", origin_, {}}, {"known", known, {}}}, Error::Kind::usage);
  for (PinnedLayer& layer : layers_) layer.file = file_name_of(inputs.front());
}

ReadOptions PinnedReading::apply(ReadOptions read, std::string_view file) const {
  for (const PinnedLayer& layer : layers_) {
    if (layer.file != file) continue;
    take(read.format, layer.value("format"));
    const std::string* row = layer.value("header_row");
    if (!layer.sheet.empty()) {
      if (read.sheet && *read.sheet != layer.sheet) continue;
      read.sheets.push_back({layer.sheet, row != nullptr ? std::optional(std::stoll(*row)) : std::nullopt});
      continue;
    }
    const bool table = !read.format || *read.format == "csv" || *read.format == "tsv";
    const bool mute =
        read.format && (*read.format == "shp" || *read.format == "mapinfo");  // bytes without a name
    if (table || mute) take(read.encoding, layer.value("encoding"));
    if (!table) continue;  // what else a file of this kind says is in its bytes
    take(read.separator, layer.value("separator"));
    if (!read.header_row && row != nullptr) read.header_row = std::stoll(*row);
  }
  return read;
}

const PinnedLayer* PinnedReading::find(const Layer& layer) const {
  for (const PinnedLayer& pinned : layers_)
    if (pinned.file == layer.file && pinned.sheet == layer.sheet) return &pinned;
  return nullptr;
}

std::vector<Diagnostic> PinnedReading::not_followed(std::span<const Layer> layers,
                                                    const SurveyMapping& mapping,
                                                    const Profile& profile) const {
  std::vector<Diagnostic> told;
  for (std::size_t i = 0; i < layers.size(); ++i) {
    const PinnedLayer* pinned = find(layers[i]);
    if (pinned == nullptr) continue;
    const auto tell = [&](const std::string& key, const std::string& said, const std::string& used) {
      Diagnostic& one = told.emplace_back(make_diagnostic(reading_not_followed));
      one.layer = static_cast<std::uint32_t>(i);
      one.arguments = {{"key", key, {}}, {"said", said, {}}, {"used", used, {}}};
    };
    for (const ReadingItem& item : pinned->items) {
      const ReadingItem* used = layers[i].reading.find(item.key);
      if (used == nullptr || used->value != item.value)
        tell(item.key, item.value, used == nullptr ? "-" : used->value);
    }
    for (const PinnedColumn& column : pinned->columns) {
      const auto& columns = mapping.layers[i].columns;
      const auto used = std::find_if(columns.begin(), columns.end(), [&](const auto& candidate) {
        return candidate.header == column.header;
      });
      std::string field = "-";
      if (used != columns.end() && used->profile_field >= 0)
        field = profile.fields[static_cast<std::size_t>(used->profile_field)].name;
      const std::string said = column.field.empty() ? "-" : column.field;
      if (used == columns.end() || field != said)
        tell(column.header, said, used == columns.end() ? "" : field);
    }
  }
  return told;
}

}  // namespace anzenmap::cli
