// SPDX-License-Identifier: Apache-2.0
#include "exporters/report/diagnostic_json.hpp"

#include <cmath>

#include "exporters/writing/json_escape.hpp"
#include "gis/base/number.hpp"

namespace anzenmap {
namespace {

void append_key(std::string& out, std::string_view key) {
  if (out.back() != '{') out.push_back(',');
  out.push_back('"');
  out.append(key).append("\":");
}

void append_text(std::string& out, std::string_view key, std::string_view text) {
  append_key(out, key);
  if (text.empty()) {
    out.append("null");
  } else {
    append_json_string(out, text);
  }
}

// Rows and lines count from 1.
void append_ordinal(std::string& out, std::string_view key, std::int64_t number) {
  append_key(out, key);
  out.append(number > 0 ? std::to_string(number) : "null");
}

void append_message(std::string& out, std::string_view ja, std::string_view en) {
  append_key(out, "message");
  out.append("{\"ja\":");
  append_json_string(out, ja);
  out.append(",\"en\":");
  append_json_string(out, en);
  out.push_back('}');
}

void append_fix(std::string& out, const std::optional<Fix>& fix) {
  append_key(out, "fix");
  if (!fix) {
    out.append("null");
    return;
  }
  out.append("{\"before\":");
  append_json_string(out, fix->before);
  out.append(",\"after\":");
  append_json_string(out, fix->after);
  out.append(",\"safety\":");
  append_json_string(out, name_of(fix->safety));
  out.push_back('}');
}

void append_place(std::string& out, const std::optional<LonLat>& place) {
  append_key(out, "place");
  if (!place || !std::isfinite(place->lon) || !std::isfinite(place->lat)) {
    out.append("null");
    return;
  }
  char digits[kFixed7Bytes];
  out.push_back('[');
  out.append(digits, write_fixed7(digits, place->lon));
  out.push_back(',');
  out.append(digits, write_fixed7(digits, place->lat));
  out.push_back(']');
}

void append_span(std::string& out, const std::optional<std::pair<int, int>>& span) {
  append_key(out, "span");
  if (!span) {
    out.append("null");
  } else {
    out.append("[").append(std::to_string(span->first));
    out.append(",").append(std::to_string(span->second)).append("]");
  }
}

void append_outputs(std::string& out, const Summary& summary) {
  append_key(out, "outputs");
  out.push_back('[');
  for (const OutputFile& file : summary.outputs) {
    if (out.back() != '[') out.push_back(',');
    out.append("{\"path\":");
    append_json_string(out, file.path);
    out.append(",\"format\":");
    append_json_string(out, file.format);
    out.append(",\"records\":" + std::to_string(file.records) + '}');
  }
  out.push_back(']');
}

}  // namespace

void append_diagnostic_json(std::string& out, const Diagnostic& diagnostic, std::span<const Layer> layers) {
  const Layer* layer = diagnostic.layer < layers.size() ? &layers[diagnostic.layer] : nullptr;
  out.push_back('{');
  append_text(out, "code", diagnostic.rule->code);
  append_text(out, "category", name_of(diagnostic.rule->category));
  append_text(out, "severity", name_of(diagnostic.severity));
  append_text(out, "file", layer == nullptr ? std::string_view() : layer->file);
  append_text(out, "sheet", layer == nullptr ? std::string_view() : layer->sheet);
  append_ordinal(out, "row", diagnostic.row);
  append_ordinal(out, "line", diagnostic.line);
  append_text(out, "column", diagnostic.column);
  append_text(out, "value", diagnostic.value);
  append_message(out, render_message(diagnostic, Language::ja), render_message(diagnostic, Language::en));
  append_fix(out, diagnostic.fix);
  append_place(out, diagnostic.place);
  append_text(out, "entity", diagnostic.entity);
  append_span(out, diagnostic.span);
  out.push_back('}');
}

void append_error_json(std::string& out, const Error* error) {
  if (error == nullptr) {
    out.append("null");
    return;
  }
  out.push_back('{');
  append_text(out, "code", error->code());
  append_message(out, error->message(Language::ja), error->message(Language::en));
  out.push_back('}');
}

void append_counts_json(std::string& out, const Counts& counts) {
  out.append("\"read\":" + std::to_string(counts.read));
  out.append(",\"written\":" + std::to_string(counts.written));
  out.append(",\"rejected\":" + std::to_string(counts.rejected));
  out.append(",\"merged\":" + std::to_string(counts.merged));
  out.append(",\"errors\":" + std::to_string(counts.errors));
  out.append(",\"warnings\":" + std::to_string(counts.warnings));
}

std::string summary_json(const Summary& summary, const Error* error) {
  std::string out = "{\"schema\":1,";
  append_counts_json(out, summary.counts);
  append_outputs(out, summary);
  append_key(out, "diagnostics");
  out.push_back('[');
  for (const Diagnostic& diagnostic : summary.diagnostics) {
    if (out.back() != '[') out.push_back(',');
    append_diagnostic_json(out, diagnostic, summary.layers);
  }
  out.push_back(']');
  append_key(out, "diagnostics_truncated");
  out.append(summary.diagnostics_truncated ? "true" : "false");
  append_key(out, "error");
  append_error_json(out, error);
  out.push_back('}');
  return out;
}

}  // namespace anzenmap
