// SPDX-License-Identifier: Apache-2.0
#include "cli/view/survey_view.hpp"

#include "cli/json_text.hpp"
#include "cli/view/layout.hpp"
#include "cli/view/paint.hpp"
#include "cli/view/summary_view.hpp"
#include "exporters/report/diagnostic_json.hpp"
#include "gis/base/number.hpp"

namespace anzenmap::cli {
namespace {

constexpr std::size_t kFindingLimit = 20;

Text key_title(std::string_view key) {
  if (key == "format") return {"ファイルの形", "format"};
  if (key == "dialect") return {"書き出したもの", "dialect"};
  if (key == "main_document") return {"KMZの本体", "main document"};
  if (key == "encoding") return {"文字の種類", "encoding"};
  if (key == "separator") return {"区切り", "separator"};
  if (key == "header_row") return {"見出しの行", "header row"};
  if (key == "sheet") return {"シート", "sheet"};
  if (key == "crs") return {"座標の種類", "CRS"};
  if (key == "axis_order") return {"座標の並び", "axis order"};
  if (key == "columns") return {"列", "columns"};
  if (key == "columns_from") return {"列をさがした所", "columns from"};
  if (key == "root") return {"いちばん外側", "root"};
  if (key == "archive") return {"入っていたZIP", "ZIP file"};
  if (key == "place") return {"場所の列", "place from"};
  if (key == "source_id") return {"番号の列", "IDs from"};
  if (key == "hidden_columns") return {"かくれた列", "hidden columns"};
  return {key, key};
}

Text decider_title(DecidedBy by) {
  switch (by) {
    case DecidedBy::person:
      return {"人が決めた", "person"};
    case DecidedBy::profile:
      return {"種類が決めた", "profile"};
    case DecidedBy::file:
      return {"ファイルに書いてある", "file"};
    case DecidedBy::detected:
      return {"自動で見分けた", "detected"};
  }
  return {"", ""};
}

Text how_title(std::string_view how) {
  if (how == "exact") return {"同じ名前", "same name"};
  if (how == "normalised") return {"書き方だけ違う名前", "same name, written otherwise"};
  if (how == "alias") return {"別の言い方", "alias"};
  if (how == "pinned") return {"読み方のファイル", "the reading file"};
  if (how == "place") return {"場所(北・東の値)", "place (north, east)"};
  if (how == "form") return {"調査アプリの決まり", "the survey app's rule"};
  if (how == "part") return {"場所のほかの書き方", "part of the place"};
  if (how == "platform") return {"調査アプリの持ち主・端末", "the survey app's account or device"};
  if (how == "style") return {"地図の印や色", "how a map draws it"};
  if (how == "choice") return {"選ばれた答えの印", "mark of a chosen answer"};
  if (how == "bookkeeping") return {"調査アプリの管理用", "the survey app's own"};
  if (how == "repeated") return {"同じ意味の列が二つ", "second column of its kind"};
  return {"知らない列", "unknown"};
}

Text privacy_title(std::string_view privacy) {
  if (privacy == "public") return {"公開", "public"};
  if (privacy == "internal") return {"校内だけ", "internal"};
  if (privacy == "personal") return {"個人の情報（書き出さない）", "personal (never written)"};
  return {privacy, privacy};
}

std::string extent_text(const Box& box, Language language) {
  const auto number = [](double value) {
    char text[kFixed7Bytes];
    return std::string(text, write_fixed7(text, value));
  };
  if (language == Language::ja)
    return "西 " + number(box[0]) + "  南 " + number(box[1]) + "  東 " + number(box[2]) + "  北 " +
           number(box[3]);
  return number(box[0]) + ", " + number(box[1]) + ", " + number(box[2]) + ", " + number(box[3]) +
         " (west, south, east, north)";
}

void print_reading(const SurveyInfo::LayerInfo& info, Streams& streams) {
  const bool japanese = streams.language == Language::ja;
  Table table;
  for (const ReadingItem& item : info.layer.reading.items) {
    std::string why(streams.say(decider_title(item.by)));
    const std::string& evidence = japanese ? item.evidence_ja : item.evidence_en;
    if (!evidence.empty()) why += (japanese ? "： " : ": ") + printable(evidence);
    const std::string value = item.value == "\t" ? "tab" : printable(item.value);
    table.row({std::string(streams.say(key_title(item.key))), value, why});
  }
  table.row({japanese ? "記録" : "records", grouped(info.records)});
  if (info.extent) table.row({japanese ? "範囲" : "extent", extent_text(*info.extent, streams.language)});
  table.print(streams.out, 2, streams.width);
}

void print_columns(const SurveyInfo::LayerInfo& info, Streams& streams) {
  if (info.columns.empty()) return;
  streams.out << (streams.language == Language::ja ? "  列\n" : "  Columns\n");
  Table table;
  for (const SurveyInfo::Column& column : info.columns) {
    const std::string field = column.field.empty() ? "-" : printable(column.field);
    table.row({printable(column.header), "→ " + field, std::string(streams.say(how_title(column.how))),
               std::string(streams.say(privacy_title(column.privacy)))});
  }
  table.print(streams.out, 4, streams.width);
}

std::string reading_json(const Reading& reading) {
  JsonList items('[');
  for (const ReadingItem& item : reading.items)
    items.element(JsonList('{')
                      .member("key", json_string(item.key))
                      .member("value", json_string(item.value))
                      .member("decided_by", json_string(name_of(item.by)))
                      .member("evidence", json_text(item.evidence_ja, item.evidence_en))
                      .text());
  return items.text();
}

std::string columns_json(const std::vector<SurveyInfo::Column>& columns) {
  JsonList items('[');
  for (const SurveyInfo::Column& column : columns)
    items.element(JsonList('{')
                      .member("header", json_string(column.header))
                      .member("field", column.field.empty() ? "null" : json_string(column.field))
                      .member("how", json_string(column.how))
                      .member("privacy", json_string(column.privacy))
                      .text());
  return items.text();
}

std::string extent_json(const std::optional<Box>& box) {
  if (!box) return "null";
  JsonList numbers('[');
  for (const double number : *box) numbers.element(shortest(number));
  return numbers.text();
}

std::string layer_json(const SurveyInfo::LayerInfo& info) {
  const Layer& layer = info.layer;
  return JsonList('{')
      .member("file", json_string(layer.file))
      .member("sheet", layer.sheet.empty() ? "null" : json_string(layer.sheet))
      .member("header_row", layer.header_row > 0 ? std::to_string(layer.header_row) : "null")
      .member("crs", layer.crs.empty() ? "null" : json_string(layer.crs))
      .member("records", std::to_string(info.records))
      .member("extent", extent_json(info.extent))
      .member("reading", reading_json(layer.reading))
      .member("columns", columns_json(info.columns))
      .text();
}

std::vector<Layer> layers_of(const SurveyInfo& info) {
  std::vector<Layer> layers;
  for (const SurveyInfo::LayerInfo& one : info.layers) layers.push_back(one.layer);
  return layers;
}

}  // namespace

void print_survey(const SurveyInfo& info, Streams& streams) {
  const bool japanese = streams.language == Language::ja;
  bool first = true;
  for (const SurveyInfo::LayerInfo& one : info.layers) {
    if (!first) streams.out << '\n';
    first = false;
    std::string title = printable(one.layer.file);
    const std::string sheet = printable(one.layer.sheet);
    if (!sheet.empty()) title += japanese ? " シート「" + sheet + "」" : " sheet '" + sheet + "'";
    streams.out << painted(title, Colour::bold, streams) << '\n';
    if (streams.quiet) continue;
    print_reading(one, streams);
    print_columns(one, streams);
  }
  if (info.diagnostics.empty() || streams.quiet) return;
  streams.out << '\n';
  print_diagnostics(info.diagnostics, layers_of(info), kFindingLimit, streams);
}

std::string survey_json(const SurveyInfo& info) {
  JsonList layers('[');
  for (const SurveyInfo::LayerInfo& one : info.layers) layers.element(layer_json(one));
  const std::vector<Layer> plain = layers_of(info);
  std::string diagnostics = "[";
  for (const Diagnostic& found : info.diagnostics) {
    if (diagnostics.size() > 1) diagnostics += ',';
    append_diagnostic_json(diagnostics, found, plain);
  }
  diagnostics += ']';
  return JsonList('{')
      .member("schema", "1")
      .member("layers", layers.text())
      .member("diagnostics", diagnostics)
      .member("error", "null")
      .text();
}

}  // namespace anzenmap::cli
