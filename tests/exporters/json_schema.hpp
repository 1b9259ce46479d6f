// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#ifndef ANZENMAP_SOURCE
#define ANZENMAP_SOURCE "."
#endif

namespace anzenmap::testing {

/// What is wrong with `json` by a schema of docs/schema/; empty when nothing is.
inline std::string schema_faults(const nlohmann::json& json, const std::string& name) {
  const auto text = nlohmann::json::parse(std::ifstream(ANZENMAP_SOURCE "/docs/schema/" + name));
  valijson::Schema schema;
  valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
  parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(text), schema);
  valijson::Validator validator;
  valijson::ValidationResults results;
  validator.validate(schema, valijson::adapters::NlohmannJsonAdapter(json), &results);
  std::string faults;
  for (valijson::ValidationResults::Error error; results.popError(error);) {
    for (const std::string& step : error.context) faults += step;
    faults += ": " + error.description + "\n";
  }
  return faults;
}

}  // namespace anzenmap::testing
