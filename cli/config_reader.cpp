// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <span>

#include "cli/config.hpp"
#include "cli/config_rules.hpp"
#include "cli/suggest.hpp"
#include "gis/base/error.hpp"
#include "gis/base/utf8.hpp"
#include "gis/files/file_reading.hpp"

namespace anzenmap::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kDeepest = 32;
constexpr std::string_view kBom = "\xEF\xBB\xBF";
constexpr const char* kText = "文字で書いてください";

constexpr std::string_view kRootMembers[] = {"$schema", "comment", "catalogue",
                                             "dataset", "names",   "waivers"};
constexpr std::string_view kCatalogueMembers[] = {"comment", "url", "organization", "datastore"};
constexpr std::string_view kDatasetMembers[] = {
    "comment", "title",     "description", "organization", "license", "tags",     "groups",
    "period",  "frequency", "sources",     "contributors", "version", "homepage", "extras"};
constexpr std::string_view kLicenseMembers[] = {"name", "title", "path"};
constexpr std::string_view kSourceMembers[] = {"title", "publisher", "path", "processed", "attribution"};
constexpr std::string_view kContributorMembers[] = {"title", "role", "email", "path", "organization"};
constexpr std::string_view kRoles[] = {"author", "maintainer", "publisher", "wrangler", "contributor"};
constexpr std::string_view kWaiverMembers[] = {"comment", "code", "reason", "column", "name"};

std::string lower(std::string text) {
  for (char& byte : text)
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
  return text;
}

/// Whether a member of this name or with this value is a secret: a token that CKAN made (a JSON Web Token),
/// or a URL with a password.
bool is_secret_name(const std::string& name) {
  const std::string word = lower(name);
  for (const std::string_view part : {"token", "api_key", "apikey", "api-key", "password", "passwd", "secret",
                                      "authorization", "credential"})
    if (word.find(part) != std::string::npos) return true;
  return word == "key";
}
bool is_secret_value(const std::string& value) {
  const bool web_token = value.starts_with("eyJ") && std::count(value.begin(), value.end(), '.') == 2;
  const std::size_t host = value.find("://");
  if (host == std::string::npos) return web_token;
  const std::string_view authority = std::string_view(value).substr(host + 3);
  const std::size_t at = authority.substr(0, authority.find_first_of("/?#")).find('@');
  return web_token || at != std::string_view::npos;
}

class ConfigReader {
 public:
  explicit ConfigReader(std::string path) : path_(std::move(path)) {}

  Config read() {
    const Json root = parse();
    refuse_secrets(root, "");
    Config config;
    config.path = path_;
    only(root, "", kRootMembers);
    if (const Json* catalogue = object(root, "", "catalogue")) read_catalogue(*catalogue, config);
    if (const Json* dataset = object(root, "", "dataset"))
      config.dataset = read_metadata(*dataset, "dataset", false);
    if (config.dataset.organization.empty()) config.dataset.organization = config.organization;
    if (const Json* names = object(root, "", "names"))
      for (const auto& [name, members] : names->items()) {
        const std::string place = "names." + name;
        if (!members.is_object()) refuse(place, "{ } で囲んで書いてください", "it must be an object");
        config.names.emplace(name, read_metadata(members, place, true));
      }
    read_waivers(root, config);
    return config;
  }

 private:
  [[noreturn]] void unreadable(std::string_view ja, std::string_view en) const {
    throw Error(config_unreadable, {{"path", path_, {}}, {"reason", std::string(ja), std::string(en)}},
                Error::Kind::usage);
  }
  [[noreturn]] void refuse(const std::string& place, std::string_view ja, std::string_view en) const {
    throw Error(config_member_unusable,
                {{"path", path_, {}}, {"member", place, {}}, {"wanted", std::string(ja), std::string(en)}},
                Error::Kind::usage);
  }

  static std::string joined(const std::string& place, const std::string& key) {
    return place.empty() ? key : place + '.' + key;
  }

  Json parse() const {
    std::string text;
    if (read_small_file(path_, text) != FileState::read) unreadable("開けません", "it cannot be opened");
    std::string_view body = text;
    if (body.starts_with(kBom)) body.remove_prefix(kBom.size());
    if (first_invalid_utf8(body) != std::string_view::npos)
      unreadable("文字の種類が UTF-8 ではありません", "it is not UTF-8");
    const auto check_depth = [&](int depth, Json::parse_event_t, Json&) {
      if (depth > kDeepest) unreadable("入れ子が深すぎます", "it is nested too deeply");
      return true;
    };
    Json root = Json::parse(body.begin(), body.end(), check_depth, false);
    if (!root.is_object()) unreadable("JSON の書き方が違います", "it is no JSON object");
    return root;
  }

