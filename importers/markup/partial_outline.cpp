// SPDX-License-Identifier: Apache-2.0
#include "importers/markup/partial_outline.hpp"

#include "gis/pipeline/source.hpp"

namespace anzenmap::markup {

void ask_for_whole_outline(const std::string& file) {
  throw RereadRequest{file,
                      {"columns_from", "file", DecidedBy::detected, "初めの方にない項目が後ろにあります",
                       "a field stands far behind that the head does not have"}};
}

}  // namespace anzenmap::markup
