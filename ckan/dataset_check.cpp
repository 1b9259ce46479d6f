// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "ckan/dataset.hpp"
#include "ckan/dataset_rules.hpp"
#include "ckan/word_ranges.hpp"

// What CKAN itself refuses (ckan/logic/validators.py), and what it takes and then fails on: a string of over
// 32,766 bytes ends in Solr, a NUL in PostgreSQL, both as an answer 500.

namespace anzenmap::ckan {
namespace {

constexpr std::size_t kLongestIndexed = 32766;  // bytes
constexpr std::size_t kLongestVersion = 100;    // characters, as are the tag's
constexpr std::size_t kShortestTag = 2;
constexpr std::size_t kLongestTag = 100;

std::vector<char32_t> characters(std::string_view text) {
  std::vector<char32_t> out;
  for (const char byte : text) {
    const auto value = static_cast<unsigned char>(byte);
    if ((value & 0xC0U) == 0x80U && !out.empty()) {
      out.back() = out.back() << 6U | (value & 0x3FU);
    } else {
      const unsigned mask = value < 0x80U ? 0x7FU : value < 0xE0U ? 0x1FU : value < 0xF0U ? 0x0FU : 0x07U;
      out.push_back(value & mask);
    }
  }
  return out;
}

bool fits_in_tag(char32_t character) {
  if (character == ' ' || character == '-' || character == '.') return true;
  for (const WordRange& range : word_ranges())
    if (character <= range.last) return character >= range.first;
  return false;
}

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// The tag with what CKAN refuses made '-', within its length; empty when nothing useful is left.
std::string proposed_tag(std::string_view tag) {
  std::string out;
  std::size_t kept = 0;
  for (std::size_t at = 0; at < tag.size() && kept < kLongestTag;) {
    std::size_t end = at + 1;
    while (end < tag.size() && is_continuation(tag[end])) ++end;
    const std::string_view one = tag.substr(at, end - at);
    at = end;
    if (fits_in_tag(characters(one).front())) {
      out += one;
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    } else {
      continue;
    }
    ++kept;
  }
  while (!out.empty() && (out.back() == '-' || out.back() == ' ')) out.pop_back();
  return characters(out).size() < kShortestTag ? std::string() : out;
}

class Check {
 public:
  explicit Check(const Dataset& dataset) : dataset_(dataset) {}

  std::vector<Error> run() {
    if (!is_dataset_name(dataset_.name)) {
      const std::string proposal = proposed_name(dataset_.name);
      add(dataset_name_unlawful, {{"name", dataset_.name, {}}, {"proposal", proposal, {}}},
          {{"dataset", proposal}});
    }
    if (dataset_.title.empty()) add(title_missing, {{"dataset", dataset_.name, {}}});
    if (dataset_.organization.empty()) add(organization_missing, {{"dataset", dataset_.name, {}}});
    if (dataset_.license.empty())
      add(license_missing, {{"dataset", dataset_.name, {}}}, {{"license", "cc-by"}});
    for (const std::string& tag : dataset_.tags) check_tag(tag);
    check_lengths();
    check_extras();
    check_nul();
    return std::move(faults_);
  }

 private:
  void add(const RuleInfo& rule, std::vector<Argument> arguments, std::vector<Advice> advice = {}) {
    faults_.emplace_back(rule, std::move(arguments), Error::Kind::refused, std::move(advice));
  }

  void check_tag(const std::string& tag) {
    const std::vector<char32_t> letters = characters(tag);
    bool lawful = letters.size() >= kShortestTag && letters.size() <= kLongestTag;
    for (const char32_t letter : letters) lawful &= fits_in_tag(letter);
    if (lawful) return;
    const std::string proposal = proposed_tag(tag);
    Argument hint{"hint", "", ""};
    if (!proposal.empty())
      hint = {"hint", "「" + proposal + "」なら使えます。", " '" + proposal + "' would do."};
    if (proposal.empty()) hint = {"hint", "消してください。", " Remove it."};
    add(tag_unlawful, {{"dataset", dataset_.name, {}}, {"tag", tag, {}}, std::move(hint)});
  }

  void check_length(const std::string& member, std::size_t is, std::size_t most, std::string_view unit_ja,
                    std::string_view unit_en) {
    if (is <= most) return;
    add(text_too_long,
        {{"dataset", dataset_.name, {}},
         {"member", member, {}},
         {"is", std::to_string(is) + std::string(unit_ja), std::to_string(is) + std::string(unit_en)},
         {"most", std::to_string(most) + std::string(unit_ja), std::to_string(most) + std::string(unit_en)}});
  }

  void check_indexed(const std::string& member, const std::string& text) {
    check_length(member, text.size(), kLongestIndexed, " バイト", " bytes");
  }

  void check_lengths() {
    check_indexed("title", dataset_.title);
    check_indexed("homepage", dataset_.homepage);
    check_length("version", characters(dataset_.version).size(), kLongestVersion, " 文字", " characters");
    for (const Extra& extra : dataset_.extras) check_indexed("extras." + extra.key, extra.value);
  }

  void check_extras() {
    std::set<std::string> keys;
    for (const Extra& extra : dataset_.extras)
      if (!keys.insert(extra.key).second)
        add(extra_doubled, {{"dataset", dataset_.name, {}}, {"key", extra.key, {}}});
  }

  void check_text(const std::string& member, const std::string& text) {
    if (text.find('\0') != std::string::npos)
      add(text_has_nul, {{"dataset", dataset_.name, {}}, {"member", member, {}}});
  }

  void check_nul() {
    check_text("title", dataset_.title);
    check_text("description", dataset_.notes);
    check_text("organization", dataset_.organization);
    check_text("license", dataset_.license);
    check_text("version", dataset_.version);
    check_text("homepage", dataset_.homepage);
    check_text("author", dataset_.author);
    check_text("author_email", dataset_.author_email);
    check_text("maintainer", dataset_.maintainer);
    check_text("maintainer_email", dataset_.maintainer_email);
    for (const std::string& group : dataset_.groups) check_text("groups", group);
    for (const Extra& extra : dataset_.extras) check_text("extras", extra.key + extra.value);
    for (const Resource& resource : dataset_.resources) {
      check_text(resource.path + " title", resource.title);
      check_text(resource.path + " description", resource.description);
      check_text(resource.path + " name", resource.key);
      for (const Column& column : resource.columns)
        check_text(resource.path + " schema", column.name + column.title + column.description);
    }
  }

  const Dataset& dataset_;
  std::vector<Error> faults_;
};

}  // namespace

std::vector<Error> check_for_ckan(const Dataset& dataset) { return Check(dataset).run(); }

}  // namespace anzenmap::ckan
