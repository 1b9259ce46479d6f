// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include "gis/base/diagnostic.hpp"
#include "gis/base/rule_info.hpp"
#include "gis/base/text.hpp"

namespace anzenmap {

/// Advice as data: the cli says it as a flag (`--encoding cp932`), another program in its own way.
struct Advice {
  std::string option;
  std::string value;
};

/// A fault of the world (unreadable file, full disk, broken container, wrong usage): the only exception
/// family that this library throws, caught once in cli/main.cpp. Faults in the data are Diagnostics.
class Error : public std::exception {
 public:
  enum class Kind { usage, world, refused };  ///< exit code 2, 3 or 4

  Error(const RuleInfo& rule, std::vector<Argument> arguments, Kind kind = Kind::world,
        std::vector<Advice> advice = {});

  [[nodiscard]] const RuleInfo& rule() const noexcept { return *rule_; }
  [[nodiscard]] std::string_view code() const noexcept { return rule_->code; }
  [[nodiscard]] Kind kind() const noexcept { return kind_; }
  [[nodiscard]] const std::vector<Advice>& advice() const noexcept { return advice_; }
  [[nodiscard]] std::string message(Language language) const;
  [[nodiscard]] const char* what() const noexcept override { return what_.c_str(); }

 private:
  const RuleInfo* rule_;
  std::vector<Argument> arguments_;
  Kind kind_;
  std::vector<Advice> advice_;
  std::string what_;  ///< English, for debuggers and foreign callers
};

}  // namespace anzenmap
