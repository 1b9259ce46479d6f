// SPDX-License-Identifier: Apache-2.0
#include "gis/rule/several_lines.hpp"

#include <string>
#include <vector>

namespace anzenmap {

const RuleInfo several_lines{
    .code = "RU547",
    .name = "several-lines",
    .severity = Severity::warning,
    .category = Category::rule,
    .scope = Scope::cell,
    .fix = FixSafety::consent,
    .since = "0.1.0",
    .title = {"一つの欄に何行も", "several lines in a cell"},
    .message = {"「{column}」に改行があります。一つの欄には一つの値を書いてください",
                "'{column}' holds several lines; a cell holds one value"},
    .why = {"改行のある名前や番号は、さがすことも並べることもできません（総務省の決まり 1-2、1-5）。",
            "Names and numbers with line breaks are neither found nor sorted."},
    .remedy = {"改行を消すか、別の列か行に分けてください。",
               "Take the line break out, or use another column or row."},
    .bad = "名称,区分,緯度,経度\n\"みどり\n公園\",危険,34.0471,131.8282\n",
    .good = "名称,区分,緯度,経度\nみどり公園,危険,34.0471,131.8282\n"};

namespace {

/// Free text may have lines; what is looked up may not.
bool is_looked_up(const SchemaField& field) {
  switch (field.role) {
    case Role::id:
    case Role::name:
    case Role::category:
    case Role::address:
    case Role::municipality_code:
      return true;
    default:
      return field.type == FieldType::code;
  }
}

std::string one_line(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\n' && text[at] != '\r') {
      out.push_back(text[at]);
      continue;
    }
    while (at + 1 < text.size() && (text[at + 1] == '\n' || text[at + 1] == '\r')) ++at;
    const bool words = !out.empty() && static_cast<unsigned char>(out.back()) < 0x80 &&
                       at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0x80;
    if (words) out.push_back(' ');
  }
  return out;
}

class SeveralLines : public BatchRule {
 public:
  SeveralLines(const Survey& survey, const RuleOptions& options) : survey_(survey), options_(options) {
    for (const std::size_t f : text_fields(survey))
      if (is_looked_up(survey.schema().fields[f])) fields_.push_back(f);
  }
  void check(Batch& batch) const override {
    for (const std::size_t f : fields_) {
      if ((batch.fields[f].any & cell_flag::kControl) == 0) continue;
      for (std::size_t r = 0; r < batch.records; ++r) {
        if ((batch.fields[f].flags[r] & cell_flag::kControl) == 0 || batch.state[r] != RecordState::accepted)
          continue;
        const std::string_view text = batch.field(f, r);
        if (text.find_first_of("\r\n") == std::string_view::npos) continue;
        Diagnostic& told = tell(batch, several_lines, r, survey_.header(batch, f), text);
        propose(batch, told, f, r, one_line(text), options_);
      }
    }
  }

 private:
  Survey survey_;
  RuleOptions options_;
  std::vector<std::size_t> fields_;
};

}  // namespace

std::unique_ptr<const BatchRule> make_several_lines(const Survey& survey, const RuleOptions& options) {
  return std::make_unique<SeveralLines>(survey, options);
}

}  // namespace anzenmap
