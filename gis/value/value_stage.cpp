// SPDX-License-Identifier: Apache-2.0
#include "gis/value/value_stage.hpp"

#include <utility>

#include "gis/encoding/private_use.hpp"
#include "gis/value/code.hpp"
#include "gis/value/date.hpp"
#include "gis/value/flag.hpp"
#include "gis/value/number.hpp"
#include "gis/value/school_year.hpp"

namespace anzenmap {

const RuleInfo text_damaged{
    .code = "VA210",
    .name = "text-damaged-before",
    .severity = Severity::warning,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"前にこわれた文字", "text damaged before"},
    .message = {"「{column}」の「{value}"
                "」に「\xEF\xBF\xBD」があります。このファイルになる前に、文字がこわれています",
                "'{column}' value '{value}' holds U+FFFD: the text was damaged before it came here"},
    .why = {"「\xEF\xBF\xBD」は、ほかの道具が読めなかった文字の代わりに入れた印です。もとの文字はもう分かりま"
            "せん。",
            "Another program put that sign where it could not read a character; the character is lost."},
    .remedy = {"もとの調査を見て、文字を書き直してください。",
               "Look at the original and write the characters again."},
    .bad = "名称,区分,緯度,経度\n正\xEF\xBF\xBD前,危険,34.0471,131.8282\n",
    .good = "名称,区分,緯度,経度\n正門前,危険,34.0471,131.8282\n"};

const RuleInfo text_private_use{
    .code = "VA211",
    .name = "text-private-use",
    .severity = Severity::error,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"外字", "private-use character"},
    .message =
        {"「{column}」の「{value}」に外字(そのパソコンだけで見える文字、{characters})があります。"
         "この記録は出力しません。ふつうの漢字かひらがなに直してください",
         "'{column}' value '{value}' holds a private-use character ({characters}) that shows on its own "
         "computer only; the record is left out. Use an ordinary character"},
    .why = {"外字はほかのパソコンでは別の文字や空白になります。",
            "On another computer such a character is a different one or none."},
    .remedy = {"同じ意味のふつうの漢字か、ひらがなに直してください。",
               "Replace it by an ordinary kanji or by hiragana."},
    // A CSV importer rejects it already (IN102), with the bytes; this one is for workbooks and the like.
    .bad = "",
    .good = ""};

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

/// Letters, digits, - and _ only: nothing in it that a code reader would touch.
bool is_simple_code(std::string_view text) {
  for (const char c : text) {
    const auto lower = static_cast<char>(c | 0x20);
    const bool simple = (c >= '0' && c <= '9') || (lower >= 'a' && lower <= 'z') || c == '-' || c == '_';
    if (!simple) return false;
  }
  return true;
}

}  // namespace

ValueStage::ValueStage(const Survey& survey) : survey_(survey) {
  for (const SchemaField& field : survey.schema().fields) {
    Reader reader = Reader::none;
    std::unique_ptr<CategoryIndex> index;
    if (field.profile_field != nullptr && field.role != Role::latitude && field.role != Role::longitude) {
      switch (field.type) {
        case FieldType::number:
          reader = Reader::number;
          break;
        case FieldType::integer:
          reader = field.role == Role::school_year ? Reader::school_year : Reader::integer;
          break;
        case FieldType::boolean:
          reader = Reader::flag;
          break;
        case FieldType::date:
          reader = Reader::date;
          break;
        case FieldType::code:
          reader = field.role == Role::municipality_code ? Reader::municipality : Reader::code;
          break;
        case FieldType::string:
          if (!field.profile_field->categories.empty()) {
            reader = Reader::category;
            index = std::make_unique<CategoryIndex>(*field.profile_field);
          } else if (field.profile_field->standard == "所在地_番地以下") {
            reader = Reader::block;
          }
          break;
      }
    }
    readers_.push_back(reader);
    categories_.push_back(std::move(index));
  }
}

ValueStage::~ValueStage() = default;

