// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "gis/base/bytes.hpp"
#include "gis/base/text.hpp"
#include "importers/json/byte_blocks.hpp"

namespace anzenmap {

enum class JsonToken : std::uint8_t {
  end,  ///< of the whole text
  begin_object,
  end_object,
  begin_array,
  end_array,
  key,
  string,
  number,
  true_,
  false_,
  null
};

struct JsonPosition {
  std::uint64_t offset = 0;  ///< bytes before it in the file
  std::int64_t line = 1;     ///< physical line, from 1
};

/// Containers inside each other, at most.
inline constexpr int kJsonDepth = 200;

/// Reads one JSON text token by token, as RFC 8259 has it and no more: no comments, no trailing commas, no
/// NaN, no leading zeros, well-formed UTF-8, no surrogate without its other half. A byte order mark in front
/// is passed over and told by had_bom(). Numbers stay as they are written. Duplicate keys are the caller's
/// (SeenKeys). Every fault throws Error with line and offset (json_syntax, json_truncated, json_not_utf8,
/// json_too_deep, json_too_long): there is no reading on behind one.
class JsonReader {
 public:
  /// Reads in blocks; no more than a block or one token (at most `token_limit` bytes) is kept. `blocks` and
  /// `file` (the name in messages) must outlive the reader.
  JsonReader(ByteBlocks& blocks, std::string_view file, std::size_t token_limit,
             std::size_t block = 256 * 1024);

  enum class Shape {
    value,    ///< one JSON text
    elements  ///< what stands between [ and ] of an array; depth() starts at 1, and `end` follows the last
              ///< one
  };
  /// Reads from memory. `text[size]` must be writable and becomes 0; text() decodes in place.
  JsonReader(char* text, std::size_t size, std::string_view file, Shape shape = Shape::value,
             JsonPosition start = {});

  JsonReader(const JsonReader&) = delete;
  JsonReader& operator=(const JsonReader&) = delete;

  JsonToken next();
  /// What next() gave last.
  [[nodiscard]] JsonToken token() const { return last_; }

  /// The bytes of the token, of keys and strings with their quotes. Valid until next() or text().
  [[nodiscard]] std::string_view raw() const { return {token_, static_cast<std::size_t>(cursor_ - token_)}; }
  /// A key or string decoded (it may hold NUL), else raw(). Valid until next(); in memory as long as the
  /// bytes are.
  std::string_view text();
  /// Whether text() differs from what stands between the quotes.
  [[nodiscard]] bool escaped() const { return escaped_; }

  [[nodiscard]] JsonPosition position() const { return {offset_of(token_), token_line_}; }
  /// Bytes of the file up to the end of the token.
  [[nodiscard]] std::uint64_t consumed() const { return offset_of(cursor_); }
  [[nodiscard]] int depth() const { return depth_; }
  [[nodiscard]] bool had_bom() const { return had_bom_; }

  /// Passes over the rest of the value whose first token next() just gave.
  void skip();
  /// Passes over everything up to the end of the container that is `depth` deep: depth() is then depth - 1.
  void leave(int depth);

  /// A place to come back to, in memory only.
  struct Mark {
    char* cursor;
    std::int64_t line;
    int depth;
    std::uint8_t expect;
    std::bitset<kJsonDepth + 1> objects;
  };
  [[nodiscard]] Mark mark() const {
    return {cursor_, line_, depth_, static_cast<std::uint8_t>(expect_), objects_};
  }
  void rewind(const Mark& mark);

 private:
  enum class Expect : std::uint8_t { value, first_element, first_key, key, colon, after_value };

  [[nodiscard]] std::uint64_t offset_of(const char* at) const {
    return base_ + static_cast<std::uint64_t>(at - begin_);
  }
  bool refill();
  bool ensure(std::size_t bytes);
  char peek();
  void skip_blanks();
  void skip_bom();
  JsonToken open(bool object);
  JsonToken close();
  JsonToken begin_value(char first);
  JsonToken after_value(char first);
  void scan_string();
  void scan_escape();
  std::uint32_t scan_hex4();
  void scan_number();
  void scan_digits();
  void scan_literal(std::string_view word);
  [[noreturn]] void fault(Text reason);
  [[noreturn]] void truncated();

  ByteBlocks* blocks_ = nullptr;
  std::string_view file_;
  std::size_t token_limit_ = 0;
  std::size_t block_ = 0;
  Bytes window_;

  char* begin_ = nullptr;   ///< of the window
  char* end_ = nullptr;     ///< of the window; *end_ is 0
  char* cursor_ = nullptr;  ///< end of the token
  char* token_ = nullptr;
  std::size_t decoded_ = 0;  ///< bytes of text() once decoded
  std::uint64_t base_ = 0;   ///< offset of begin_ in the file
  std::int64_t line_ = 1;
  std::int64_t token_line_ = 1;
  int depth_ = 0;
  Expect expect_ = Expect::value;
  JsonToken last_ = JsonToken::end;
  bool escaped_ = false;
  bool is_decoded_ = false;
  bool at_end_ = false;
  bool had_bom_ = false;
  bool elements_ = false;
  std::bitset<kJsonDepth + 1> objects_;  ///< by depth: whether the container is an object
};

}  // namespace anzenmap
