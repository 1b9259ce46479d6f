// SPDX-License-Identifier: Apache-2.0
#include "importers/markup/markup_encoding.hpp"

#include <algorithm>

#include "gis/base/error.hpp"
#include "importers/encoding/guess.hpp"
#include "importers/markup/markup_rules.hpp"

namespace anzenmap::markup {
namespace {

constexpr std::string_view kCp932 = "x-anzenmap-cp932";
constexpr std::string_view kEucJp = "x-anzenmap-euc-jp";

std::string parser_name(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8:
      return "UTF-8";
    case Encoding::utf16le:
      return "UTF-16LE";
    case Encoding::utf16be:
      return "UTF-16BE";
    case Encoding::cp932:
      return std::string(kCp932);
    case Encoding::euc_jp:
      return std::string(kEucJp);
  }
  return "UTF-8";
}

/// encoding="..." of the XML declaration; empty when there is none.
std::string_view declared_in(std::string_view head) {
  if (!head.starts_with("<?xml")) return {};
  const std::string_view declaration = head.substr(0, head.find("?>"));
  std::size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return {};
  at = declaration.find_first_not_of(" \t\r\n=", at + 8);
  if (at == std::string_view::npos || (declaration[at] != '"' && declaration[at] != '\'')) return {};
  const std::size_t end = declaration.find(declaration[at], at + 1);
  return end == std::string_view::npos ? std::string_view{} : declaration.substr(at + 1, end - at - 1);
}

std::optional<Encoding> marked_in(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) return Encoding::utf8;
  if (head.starts_with("\xFF\xFE") || head.starts_with(std::string_view("<\0", 2))) return Encoding::utf16le;
  if (head.starts_with("\xFE\xFF") || head.starts_with(std::string_view("\0<", 2))) return Encoding::utf16be;
  return std::nullopt;
}

bool is_ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool same_name(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
           return (x >= 'A' && x <= 'Z' ? x + ('a' - 'A') : x) == y;
         });
}

Diagnostic contradicted(std::string_view declared, std::string_view used) {
  Diagnostic told = make_diagnostic(encoding_contradicted);
  told.arguments = {{"declared", std::string(declared), {}}, {"used", std::string(used), {}}};
  return told;
}

/// What the bytes are, where the declaration cannot be right.
std::optional<Encoding> rather(Encoding declared, std::string_view head, bool whole) {
  if (is_ascii(head)) return std::nullopt;
  if (declared == Encoding::utf8) {
    if (decodes(Encoding::utf8, head, !whole)) return std::nullopt;
    const EncodingGuess guess = guess_encoding(head, whole);
    const bool japanese = guess.encoding == Encoding::cp932 || guess.encoding == Encoding::euc_jp;
    return japanese && guess.undecodable == 0 ? std::optional(guess.encoding) : std::nullopt;
  }
  // Japanese of CP932 or EUC-JP is never UTF-8 by chance, not over a whole text.
  if (decodes(Encoding::utf8, head, !whole)) return Encoding::utf8;
  return std::nullopt;
}

}  // namespace

std::optional<Encoding> own_encoding(std::string_view parser_name) {
  if (parser_name == kCp932) return Encoding::cp932;
  if (parser_name == kEucJp) return Encoding::euc_jp;
  return std::nullopt;
}

