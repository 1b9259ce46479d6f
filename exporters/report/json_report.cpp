// SPDX-License-Identifier: Apache-2.0
#include "exporters/report/json_report.hpp"

#include "exporters/report/diagnostic_json.hpp"
#include "exporters/writing/json_escape.hpp"
#include "gis/base/number.hpp"

namespace anzenmap {
namespace {

void append_member(std::string& out, std::string_view key, std::string_view text) {
  out.append("\"").append(key).append("\":");
  append_json_string(out, text);
}

void append_item(std::string& out, const ReadingItem& item) {
  out.push_back('{');
  append_member(out, "key", item.key);
  out.push_back(',');
  append_member(out, "value", item.value);
  out.push_back(',');
  append_member(out, "decided_by", name_of(item.by));
  out.append(",\"evidence\":{");
  append_member(out, "ja", item.evidence_ja);
  out.push_back(',');
  append_member(out, "en", item.evidence_en);
  out.append("}}");
}

void append_reading(std::string& out, const Layer& layer) {
  out.push_back('{');
  append_member(out, "file", layer.file);
  out.append(",\"sheet\":");
  if (layer.sheet.empty()) {
    out.append("null");
  } else {
    append_json_string(out, layer.sheet);
  }
  out.append(",\"items\":[");
  for (const ReadingItem& item : layer.reading.items) {
    if (&item != &layer.reading.items.front()) out.push_back(',');
    append_item(out, item);
  }
  out.append("]}");
}

void append_output(std::string& out, const OutputFile& file) {
  out.push_back('{');
  append_member(out, "path", file.name);
  out.push_back(',');
  append_member(out, "format", file.format);
  out.append(",\"records\":" + std::to_string(file.records) + '}');
}

template <class Items, class Append>
void append_lines(std::string& out, std::string_view key, const Items& items, Append&& append) {
  out.append(",\n\"").append(key).append("\":[");
  const char* separator = "\n";
  for (const auto& item : items) {
    out.append(separator);
    append(out, item);
    separator = ",\n";
  }
  out.append(items.empty() ? "]" : "\n]");
}

}  // namespace

void JsonReport::begin(std::span<const Layer> /*layers*/) {
  first_ = true;
  out_->write("{\"schema\":1,\n\"diagnostics\":[");
}

void JsonReport::add(const Diagnostic& diagnostic, std::span<const Layer> layers) {
  line_.assign(first_ ? "\n" : ",\n");
  append_diagnostic_json(line_, diagnostic, layers);
  out_->write(line_);
  first_ = false;
}

void JsonReport::finish(const Summary& summary) {
  std::string end = first_ ? "],\n" : "\n],\n";
  end.append("\"diagnostics_truncated\":false,\n");
  append_counts_json(end, summary.counts);
  end.append(",\n");
  append_member(end, "profile", summary.profile_name);
  end.push_back(',');
  append_member(end, "audience", name_of(summary.audience));
  end.append(",\"crs_operation\":");
  if (summary.crs_operation.empty()) {
    end.append("null");
  } else {
    append_json_string(end, summary.crs_operation);
  }
  if (summary.crs_accuracy_m) end.append(",\"crs_accuracy_m\":").append(shortest(*summary.crs_accuracy_m));
  append_lines(end, "readings", summary.layers, append_reading);
  append_lines(end, "outputs", summary.outputs, append_output);
  end.append(",\n\"error\":null}\n");
  out_->write(end);
  out_->flush();
}

}  // namespace anzenmap
