// SPDX-License-Identifier: Apache-2.0
#include "importers/gdal/dbf_encoding.hpp"

#include <algorithm>
#include <array>

#include "gis/base/error.hpp"
#include "importers/csv/csv_rules.hpp"
#include "importers/encoding/guess.hpp"

namespace anzenmap::gdal {
namespace {

constexpr std::size_t kSample = 64 * 1024;
constexpr std::array<Encoding, 3> kCandidates{Encoding::utf8, Encoding::cp932, Encoding::euc_jp};

struct Said {
  Encoding encoding;
  std::string name;  ///< as the file says it
  std::string evidence_ja;
  std::string evidence_en;
};

std::string trimmed_line(std::string_view text) {
  text = text.substr(0, text.find_first_of("\r\n"));
  while (!text.empty() && (text.back() == ' ' || text.back() == '\0')) text.remove_suffix(1);
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  return std::string(text);
}

/// "UTF-8", "932", "ANSI 932", "SHIFT_JIS", "65001" ...
std::optional<Encoding> encoding_of_cpg(std::string_view name) {
  if (const auto known = encoding_named(name)) return known;
  if (name.ends_with("65001")) return Encoding::utf8;
  if (name.ends_with("51932") || name.ends_with("20932")) return Encoding::euc_jp;
  if (name.ends_with("932")) return Encoding::cp932;
  return std::nullopt;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Goes through the texts once: which encodings they all decode in.
class TextSurvey {
 public:
  TextSurvey(const DbfFile& dbf, DbfText& found) : dbf_(dbf), found_(found) {
    good_.fill(true);
    found_.full.assign(dbf.fields().size(), 0);
    for (const DbfFile::Field& field : dbf.fields()) see(field.name, true);
    dbf.each_record([this](std::string_view record) { see_record(record); });
  }

  [[nodiscard]] bool ascii_only() const { return ascii_only_; }
  [[nodiscard]] bool good(Encoding encoding) const {
    for (std::size_t i = 0; i < kCandidates.size(); ++i)
      if (kCandidates[i] == encoding) return good_[i];
    return false;
  }
  [[nodiscard]] const std::string& sample() const { return sample_; }

 private:
  void see_record(std::string_view record) {
    if (record.front() == '*') {
      ++found_.deleted;
      return;
    }
    for (std::size_t i = 0; i < dbf_.fields().size(); ++i) {
      const DbfFile::Field& field = dbf_.fields()[i];
      if (field.type != 'C') continue;
      std::string_view text = record.substr(field.offset, field.width);
      text = text.substr(0, text.find('\0'));
      while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
      const bool full = !text.empty() && text.size() == field.width;
      if (full) ++found_.full[i];
      see(text, full);
    }
  }

  void see(std::string_view text, bool cut) {
    if (is_ascii(text)) return;
    ascii_only_ = false;
    for (std::size_t i = 0; i < kCandidates.size(); ++i)
      good_[i] = good_[i] && decodes(kCandidates[i], text, cut);
    if (sample_.size() + text.size() < kSample) sample_.append(text).append("\n");
  }

  const DbfFile& dbf_;
  DbfText& found_;
  std::array<bool, kCandidates.size()> good_{};
  bool ascii_only_ = true;
  std::string sample_;
};

std::optional<Said> said_by_files(const DbfFile& dbf, std::string_view cpg) {
  if (const std::string name = trimmed_line(cpg); !name.empty()) {
    const auto known = encoding_of_cpg(name);
    return Said{known.value_or(Encoding::utf8), name, ".cpgに「" + name + "」とあります",
                "the .cpg says '" + name + "'"};
  }
  // 13h and 7Bh are Shift_JIS of MS-DOS and of Windows; others (57h is what many programs put in always) say
  // nothing about Japanese.
  if (dbf.language() == 0x13 || dbf.language() == 0x7B)
    return Said{Encoding::cp932, dbf.language() == 0x13 ? "LDID 0x13" : "LDID 0x7B",
                "表(.dbf)の見出しにShift_JISの印があります", "the header of the .dbf names Shift_JIS"};
  return std::nullopt;
}

void decide(DbfText& found, Encoding encoding, DecidedBy by, std::string ja, std::string en) {
  found.encoding = encoding;
  found.item = {"encoding", std::string(name_of(encoding)), by, std::move(ja), std::move(en)};
}

bool looks_japanese(std::string_view sample) {
  TextLooks looks;
  looks.add(sample);
  return is_plausible_japanese(looks);
}

void detect(DbfText& found, const TextSurvey& survey) {
  const EncodingGuess guess = guess_encoding(survey.sample(), false);
  Encoding best = guess.encoding;
  if (!survey.good(best)) {
    const auto other = std::find_if(kCandidates.begin(), kCandidates.end(),
                                    [&](Encoding candidate) { return survey.good(candidate); });
    if (other != kCandidates.end()) best = *other;
  }
  if (best == guess.encoding)
    return decide(found, best, DecidedBy::detected, guess.evidence_ja, guess.evidence_en);
  decide(found, best, DecidedBy::detected, "この種類ならすべての文字が読めます", "all texts decode so");
}

}  // namespace

DbfText look_at_texts(const DbfFile& dbf, std::string_view cpg, const std::optional<std::string>& said) {
  DbfText found;
  const TextSurvey survey(dbf, found);
  const std::optional<Said> file = said_by_files(dbf, cpg);
  if (said) {
    const auto named = encoding_named(*said);
    if (!named) throw Error(encoding_not_known, {{"value", *said, {}}}, Error::Kind::usage);
    decide(found, *named, DecidedBy::person, {}, {});
    return found;
  }
  if (survey.ascii_only()) {
    if (file && file->name.find("LDID") == std::string::npos) {
      decide(found, file->encoding, DecidedBy::file, file->evidence_ja, file->evidence_en);
    } else {
      decide(found, Encoding::utf8, DecidedBy::detected, "英数字だけです", "there are ASCII characters only");
    }
    return found;
  }
  // Japanese that is valid UTF-8 is hardly anything else, whatever an old header says.
  const bool surely_utf8 = survey.good(Encoding::utf8) && looks_japanese(survey.sample());
  if (file && survey.good(file->encoding) && (file->encoding == Encoding::utf8 || !surely_utf8)) {
    decide(found, file->encoding, DecidedBy::file, file->evidence_ja, file->evidence_en);
    return found;
  }
  detect(found, survey);
  if (file && survey.good(found.encoding)) found.contradicted = file->name;
  if (file && !survey.good(found.encoding))
    decide(found, file->encoding, DecidedBy::file, file->evidence_ja, file->evidence_en);
  return found;
}

}  // namespace anzenmap::gdal
