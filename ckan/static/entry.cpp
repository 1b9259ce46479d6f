// SPDX-License-Identifier: Apache-2.0
#include "ckan/static/entry.hpp"

#include <utility>

#include "ckan/pull/address.hpp"
#include "ckan/pull/bounded_json.hpp"
#include "ckan/pull/outline.hpp"

namespace anzenmap::ckan {
namespace {

constexpr std::string_view kMapEnd = ".map.html";

// Anything else in a link could run a script.
std::string web_address(std::string url) {
  const bool web = url.starts_with("https://") || url.starts_with("http://");
  return web && url.find_first_of(" \t\r\n\"<>") == std::string::npos ? std::move(url) : std::string();
}

std::string either(std::string one, std::string other) {
  return one.empty() ? std::move(other) : std::move(one);
}

// Under the names that people and other catalogues give it.
std::string date_extra(const RemoteDataset& dataset, std::initializer_list<const char*> keys) {
  for (const char* key : keys) {
    std::string value = extra_of(dataset, key);
    if (date_form(value) != DateForm::none) return value;
  }
  return {};
}

EntryFile entry_file(const std::string& folder, const RemoteResource& resource, const PackagedFile& file) {
  EntryFile out;
  out.key = resource.key;
  out.title = either(text_member(resource.fields, "name"), file.path);
  out.description = text_member(resource.fields, "description");
  out.name = file.path;
  out.url = percent_encoded(folder + '/' + file.path);
  out.format = text_member(resource.fields, "format");
  out.media_type = either(text_member(resource.fields, "mimetype"), "application/octet-stream");
  out.bytes = file.bytes;
  out.sha256 = file.sha256;
  return out;
}

bool has_digits(std::string_view text, std::string_view pattern) {
  if (text.size() != pattern.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (pattern[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != pattern[i]) return false;
  return true;
}

bool has_time(std::string_view text) {
  constexpr std::string_view kSeconds = "0000-00-00T00:00:00";
  if (text.size() < kSeconds.size() || !has_digits(text.substr(0, kSeconds.size()), kSeconds)) return false;
  std::string_view rest = text.substr(kSeconds.size());
  if (rest.starts_with('.')) {
    rest.remove_prefix(1);
    while (!rest.empty() && rest.front() >= '0' && rest.front() <= '9') rest.remove_prefix(1);
  }
  return rest.empty() || rest == "Z" || has_digits(rest, "+00:00") || has_digits(rest, "-00:00");
}

}  // namespace

DateForm date_form(std::string_view text) {
  if (has_digits(text, "0000")) return DateForm::year;
  if (has_digits(text, "0000-00")) return DateForm::month;
  if (has_digits(text, "0000-00-00")) return DateForm::day;
  return has_time(text) ? DateForm::time : DateForm::none;
}

Entry entry_of(const RemoteDataset& dataset, const std::vector<PackagedFile>& files,
               const std::vector<std::string>& maps) {
  const Json& fields = dataset.fields;
  Entry out;
  out.name = dataset.name;
  out.title = either(text_member(fields, "title"), dataset.name);
  out.notes = text_member(fields, "notes");
  out.organization = organization_of(fields);
  out.license = text_member(fields, "license_id");
  out.license_title = either(text_member(fields, "license_title"), out.license);
  out.license_url = web_address(text_member(fields, "license_url"));
  out.version = text_member(fields, "version");
  out.homepage = web_address(text_member(fields, "url"));
  out.maintainer = either(text_member(fields, "maintainer"), text_member(fields, "author"));
  out.email = either(text_member(fields, "maintainer_email"), text_member(fields, "author_email"));
  out.attribution = extra_of(dataset, "出典");
  out.modified = date_extra(dataset, {"modified", "更新日", "最終更新日"});
  out.issued = date_extra(dataset, {"issued", "公開日"});
  out.start = extra_of(dataset, "temporal_start");
  out.end = extra_of(dataset, "temporal_end");
  out.frequency = extra_of(dataset, "frequency");
  out.tags = names_in(fields, "tags");
  out.box = box_of_geojson(extra_of(dataset, "spatial"));
  for (std::size_t i = 0; i < files.size(); ++i)
    if (!files[i].path.empty()) out.files.push_back(entry_file(dataset.name, dataset.resources[i], files[i]));
  for (const std::string& map : maps)
    out.maps.push_back(
        {map.substr(0, map.size() - kMapEnd.size()), percent_encoded(dataset.name + '/' + map)});
  return out;
}

}  // namespace anzenmap::ckan
