// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "ckan/dataset_members.hpp"

namespace anzenmap::ckan {
namespace {

constexpr const char* kAttributionKey = "出典";

void take(std::string& into, std::string value) {
  if (!value.empty()) into = std::move(value);
}

void add_new(std::vector<std::string>& into, const std::vector<std::string>& more) {
  for (const std::string& one : more)
    if (!one.empty() && std::find(into.begin(), into.end(), one) == into.end()) into.push_back(one);
}

void read_license(const Members& package, Dataset& dataset) {
  // Data Package v1: `licenses`; some packages still carry the older `license`.
  const std::vector<Members> licenses = package.objects("licenses");
  if (!licenses.empty()) {
    dataset.license = licenses.front().text("name");
    dataset.license_title = licenses.front().text("title");
    dataset.license_url = licenses.front().text("path");
  } else if (package.has("license")) {
    dataset.license = package.text("license");
  }
}

// Data Package v1: somebody without a role is a contributor, and the first one is whom people ask.
void read_contributors(const Members& package, Dataset& dataset) {
  const std::vector<Members> people = package.objects("contributors");
  const Members* author = nullptr;
  const Members* maintainer = nullptr;
  for (const Members& person : people) {
    const std::string role = person.text("role");
    const bool better = author == nullptr || (role == "author" && author->text("role") != "author");
    if (role == "maintainer") {
      if (maintainer == nullptr) maintainer = &person;
    } else if (better && role != "publisher" && role != "wrangler") {
      author = &person;
    }
  }
  if (author != nullptr) {
    dataset.author = author->text("title");
    dataset.author_email = author->text("email");
  }
  if (maintainer != nullptr) {
    dataset.maintainer = maintainer->text("title");
    dataset.maintainer_email = maintainer->text("email");
  }
}

void read_sources(const Members& package, Dataset& dataset) {
  for (const Members& source : package.objects("sources")) {
    Source one{source.text("title"), source.text("path"), source.text("attribution")};
    if (one.title.empty()) one.title = source.text("name");
    dataset.sources.push_back(std::move(one));
  }
}

void read_extents(const Members& package, Dataset& dataset) {
  const Members spatial = package.object("spatial");
  const std::vector<double> box = spatial.numbers("bbox");
  if (!box.empty()) {
    const bool usable = box.size() == 4 && box[0] >= -180 && box[2] <= 180 && box[1] >= -90 && box[3] <= 90 &&
                        box[0] <= box[2] && box[1] <= box[3];
    if (!usable)
      spatial.refuse("bbox", "西, 南, 東, 北 の四つの数（度）", "west, south, east, north in degrees");
    dataset.bbox = box;
  }
  const Members temporal = package.object("temporal");
  if (temporal.has("start") || temporal.has("end"))
    dataset.temporal = {temporal.scalar("start"), temporal.scalar("end")};
  dataset.frequency = package.text("frequency");
  if (dataset.frequency.empty()) dataset.frequency = package.text("accrualPeriodicity");
}

// What only CKAN has, or has in its own words; it wins over the general members.
void read_ckan_member(const Members& ckan, Dataset& dataset) {
  take(dataset.name, ckan.text("name"));
  take(dataset.title, ckan.text("title"));
  take(dataset.notes, ckan.text("notes"));
  take(dataset.organization, ckan.text("organization"));
  take(dataset.license, ckan.text("license_id"));
  take(dataset.version, ckan.scalar("version"));
  take(dataset.homepage, ckan.text("url"));
  take(dataset.author, ckan.text("author"));
  take(dataset.author_email, ckan.text("author_email"));
  take(dataset.maintainer, ckan.text("maintainer"));
  take(dataset.maintainer_email, ckan.text("maintainer_email"));
  add_new(dataset.tags, ckan.texts("tags"));
  add_new(dataset.groups, ckan.texts("groups"));
  dataset.extras = ckan.extras("extras");
}

bool has_extra(const Dataset& dataset, std::string_view key) {
  return std::any_of(dataset.extras.begin(), dataset.extras.end(),
                     [&](const Extra& extra) { return extra.key == key; });
}

void add_extra(Dataset& dataset, const char* key, std::string value) {
  if (!value.empty() && !has_extra(dataset, key)) dataset.extras.push_back({key, std::move(value)});
}

// The outline that ckanext-spatial and ckanext-dcat read from the extra `spatial`.
std::string outline(const std::vector<double>& box) {
  Json ring = Json::array();
  const auto corner = [&](double lon, double lat) { ring.push_back(Json::array({lon, lat})); };
  corner(box[0], box[1]);
  corner(box[2], box[1]);
  corner(box[2], box[3]);
  corner(box[0], box[3]);
  corner(box[0], box[1]);
  Json polygon = Json::object();
  polygon["type"] = "Polygon";
  polygon["coordinates"] = Json::array();
  polygon["coordinates"].push_back(std::move(ring));
  return polygon.dump();
}

std::string attribution(const std::vector<Source>& sources) {
  std::string out;
  for (const Source& source : sources) {
    const std::string& words = source.attribution.empty() ? source.title : source.attribution;
    if (!out.empty()) out += '\n';
    out += words;
    if (!source.url.empty() && words.find(source.url) == std::string::npos)
      out += words.empty() ? source.url : " (" + source.url + ")";
  }
  return out;
}

void add_extras_of_members(Dataset& dataset) {
  if (dataset.bbox) add_extra(dataset, "spatial", outline(*dataset.bbox));
  if (dataset.temporal) {
    add_extra(dataset, "temporal_start", dataset.temporal->first);
    add_extra(dataset, "temporal_end", dataset.temporal->second);
  }
  add_extra(dataset, "frequency", dataset.frequency);
  add_extra(dataset, kAttributionKey, attribution(dataset.sources));
}

}  // namespace

void read_metadata(const Members& package, Dataset& dataset) {
  dataset.title = package.text("title");
  dataset.notes = package.text("description");
  dataset.version = package.scalar("version");
  dataset.homepage = package.text("homepage");
  add_new(dataset.tags, package.texts("keywords"));
  read_license(package, dataset);
  read_contributors(package, dataset);
  read_sources(package, dataset);
  read_extents(package, dataset);
  read_ckan_member(package.object("ckan"), dataset);
  add_extras_of_members(dataset);
}

}  // namespace anzenmap::ckan
