// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "gis/base/error.hpp"
#include "importers/json/json_compact.hpp"
#include "importers/json/json_escape.hpp"
#include "importers/json/json_reader.hpp"
#include "importers/json/json_rules.hpp"
#include "tests/catch.hpp"

using namespace anzenmap;

namespace {

/// Hands a text over in blocks of any size.
class TextBlocks final : public ByteBlocks {
 public:
  TextBlocks(std::string_view text, std::size_t most) : text_(text), most_(most) {}
  std::size_t read(char* to, std::size_t size) override {
    const std::size_t n = std::min({size, most_, text_.size()});
    std::memcpy(to, text_.data(), n);
    text_.remove_prefix(n);
    return n;
  }

 private:
  std::string_view text_;
  std::size_t most_;
};

std::string letter_of(JsonToken token) {
  switch (token) {
    case JsonToken::begin_object:
      return "{";
    case JsonToken::end_object:
      return "}";
    case JsonToken::begin_array:
      return "[";
    case JsonToken::end_array:
      return "]";
    case JsonToken::key:
      return "k:";
    case JsonToken::string:
      return "s:";
    case JsonToken::number:
      return "n:";
    case JsonToken::true_:
      return "T";
    case JsonToken::false_:
      return "F";
    case JsonToken::null:
      return "N";
    case JsonToken::end:
      return "$";
  }
  return "?";
}

/// All tokens as one text, or the code and the English message of the Error.
std::string walk(JsonReader& reader) {
  std::string told;
  try {
    for (;;) {
      const JsonToken token = reader.next();
      told += letter_of(token);
      const bool has_text =
          token == JsonToken::key || token == JsonToken::string || token == JsonToken::number;
      if (has_text) told += std::string(reader.text()) + ";";
      if (token == JsonToken::end) return told;
    }
  } catch (const Error& error) {
    return std::string(error.code()) + " " + error.message(Language::en);
  }
}

std::string in_memory(std::string text) {
  const std::size_t size = text.size();
  text.push_back('\0');
  JsonReader reader(text.data(), size, "a.json");
  return walk(reader);
}

std::string in_blocks(std::string_view text, std::size_t block) {
  TextBlocks blocks(text, block);
  JsonReader reader(blocks, "a.json", 1 << 20, block);
  return walk(reader);
}

/// The same from memory and from blocks of several sizes.
std::string tokens(std::string_view text) {
  const std::string whole = in_memory(std::string(text));
  for (const std::size_t block : {1U, 2U, 3U, 7U, 16U, 4096U}) REQUIRE(in_blocks(text, block) == whole);
  return whole;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("every kind of value is read as it is written") {
  CHECK(tokens("{}") == "{}$");
  CHECK(tokens("[]") == "[]$");
  CHECK(tokens(" \t\r\n null \n") == "N$");
  CHECK(tokens(R"({"a":1,"b":[true,false,null],"c":{"d":"e"}})") == "{k:a;n:1;k:b;[TFN]k:c;{k:d;s:e;}}$");
  CHECK(tokens("[0,-0,1.50,-12.5e+3,1E400,123456789012345678901234567890]") ==
        "[n:0;n:-0;n:1.50;n:-12.5e+3;n:1E400;n:123456789012345678901234567890;]$");
  CHECK(tokens("\"横断歩道\"") == "s:横断歩道;$");
}

TEST_CASE("escapes are decoded, pairs of surrogates joined") {
  CHECK(tokens(R"("\"\\\/\b\f\n\r\t")") == "s:\"\\/\b\f\n\r\t;$");
  CHECK(tokens(R"("\u6A2A\u65ad\u0041\u00e9")") == "s:横断Aé;$");
  CHECK(tokens(R"("x\uD867\uDE3Dy")") == "s:x𩸽y;$");
  CHECK(tokens(R"({"\u0061":1})") == "{k:a;n:1;}$");
  CHECK(tokens(R"("a\u0000b")") == "s:" + std::string("a\0b", 3) + ";$");
  CHECK(has(tokens(R"("\uD867")"), "IN170"));
  CHECK(has(tokens(R"("\uD867\u0041")"), "other half"));
  CHECK(has(tokens(R"("\uDE3D")"), "other half"));
  CHECK(has(tokens(R"("\uD867x")"), "other half"));
  CHECK(has(tokens(R"("\u12G4")"), "hexadecimal"));
  CHECK(has(tokens(R"("\u12")"), "hexadecimal"));
  CHECK(has(tokens(R"("\x41")"), "unknown escape"));
}

TEST_CASE("what RFC 8259 does not have is a fault") {
  for (const std::string_view text :
       {"[1,]",     "[,1]",         "{\"a\":1,}", "{,}",        "{a:1}",    "{'a':1}",    "{\"a\" 1}",
        "{\"a\":}", "[1 2]",        "[01]",       "[-01]",      "[.5]",     "[1.]",       "[1.e1]",
        "[1e]",     "[1e+]",        "[+1]",       "[-]",        "[NaN]",    "[Infinity]", "[nul]",
        "[True]",   "[tru",         "{} {}",      "1 2",        "/*c*/1",   "[1//\n]",    "]",
        "}",        "[}",           "{]",         "\"\t\"",     "\"a\nb\"", "[0x10]",     "{\"a\"}",
        "{1:2}",    "[\"a\"\"b\"]", "\x0B[]",     "\xC2\xA0[]", ":",        ",",          "[1]]"}) {
    CAPTURE(text);
    CHECK(tokens(text).substr(0, 5) == (text == "[tru" ? "IN171" : "IN170"));
  }
  CHECK(tokens(std::string_view("[\0]", 3)).substr(0, 5) == "IN170");
  CHECK(tokens(std::string_view("\"\0\"", 3)).substr(0, 5) == "IN170");
}

TEST_CASE("a fault tells line and byte offset") {
  CHECK(has(tokens("{\n \"a\": 1,\n \"b\": x\n}"), "line 3 (byte offset 17)"));
  CHECK(has(tokens("[\r\n1,\r\n2\r\n3]"), "line 4 (byte offset 10)"));
  CHECK(has(tokens("[\"a\n\"]"), "line 1 (byte offset 3)"));
  CHECK(has(tokens("[\n\"\xE3\x81\x82\xE3\x81\"]"), "line 2 (byte offset 6)"));
}

TEST_CASE("a text that stops half-way is told as cut off") {
  const std::string_view whole = R"({"a":[1.5,"横\u6a2a\"",true,null],"b":{}})";
  for (std::size_t size = 0; size < whole.size(); ++size) {
    CAPTURE(size);
    const std::string told = tokens(whole.substr(0, size));
    // Inside a character or a \u the bytes at the end are what is wrong first.
    CHECK((told.substr(0, 5) == "IN171" || told.substr(0, 5) == "IN172"));
  }
  CHECK(tokens("").substr(0, 5) == "IN171");
  CHECK(tokens("  \n").substr(0, 5) == "IN171");
}