bool ValueStage::is_plain(std::size_t field, std::string_view text, std::uint8_t flags) const {
  switch (readers_[field]) {
    case Reader::number:
      return is_plain_number(text);
    case Reader::integer:
      return is_plain_integer(text);
    case Reader::flag:
      return text == "1" || text == "0";
    case Reader::date:
      return is_iso_date(text);
    case Reader::code:
      return (flags & cell_flag::kNonAscii) == 0 && is_simple_code(text);
    case Reader::category:
      return categories_[field]->is_label(text);
    default:
      return false;
  }
}

Conversion ValueStage::read(std::size_t field, std::string_view text) const {
  switch (readers_[field]) {
    case Reader::number:
      return read_number(text);
    case Reader::integer:
      return read_integer(text);
    case Reader::school_year:
      return read_school_year(text);
    case Reader::flag:
      return read_flag(text);
    case Reader::date:
      return read_date(text);
    case Reader::code:
      return read_code(text);
    case Reader::municipality:
      return read_municipality_code(text);
    case Reader::block:
      return read_block_number(text);
    case Reader::category:
      return categories_[field]->read(text);
    case Reader::none:
      break;
  }
  return {};
}

void ValueStage::apply(Batch& batch, std::size_t field, std::size_t record,
                       const Conversion& conversion) const {
  if (conversion.state == ValueState::plain) return;
  TextColumn& column = batch.fields[field];
  const std::string before(batch.at(column.cells[record]));
  Diagnostic& told = tell(batch, *conversion.rule, record, survey_.header(batch, field), before);
  told.arguments = conversion.arguments;
  if (conversion.state == ValueState::converted) {
    told.fix = Fix{before, conversion.text, FixSafety::safe};
    batch.set(column, record, conversion.text);
    return;
  }
  column.flags[record] |= cell_flag::kAsText;
  column.any |= cell_flag::kAsText;
  if (!conversion.proposal.empty()) told.fix = Fix{before, conversion.proposal, FixSafety::shown};
  // A list that the profile does not close ("enum") is only a suggestion.
  const Field* profile_field = survey_.schema().fields[field].profile_field;
  if (readers_[field] == Reader::category && profile_field->constraints.choices.empty())
    told.severity = Severity::warning;
}

void ValueStage::convert_column(Batch& batch, std::size_t field) const {
  for (std::size_t r = 0; r < batch.records; ++r) {
    const TextColumn& column = batch.fields[field];
    const Span cell = column.cells[r];
    if (cell.length == 0 || batch.state[r] != RecordState::accepted) continue;
    const std::string_view text = batch.at(cell);
    if (is_plain(field, text, column.flags[r])) continue;
    apply(batch, field, r, read(field, text));
  }
}

void ValueStage::tell_suspect(Batch& batch, std::size_t field) const {
  const TextColumn& column = batch.fields[field];
  for (std::size_t r = 0; r < batch.records; ++r) {
    if ((column.flags[r] & cell_flag::kSuspect) == 0 || (column.flags[r] & cell_flag::kUndecodable) != 0)
      continue;
    const std::string_view text = batch.at(column.cells[r]);
    if (batch.state[r] != RecordState::accepted) continue;
    if (text.find(kReplacement) != std::string_view::npos)
      tell(batch, text_damaged, r, survey_.header(batch, field), text);
    if (std::string characters = private_use_in(text); !characters.empty()) {
      Diagnostic& told = reject(batch, text_private_use, r, survey_.header(batch, field), text);
      told.arguments = {{"characters", std::move(characters), {}}};
    }
  }
}

void ValueStage::process(Batch& batch, unsigned /*worker*/) const {
  for (std::size_t f = 0; f < readers_.size(); ++f) {
    if ((batch.fields[f].any & cell_flag::kSuspect) != 0) tell_suspect(batch, f);
    if (readers_[f] != Reader::none) convert_column(batch, f);
  }
}

}  // namespace anzenmap
