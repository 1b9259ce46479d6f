// SPDX-License-Identifier: Apache-2.0
#include "exporters/share/share_message.hpp"

#include <nlohmann/json.hpp>

#include "exporters/web/page_text.hpp"

namespace anzenmap {

const RuleInfo address_unusable{
    .code = "OU751",
    .name = "address-unusable",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"アドレスが使えない", "Address unusable"},
    .message = {"「{value}」は公開しているページのアドレスとして使えません",
                "'{value}' cannot be the address of a published page"},
    .why = {"QRコードやメッセージに入るアドレスは、電話でそのまま開けなければなりません。",
            "A phone must be able to open what stands in a QR code or a message."},
    .remedy = {"https:// ではじまるアドレスを、空白なしで書いてください（絵のアドレスは https だけ）。",
               "Write an address that starts with https:// and has no blanks; pictures need https."},
    .bad = "",
    .good = ""};

const RuleInfo share_folder_unusable{
    .code = "OU752",
    .name = "share-folder-unusable",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"知らせるデータがない", "Nothing to tell of"},
    .message = {"「{path}」に、書き出した結果（datapackage.json）がありません",
                "'{path}' holds no results: there is no datapackage.json"},
    .why = {"題と場所の数を、書き出した結果から取ります。",
            "Title and number of places come from the results."},
    .remedy = {"調査を書き出したフォルダーを指定してください。",
               "Name the folder that the survey was converted into."},
    .bad = "",
    .good = ""};

namespace {

using Json = nlohmann::ordered_json;

// Limits of LINE's flex messages: altText 400, a button's label 40 characters.
constexpr std::size_t kMostAltText = 400;

std::string first_characters(const std::string& text, std::size_t most) {
  std::size_t at = 0;
  for (std::size_t count = 0; at < text.size(); ++at) {
    const bool starts = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    if (starts && count++ == most) break;
  }
  return text.substr(0, at);
}

Json text_box(const std::string& text, const char* size, const char* colour, bool bold) {
  Json out = Json::object();
  out["type"] = "text";
  out["text"] = text;
  out["size"] = size;
  out["color"] = colour;
  if (bold) out["weight"] = "bold";
  out["wrap"] = true;
  return out;
}

Json open_action(const ShareFacts& facts) {
  Json action = Json::object();
  action["type"] = "uri";
  action["label"] = facts.language == Language::ja ? "地図を見る" : "Open the map";
  action["uri"] = facts.url;
  return action;
}

}  // namespace

std::string line_message_json(const ShareFacts& facts) {
  const bool ja = facts.language == Language::ja;
  const std::string places =
      ja ? std::to_string(facts.places) + "か所" : std::to_string(facts.places) + " places";
  Json body = Json::object();
  body["type"] = "box";
  body["layout"] = "vertical";
  body["spacing"] = "md";
  body["contents"] = Json::array();
  body["contents"].push_back(text_box(facts.title, "xl", "#12504A", true));
  body["contents"].push_back(text_box(places, "md", "#1B2733", true));
  if (!facts.description.empty())
    body["contents"].push_back(text_box(first_characters(facts.description, 200), "sm", "#4C5A67", false));
  Json button = Json::object();
  button["type"] = "button";
  button["style"] = "primary";
  button["color"] = "#12504A";
  button["action"] = open_action(facts);
  Json footer = Json::object();
  footer["type"] = "box";
  footer["layout"] = "vertical";
  footer["contents"] = Json::array();
  footer["contents"].push_back(std::move(button));
  Json bubble = Json::object();
  bubble["type"] = "bubble";
  if (!facts.picture.empty()) {
    Json hero = Json::object();
    hero["type"] = "image";
    hero["url"] = facts.picture;
    hero["size"] = "full";
    hero["aspectRatio"] = "20:13";
    hero["aspectMode"] = "cover";
    hero["action"] = open_action(facts);
    bubble["hero"] = std::move(hero);
  }
  bubble["body"] = std::move(body);
  bubble["footer"] = std::move(footer);
  Json message = Json::object();
  message["type"] = "flex";
  message["altText"] =
      first_characters(facts.title + (ja ? "（" + places + "）" : " (" + places + ")"), kMostAltText);
  message["contents"] = std::move(bubble);
  return message.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string iframe_html(const ShareFacts& facts) {
  return "<iframe src=\"" + html_text(facts.url) + "\" title=\"" + html_text(facts.title) +
         "\" width=\"100%\" height=\"600\" style=\"border:0\" loading=\"lazy\" "
         "sandbox=\"allow-scripts allow-popups allow-modals\" referrerpolicy=\"no-referrer\"></iframe>\n";
}

}  // namespace anzenmap