EncodingChoice choose_encoding(std::string_view head, bool whole, const std::optional<std::string>& person,
                               const std::string& file) {
  EncodingChoice choice;
  const auto decide = [&choice](Encoding encoding, DecidedBy by, std::string ja, std::string en) {
    choice.parser = parser_name(encoding);
    choice.item = {"encoding", std::string(name_of(encoding)), by, std::move(ja), std::move(en)};
  };
  const std::optional<Encoding> marked = marked_in(head);
  const std::string_view declared = declared_in(marked == Encoding::utf8 ? head.substr(3) : head);
  const std::optional<Encoding> known = encoding_named(declared);
  if (person) {
    const Encoding said = encoding_named(*person).value_or(Encoding::utf8);
    decide(said, DecidedBy::person, {}, {});
    if (marked && *marked != said)
      choice.diagnostics.push_back(contradicted(name_of(*marked), name_of(said)));
    else if (!marked && known && *known != said)
      choice.diagnostics.push_back(contradicted(declared, name_of(said)));
    return choice;
  }
  if (marked) {
    decide(*marked, DecidedBy::file, "ファイルの初めの印(BOM)", "byte order mark");
    if (*marked == Encoding::utf8 && known && *known != Encoding::utf8)
      choice.diagnostics.push_back(contradicted(declared, "utf-8"));
    return choice;
  }
  const bool wide = known == Encoding::utf16le || known == Encoding::utf16be;
  if (!declared.empty() && !known) {
    if (!same_name(declared, "iso-8859-1") && !same_name(declared, "us-ascii"))
      throw Error(encoding_unknown, {{"file", file, {}}, {"encoding", std::string(declared), {}}});
    choice.parser = std::string(declared);
    choice.item = {"encoding", std::string(declared), DecidedBy::file, "XMLの初めの行", "XML declaration"};
    return choice;
  }
  // A text whose declaration can be read byte by byte is not UTF-16, whatever it says.
  const Encoding assumed = known && !wide ? *known : Encoding::utf8;
  const std::optional<Encoding> other = rather(assumed, head, whole);
  if (other || wide) {
    const Encoding used = other.value_or(assumed);
    decide(used, DecidedBy::detected, "文字の並び方からわかります", "the bytes say so");
    if (!declared.empty()) choice.diagnostics.push_back(contradicted(declared, name_of(used)));
  } else if (known) {
    decide(*known, DecidedBy::file, "XMLの初めの行", "XML declaration");
  } else {
    decide(Encoding::utf8, DecidedBy::file, "XMLは、書いてなければUTF-8と決まっています",
           "XML is UTF-8 when it says nothing");
  }
  return choice;
}

MultiByteTable::MultiByteTable(Encoding encoding) : encoding_(encoding) {
  for (int byte = 0; byte < 256; ++byte) {
    const char c = static_cast<char>(byte);
    const bool lead = encoding == Encoding::cp932
                          ? (byte >= 0x81 && byte <= 0x9F) || (byte >= 0xE0 && byte <= 0xFC)
                          : byte == 0x8E || byte == 0x8F || (byte >= 0xA1 && byte <= 0xFE);
    map_[byte] = byte < 0x80 ? byte
                 : !lead     ? character(&c, 1)
                             : (encoding == Encoding::euc_jp && byte == 0x8F ? -3 : -2);
  }
}

int MultiByteTable::character(const char* bytes, std::size_t length) const {
  int* kept = nullptr;
  if (length == 2) {
    if (pairs_.empty()) pairs_.assign(0x10000, -2);
    kept = &pairs_[static_cast<std::size_t>(static_cast<unsigned char>(bytes[0])) << 8U |
                   static_cast<unsigned char>(bytes[1])];
    if (*kept != -2) return *kept;
  }
  Bytes text;
  const auto wrong = decode_to_utf8(encoding_, {bytes, length}, text);
  int found = -1;
  const bool valid = wrong.empty() || wrong.front().kind == Undecodable::Kind::private_use;
  const auto* u = reinterpret_cast<const unsigned char*>(text.data());
  if (valid && text.size() == 1) found = u[0];
  if (valid && text.size() == 2) found = (u[0] & 0x1F) << 6 | (u[1] & 0x3F);
  if (valid && text.size() == 3) found = (u[0] & 0x0F) << 12 | (u[1] & 0x3F) << 6 | (u[2] & 0x3F);
  if (kept != nullptr) *kept = found;
  return found;
}

}  // namespace anzenmap::markup
