// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "ckan/dataset.hpp"

namespace anzenmap::ckan {

using Json = nlohmann::ordered_json;

/// An object inside a descriptor, with its place there, so that a fault can be found by a person.
class Members {
 public:
  Members(const Json& object, std::string file, std::string place = {});

  [[nodiscard]] bool has(const char* key) const;
  /// Missing and null are the same as an empty value; a value of another type is refused by Error.
  [[nodiscard]] std::string text(const char* key) const;
  /// Numbers and booleans are taken as they are written, too.
  [[nodiscard]] std::string scalar(const char* key) const;
  [[nodiscard]] std::vector<std::string> texts(const char* key) const;
  [[nodiscard]] std::uint64_t count(const char* key) const;
  [[nodiscard]] std::vector<double> numbers(const char* key) const;
  [[nodiscard]] Members object(const char* key) const;  ///< an empty one when missing
  [[nodiscard]] std::vector<Members> objects(const char* key) const;
  /// [{"key": K, "value": V}] or {"K": V}; nested values become JSON texts.
  [[nodiscard]] std::vector<Extra> extras(const char* key) const;

  [[nodiscard]] const Json& json() const { return *object_; }
  [[nodiscard]] const std::string& place() const { return place_; }
  [[nodiscard]] const std::string& file() const { return file_; }
  /// Says that the member is not what it must be.
  [[noreturn]] void refuse(const char* key, std::string_view wanted_ja, std::string_view wanted_en) const;

 private:
  [[nodiscard]] const Json* find(const char* key) const;
  [[nodiscard]] std::string place_of(std::string_view key) const;

  const Json* object_;
  std::string file_;
  std::string place_;
};

/// What the descriptor says of the dataset as a whole: title, licence, tags, extents and so on.
void read_metadata(const Members& package, Dataset& dataset);

}  // namespace anzenmap::ckan
