// SPDX-License-Identifier: Apache-2.0
#include "importers/jsondialect/feature_sequence.hpp"

#include <string>
#include <string_view>

#include "importers/intake/spool_file.hpp"

namespace anzenmap {

namespace {

constexpr std::size_t kBlock = 256 * 1024;
constexpr char kRecordSeparator = 0x1E;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// Puts commas between the values of a sequence, whatever they are.
class Joiner {
 public:
  explicit Joiner(SpoolFile& out) : out_(out) {}

  void add(std::string_view block) {
    std::string text;
    text.reserve(block.size() + 64);
    for (const char c : block) step(c, text);
    out_.append(text);
  }
  [[nodiscard]] bool has_separators() const { return separators_; }

 private:
  void step(char c, std::string& text) {
    if (in_string_) {
      in_string_ = escaped_ || c != '"';
      escaped_ = !escaped_ && c == '\\';
      text += c;
      return;
    }
    if (c == kRecordSeparator) {
      separators_ = true;
      depth_ = 0;  // a text that was cut off before is told by the reader
      text += ' ';
      return;
    }
    if (depth_ == 0 && !is_blank(c) && c != '}' && c != ']') {
      if (any_) text += ',';
      any_ = true;
    }
    in_string_ = c == '"';
    if (c == '{' || c == '[') ++depth_;
    if ((c == '}' || c == ']') && depth_ > 0) --depth_;
    text += c;
  }

  SpoolFile& out_;
  std::int64_t depth_ = 0;
  bool in_string_ = false;
  bool escaped_ = false;
  bool any_ = false;
  bool separators_ = false;
};

}  // namespace

TranslatedJson join_feature_sequence(const InputFile& file) {
  SpoolFile out(file.path());
  out.append(R"({"type":"FeatureCollection","features":[)");
  Joiner joiner(out);
  std::string block(kBlock, '\0');
  std::uint64_t offset = 0;
  for (;;) {
    const std::size_t size = file.read_at(offset, block.data(), block.size());
    if (size == 0) break;
    std::string_view bytes(block.data(), size);
    if (offset == 0 && bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
    joiner.add(bytes);
    offset += size;
  }
  out.append("]}");
  TranslatedJson made;
  made.text = out.finish();
  if (joiner.has_separators()) {
    made.dialect = "GeoJSON Text Sequences";
    made.evidence_ja = "記録の区切り(RS)があります";
    made.evidence_en = "has record separators (RFC 8142)";
  } else {
    made.dialect = "newline-delimited GeoJSON";
    made.evidence_ja = "1行に1つずつ並んでいます";
    made.evidence_en = "one feature a line";
  }
  return made;
}

}  // namespace anzenmap
