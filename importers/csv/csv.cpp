// SPDX-License-Identifier: Apache-2.0
#include "importers/csv/csv.hpp"

#include <algorithm>

#include "importers/csv/csv_source.hpp"
#include "importers/encoding/guess.hpp"

namespace anzenmap {

namespace {

bool ends_with(std::string_view name, std::string_view ending) {
  if (name.size() < ending.size()) return false;
  return std::equal(ending.begin(), ending.end(), name.end() - static_cast<std::ptrdiff_t>(ending.size()),
                    [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b - 'A' + 'a' : b); });
}

/// Signatures of files that hold no text although a name may say so.
bool is_other_format(std::string_view head) {
  static constexpr std::string_view signatures[] = {
      "PK\x03\x04",       "PK\x05\x06", "%PDF-",      "\x89PNG", "\xFF\xD8\xFF",   "GIF8",
      "\xD0\xCF\x11\xE0", "\x1F\x8B",   "7z\xBC\xAF", "Rar!",    "SQLite format 3"};
  return std::any_of(std::begin(signatures), std::end(signatures), [&](std::string_view signature) {
    return head.substr(0, signature.size()) == signature;
  });
}

/// Share of the head that is no text in the encoding that fits it best.
double share_of_junk(std::string_view head) {
  const EncodingGuess guess = guess_encoding(head, false);
  Bytes text;
  decode_to_utf8(guess.encoding, head.substr(guess.mark), text);
  TextLooks looks;
  looks.add(text.view());
  return static_cast<double>(guess.undecodable + looks.control) / static_cast<double>(head.size());
}

ProbeResult probe(std::string_view head, std::string_view name) {
  if (head.empty() || is_other_format(head)) return {0, "文字の表ではありません", "no table in plain text"};
  if (share_of_junk(head) > 0.08) return {0, "文字ではないデータがたくさんあります", "much of it is no text"};
  const bool named = ends_with(name, ".csv") || ends_with(name, ".tsv") || ends_with(name, ".tab") ||
                     ends_with(name, ".txt");
  const std::size_t first = head.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  const char sign = first == std::string_view::npos ? ' ' : head[first];
  if (sign == '{' || sign == '[' || sign == '<')
    return {named ? 30 : 5, "表ではなく、{ [ < で始まります",
            "begins with {, [ or <, which tables hardly do"};
  if (named) return {80, "名前が表のもので、中身も文字です", "named like a table, and text within"};
  const bool cells = head.find_first_of(",\t;|") != std::string_view::npos;
  return {cells ? 60 : 25, "中身は文字です", "text within"};
}

std::unique_ptr<Source> open(const std::string& path, const ReadOptions& options, const Profile& profile) {
  return std::make_unique<csv::CsvSource>(path, options, profile);
}

}  // namespace

const Importer& csv_importer() {
  static constexpr Importer importer{"csv", {"CSV・TSV(文字の表)", "CSV and TSV"}, probe, open};
  return importer;
}

}  // namespace anzenmap
