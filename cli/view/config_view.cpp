// SPDX-License-Identifier: Apache-2.0
#include "cli/view/config_view.hpp"

#include <nlohmann/json.hpp>

#include "cli/json_text.hpp"
#include "cli/view/layout.hpp"

namespace anzenmap::cli {
namespace {

using Origin = ShownSetting::Origin;

constexpr const char* kMembers[] = {"dataset",      "title",   "description", "organization", "license",
                                    "tags",         "groups",  "period",      "frequency",    "sources",
                                    "contributors", "version", "homepage",    "extras"};

std::string json_of(const std::vector<MetadataMember>& members, std::string_view name) {
  for (const MetadataMember& member : members)
    if (member.name == name) return member.json;
  return {};
}

/// Members that are one value, and where in the file they would stand.
class Finder {
 public:
  Finder(const Config& config, const std::string& name, const PackageMetadata& said)
      : config_(config),
        name_(name),
        said_(members_of(said)),
        all_(members_of(config.dataset)),
        used_(members_of(name.empty() ? config.dataset : metadata_for(config, name, said))) {
    if (const auto own = config.names.find(name); own != config.names.end()) own_ = members_of(own->second);
  }

  [[nodiscard]] ShownSetting find(const std::string& member) const {
    const std::string shown = member == "dataset" ? member : "dataset." + member;
    if (std::string json = json_of(said_, member); !json.empty()) return {shown, json, Origin::option, {}};
    const std::string used = json_of(used_, member);
    if (!json_of(own_, member).empty()) return {shown, used, Origin::file, "names." + name_ + '.' + member};
    if (!json_of(all_, member).empty()) return {shown, used, Origin::file, place_in_file(member)};
    return {shown, standard(member), Origin::standard, {}};
  }

 private:
  [[nodiscard]] std::string place_in_file(const std::string& member) const {
    const bool of_catalogue = member == "organization" && !config_.organization.empty() &&
                              config_.organization == config_.dataset.organization;
    return (of_catalogue ? "catalogue." : "dataset.") + member;
  }

  [[nodiscard]] std::string standard(const std::string& member) const {
    const bool named =
        !name_.empty() && (member == "title" || (member == "dataset" && fits_as_dataset(name_)));
    return named ? json_string(name_) : "null";
  }

  const Config& config_;
  const std::string& name_;
  std::vector<MetadataMember> said_;
  std::vector<MetadataMember> own_;
  std::vector<MetadataMember> all_;
  std::vector<MetadataMember> used_;
};

std::string_view name_of(Origin origin) {
  switch (origin) {
    case Origin::option:
      return "option";
    case Origin::file:
      return "file";
    case Origin::standard:
      return "default";
  }
  return "";
}

std::string origin_text(const ShownSetting& setting, Language language) {
  const bool japanese = language == Language::ja;
  switch (setting.origin) {
    case Origin::option:
      return japanese ? "オプション" : "option";
    case Origin::file:
      return printable(setting.member);
    case Origin::standard:
      return japanese ? "決まりの値" : "default";
  }
  return "";
}

using Json = nlohmann::ordered_json;

// What a person looks for in a source, a contributor or a licence.
std::string words_of(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_object())
    for (const char* key : {"attribution", "name", "title"})
      if (value.contains(key)) return words_of(value[key]);
  return value.dump();
}

std::string value_text(const std::string& json, Language language) {
  const Json value = Json::parse(json);
  if (value.is_null()) return "-";
  if (!value.is_array()) return printable(words_of(value));
  std::string out;
  for (const Json& item : value)
    out += (out.empty() ? "" : language == Language::ja ? "、" : ", ") + printable(words_of(item));
  return out;
}

}  // namespace

std::vector<ShownSetting> shown_settings(const Config& config, const std::string& name,
                                         const PackageMetadata& said) {
  std::vector<ShownSetting> out;
  const bool url = !config.url.empty();
  out.push_back({"catalogue.url", url ? json_string(config.url) : "null",
                 url ? Origin::file : Origin::standard, url ? "catalogue.url" : ""});
  out.push_back({"catalogue.datastore", config.datastore.value_or(false) ? "true" : "false",
                 config.datastore ? Origin::file : Origin::standard,
                 config.datastore ? "catalogue.datastore" : ""});
  const Finder finder(config, name, said);
  for (const char* member : kMembers) out.push_back(finder.find(member));
  return out;
}

void print_config(const Config& config, std::span<const ShownSetting> settings, Streams& streams) {
  const bool japanese = streams.language == Language::ja;
  if (config.path.empty()) {
    streams.out << (japanese
                        ? "設定のファイル： なし（anzenmap.json をこのフォルダーから上へさがしました）\n\n"
                        : "settings file: none (there is no anzenmap.json here or in a folder above)\n\n");
  } else {
    streams.out << (japanese ? "設定のファイル： " : "settings file: ") << printable(config.path) << "\n\n";
  }
  Table table;
  for (const ShownSetting& setting : settings)
    table.row(
        {setting.name, origin_text(setting, streams.language), value_text(setting.json, streams.language)});
  table.print(streams.out, 0, streams.width);
}

std::string config_json(const Config& config, const std::string& name,
                        std::span<const ShownSetting> settings) {
  JsonList values('[');
  for (const ShownSetting& setting : settings) {
    const bool file = setting.origin == Origin::file;
    values.element(JsonList('{')
                       .member("name", json_string(setting.name))
                       .member("value", setting.json)
                       .member("origin", json_string(name_of(setting.origin)))
                       .member("path", file ? json_string(config.path) : "null")
                       .member("member", file ? json_string(setting.member) : "null")
                       .text());
  }
  return JsonList('{')
      .member("schema", "1")
      .member("path", config.path.empty() ? "null" : json_string(config.path))
      .member("name", name.empty() ? "null" : json_string(name))
      .member("settings", values.text())
      .member("error", "null")
      .text();
}

}  // namespace anzenmap::cli
