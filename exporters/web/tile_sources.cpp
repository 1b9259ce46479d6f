// SPDX-License-Identifier: Apache-2.0
#include "exporters/web/tile_sources.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "exporters/web/map_rules.hpp"
#include "exporters/web/page_text.hpp"
#include "exporters/web/web_parts.hpp"
#include "gis/base/error.hpp"

namespace anzenmap {
namespace {

using Json = nlohmann::ordered_json;

class Reader {
 public:
  explicit Reader(std::string_view path) : path_(path) {}

  TileSources read(std::string_view text) {
    const Json tree = Json::parse(text.begin(), text.end(), nullptr, false);
    if (!tree.is_object()) refuse("JSON ではありません", "it is no JSON object");
    TileSources sources;
    Json out = Json::object();
    for (const char* key : {"base", "overlays"}) {
      out[key] = Json::array();
      if (!tree.contains(key)) continue;
      if (!tree[key].is_array())
        refuse(std::string(key) + " が一覧ではありません", std::string(key) + " is no list");
      for (const Json& source : tree[key]) out[key].push_back(checked(source, sources.origins));
    }
    std::sort(sources.origins.begin(), sources.origins.end());
    sources.origins.erase(std::unique(sources.origins.begin(), sources.origins.end()), sources.origins.end());
    sources.json = script_json(out.dump());
    return sources;
  }

 private:
  [[noreturn]] void refuse(std::string ja, std::string en) const {
    throw Error(tiles_unusable, {{"path", std::string(path_), {}}, {"reason", std::move(ja), std::move(en)}},
                Error::Kind::usage);
  }

  Json checked(const Json& source, std::vector<std::string>& origins) const {
    const auto text = [&](const Json& object, const char* key) {
      const bool there = object.is_object() && object.contains(key) && object[key].is_string();
      return there ? object[key].get<std::string>() : std::string();
    };
    const std::string id = text(source, "id");
    if (id.empty()) refuse("id のない地図があります", "a map has no id");
    if (!source.contains("urls") || !source["urls"].is_array() || source["urls"].empty())
      refuse("「" + id + "」に urls がありません", "'" + id + "' has no urls");
    Json out = Json::object();
    out["id"] = id;
    for (const char* key : {"title", "attribution"}) {
      const Json words = source.contains(key) ? source[key] : Json::object();
      const std::string ja = words.is_string() ? words.get<std::string>() : text(words, "ja");
      const std::string en = words.is_string() ? ja : text(words, "en");
      out[key] = Json::object();
      out[key]["ja"] = ja.empty() ? (key == std::string_view("title") ? id : "") : ja;
      out[key]["en"] = en.empty() ? out[key]["ja"].get<std::string>() : en;
    }
    out["urls"] = Json::array();
    for (const Json& url : source["urls"]) {
      const std::string address = url.is_string() ? url.get<std::string>() : std::string();
      origins.push_back(origin_of(id, address));
      out["urls"].push_back(address);
    }
    out["minZoom"] = zoom(source, "minZoom", 0);
    out["maxZoom"] = zoom(source, "maxZoom", 18);
    const std::string link = text(source, "link");
    if (!link.empty()) out["link"] = link;
    return out;
  }

  static int zoom(const Json& source, const char* key, int otherwise) {
    if (!source.contains(key) || !source[key].is_number_integer()) return otherwise;
    return static_cast<int>(std::clamp<std::int64_t>(source[key].get<std::int64_t>(), 0, 24));
  }

  // Scheme, host and port: they go into the page's security policy, so nothing else may hide in them.
  [[nodiscard]] std::string origin_of(const std::string& id, const std::string& url) const {
    std::size_t start = 0;
    for (const std::string_view scheme : {"https://", "http://"})
      if (url.starts_with(scheme)) start = scheme.size();
    const std::size_t end = std::min(url.find('/', start), url.size());
    const std::string_view host = std::string_view(url).substr(start, end - start);
    constexpr std::string_view kAllowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:";
    const bool complete = url.find("{z}") != std::string::npos && url.find("{x}") != std::string::npos &&
                          url.find("{y}") != std::string::npos;
    if (start == 0 || host.empty() || host.find_first_not_of(kAllowed) != std::string_view::npos || !complete)
      refuse("「" + id + "」の urls は https://…/{z}/{x}/{y}.png の形で書きます",
             "the urls of '" + id + "' must look like https://.../{z}/{x}/{y}.png");
    return url.substr(0, end);
  }

  std::string_view path_;
};

}  // namespace

TileSources read_tile_sources(std::string_view json, std::string_view path) {
  if (json.substr(0, 3) == "\xEF\xBB\xBF") json.remove_prefix(3);
  return Reader(path).read(json);
}

TileSources builtin_tile_sources() { return read_tile_sources(web_part("tiles.json"), "tiles.json"); }

}  // namespace anzenmap