  void refuse_secrets(const Json& value, const std::string& place) const {
    const auto secret = [&](const std::string& where) {
      throw Error(config_has_token, {{"path", path_, {}}, {"member", where, {}}}, Error::Kind::refused);
    };
    if (value.is_string() && is_secret_value(value.get_ref<const std::string&>())) secret(place);
    if (value.is_object())
      for (const auto& [key, member] : value.items()) {
        // A survey or an extra may be called anything; only their values are looked at.
        const bool free = place == "names" || place.ends_with("extras");
        if (!free && is_secret_name(key)) secret(joined(place, key));
        refuse_secrets(member, joined(place, key));
      }
    if (value.is_array())
      for (const Json& item : value) refuse_secrets(item, place);
  }

  void only(const Json& object, const std::string& place, std::span<const std::string_view> known,
            std::string_view also = {}) const {
    for (const auto& [key, member] : object.items()) {
      if (std::find(known.begin(), known.end(), key) != known.end() || (!also.empty() && key == also))
        continue;
      throw Error(
          config_member_unknown,
          {{"path", path_, {}}, {"member", joined(place, key), {}}, hint_argument(nearest(key, known))},
          Error::Kind::usage);
    }
  }

  const Json* member(const Json& object, const char* key) const {
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? nullptr : &*found;
  }

  const Json* object(const Json& from, const std::string& place, const char* key) const {
    const Json* value = member(from, key);
    if (value != nullptr && !value->is_object())
      refuse(joined(place, key), "{ } で囲んで書いてください", "it must be an object");
    return value;
  }

  std::string text(const Json& from, const std::string& place, const char* key) const {
    const Json* value = member(from, key);
    if (value == nullptr) return {};
    if (!value->is_string()) refuse(joined(place, key), kText, "it must be a text");
    return value->get<std::string>();
  }

  std::string text_or_number(const Json& from, const std::string& place, const char* key) const {
    const Json* value = member(from, key);
    return value != nullptr && value->is_number() ? value->dump() : text(from, place, key);
  }

  bool flag(const Json& from, const std::string& place, const char* key) const {
    const Json* value = member(from, key);
    if (value == nullptr) return false;
    if (!value->is_boolean())
      refuse(joined(place, key), "true か false で書いてください", "it must be true or false");
    return value->get<bool>();
  }

  std::vector<std::string> texts(const Json& from, const std::string& place, const char* key) const {
    std::vector<std::string> out;
    const Json* value = member(from, key);
    if (value == nullptr) return out;
    const bool texts = value->is_array() && std::all_of(value->begin(), value->end(),
                                                        [](const Json& item) { return item.is_string(); });
    if (!texts)
      refuse(joined(place, key), "[\"…\", \"…\"] のように並べて書いてください", "it must be a list of texts");
    for (const Json& item : *value) out.push_back(item.get<std::string>());
    return out;
  }

  const Json& list(const Json& from, const std::string& place, const char* key) const {
    static const Json kNothing = Json::array();
    const Json* value = member(from, key);
    if (value == nullptr) return kNothing;
    if (!value->is_array()) refuse(joined(place, key), "[ ] で囲んで並べてください", "it must be a list");
    return *value;
  }

  void read_catalogue(const Json& from, Config& config) const {
    only(from, "catalogue", kCatalogueMembers);
    config.url = text(from, "catalogue", "url");
    const bool web = config.url.starts_with("https://") || config.url.starts_with("http://");
    if (!config.url.empty() && !web)
      refuse("catalogue.url", "https:// で始まる URL を書いてください",
             "it must be a URL that starts with https://");
    config.organization = text(from, "catalogue", "organization");
    if (member(from, "datastore") != nullptr) config.datastore = flag(from, "catalogue", "datastore");
  }

  PackageMetadata read_metadata(const Json& from, const std::string& place, bool of_one_name) const {
    only(from, place, kDatasetMembers, of_one_name ? "dataset" : "");
    PackageMetadata out;
    if (of_one_name) out.dataset = text(from, place, "dataset");
    if (!out.dataset.empty() && !fits_as_dataset(out.dataset))
      refuse(place + ".dataset", "半角の小文字・数字・-・_ で 2〜100 文字です",
             "it must be 2 to 100 small letters, digits, - and _");
    out.title = text(from, place, "title");
    out.description = text(from, place, "description");
    out.version = text_or_number(from, place, "version");
    out.homepage = text(from, place, "homepage");
    out.organization = text(from, place, "organization");
    out.frequency = text(from, place, "frequency");
    out.tags = texts(from, place, "tags");
    out.groups = texts(from, place, "groups");
    read_license(from, place, out);
    read_period_member(from, place, out);
    for (const Json& source : list(from, place, "sources")) out.sources.push_back(read_source(source, place));
    for (const Json& one : list(from, place, "contributors"))
      out.contributors.push_back(read_contributor(one, place));
    if (const Json* extras = object(from, place, "extras"))
      for (const auto& [key, value] : extras->items()) {
        if (value.is_structured()) refuse(place + ".extras." + key, kText, "it must be a text");
        out.extras.emplace_back(key, value.is_string() ? value.get<std::string>() : value.dump());
      }
    check_title(place, out.title);
    return out;
  }

