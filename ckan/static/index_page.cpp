// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "ckan/pull/address.hpp"
#include "ckan/static/entry.hpp"
#include "gis/base/html_entity.hpp"
#include "gis/files/sha256.hpp"

// Plain HTML: no script, nothing from elsewhere, and a policy that keeps both out even if a text slipped
// through unescaped. Every text is shown as text: descriptions are Markdown, which reads well as it is.

namespace anzenmap::ckan {
namespace {

constexpr std::string_view kGenerator = "<meta name=\"generator\" content=\"anzenmap publish\">";
constexpr std::string_view kStyle =
    "body{margin:0 auto;max-width:60rem;padding:1rem;font-family:sans-serif;line-height:1.7;color:#1a1a1a;"
    "background:#fff}"
    "article{border-top:2px solid #555;margin-top:2rem}"
    "table{border-collapse:collapse;width:100%}"
    "caption{text-align:left;font-weight:bold}"
    "th,td{border:1px solid #767676;padding:.3rem .6rem;text-align:left;overflow-wrap:anywhere}"
    "td.size{text-align:right;white-space:nowrap}td.sum{font-size:.75em}"
    "dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}"
    "dt{font-weight:bold}dd{margin:0;overflow-wrap:anywhere}"
    "p.notes{white-space:pre-line}"
    "[lang=en]{font-size:.9em}"
    "a{color:#00449e}a:focus{outline:3px solid #b35900}";

std::string escaped(std::string_view text) {
  std::string out;
  for (const char byte : text) {
    const std::string_view entity = html_entity(byte);
    if (!entity.empty()) {
      out += entity;
    } else if (static_cast<unsigned char>(byte) >= 0x20 || byte == '\n' || byte == '\t') {
      out += byte;  // HTML has no way to write most controls
    }
  }
  return out;
}

unsigned hex_value(char digit) {
  return static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

// Content-Security-Policy wants hashes in Base64.
std::string base64_of_hex(std::string_view hex) {
  constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  constexpr std::size_t kDigitsAtOnce = 6;
  std::string out;
  for (std::size_t at = 0; at < hex.size(); at += kDigitsAtOnce) {
    const std::string_view part = hex.substr(at, kDigitsAtOnce);
    unsigned bits = 0;
    for (std::size_t i = 0; i < kDigitsAtOnce; ++i)
      bits = bits << 4U | (i < part.size() ? hex_value(part[i]) : 0);
    const std::size_t letters = part.size() / 2 + 1;
    for (std::size_t i = 0; i < 4; ++i) out += i < letters ? kLetters[bits >> (18U - 6U * i) & 0x3FU] : '=';
  }
  return out;
}

std::string both(std::string_view ja, std::string_view en) {
  return std::string(ja) + " <span lang=\"en\">" + std::string(en) + "</span>";
}

std::string link(const std::string& url, const std::string& words) {
  return "<a href=\"" + escaped(url) + "\">" + escaped(words) + "</a>";
}

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

void add_fact(std::string& out, std::string_view ja, std::string_view en, const std::string& html) {
  if (!html.empty()) out += "<dt>" + both(ja, en) + "</dt><dd>" + html + "</dd>\n";
}

std::string period(const Entry& entry) {
  if (entry.start.empty() && entry.end.empty()) return {};
  return escaped(entry.start) + " – " + escaped(entry.end);
}

std::string tags(const Entry& entry) {
  std::string out;
  for (const std::string& tag : entry.tags) out += (out.empty() ? "" : ", ") + escaped(tag);
  return out;
}

std::string license(const Entry& entry) {
  return entry.license_url.empty() ? escaped(entry.license_title)
                                   : link(entry.license_url, entry.license_title);
}

std::string contact(const Entry& entry) {
  std::string out = escaped(entry.maintainer);
  if (!entry.email.empty()) out += (out.empty() ? "" : " ") + escaped("<" + entry.email + ">");
  return out;
}

std::string facts(const Entry& entry) {
  std::string out = "<dl>\n";
  add_fact(out, "提供", "Organisation", escaped(entry.organization));
  add_fact(out, "ライセンス", "Licence", license(entry));
  add_fact(out, "更新日", "Updated", escaped(entry.modified));
  add_fact(out, "公開日", "Published", escaped(entry.issued));
  add_fact(out, "対象期間", "Period", period(entry));
  add_fact(out, "更新頻度", "Frequency", escaped(entry.frequency));
  add_fact(out, "版", "Version", escaped(entry.version));
  add_fact(out, "タグ", "Tags", tags(entry));
  add_fact(out, "出典", "Sources", escaped(entry.attribution));
  add_fact(out, "問い合わせ先", "Contact", contact(entry));
  add_fact(out, "関連ページ", "Page",
           entry.homepage.empty() ? std::string() : link(entry.homepage, entry.homepage));
  return out == "<dl>\n" ? std::string() : out + "</dl>\n";
}

std::string file_row(const EntryFile& file) {
  std::string out = "<tr><th scope=\"row\">" + link(file.url, file.name);
  if (file.title != file.name) out += "<br>" + escaped(file.title);
  if (!file.description.empty()) out += "<br>" + escaped(file.description);
  out += "</th><td>" + escaped(file.format) + "</td><td class=\"size\">" + grouped(file.bytes) + "</td><td>" +
         file.sha256 + "</td></tr>\n";
  return out;
}

std::string article(const Entry& entry) {
  const std::string id = escaped(entry.name);
  std::string out = "<article id=\"" + id + "\" aria-labelledby=\"" + id + "-title\">\n";
  out += "<h2 id=\"" + id + "-title\">" + escaped(entry.title) + "</h2>\n";
  if (!entry.notes.empty()) out += "<p class=\"notes\">" + escaped(entry.notes) + "</p>\n";
  out += facts(entry);
  for (const EntryMap& map : entry.maps)
    out += "<p>" + link(map.url, "地図で見る / Map: " + map.title) + "</p>\n";
  out += "<table><caption>" + both("ファイル", "Files") + "</caption>\n<thead><tr><th scope=\"col\">" +
         both("名前", "Name") + "</th><th scope=\"col\">" + both("形式", "Format") +
         "</th><th scope=\"col\">" + both("大きさ（バイト）", "Size (bytes)") +
         "</th><th scope=\"col\">SHA-256</th></tr></thead>\n<tbody>\n";
  for (const EntryFile& file : entry.files) out += file_row(file);
  out += "</tbody></table>\n<p>" +
         link(percent_encoded(entry.name) + "/datapackage.json", entry.name + "/datapackage.json") +
         " （データパッケージ <span lang=\"en\">Data Package</span>）</p>\n</article>\n";
  return out;
}

}  // namespace

std::string index_page(const std::vector<Entry>& entries) {
  std::string out = "<!DOCTYPE html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">\n";
  out += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-" +
         base64_of_hex(sha256_hex(kStyle)) + "'; base-uri 'none'; form-action 'none'\">\n";
  out += std::string(kGenerator) +
         "\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  out += "<title>データカタログ / Data catalogue</title>\n<style>" + std::string(kStyle) + "</style>\n";
  out +=
      "<link rel=\"alternate\" type=\"application/ld+json\" "
      "href=\"catalog.jsonld\">\n</head>\n<body>\n<main>\n";
  out += "<h1>" + both("データカタログ", "Data catalogue") + "</h1>\n";
  if (entries.empty()) {
    out += "<p>" + both("公開しているデータセットはありません。", "No dataset is published.") + "</p>\n";
  } else {
    out += "<nav aria-label=\"データセット / Datasets\"><ul>\n";
    for (const Entry& entry : entries) out += "<li>" + link("#" + entry.name, entry.title) + "</li>\n";
    out += "</ul></nav>\n";
  }
  for (const Entry& entry : entries) out += article(entry);
  out += "</main>\n<footer><p>" + both("機械で読む一覧：", "For machines: ") +
         "<a href=\"catalog.jsonld\">catalog.jsonld</a> (DCAT-AP), <a href=\"data.json\">data.json</a> "
         "(DCAT-US)</p></footer>\n"
         "</body>\n</html>\n";
  return out;
}

bool is_index_page(std::string_view text) { return text.find(kGenerator) != std::string_view::npos; }

}  // namespace anzenmap::ckan
