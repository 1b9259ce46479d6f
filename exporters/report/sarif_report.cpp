// SPDX-License-Identifier: Apache-2.0
#include "exporters/report/sarif_report.hpp"

#include <algorithm>
#include <cmath>

#include "exporters/report/finding_text.hpp"
#include "exporters/writing/json_escape.hpp"
#include "gis/base/number.hpp"

namespace anzenmap {
namespace {

constexpr std::string_view kSchema = "https://json.schemastore.org/sarif-2.1.0.json";

std::string_view level_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::info:
      break;
  }
  return "note";
}

void append_member(std::string& out, std::string_view key, std::string_view text) {
  if (out.back() != '{') out.push_back(',');
  out.append("\"").append(key).append("\":");
  append_json_string(out, text);
}

void append_message(std::string& out, std::string_view key, std::string_view text) {
  out.append(out.back() == '{' ? "\"" : ",\"").append(key).append("\":{");
  append_member(out, "text", text);
  out.push_back('}');
}

// A relative reference (RFC 3986): everything but unreserved characters is percent-encoded.
std::string uri_of(std::string_view file) {
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (const char byte : file) {
    const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                       (byte >= '0' && byte <= '9') ||
                       std::string_view("-._~").find(byte) != std::string_view::npos;
    if (plain) {
      out += byte;
    } else {
      const auto value = static_cast<unsigned char>(byte);
      out += {'%', kHex[value >> 4U], kHex[value & 0x0FU]};
    }
  }
  return out;
}

void append_location(std::string& out, const Diagnostic& diagnostic, const Layer& layer) {
  out.append(",\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{");
  append_member(out, "uri", uri_of(layer.file));
  out.push_back('}');
  const std::int64_t line = diagnostic.line > 0 ? diagnostic.line : diagnostic.row;
  if (line > 0) out.append(",\"region\":{\"startLine\":" + std::to_string(line) + '}');
  out.push_back('}');
  if (!diagnostic.column.empty() || !layer.sheet.empty()) {
    out.append(",\"logicalLocations\":[{");
    if (!diagnostic.column.empty()) append_member(out, "name", diagnostic.column);
    append_member(out, "fullyQualifiedName",
                  layer.sheet + (layer.sheet.empty() ? "" : "!") + diagnostic.column);
    append_member(out, "kind", "member");
    out.append("}]");
  }
  out.append("}]");
}

void append_properties(std::string& out, const Diagnostic& diagnostic) {
  std::string bag = "{";
  if (diagnostic.row > 0) bag.append("\"row\":" + std::to_string(diagnostic.row));
  if (!diagnostic.value.empty()) append_member(bag, "value", diagnostic.value);
  if (diagnostic.place && std::isfinite(diagnostic.place->lon) && std::isfinite(diagnostic.place->lat)) {
    char digits[kFixed7Bytes];
    bag.append(bag.back() == '{' ? "\"place\":[" : ",\"place\":[");
    bag.append(digits, write_fixed7(digits, diagnostic.place->lon)).append(",");
    bag.append(digits, write_fixed7(digits, diagnostic.place->lat)).append("]");
  }
  if (diagnostic.fix) {
    append_member(bag, "before", diagnostic.fix->before);
    append_member(bag, "after", diagnostic.fix->after);
  }
  if (bag.size() > 1) out.append(",\"properties\":").append(bag).append("}");
}

// SARIF wants identifiers in PascalCase: place-missing -> PlaceMissing.
std::string pascal_case(std::string_view name) {
  std::string out;
  bool start = true;
  for (const char byte : name) {
    if (byte != '-') out += start && byte >= 'a' && byte <= 'z' ? static_cast<char>(byte - 'a' + 'A') : byte;
    start = byte == '-';
  }
  return out;
}

void append_rule(std::string& out, const RuleInfo& rule, Language language) {
  out.append("{");
  append_member(out, "id", rule.code);
  append_member(out, "name", pascal_case(rule.name));
  append_message(out, "shortDescription", rule.title.in(language));
  append_message(out, "fullDescription", rule.why.in(language));
  append_message(out, "help", rule.remedy.in(language));
  out.append(",\"defaultConfiguration\":{");
  append_member(out, "level", level_of(rule.severity));
  out.append("}}");
}

}  // namespace

void SarifReport::begin(std::span<const Layer> /*layers*/) {
  first_ = true;
  rules_.clear();
  std::string head = "{";
  append_member(head, "$schema", kSchema);
  append_member(head, "version", "2.1.0");
  head.append(",\n\"runs\":[{");
  append_member(head, "language", language_ == Language::ja ? "ja-JP" : "en-US");
  append_member(head, "columnKind", "unicodeCodePoints");
  out_->write(head + ",\n\"results\":[");
}

void SarifReport::add(const Diagnostic& diagnostic, std::span<const Layer> layers) {
  auto found = std::find(rules_.begin(), rules_.end(), diagnostic.rule);
  if (found == rules_.end()) found = rules_.insert(rules_.end(), diagnostic.rule);
  line_.assign(first_ ? "\n{" : ",\n{");
  first_ = false;
  append_member(line_, "ruleId", diagnostic.rule->code);
  line_.append(",\"ruleIndex\":" + std::to_string(found - rules_.begin()));
  append_member(line_, "level", level_of(diagnostic.severity));
  const std::string where = where_text(diagnostic, layers, language_);
  append_message(line_, "message",
                 (where.empty() ? "" : where + ": ") + render_message(diagnostic, language_));
  if (diagnostic.layer < layers.size()) append_location(line_, diagnostic, layers[diagnostic.layer]);
  append_properties(line_, diagnostic);
  line_.push_back('}');
  out_->write(line_);
}

void SarifReport::finish(const Summary& summary) {
  std::string end = first_ ? "],\n" : "\n],\n";
  end.append("\"tool\":{\"driver\":{");
  append_member(end, "name", "Anzenmap");
  end.append(",\"rules\":[");
  for (const RuleInfo* rule : rules_) {
    end.append(rule == rules_.front() ? "\n" : ",\n");
    append_rule(end, *rule, language_);
  }
  end.append("]}},\n\"properties\":{\"read\":" + std::to_string(summary.counts.read));
  end.append(",\"written\":" + std::to_string(summary.counts.written));
  end.append(",\"rejected\":" + std::to_string(summary.counts.rejected));
  end.append(",\"merged\":" + std::to_string(summary.counts.merged) + "}}]}\n");
  out_->write(end);
  out_->flush();
}

}  // namespace anzenmap
