// SPDX-License-Identifier: Apache-2.0
#include "importers/geojson/position_text.hpp"

#include <cmath>

#include "gis/base/number.hpp"

namespace anzenmap {

int decimals_of(std::string_view number) {
  // No find_first_of: this is done for each coordinate.
  std::size_t e = std::string_view::npos;
  std::size_t point = number.size();
  for (std::size_t i = 0; i < number.size(); ++i) {
    if (number[i] == '.') point = i;
    if (number[i] == 'e' || number[i] == 'E') {
      e = i;
      break;
    }
  }
  long exponent = 0;
  if (e != std::string_view::npos) {
    std::size_t at = e + 1;
    const bool negative = at < number.size() && number[at] == '-';
    if (at < number.size() && (number[at] == '-' || number[at] == '+')) ++at;
    for (; at < number.size() && exponent < 10'000; ++at) exponent = exponent * 10 + (number[at] - '0');
    if (negative) exponent = -exponent;
  }
  if (e == std::string_view::npos && point == number.size()) return 0;
  std::string_view digits = number.substr(0, e);
  if (digits.find_first_of("123456789") == std::string_view::npos) return 0;
  const std::size_t dot = digits.find('.');
  long decimals = dot == std::string_view::npos ? 0 : static_cast<long>(digits.size() - dot - 1);
  while (digits.size() > 1 && digits.back() == '0' && (decimals > 0 || exponent < 0)) {
    digits.remove_suffix(1);
    --decimals;
    if (!digits.empty() && digits.back() == '.') digits.remove_suffix(1);
  }
  decimals -= exponent;
  return decimals < 0 ? 0 : static_cast<int>(decimals);
}

std::string position_text(double x, double y, double z) {
  std::string text = "[" + shortest(x) + "," + shortest(y);
  if (!std::isnan(z)) text += "," + shortest(z);
  return text + "]";
}

}  // namespace anzenmap
