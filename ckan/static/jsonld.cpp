// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <utility>

#include "ckan/pull/address.hpp"
#include "ckan/pull/bounded_json.hpp"
#include "ckan/static/entry.hpp"

namespace anzenmap::ckan {
namespace {

constexpr std::string_view kMediaTypes = "https://www.iana.org/assignments/media-types/";
constexpr std::string_view kFrequencies = "http://publications.europa.eu/resource/authority/frequency/";
// What marks the list as ours: no other catalogue names itself so.
constexpr const char* kCatalogueId = "index.html#anzenmap-catalogue";

Json object(const char* type) {
  Json out = Json::object();
  if (type != nullptr) out["@type"] = type;
  return out;
}

Json context() {
  Json out = Json::object();
  out["dcat"] = "http://www.w3.org/ns/dcat#";
  out["dcterms"] = "http://purl.org/dc/terms/";
  out["foaf"] = "http://xmlns.com/foaf/0.1/";
  out["geosparql"] = "http://www.opengis.net/ont/geosparql#";
  out["rdfs"] = "http://www.w3.org/2000/01/rdf-schema#";
  out["spdx"] = "http://spdx.org/rdf/terms#";
  out["vcard"] = "http://www.w3.org/2006/vcard/ns#";
  out["xsd"] = "http://www.w3.org/2001/XMLSchema#";
  return out;
}

Json typed(const char* type, std::string value) {
  Json out = object(type);
  out["@value"] = std::move(value);
  return out;
}

Json japanese(std::string value) {
  Json out = Json::object();
  out["@value"] = std::move(value);
  out["@language"] = "ja";
  return out;
}

Json reference(std::string id) {
  Json out = Json::object();
  out["@id"] = std::move(id);
  return out;
}

Json labelled(const char* type, std::string label) {
  Json out = object(type);
  out["rdfs:label"] = std::move(label);
  return out;
}

Json date(const std::string& text) {
  switch (date_form(text)) {
    case DateForm::year:
      return typed("xsd:gYear", text);
    case DateForm::month:
      return typed("xsd:gYearMonth", text);
    case DateForm::day:
      return typed("xsd:date", text);
    case DateForm::time:
      return typed("xsd:dateTime", text);
    case DateForm::none:
      break;
  }
  return text;
}

Json license(const Entry& entry) {
  if (!entry.license_url.empty()) return reference(entry.license_url);
  Json out = object("dcterms:LicenseDocument");
  out["dcterms:identifier"] = entry.license;
  out["dcterms:title"] = entry.license_title;
  return out;
}

Json publisher(const std::string& organization) {
  Json out = object("foaf:Agent");
  out["@id"] = "index.html#organization-" + percent_encoded(organization);
  out["foaf:name"] = organization;
  return out;
}

Json spatial(const Json& box) {
  const auto corner = [&](int lon, int lat) {
    return box[static_cast<std::size_t>(lon)].dump() + ' ' + box[static_cast<std::size_t>(lat)].dump();
  };
  std::string ring = "POLYGON((";
  ring +=
      corner(0, 1) + ", " + corner(2, 1) + ", " + corner(2, 3) + ", " + corner(0, 3) + ", " + corner(0, 1);
  ring += "))";
  Json out = object("dcterms:Location");
  out["dcat:bbox"] = typed("geosparql:wktLiteral", std::move(ring));
  return out;
}

Json temporal(const Entry& entry) {
  Json out = object("dcterms:PeriodOfTime");
  if (!entry.start.empty()) out["dcat:startDate"] = date(entry.start);
  if (!entry.end.empty()) out["dcat:endDate"] = date(entry.end);
  return out;
}

// Words of the EU's vocabulary are capitals; anything else is said as it is.
Json frequency(const std::string& text) {
  const bool listed = std::all_of(text.begin(), text.end(),
                                  [](char byte) { return (byte >= 'A' && byte <= 'Z') || byte == '_'; });
  if (listed) return reference(std::string(kFrequencies) + text);
  return labelled("dcterms:Frequency", text);
}

Json contact(const Entry& entry) {
  Json out = object("vcard:Kind");
  if (!entry.maintainer.empty()) out["vcard:fn"] = entry.maintainer;
  if (!entry.email.empty()) out["vcard:hasEmail"] = reference("mailto:" + percent_encoded(entry.email, "@+"));
  return out;
}

Json checksum(const std::string& sha256) {
  Json out = object("spdx:Checksum");
  out["spdx:algorithm"] = reference("spdx:checksumAlgorithm_sha256");
  out["spdx:checksumValue"] = typed("xsd:hexBinary", sha256);
  return out;
}

Json distribution(const Entry& entry, const EntryFile& file) {
  Json out = object("dcat:Distribution");
  out["@id"] = file.url + "#distribution";
  out["dcterms:title"] = japanese(file.title);
  if (!file.description.empty()) out["dcterms:description"] = japanese(file.description);
  out["dcat:accessURL"] = reference(file.url);
  out["dcat:downloadURL"] = reference(file.url);
  out["dcat:mediaType"] = reference(std::string(kMediaTypes) + percent_encoded(file.media_type, "+"));
  if (!file.format.empty()) out["dcterms:format"] = labelled("dcterms:MediaTypeOrExtent", file.format);
  out["dcat:byteSize"] = typed("xsd:nonNegativeInteger", std::to_string(file.bytes));
  out["spdx:checksum"] = checksum(file.sha256);
  if (!entry.license.empty()) out["dcterms:license"] = license(entry);
  return out;
}

Json dataset(const Entry& entry) {
  Json out = object("dcat:Dataset");
  out["@id"] = "index.html#" + entry.name;
  out["dcterms:identifier"] = entry.name;
  out["dcterms:title"] = japanese(entry.title);
  // DCAT-AP wants a description; a title is better than none.
  out["dcterms:description"] = japanese(entry.notes.empty() ? entry.title : entry.notes);
  if (!entry.organization.empty()) out["dcterms:publisher"] = publisher(entry.organization);
  if (!entry.license.empty()) out["dcterms:license"] = license(entry);
  if (!entry.tags.empty()) out["dcat:keyword"] = entry.tags;
  if (!entry.modified.empty()) out["dcterms:modified"] = date(entry.modified);
  if (!entry.issued.empty()) out["dcterms:issued"] = date(entry.issued);
  if (!entry.box.is_null()) out["dcterms:spatial"] = spatial(entry.box);
  if (!entry.start.empty() || !entry.end.empty()) out["dcterms:temporal"] = temporal(entry);
  if (!entry.frequency.empty()) out["dcterms:accrualPeriodicity"] = frequency(entry.frequency);
  if (!entry.version.empty()) out["dcat:version"] = entry.version;
  if (!entry.homepage.empty()) out["dcat:landingPage"] = reference(entry.homepage);
  if (!entry.maintainer.empty() || !entry.email.empty()) out["dcat:contactPoint"] = contact(entry);
  if (!entry.attribution.empty())
    out["dcterms:provenance"] = labelled("dcterms:ProvenanceStatement", entry.attribution);
  Json& maps = out["foaf:page"] = Json::array();
  for (const EntryMap& map : entry.maps) maps.push_back(reference(map.url));
  if (maps.empty()) out.erase("foaf:page");
  Json& files = out["dcat:distribution"] = Json::array();
  for (const EntryFile& file : entry.files) files.push_back(distribution(entry, file));
  return out;
}

}  // namespace

std::string jsonld_text(const std::vector<Entry>& entries) {
  Json out = Json::object();
  out["@context"] = context();
  out["@id"] = kCatalogueId;
  out["@type"] = "dcat:Catalog";
  out["dcterms:title"] = Json::array();
  out["dcterms:title"].push_back(japanese("データカタログ"));
  Json english = japanese("Data catalogue");
  english["@language"] = "en";
  out["dcterms:title"].push_back(english);
  out["dcterms:description"] = japanese("公開しているデータセットの一覧");
  std::vector<std::string> organizations;
  for (const Entry& entry : entries)
    if (!entry.organization.empty() &&
        std::find(organizations.begin(), organizations.end(), entry.organization) == organizations.end())
      organizations.push_back(entry.organization);
  // A catalogue has one publisher; where several share the folder, their datasets say whose they are.
  if (organizations.size() == 1) out["dcterms:publisher"] = publisher(organizations.front());
  Json& datasets = out["dcat:dataset"] = Json::array();
  for (const Entry& entry : entries) datasets.push_back(dataset(entry));
  return pretty_json(out);
}

bool is_jsonld(std::string_view text) { return text_member(parse_bounded(text), "@id") == kCatalogueId; }

}  // namespace anzenmap::ckan
