// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "gis/base/rule_info.hpp"

namespace anzenmap {

/// VA202: full-width digits and signs were read as half-width ones.
extern const RuleInfo full_width;

/// `text` as a parser wants it: NFKC (Unicode UAX #15) but for superscripts, fractions and circled numbers
/// (5² is not 52), every dash before a digit as '-', primes and quotes as ' and ", degree look-alikes as °.
/// Only for parsing; a person's words are never written so. Texts that are not UTF-8 come back as they are.
[[nodiscard]] std::string fold_width(std::string_view text);

/// Plain NFKC; `text` itself when it is not UTF-8 or longer than 4 KiB (no value is).
[[nodiscard]] std::string to_nfkc(std::string_view text);

}  // namespace anzenmap