TEST_CASE("text that is not UTF-8 is refused") {
  for (const std::string_view bytes :
       {"\x89\xA1", "\xC0\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\x80", "\xE3\x81"}) {
    CAPTURE(bytes);
    CHECK(tokens("[\"" + std::string(bytes) + "\"]").substr(0, 5) == "IN172");
    CHECK(tokens("{\"" + std::string(bytes) + "\":1}").substr(0, 5) == "IN172");
  }
}

TEST_CASE("a byte order mark is passed over once") {
  std::string text = "\xEF\xBB\xBF[1]";
  CHECK(tokens(text) == "[n:1;]$");
  const std::size_t size = text.size();
  JsonReader reader(text.data(), size, "a.json");
  CHECK(reader.had_bom());
  CHECK(tokens("\xEF\xBB\xBF\xEF\xBB\xBF[1]").substr(0, 5) == "IN170");
}

TEST_CASE("depth is limited") {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  CHECK(tokens(nested(200)).back() == '$');
  CHECK(tokens(nested(201)).substr(0, 5) == "IN173");
  CHECK(tokens(std::string(1'000'000, '[')).substr(0, 5) == "IN173");
}

TEST_CASE("a token longer than the limit is refused, others of any number are not") {
  const std::string long_text = "[\"" + std::string(10'000, 'x') + "\"]";
  TextBlocks blocks(long_text, 64);
  JsonReader reader(blocks, "a.json", 5'000, 64);
  CHECK(walk(reader).substr(0, 5) == "IN174");
  TextBlocks again(long_text, 64);
  JsonReader wide(again, "a.json", 20'000, 64);
  CHECK(walk(wide).back() == '$');
  std::string many = "[1";
  for (int i = 0; i < 100'000; ++i) many += ",1";
  many += "]";
  TextBlocks small(many, 64);
  JsonReader bounded(small, "a.json", 64, 64);
  CHECK(walk(bounded).back() == '$');
}

TEST_CASE("positions count bytes of the file and physical lines") {
  const std::string text = "{\n  \"a\": [1,\n\n 22]}";
  TextBlocks blocks(text, 3);
  JsonReader reader(blocks, "a.json", 1000, 16);
  while (reader.next() != JsonToken::end) {
    if (reader.raw() == "22") {
      CHECK(reader.position().offset == 15);
      CHECK(reader.position().line == 4);
      CHECK(reader.consumed() == 17);
      CHECK(reader.depth() == 2);
    }
  }
}

TEST_CASE("elements of an array are read from memory, with their place in the file") {
  std::string text = "{\"a\":1} ,\n [2] ,3";
  JsonReader reader(text.data(), text.size(), "a.json", JsonReader::Shape::elements, {100, 7});
  CHECK(reader.next() == JsonToken::begin_object);
  CHECK(reader.position().offset == 100);
  reader.skip();
  CHECK(reader.depth() == 1);
  CHECK(reader.next() == JsonToken::begin_array);
  CHECK(reader.position().line == 8);
  reader.leave(2);
  const JsonReader::Mark mark = reader.mark();
  CHECK(reader.next() == JsonToken::number);
  CHECK(reader.next() == JsonToken::end);
  reader.rewind(mark);
  CHECK(reader.next() == JsonToken::number);
  CHECK(reader.raw() == "3");
  std::string broken = "1,]";
  JsonReader faulty(broken.data(), broken.size(), "a.json", JsonReader::Shape::elements);
  CHECK(walk(faulty).substr(0, 5) == "IN170");
}

TEST_CASE("compacting keeps tokens as written and drops later duplicates") {
  const auto compact = [](std::string text, std::vector<DuplicateKey>& duplicates) {
    JsonReader reader(text.data(), text.size(), "a.json");
    reader.next();
    Bytes out;
    compact_json(reader, out, 1000, "a.json", duplicates);
    CHECK(reader.next() == JsonToken::end);
    return std::string(out.view());
  };
  std::vector<DuplicateKey> duplicates;
  CHECK(compact(" { \"a\" : [ 1.50 , \"\\u3042\\/\" , { } ] ,\n\"b\": null } ", duplicates) ==
        R"({"a":[1.50,"\u3042\/",{}],"b":null})");
  CHECK(duplicates.empty());
  CHECK(compact("{\"a\":1,\n\"\\u0061\":{\"a\":2},\"b\":[{\"a\":1,\"a\":2}]}", duplicates) ==
        R"({"a":1,"b":[{"a":1}]})");
  REQUIRE(duplicates.size() == 2);
  CHECK(duplicates[0].key == "a");
  CHECK(duplicates[0].line == 2);
  SeenKeys keys;
  for (int i = 0; i < 1000; ++i) CHECK(keys.add(std::to_string(i)));
  for (int i = 0; i < 1000; ++i) CHECK_FALSE(keys.add(std::to_string(i)));
}

TEST_CASE("a string that is written reads back") {
  std::string all;
  for (int c = 0; c < 0x80; ++c) all.push_back(static_cast<char>(c));
  all += "横断歩道𩸽";
  Bytes out;
  append_json_string(out, all);
  CHECK(in_memory(std::string(out.view())) == "s:" + all + ";$");
}

TEST_CASE("json rules are listed once each, in order") {
  std::string_view before;
  for (const RuleInfo* rule : json_rules()) {
    CHECK(rule->code > before);
    before = rule->code;
  }
}
