// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include <algorithm>

#include "cli/command.hpp"
#include "cli/view/layout.hpp"
#include "exporters/data_package.hpp"
#include "exporters/share/qr_code.hpp"
#include "exporters/share/share_message.hpp"
#include "exporters/writing/json_escape.hpp"
#include "gis/files/output_set.hpp"

namespace anzenmap::cli {
namespace {

struct ShareSettings {
  std::string folder;
  std::string url;
  std::string output;
  std::string picture;
};

constexpr int kPixelsPerModule = 12;

std::vector<Option> options(ShareSettings& settings) {
  return {
      {.name = "DIR",
       .target = &settings.folder,
       .help = {"convert が書き出したフォルダー（datapackage.json がある）",
                "folder that convert wrote: it has a datapackage.json"},
       .completes = Completes::folder,
       .positional = true,
       .required = true},
      {.name = "url",
       .target = &settings.url,
       .help = {"地図やデータを公開しているアドレス", "where the map or the data is published"},
       .group = OptionGroup::writing,
       .metavar = "URL",
       .required = true},
      {.name = "picture",
       .target = &settings.picture,
       .help = {"LINE のメッセージにのせる地図の絵のアドレス（https）",
                "https address of a picture of the map, for the LINE message"},
       .group = OptionGroup::writing,
       .metavar = "URL"},
      {.name = "output",
       .short_name = 'o',
       .target = &settings.output,
       .help = {"書き出す先のフォルダー。書かなければ DIR の中の share",
                "folder to write to; else share inside DIR"},
       .group = OptionGroup::writing,
       .metavar = "DIR",
       .completes = Completes::folder},
  };
}

// Only what a phone opens: the address goes onto posters.
void check_address(const std::string& url, bool https_only) {
  const bool known = url.starts_with("https://") || (!https_only && url.starts_with("http://"));
  const bool plain = url.find_first_of(" \t\r\n\"<>\\^`{|}") == std::string::npos;
  if (known && plain && url.size() > 8) return;
  throw Error(address_unusable, {{"value", url, {}}}, Error::Kind::usage);
}

ShareFacts facts_of(const ShareSettings& settings, Language language) {
  const std::string text = read_data_package(settings.folder);
  const nlohmann::json package = nlohmann::json::parse(text, nullptr, false);
  if (!package.is_object())
    throw Error(share_folder_unusable, {{"path", settings.folder, {}}}, Error::Kind::usage);
  ShareFacts facts;
  facts.language = language;
  facts.url = settings.url;
  facts.picture = settings.picture;
  facts.title = package.value("title", std::string());
  if (facts.title.empty()) facts.title = package.value("name", std::string());
  facts.description = package.value("description", std::string());
  for (const auto& resource : package.value("resources", nlohmann::json::array())) {
    if (!resource.is_object() || !resource.contains("anzenmap") || !resource["anzenmap"].is_object())
      continue;
    // A survey stands there as GeoJSON and as CSV; the larger count is that of one of them.
    facts.places = std::max(facts.places, resource["anzenmap"].value("records", std::uint64_t{0}));
  }
  return facts;
}

int run(const ShareSettings& settings, Streams& streams) {
  check_address(settings.url, false);
  if (!settings.picture.empty()) check_address(settings.picture, true);
  const ShareFacts facts = facts_of(settings, streams.language);
  const QrCode code = make_qr_code(settings.url);
  const std::string folder = settings.output.empty() ? settings.folder + "/share" : settings.output;
  OutputSet set(folder);
  const std::pair<std::string, std::string> files[] = {
      {"qr.svg", qr_svg(code, settings.url)},
      {"qr.png", qr_png(code, kPixelsPerModule)},
      {"line.json", line_message_json(facts)},
      {"iframe.html", iframe_html(facts)},
  };
  for (const auto& [name, bytes] : files) set.create(name).write(bytes);
  set.commit();
  if (streams.json) {
    std::string out = "{\"schema\":1,\"files\":[";
    for (const auto& [name, bytes] : files) {
      if (out.back() != '[') out += ',';
      append_json_string(out, folder + '/' + name);
    }
    streams.out << out << "],\"error\":null}\n";
    return 0;
  }
  const Text what[] = {{"QRコード（印刷に）", "QR code, for print"},
                       {"QRコード（画面に）", "QR code, for screens"},
                       {"LINE のメッセージ（送るのは人です）", "LINE message; a person sends it"},
                       {"ホームページにはる <iframe>", "<iframe> for a web page"}};
  std::size_t at = 0;
  for (const auto& [name, bytes] : files)
    streams.out << "  " << printable(folder + '/' + name) << "  " << streams.say(what[at++]) << '\n';
  return 0;
}

Bound bind() { return bind_command<ShareSettings>(options, run); }

constexpr Example kExamples[] = {
    {{"公開した地図を知らせるための QR コードとメッセージを作る",
      "make a QR code and messages for a published map"},
     "anzenmap share 結果 --url https://example.jp/anzen/"},
};

}  // namespace

extern const Command share_command;
const Command share_command{
    .name = "share",
    .summary = {"公開した地図を知らせるものを作る（QR コード、LINE、ホームページ）",
                "make what tells people of a published map: QR code, LINE, web page"},
    .description =
        {"公開した地図のアドレスから、QR コード（SVG と PNG）、LINE のメッセージ（flex message の JSON）、"
         "ホームページにはる iframe を作ります。どこにも送りません。",
         "Makes a QR code (SVG and PNG), a LINE message (flex message JSON) and an iframe snippet for the "
         "address of a published map. Nothing is sent anywhere."},
    .examples = kExamples,
    .bind = bind,
};

}  // namespace anzenmap::cli
