// SPDX-License-Identifier: Apache-2.0
#include "exporters/web/map_page.hpp"

#include <algorithm>

#include "exporters/share/qr_code.hpp"
#include "exporters/web/page_text.hpp"
#include "exporters/web/web_parts.hpp"

namespace anzenmap {
namespace {

// Nothing but the page's own two scripts runs, nothing but tiles is fetched, and nothing is sent.
std::string security_policy(const TileSources& tiles) {
  std::string policy = "default-src 'none'; script-src '";
  policy.append(web_part_hash("leaflet.js")).append("' '").append(web_part_hash("map.js"));
  policy.append("'; style-src '").append(web_part_hash("map.css")).append("'; img-src data:");
  for (const std::string& origin : tiles.origins) policy.append(" ").append(origin);
  policy.append("; base-uri 'none'; form-action 'none'");
  return policy;
}

void append_key(std::string& out, std::string_view key) {
  if (out.back() != '{') out.push_back(',');
  out.append("\"").append(key).append("\":");
}

void append_text(std::string& out, std::string_view key, std::string_view text) {
  append_key(out, key);
  append_script_string(out, text);
}

bool has_looks(const Field& field) {
  return std::any_of(field.categories.begin(), field.categories.end(),
                     [](const CategoryLabel& label) { return !label.symbol.empty(); });
}

void append_categories(std::string& out, const Field& field) {
  append_key(out, "categories");
  out.push_back('[');
  for (const CategoryLabel& label : field.categories) {
    if (out.back() != '[') out.push_back(',');
    out.push_back('{');
    append_text(out, "label", label.label);
    append_text(out, "colour", label.colour);
    append_text(out, "symbol", label.symbol);
    out.push_back('}');
  }
  out.push_back(']');
}

void append_column(std::string& out, const SchemaField& field) {
  out.push_back('{');
  append_text(out, "name", field.name);
  append_key(out, "title");
  out.push_back('{');
  const Field* profile = field.profile_field;
  append_text(out, "ja", profile == nullptr ? field.name : profile->title_ja);
  append_text(out, "en", profile == nullptr ? field.name : profile->title_en);
  out.push_back('}');
  append_text(out, "key", profile == nullptr ? std::string_view() : std::string_view(profile->key));
  append_text(out, "role", name_of(field.role));
  append_text(out, "type", name_of(field.type));
  if (profile != nullptr && has_looks(*profile)) append_categories(out, *profile);
  out.push_back('}');
}

// The pictures of all categories that can occur. `icons` has a line for each picture: name, tab, paths as
// JSON.
void append_icons(std::string& out, const Schema& schema, std::span<const std::size_t> shown) {
  std::vector<std::string_view> wanted{"marker"};
  for (const std::size_t field : shown)
    if (const Field* profile = schema.fields[field].profile_field; profile != nullptr)
      for (const CategoryLabel& label : profile->categories) wanted.push_back(label.symbol);
  append_key(out, "icons");
  out.push_back('{');
  std::string_view icons = web_part("icons");
  while (!icons.empty()) {
    const std::size_t end = std::min(icons.find('\n'), icons.size());
    const std::string_view line = icons.substr(0, end);
    icons.remove_prefix(std::min(end + 1, icons.size()));
    const std::size_t tab = line.find('\t');
    const std::string_view name = line.substr(0, tab);
    if (std::find(wanted.begin(), wanted.end(), name) == wanted.end()) continue;
    append_key(out, name);
    out.append(line.substr(tab + 1));
  }
  out.push_back('}');
}

void append_qr(std::string& out, const std::string& url) {
  const QrCode code = make_qr_code(url);
  append_text(out, "url", url);
  append_key(out, "qr");
  out.append("{\"size\":" + std::to_string(code.size));
  append_text(out, "path", qr_path(code));
  out.push_back('}');
}

std::string survey_json(const MapSettings& settings, const Schema& schema, std::span<const std::size_t> shown,
                        Audience audience) {
  std::string out = "{\"version\":1";
  append_text(out, "title", settings.title);
  append_text(out, "name", settings.name);
  if (!settings.school.empty()) append_text(out, "school", settings.school);
  append_text(out, "language", settings.language == Language::ja ? "ja" : "en");
  append_key(out, "easy");
  out.append(settings.easy ? "true" : "false");
  if (settings.blank) append_text(out, "sheet", "blank");
  append_text(out, "audience", name_of(audience));
  if (!settings.credit.empty()) append_text(out, "credit", settings.credit);
  if (!settings.url.empty()) append_qr(out, settings.url);
  append_key(out, "columns");
  out.push_back('[');
  for (const std::size_t field : shown) {
    if (out.back() != '[') out.push_back(',');
    append_column(out, schema.fields[field]);
  }
  out.push_back(']');
  append_icons(out, schema, shown);
  append_key(out, "tiles");
  out.append(settings.tiles.json);
  if (!settings.boundary.empty()) {
    append_key(out, "boundary");
    out.append(settings.boundary);
  }
  append_text(out, "licences", web_part("licences"));
  out.push_back('}');
  return out;
}

void append_data(std::string& out, std::string_view id, std::string_view json) {
  out.append("<script type=\"application/json\" id=\"").append(id).append("\">");
  out.append(json).append("</script>\n");
}

}  // namespace

std::vector<std::size_t> shown_fields(const Schema& schema) {
  std::vector<std::size_t> shown;
  for (std::size_t field = 0; field < schema.fields.size(); ++field)
    if (schema.fields[field].privacy == Privacy::public_) shown.push_back(field);
  return shown;
}

std::string map_page_head(const MapSettings& settings) {
  std::string out = "<!DOCTYPE html>\n<html lang=\"";
  out.append(settings.language == Language::ja ? "ja" : "en");
  out.append(
      "\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"");
  out.append(security_policy(settings.tiles));
  out.append(
      "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"generator\" content=\"Anzenmap\">\n"
      "<title>");
  out.append(html_text(settings.title.empty() ? settings.name : settings.title))
      .append("</title>\n<style>")
      .append(web_part("map.css"));
  out.append("</style>\n</head>\n<body>\n").append(web_part("map.html"));
  out.append("<script type=\"application/json\" id=\"features\">[");
  return out;
}

std::string map_page_end(const MapSettings& settings, const Schema& schema,
                         std::span<const std::size_t> shown, Audience audience) {
  std::string out = "\n]</script>\n";
  append_data(out, "survey", survey_json(settings, schema, shown, audience));
  append_data(out, "words", web_part("words.json"));
  append_data(out, "glossary", web_part("glossary.json"));
  out.append("<script>").append(web_part("leaflet.js")).append("</script>\n<script>");
  out.append(web_part("map.js")).append("</script>\n</body>\n</html>\n");
  return out;
}

}  // namespace anzenmap