  // The year may come from another member, so any is good enough here.
  void check_title(const std::string& place, const std::string& title) const {
    if (!title.empty() && !filled_title(title, "", "2024-04-01"))
      refuse(place + ".title", "{ } に入れられるのは name と year だけです",
             "only {name} and {year} can be filled in");
  }

  void read_license(const Json& from, const std::string& place, PackageMetadata& out) const {
    const Json* license = member(from, "license");
    if (license == nullptr || license->is_string()) {
      out.license = text(from, place, "license");
      return;
    }
    if (!license->is_object()) refuse(place + ".license", kText, "it must be a text");
    const std::string inner = place + ".license";
    only(*license, inner, kLicenseMembers);
    out.license = text(*license, inner, "name");
    out.license_title = text(*license, inner, "title");
    out.license_path = text(*license, inner, "path");
    if (out.license.empty())
      refuse(inner + ".name", "ライセンスの番号を書いてください", "it must be the licence's id");
  }

  void read_period_member(const Json& from, const std::string& place, PackageMetadata& out) const {
    const std::string said = text_or_number(from, place, "period");
    if (said.empty()) return;
    const auto period = read_period(said);
    if (!period)
      refuse(place + ".period", "年度（2024）か、日から日まで（2024-04-01/2025-03-31）で書いてください",
             "it must be a school year (2024) or two days (2024-04-01/2025-03-31)");
    out.period_start = period->first;
    out.period_end = period->second;
  }

  // The sentence that Japanese terms of use ask for where data was changed: 「…」（…）を加工して作成.
  PackageSource read_source(const Json& from, const std::string& outer) const {
    const std::string place = outer + ".sources";
    if (from.is_string()) return {from.get<std::string>(), "", ""};
    if (!from.is_object()) refuse(place, kText, "it must be a text or an object");
    only(from, place, kSourceMembers);
    PackageSource out{text(from, place, "title"), text(from, place, "path"),
                      text(from, place, "attribution")};
    if (out.title.empty()) refuse(place + ".title", kText, "it must be a text");
    const std::string publisher = text(from, place, "publisher");
    const bool processed = flag(from, place, "processed");
    if (out.attribution.empty() && (processed || !publisher.empty())) {
      out.attribution = "「" + out.title + "」";
      if (!publisher.empty()) out.attribution += "（" + publisher + "）";
      if (!out.path.empty()) out.attribution += "（" + out.path + "）";
      if (processed) out.attribution += "を加工して作成";
    }
    return out;
  }

  PackageContributor read_contributor(const Json& from, const std::string& outer) const {
    const std::string place = outer + ".contributors";
    if (from.is_string()) return {from.get<std::string>(), "", "", "", ""};
    if (!from.is_object()) refuse(place, kText, "it must be a text or an object");
    only(from, place, kContributorMembers);
    PackageContributor out{text(from, place, "title"), text(from, place, "role"), text(from, place, "email"),
                           text(from, place, "path"), text(from, place, "organization")};
    if (out.title.empty()) refuse(place + ".title", kText, "it must be a text");
    if (!out.role.empty() && std::find(std::begin(kRoles), std::end(kRoles), out.role) == std::end(kRoles))
      refuse(place + ".role", "author, maintainer, publisher, wrangler, contributor のどれかです",
             "it must be author, maintainer, publisher, wrangler or contributor");
    return out;
  }

  void read_waivers(const Json& root, Config& config) const {
    for (const Json& from : list(root, "", "waivers")) {
      if (!from.is_object()) refuse("waivers", "{ } を並べて書いてください", "it must be a list of objects");
      only(from, "waivers", kWaiverMembers);
      Waiver waiver{text(from, "waivers", "code"), text(from, "waivers", "reason"),
                    text(from, "waivers", "column"), text(from, "waivers", "name")};
      if (waiver.code.empty())
        refuse("waivers.code", "指摘の番号を書いてください", "it must be a finding's code");
      if (waiver.reason.empty())
        refuse("waivers.reason", "認める理由を書いてください", "it must be the reason");
      config.waivers.push_back(std::move(waiver));
    }
  }

  std::string path_;
};

}  // namespace

Config read_config(const std::string& path) { return ConfigReader(path).read(); }

}  // namespace anzenmap::cli
