// SPDX-License-Identifier: Apache-2.0
#include "importers/geojson/record_faults.hpp"

namespace anzenmap {
namespace {

constexpr std::size_t kLongest = 80;

/// At most kLongest bytes of a UTF-8 text, whole characters.
std::string shortened(std::string_view text) {
  if (text == "{" || text == "[")
    return text == "{" ? "{…}" : "[…]";  // the first token of an object or array
  if (text.size() <= kLongest) return std::string(text);
  std::size_t size = kLongest;
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
  return std::string(text.substr(0, size)) + "…";
}

}  // namespace

Diagnostic& RecordFaults::tell(const RuleInfo& rule, std::int64_t line, std::string path,
                               std::string_view value) {
  Diagnostic& told = batch_->diagnostics.emplace_back(make_diagnostic(rule));
  told.layer = batch_->layer;
  told.record = static_cast<std::int64_t>(record_);
  told.row = row_;
  told.line = line;
  told.column = std::move(path);
  told.value = shortened(value);
  return told;
}

Argument type_found(std::string_view type) {
  if (type.empty()) return {"found", "typeがありません", "there is no type"};
  return {"found", "今は「" + shortened(type) + "」", "it is '" + shortened(type) + "'"};
}

std::string RecordFaults::path(std::string_view member) const {
  std::string path;
  if (root_ == GeoJsonRoot::collection) path = "features[" + std::to_string(row_ - 1) + "]";
  if (!member.empty() && root_ != GeoJsonRoot::geometry) {
    if (!path.empty()) path += '.';
    path += member;
  }
  return path;
}

}  // namespace anzenmap
