// SPDX-License-Identifier: Apache-2.0
#include "cli/view/braille_map.hpp"
#include "tests/catch.hpp"

using namespace anzenmap;
using anzenmap::cli::braille_map;

TEST_CASE("a map of dots is north up, east right, and as wide as the terminal allows") {
  CHECK(braille_map({}, 10, 5).empty());
  const std::vector<LonLat> one{{131.8, 34.0}};
  CHECK(braille_map(one, 10, 5) == std::vector<std::string>{"⠁"});
  const std::vector<LonLat> two{{131.80, 34.00}, {131.81, 34.02}};
  const std::vector<std::string> lines = braille_map(two, 40, 4);
  REQUIRE(lines.size() == 4);
  CHECK(lines.front().substr(lines.front().size() - 3) != "⠀");  // the north-eastern one
  CHECK(lines.back().substr(0, 3) == "⡀");                       // the south-western one
  for (const std::string& line : braille_map(two, 3, 100)) CHECK(line.size() <= 9);
}
