// SPDX-License-Identifier: Apache-2.0
#include <random>
#include <string>
#include <unordered_map>

#include "gis/base/hash.hpp"
#include "gis/rule/key_index.hpp"
#include "tests/catch.hpp"

using namespace anzenmap;

TEST_CASE("the index counts like a map", "[key_index]") {
  KeyIndex index;
  std::unordered_map<std::uint64_t, std::uint32_t> oracle;
  std::mt19937_64 random(3);
  for (int i = 0; i < 200000; ++i) {
    const std::uint64_t key = i % 3 == 0 ? random() % 1000 : random();
    const std::uint64_t stored = key == 0 ? 1 : key;
    REQUIRE(index.add(key) == oracle[stored]++);
  }
  CHECK(index.size() == oracle.size());
}

TEST_CASE("the index stays below 24 bytes a record at any size", "[key_index]") {
  KeyIndex index;
  for (std::uint64_t i = 1; i <= 1000000; ++i) {
    index.add(hash64(std::to_string(i)));
    if (i >= 20000 && i % 1000 == 0) REQUIRE(index.bytes() <= i * 24);
  }
}

TEST_CASE("texts that differ by one byte or by length hash apart", "[hash]") {
  CHECK(hash64("A1") != hash64("A2"));
  CHECK(hash64("") != hash64(std::string(1, '\0')));
  CHECK(hash64("00000001") != hash64("000000010"));
}
