// SPDX-License-Identifier: Apache-2.0
#include "importers/json/json_reader.hpp"

#include <bit>
#include <cstring>
#include <limits>

#include "gis/base/error.hpp"
#include "gis/base/utf8.hpp"
#include "importers/json/json_escape.hpp"
#include "importers/json/json_rules.hpp"

namespace anzenmap {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The first byte at or after `at` that is a quote, a backslash or below 0x20; *end must be 0.
char* find_special(char* at, const char* end) {
  constexpr std::uint64_t kOnes = 0x0101010101010101U;
  constexpr std::uint64_t kHigh = 0x8080808080808080U;
  if constexpr (std::endian::native == std::endian::little) {
    while (end - at >= 8) {
      std::uint64_t word = 0;
      std::memcpy(&word, at, sizeof word);
      const std::uint64_t quote = word ^ (kOnes * '"');
      const std::uint64_t backslash = word ^ (kOnes * '\\');
      // Borrows make false hits only above a true one, so the lowest hit of each is right.
      const std::uint64_t hits = (((quote - kOnes) & ~quote) | ((backslash - kOnes) & ~backslash) |
                                  ((word - kOnes * 0x20) & ~word)) &
                                 kHigh;
      if (hits != 0) return at + std::countr_zero(hits) / 8;
      at += 8;
    }
  }
  while (*at != '"' && *at != '\\' && static_cast<unsigned char>(*at) >= 0x20) ++at;
  return at;
}

}  // namespace

JsonReader::JsonReader(ByteBlocks& blocks, std::string_view file, std::size_t token_limit, std::size_t block)
    : blocks_(&blocks), file_(file), token_limit_(token_limit), block_(block < 16 ? 16 : block) {
  window_.reserve(block_);
  begin_ = end_ = cursor_ = token_ = window_.data();
  *end_ = '\0';
  skip_bom();
}

JsonReader::JsonReader(char* text, std::size_t size, std::string_view file, Shape shape, JsonPosition start)
    : file_(file),
      begin_(text),
      end_(text + size),
      cursor_(text),
      token_(text),
      base_(start.offset),
      line_(start.line),
      token_line_(start.line),
      at_end_(true),
      elements_(shape == Shape::elements) {
  *end_ = '\0';
  if (elements_) {
    depth_ = 1;
    expect_ = Expect::first_element;
  } else {
    skip_bom();
  }
}

void JsonReader::skip_bom() {
  if (ensure(3) && std::memcmp(cursor_, "\xEF\xBB\xBF", 3) == 0) {
    cursor_ += 3;
    token_ = cursor_;
    had_bom_ = true;
  }
}

// Keeps the token that is being read; makes room behind it.
bool JsonReader::refill() {
  if (at_end_) return false;
  const auto kept = static_cast<std::size_t>(end_ - token_);
  if (kept > token_limit_)
    throw Error(json_too_long, {{"file", std::string(file_), {}},
                                {"line", std::to_string(token_line_), {}},
                                {"limit", std::to_string(token_limit_), {}}});
  const auto token_at = static_cast<std::size_t>(token_ - begin_);
  const auto cursor_at = static_cast<std::size_t>(cursor_ - token_);
  base_ += token_at;
  if (kept != 0) std::memmove(begin_, token_, kept);
  window_.resize(kept);
  const std::size_t room = kept < block_ ? block_ : kept;  // doubles for long tokens
  window_.resize(kept + room);
  begin_ = window_.data();
  const std::size_t got = blocks_->read(begin_ + kept, room);
  window_.resize(kept + got);
  token_ = begin_;
  cursor_ = begin_ + cursor_at;
  end_ = begin_ + kept + got;
  *end_ = '\0';
  at_end_ = got == 0;
  return got != 0;
}

bool JsonReader::ensure(std::size_t bytes) {
  while (static_cast<std::size_t>(end_ - cursor_) < bytes)
    if (!refill()) return false;
  return true;
}

inline char JsonReader::peek() {
  if (*cursor_ == '\0' && cursor_ == end_) refill();
  return *cursor_;
}

inline void JsonReader::skip_blanks() {
  for (;;) {
    const char c = *cursor_;
    if (c == ' ' || c == '\t' || c == '\r') {
      ++cursor_;
    } else if (c == '\n') {
      ++cursor_;
      ++line_;
    } else if (c == '\0' && cursor_ == end_) {
      token_ = cursor_;
      if (!refill()) return;
    } else {
      return;
    }
  }
}

