// SPDX-License-Identifier: Apache-2.0
#include "exporters/writing/well_formed.hpp"

#include "gis/base/utf8.hpp"

namespace anzenmap {

std::string well_formed(std::string_view text) {
  std::string out;
  for (std::size_t valid = 0; (valid = first_invalid_utf8(text)) != std::string_view::npos;) {
    out.append(text.substr(0, valid)).append("\xEF\xBF\xBD");
    text.remove_prefix(valid + 1);
  }
  return out.append(text);
}

}  // namespace anzenmap
