// SPDX-License-Identifier: Apache-2.0
#include "cli/config.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "cli/config_rules.hpp"
#include "cli/json_text.hpp"
#include "gis/base/error.hpp"
#include "gis/value/school_year.hpp"

namespace anzenmap::cli {
namespace {

bool is_file(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && !S_ISDIR(status.st_mode);
}

void prefer(std::string& into, const std::string& better) {
  if (!better.empty()) into = better;
}

template <class T>
void prefer(std::vector<T>& into, const std::vector<T>& better) {
  if (!better.empty()) into = better;
}

// A licence or a period is one thing: its parts are not mixed.
void prefer_whole(PackageMetadata& into, const PackageMetadata& better) {
  if (!better.license.empty()) {
    into.license = better.license;
    into.license_title = better.license_title;
    into.license_path = better.license_path;
  }
  if (!better.period_start.empty()) {
    into.period_start = better.period_start;
    into.period_end = better.period_end;
  }
}

void prefer_extras(PackageMetadata& into, const PackageMetadata& better) {
  for (const auto& extra : better.extras) {
    bool known = false;
    for (auto& old : into.extras)
      if (old.first == extra.first) {
        old.second = extra.second;
        known = true;
      }
    if (!known) into.extras.push_back(extra);
  }
}

std::string texts_json(const std::vector<std::string>& texts) {
  JsonList list('[');
  for (const std::string& text : texts) list.element(json_string(text));
  return list.text();
}

void put(JsonList& object, std::string_view key, const std::string& text) {
  if (!text.empty()) object.member(key, json_string(text));
}

std::string license_json(const PackageMetadata& metadata) {
  JsonList object('{');
  put(object, "name", metadata.license);
  put(object, "title", metadata.license_title);
  put(object, "path", metadata.license_path);
  return object.text();
}

std::string sources_json(const PackageMetadata& metadata) {
  JsonList list('[');
  for (const PackageSource& source : metadata.sources) {
    JsonList object('{');
    put(object, "title", source.title);
    put(object, "path", source.path);
    put(object, "attribution", source.attribution);
    list.element(object.text());
  }
  return list.text();
}

std::string contributors_json(const PackageMetadata& metadata) {
  JsonList list('[');
  for (const PackageContributor& contributor : metadata.contributors) {
    JsonList object('{');
    put(object, "title", contributor.title);
    put(object, "role", contributor.role);
    put(object, "email", contributor.email);
    put(object, "path", contributor.path);
    put(object, "organization", contributor.organization);
    list.element(object.text());
  }
  return list.text();
}

std::string extras_json(const PackageMetadata& metadata) {
  JsonList object('{');
  for (const auto& [key, value] : metadata.extras) object.member(key, json_string(value));
  return object.text();
}

}  // namespace

std::string find_config(const std::string& folder, const std::string& home) {
  for (std::string at = folder; !at.empty();) {
    std::string path = at + (at.ends_with('/') ? "" : "/") + std::string(kConfigFile);
    if (is_file(path)) return path;
    if (at == "/" || at == home) break;
    const std::size_t slash = at.rfind('/');
    if (slash == std::string::npos) break;
    at = slash == 0 ? "/" : at.substr(0, slash);
  }
  return {};
}

Config working_config() {
  std::error_code gone;
  const std::string folder = std::filesystem::current_path(gone).string();
  const char* home = std::getenv("HOME");
  const std::string path = find_config(folder, home == nullptr ? "" : home);
  if (path.empty()) return {};
  // As a person would say it from here.
  const bool here = path.substr(0, path.rfind('/')) == folder;
  return read_config(here ? std::string(kConfigFile) : path);
}

PackageMetadata metadata_for(const Config& config, std::string_view name, const PackageMetadata& said) {
  PackageMetadata out = config.dataset;
  if (const auto own = config.names.find(name); own != config.names.end()) {
    const PackageMetadata& better = own->second;
    prefer(out.dataset, better.dataset);
    prefer(out.title, better.title);
    prefer(out.description, better.description);
    prefer(out.version, better.version);
    prefer(out.homepage, better.homepage);
    prefer(out.frequency, better.frequency);
    prefer(out.organization, better.organization);
    prefer(out.sources, better.sources);
    prefer(out.contributors, better.contributors);
    prefer(out.groups, better.groups);
    prefer(out.tags, better.tags);
    prefer_whole(out, better);
    prefer_extras(out, better);
  }
  if (out.title.empty() || !said.title.empty()) return out;
  const std::string& start = said.period_start.empty() ? out.period_start : said.period_start;
  auto title = filled_title(out.title, name, start);
  if (!title)
    throw Error(config_member_unusable,
                {{"path", config.path, {}},
                 {"member", "title", {}},
                 {"wanted", "題に {year} を入れるには、period（調べた期間）も書いてください",
                  "{year} needs a period, too"}},
                Error::Kind::usage);
  out.title = std::move(*title);
  return out;
}

std::optional<std::string> filled_title(std::string_view pattern, std::string_view name,
                                        std::string_view period_start) {
  std::string out;
  while (true) {
    const std::size_t open = pattern.find('{');
    out += pattern.substr(0, open);
    if (open == std::string_view::npos) return out;
    const std::size_t close = pattern.find('}', open);
    if (close == std::string_view::npos) return std::nullopt;
    const std::string_view key = pattern.substr(open + 1, close - open - 1);
    const auto year = school_year_of(period_start);
    if (key == "name") {
      out += name;
    } else if (key == "year" && year) {
      out += std::to_string(*year);
    } else {
      return std::nullopt;
    }
    pattern.remove_prefix(close + 1);
  }
}

std::vector<MetadataMember> members_of(const PackageMetadata& metadata) {
  std::vector<MetadataMember> out;
  const auto text = [&](const char* name, const std::string& value) {
    if (!value.empty()) out.push_back({name, json_string(value)});
  };
  const auto json = [&](const char* name, bool said, std::string value) {
    if (said) out.push_back({name, std::move(value)});
  };
  text("dataset", metadata.dataset);
  text("title", metadata.title);
  text("description", metadata.description);
  text("organization", metadata.organization);
  json("license", !metadata.license.empty(), license_json(metadata));
  json("tags", !metadata.tags.empty(), texts_json(metadata.tags));
  json("groups", !metadata.groups.empty(), texts_json(metadata.groups));
  text("period", metadata.period_start.empty() ? "" : metadata.period_start + '/' + metadata.period_end);
  text("frequency", metadata.frequency);
  json("sources", !metadata.sources.empty(), sources_json(metadata));
  json("contributors", !metadata.contributors.empty(), contributors_json(metadata));
  text("version", metadata.version);
  text("homepage", metadata.homepage);
  json("extras", !metadata.extras.empty(), extras_json(metadata));
  return out;
}

bool fits_as_dataset(std::string_view name) {
  return name.size() >= 2 && name.size() <= 100 &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") == std::string_view::npos;
}

}  // namespace anzenmap::cli
