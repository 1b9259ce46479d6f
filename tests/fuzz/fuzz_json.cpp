// SPDX-License-Identifier: Apache-2.0
// Differential fuzzing of importers/json. Ours against nlohmann::json (accepted or not, all values equal),
// memory against blocks of any size (tokens, places and faults equal), and compacting against parsing again.
// The first byte is the block size, the rest is the text.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "gis/base/error.hpp"
#include "gis/base/number.hpp"
#include "importers/json/json_compact.hpp"
#include "importers/json/json_reader.hpp"
#include "tests/fuzz/fuzz_input.hpp"

using namespace anzenmap;
using test::require;

namespace {

class TextBlocks final : public ByteBlocks {
 public:
  TextBlocks(std::string_view text, std::size_t most) : text_(text), most_(most) {}
  std::size_t read(char* to, std::size_t size) override {
    const std::size_t n = std::min({size, most_, text_.size()});
    if (n != 0) std::memcpy(to, text_.data(), n);
    text_.remove_prefix(n);
    return n;
  }

 private:
  std::string_view text_;
  std::size_t most_;
};

std::string number_text(double value) {
  char text[64];
  return {text, static_cast<std::size_t>(std::snprintf(text, sizeof text, "%a", value))};
}

/// What a reader gave: values without the way they are written, and the same with places and raw tokens.
struct Walk {
  std::vector<std::string> values;
  std::vector<std::string> tokens;
  std::string fault;
  bool too_deep = false;
  bool too_large = false;  ///< a number that no double holds: JSON for us, an error for the oracle
};

void step(JsonReader& reader, Walk& walk) {
  static constexpr const char* kNames[] = {"", "{", "}", "[", "]", "k", "s", "n", "true", "false", "null"};
  const JsonToken token = reader.next();
  const JsonPosition at = reader.position();
  std::string told =
      std::to_string(at.line) + " " + std::to_string(at.offset) + " " + std::to_string(reader.depth());
  walk.tokens.push_back(told + std::string(reader.raw()));
  std::string value = kNames[static_cast<std::size_t>(token)];
  if (token == JsonToken::number) {
    double number = 0;
    if (!parse_json_number(reader.raw(), number)) walk.too_large = true;
    value += number_text(number);
  } else if (token == JsonToken::key || token == JsonToken::string) {
    value += reader.text();
  }
  walk.values.push_back(value);
}

Walk walk_of(JsonReader& reader) {
  Walk walk;
  try {
    do {
      step(reader, walk);
    } while (reader.token() != JsonToken::end);
  } catch (const Error& error) {
    walk.fault = error.message(Language::en);
    walk.too_deep = error.code() == "IN173";
  }
  return walk;
}

/// nlohmann's events in our words.
struct Oracle : nlohmann::json_sax<nlohmann::json> {
  std::vector<std::string> values;
  bool null() override { return add("null"); }
  bool boolean(bool value) override { return add(value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override {
    return add("n" + number_text(static_cast<double>(value)));
  }
  bool number_unsigned(number_unsigned_t value) override {
    return add("n" + number_text(static_cast<double>(value)));
  }
  bool number_float(number_float_t value, const string_t&) override { return add("n" + number_text(value)); }
  bool string(string_t& value) override { return add("s" + value); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return add("{"); }
  bool key(string_t& value) override { return add("k" + value); }
  bool end_object() override { return add("}"); }
  bool start_array(std::size_t) override { return add("["); }
  bool end_array() override { return add("]"); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) override {
    return false;
  }
  bool add(std::string value) {
    values.push_back(std::move(value));
    return true;
  }
};

/// -0 is an integer for the oracle and loses its sign there.
void forget_signs_of_zero(std::vector<std::string>& values) {
  for (std::string& value : values)
    if (value == "n-0x0p+0") value = "n0x0p+0";
}

void check_oracle(Walk walk, std::string_view text) {
  if (walk.too_deep || walk.too_large) return;
  if (text.find('\0') != std::string_view::npos) return;  // the oracle takes it for the end
  Oracle oracle;
  const bool accepted = nlohmann::json::sax_parse(text, &oracle);
  require(accepted == walk.fault.empty(), "accepted by one only", text);
  if (!accepted) return;
  walk.values.pop_back();  // the end
  forget_signs_of_zero(walk.values);
  forget_signs_of_zero(oracle.values);
  require(walk.values == oracle.values, "values differ", text);
}

void check_compact(std::string_view text) {
  std::string bytes(text);
  bytes.push_back('\0');
  JsonReader reader(bytes.data(), text.size(), "f");
  reader.next();
  Bytes out;
  std::vector<DuplicateKey> duplicates;
  compact_json(reader, out, text.size(), "f", duplicates);
  const nlohmann::json again = nlohmann::json::parse(out.view(), nullptr, false);
  require(!again.is_discarded(), "compact text is no JSON", text);
  if (duplicates.empty())
    require(again == nlohmann::json::parse(text), "compact text says something else", text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  std::string bytes(text);
  bytes.push_back('\0');
  JsonReader whole(bytes.data(), text.size(), "f");
  const Walk walk = walk_of(whole);

  const std::size_t block = 1U + data[0] % 64U;
  TextBlocks blocks(text, block);
  JsonReader reader(blocks, "f", 1 << 20, block);
  const Walk same = walk_of(reader);
  require(same.fault == walk.fault, "the fault depends on the blocks", text);
  require(same.values == walk.values && same.tokens == walk.tokens, "tokens depend on the blocks", text);

  check_oracle(walk, text);
  if (walk.fault.empty() && !walk.too_large && text.find('\0') == std::string_view::npos) check_compact(text);
  return 0;
}