JsonToken JsonReader::next() {
  escaped_ = false;
  is_decoded_ = false;
  token_ = cursor_;
  skip_blanks();
  char c = *cursor_;
  if (expect_ == Expect::colon) {
    token_ = cursor_;
    if (c != ':') fault({"名前の後に「:」がありません", "':' expected after a member's name"});
    ++cursor_;
    skip_blanks();
    c = *cursor_;
    expect_ = Expect::value;
  }
  token_ = cursor_;
  token_line_ = line_;
  switch (expect_) {
    case Expect::after_value:
      return last_ = after_value(c);
    case Expect::first_element:
      if (c == ']' && !(elements_ && depth_ == 1)) return last_ = close();
      if (elements_ && depth_ == 1 && c == '\0' && cursor_ == end_) return last_ = JsonToken::end;
      return last_ = begin_value(c);
    case Expect::first_key:
      if (c == '}') return last_ = close();
      [[fallthrough]];
    case Expect::key:
      if (c != '"') fault({"「\"」で囲んだ名前が必要です", "a member's name in double quotes expected"});
      scan_string();
      expect_ = Expect::colon;
      return last_ = JsonToken::key;
    default:
      return last_ = begin_value(c);
  }
}

JsonToken JsonReader::after_value(char first) {
  const bool at_end = first == '\0' && cursor_ == end_;
  if (depth_ == 0) {
    if (at_end) return JsonToken::end;
    fault({"データの終わりの後に、余分な文字があります", "more text after the end of the JSON value"});
  }
  const bool object = objects_[static_cast<std::size_t>(depth_)];
  if (first == ',') {
    ++cursor_;
    token_ = cursor_;
    skip_blanks();
    token_ = cursor_;
    token_line_ = line_;
    if (!object) return begin_value(*cursor_);
    if (*cursor_ != '"')
      fault({"「,」の後に、「\"」で囲んだ名前が必要です",
             "a member's name in double quotes expected after ','"});
    scan_string();
    expect_ = Expect::colon;
    return JsonToken::key;
  }
  if (elements_ && depth_ == 1) {
    if (at_end) return JsonToken::end;
  } else if (first == (object ? '}' : ']')) {
    return close();
  }
  if (object) fault({"「,」か「}」が必要です", "',' or '}' expected"});
  fault({"「,」か「]」が必要です", "',' or ']' expected"});
}

JsonToken JsonReader::open(bool object) {
  ++cursor_;
  if (depth_ == kJsonDepth)
    throw Error(json_too_deep, {{"file", std::string(file_), {}},
                                {"line", std::to_string(token_line_), {}},
                                {"offset", std::to_string(offset_of(token_)), {}},
                                {"limit", std::to_string(kJsonDepth), {}}});
  ++depth_;
  objects_[static_cast<std::size_t>(depth_)] = object;
  expect_ = object ? Expect::first_key : Expect::first_element;
  return object ? JsonToken::begin_object : JsonToken::begin_array;
}

JsonToken JsonReader::close() {
  ++cursor_;
  const bool object = objects_[static_cast<std::size_t>(depth_)];
  --depth_;
  expect_ = Expect::after_value;
  return object ? JsonToken::end_object : JsonToken::end_array;
}

JsonToken JsonReader::begin_value(char first) {
  switch (first) {
    case '{':
      return open(true);
    case '[':
      return open(false);
    case '"':
      scan_string();
      expect_ = Expect::after_value;
      return JsonToken::string;
    case 't':
      scan_literal("true");
      return JsonToken::true_;
    case 'f':
      scan_literal("false");
      return JsonToken::false_;
    case 'n':
      scan_literal("null");
      return JsonToken::null;
    default:
      break;
  }
  if (first != '-' && !is_digit(first)) fault({"値が必要です", "a value expected"});
  scan_number();
  expect_ = Expect::after_value;
  return JsonToken::number;
}

void JsonReader::scan_string() {
  ++cursor_;
  for (;;) {
    cursor_ = find_special(cursor_, end_);
    const char c = *cursor_;
    if (c == '"') break;
    if (c == '\\') {
      scan_escape();
    } else if (c == '\0' && cursor_ == end_) {
      if (!refill()) truncated();
    } else {
      token_ = cursor_;
      fault({"文字列の中に、改行などの制御文字がそのまま入っています",
             "a control character (such as a line break) stands unescaped in a string"});
    }
  }
  ++cursor_;
  const std::string_view body = raw();
  if (!is_valid_utf8(body.data(), body.size())) {
    token_ += first_invalid_utf8(body);
    throw Error(json_not_utf8, {{"file", std::string(file_), {}},
                                {"line", std::to_string(line_), {}},
                                {"offset", std::to_string(offset_of(token_)), {}}});
  }
}

