// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "gis/base/rule_info.hpp"
#include "gis/base/text.hpp"

namespace anzenmap {

extern const RuleInfo address_unusable;       ///< OU751, Error (usage); {value}
extern const RuleInfo share_folder_unusable;  ///< OU752, Error (usage); {path}

/// What a message about a published map tells.
struct ShareFacts {
  std::string title;
  std::string description;
  std::uint64_t places = 0;
  std::string url;
  std::string picture;  ///< https address of a picture of the map; empty = none
  Language language = Language::ja;
};

/// A flex message for LINE's Messaging API (one message object), to be sent by whoever runs the account.
[[nodiscard]] std::string line_message_json(const ShareFacts& facts);

/// An <iframe> that shows the page inside another one.
[[nodiscard]] std::string iframe_html(const ShareFacts& facts);

}  // namespace anzenmap
