// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "ckan/http/transport.hpp"

namespace anzenmap::ckan {

/// CKAN answered, and the answer is a fault: a refusal, or something that is no answer of CKAN at all (a
/// login page, truncated JSON, a proxy's error). `outcome` says whether the server may have done what was
/// asked.
class ActionError : public Error {
 public:
  enum class Outcome { refused, unknown };
  ActionError(const RuleInfo& rule, std::vector<Argument> arguments, Kind kind, Outcome outcome, int status,
              std::string type, nlohmann::ordered_json fields)
      : Error(rule, std::move(arguments), kind),
        outcome_(outcome),
        status_(status),
        type_(std::move(type)),
        fields_(std::move(fields)) {}
  [[nodiscard]] Outcome outcome() const noexcept { return outcome_; }
  [[nodiscard]] int status() const noexcept { return status_; }
  /// CKAN's `__type`, e.g. "Validation Error"; empty = none.
  [[nodiscard]] const std::string& type() const noexcept { return type_; }
  /// CKAN's `error` object without `__type`; null when there was none.
  [[nodiscard]] const nlohmann::ordered_json& fields() const noexcept { return fields_; }

 private:
  Outcome outcome_;
  int status_;
  std::string type_;
  nlohmann::ordered_json fields_;
};

struct Asked;

enum class Effect { reads, writes };

/// CKAN's Action API, version 3, over one transport. Safe from several threads at a time.
class ActionApi {
 public:
  explicit ActionApi(Transport& transport) : transport_(&transport) {}

  /// POST of a JSON object to /api/3/action/NAME; the answer's `result`. Reads are repeated where that is
  /// safe. Throws ActionError, TransportError.
  nlohmann::ordered_json call(std::string_view action, const nlohmann::ordered_json& arguments,
                              Effect effect);
  /// The same as multipart/form-data, for actions that take files (package_revise, resource_create).
  nlohmann::ordered_json call_with_parts(
      std::string_view action, std::vector<Part> parts,
      const std::function<void(std::uint64_t, std::uint64_t)>& progress = {});

  [[nodiscard]] Transport& transport() noexcept { return *transport_; }

 private:
  [[nodiscard]] Response sent(const Request& request) const;
  [[nodiscard]] Asked asked(std::string_view action) const;

  Transport* transport_;
};

}  // namespace anzenmap::ckan