void JsonReader::scan_escape() {
  escaped_ = true;
  if (!ensure(2)) truncated();
  const char c = cursor_[1];
  cursor_ += 2;
  if (c == 'u') {
    const std::uint32_t unit = scan_hex4();
    if (unit < 0xD800 || unit > 0xDFFF) return;
    if (unit < 0xDC00) {
      if (!ensure(1) || (*cursor_ == '\\' && !ensure(2))) truncated();
      if (cursor_[0] == '\\' && cursor_[1] == 'u') {
        cursor_ += 2;
        const std::uint32_t low = scan_hex4();
        if (low >= 0xDC00 && low <= 0xDFFF) return;
      }
    }
    fault({"「\\u」で書かれた文字の組（サロゲート）が片方だけです",
           "a \\u surrogate stands without its other half"});
  }
  if (c == '\0' || std::strchr("\"\\/bfnrt", c) == nullptr) {
    --cursor_;
    fault({"「\\」の後の文字が決まりに合いません", "unknown escape after '\\'"});
  }
}

std::uint32_t JsonReader::scan_hex4() {
  if (!ensure(4)) {
    // A wrong digit before the end is the fault, not the end.
    for (const char* at = cursor_; at < end_; ++at)
      if (hex_value(*at) < 0)
        fault({"「\\u」の後に、16進数が4桁必要です", "four hexadecimal digits expected after '\\u'"});
    truncated();
  }
  std::uint32_t unit = 0;
  for (int i = 0; i < 4; ++i) {
    const int digit = hex_value(cursor_[i]);
    if (digit < 0)
      fault({"「\\u」の後に、16進数が4桁必要です", "four hexadecimal digits expected after '\\u'"});
    unit = unit * 16 + static_cast<std::uint32_t>(digit);
  }
  cursor_ += 4;
  return unit;
}

void JsonReader::scan_digits() {
  if (!is_digit(peek()))
    fault({"数の書き方が決まりに合いません（数字が必要です）", "a digit expected in a number"});
  while (is_digit(peek())) ++cursor_;
}

void JsonReader::scan_number() {
  if (*cursor_ == '-') ++cursor_;
  if (peek() == '0') {
    ++cursor_;
    if (is_digit(peek())) fault({"数の前に余分な0があります", "a number begins with a superfluous 0"});
  } else {
    scan_digits();
  }
  if (peek() == '.') {
    ++cursor_;
    scan_digits();
  }
  if (const char e = peek(); e == 'e' || e == 'E') {
    ++cursor_;
    if (const char sign = peek(); sign == '+' || sign == '-') ++cursor_;
    scan_digits();
  }
}

void JsonReader::scan_literal(std::string_view word) {
  ensure(word.size());
  const auto left = static_cast<std::size_t>(end_ - cursor_);
  if (left < word.size() && word.substr(0, left) == std::string_view(cursor_, left)) {
    cursor_ = end_;
    truncated();
  }
  if (left < word.size() || std::string_view(cursor_, word.size()) != word)
    fault({"値が必要です（true, false, null のつづりが違います）",
           "a value expected (true, false or null misspelt)"});
  cursor_ += word.size();
  expect_ = Expect::after_value;
}

std::string_view JsonReader::text() {
  if (last_ != JsonToken::key && last_ != JsonToken::string) return raw();
  char* body = token_ + 1;
  const auto size = static_cast<std::size_t>(cursor_ - token_) - 2;
  if (!escaped_) return {body, size};
  if (!is_decoded_) {
    decoded_ = decode_json_escapes(body, size);
    is_decoded_ = true;
  }
  return {body, decoded_};
}

void JsonReader::skip() {
  if (last_ == JsonToken::begin_object || last_ == JsonToken::begin_array) leave(depth_);
}

void JsonReader::leave(int depth) {
  while (depth_ >= depth) next();
}

void JsonReader::rewind(const Mark& mark) {
  cursor_ = token_ = mark.cursor;
  line_ = token_line_ = mark.line;
  depth_ = mark.depth;
  expect_ = static_cast<Expect>(mark.expect);
  objects_ = mark.objects;
}

void JsonReader::fault(Text reason) {
  if (*cursor_ == '\0' && cursor_ == end_ && !refill()) truncated();
  throw Error(json_syntax, {{"file", std::string(file_), {}},
                            {"line", std::to_string(line_), {}},
                            {"offset", std::to_string(offset_of(cursor_)), {}},
                            {"reason", std::string(reason.ja), std::string(reason.en)}});
}

void JsonReader::truncated() {
  throw Error(json_truncated, {{"file", std::string(file_), {}},
                               {"line", std::to_string(line_), {}},
                               {"offset", std::to_string(offset_of(end_)), {}}});
}

}  // namespace anzenmap
