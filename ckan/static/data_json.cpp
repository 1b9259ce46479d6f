// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <utility>

#include "ckan/pull/bounded_json.hpp"
#include "ckan/static/entry.hpp"

// Project Open Data (DCAT-US) 1.1, with two differences that docs/publishing.md names: addresses are relative
// to data.json, and what nobody said (a date, a contact) is left out.

namespace anzenmap::ckan {
namespace {

constexpr const char* kSchema = "https://project-open-data.cio.gov/v1.1/schema";
constexpr const char* kCatalogueId = "index.html#anzenmap-catalogue";

struct Repeating {
  std::string_view word;
  std::string_view interval;
};
constexpr std::array kFrequencies{
    Repeating{"DAILY", "R/P1D"},     Repeating{"WEEKLY", "R/P1W"},    Repeating{"MONTHLY", "R/P1M"},
    Repeating{"QUARTERLY", "R/P3M"}, Repeating{"BIENNIAL", "R/P2Y"},  Repeating{"ANNUAL", "R/P1Y"},
    Repeating{"ANNUAL_2", "R/P6M"},  Repeating{"IRREG", "irregular"}, Repeating{"CONT", "R/PT1S"},
    Repeating{"TRIENNIAL", "R/P3Y"},
};

Json object(const char* type) {
  Json out = Json::object();
  out["@type"] = type;
  return out;
}

std::string frequency(const std::string& text) {
  for (const Repeating& one : kFrequencies)
    if (text == one.word) return std::string(one.interval);
  return text;
}

std::string spatial(const Json& box) {
  std::string out;
  for (const Json& side : box) out += (out.empty() ? "" : ",") + side.dump();
  return out;
}

Json distribution(const EntryFile& file) {
  Json out = object("dcat:Distribution");
  out["title"] = file.title;
  if (!file.description.empty()) out["description"] = file.description;
  out["downloadURL"] = file.url;
  out["mediaType"] = file.media_type;
  if (!file.format.empty()) out["format"] = file.format;
  return out;
}

Json dataset(const Entry& entry) {
  Json out = object("dcat:Dataset");
  out["identifier"] = entry.name;
  out["title"] = entry.title;
  out["description"] = entry.notes.empty() ? entry.title : entry.notes;
  if (!entry.tags.empty()) out["keyword"] = entry.tags;
  if (!entry.modified.empty()) out["modified"] = entry.modified;
  if (!entry.issued.empty()) out["issued"] = entry.issued;
  if (!entry.organization.empty()) {
    out["publisher"] = object("org:Organization");
    out["publisher"]["name"] = entry.organization;
  }
  if (!entry.maintainer.empty() || !entry.email.empty()) {
    out["contactPoint"] = object("vcard:Contact");
    if (!entry.maintainer.empty()) out["contactPoint"]["fn"] = entry.maintainer;
    if (!entry.email.empty()) out["contactPoint"]["hasEmail"] = "mailto:" + entry.email;
  }
  out["accessLevel"] = "public";
  if (!entry.license.empty()) out["license"] = entry.license_url.empty() ? entry.license : entry.license_url;
  if (!entry.box.is_null()) out["spatial"] = spatial(entry.box);
  if (!entry.start.empty() && !entry.end.empty()) out["temporal"] = entry.start + '/' + entry.end;
  if (!entry.frequency.empty()) out["accrualPeriodicity"] = frequency(entry.frequency);
  if (!entry.homepage.empty()) out["landingPage"] = entry.homepage;
  Json& files = out["distribution"] = Json::array();
  for (const EntryFile& file : entry.files) files.push_back(distribution(file));
  return out;
}

}  // namespace

std::string data_json_text(const std::vector<Entry>& entries) {
  Json out = Json::object();
  out["@context"] = std::string(kSchema) + "/catalog.jsonld";
  out["@id"] = kCatalogueId;
  out["@type"] = "dcat:Catalog";
  out["conformsTo"] = kSchema;
  out["describedBy"] = std::string(kSchema) + "/catalog.json";
  Json& datasets = out["dataset"] = Json::array();
  for (const Entry& entry : entries) datasets.push_back(dataset(entry));
  return pretty_json(out);
}

bool is_data_json(std::string_view text) { return text_member(parse_bounded(text), "@id") == kCatalogueId; }

}  // namespace anzenmap::ckan
