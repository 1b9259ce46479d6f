// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "gis/base/rule_info.hpp"

namespace anzenmap {

/// Table Schema types that a profile may use. `code` is a string of digits or signs whose zeros count
/// (ID, municipality code, telephone): JSON string, never a number.
enum class FieldType : std::uint8_t { string, code, number, integer, boolean, date };

enum class Role : std::uint8_t {
  none,
  id,
  name,
  latitude,
  longitude,
  easting,
  northing,
  geometry,
  height,
  accuracy,
  category,
  date,
  school_year,
  photo,
  municipality_code,
  address,
  publishable,
  consent,
  url
};

enum class Privacy : std::uint8_t { public_, internal, personal };

/// Table Schema constraints (Frictionless Table Schema, "Constraints").
struct Constraints {
  bool required = false;
  bool unique = false;
  std::optional<std::size_t> min_length;  ///< code points
  std::optional<std::size_t> max_length;
  std::optional<double> minimum;
  std::optional<double> maximum;
  std::string pattern;  ///< what rule/pattern.hpp knows, whole value; empty = none
  std::string form_ja;  ///< the pattern in a person's words; empty = the pattern itself is shown
  std::string form_en;
  std::vector<std::string> choices;  ///< "enum"
};

/// One spelling of a category and the label it stands for.
struct CategoryLabel {
  std::string label;
  std::string key;     ///< English key
  std::string colour;  ///< #rrggbb
  std::string symbol;
  std::vector<std::string> spellings;
};

struct Field {
  std::string name;  ///< CSV header and GeoJSON property name
  std::string key;   ///< English name (--keys en)
  std::string title_ja;
  std::string title_en;
  FieldType type = FieldType::string;
  Role role = Role::none;
  Privacy privacy = Privacy::public_;
  Constraints constraints;
  std::vector<std::string> aliases;
  std::vector<std::string> holds;  ///< phone, email, postal, address: public in this field
  std::string standard;            ///< column of the municipal standard data set
  std::vector<CategoryLabel> categories;
  std::string separator;  ///< several values in a cell, e.g. ";"; empty = one value
};

/// What a profile says of one rule: how grave its findings are.
struct RuleSetting {
  std::string rule;                  ///< code or name, as it was written
  std::optional<Severity> severity;  ///< empty = off: its findings are not told
};

/// West, south, east, north in degrees, WGS 84.
using Box = std::array<double, 4>;

/// What a survey record is: fields, their roles and the areas in which places are expected. Immutable once
/// loaded.
class Profile {
 public:
  std::string name;
  std::string title_ja;
  std::string title_en;
  std::vector<Field> fields;
  Box hard_area{122.0, 20.0, 154.0, 46.0};
  std::optional<Box> expected_area;
  std::optional<double> accuracy_limit;  ///< metres; a place that may be further off is a warning
  std::vector<RuleSetting> rules;        ///< checked against the rules that there are by who runs them
  std::string source_crs;                ///< "EPSG:N" that the profile pins; empty = not pinned

  /// Index of the field that a header means, and how it was found.
  struct Match {
    enum class How { exact, normalised, alias } how;
    std::size_t field;
  };
  /// Exact first, then after normalise_header(), then by alias; std::nullopt when no field fits.
  [[nodiscard]] std::optional<Match> match(std::string_view header) const;
  [[nodiscard]] std::optional<std::size_t> field_with_role(Role role) const;
  /// The field whose name or alias is nearest to `header` by edit distance, if near enough to be meant.
  [[nodiscard]] std::optional<std::size_t> nearest(std::string_view header) const;
  /// How many of these headers the profile knows; importers find the header row with it.
  [[nodiscard]] std::size_t known_headers(std::span<const std::string> cells) const;

  /// Called by the loader once all members are set.
  void index();

 private:
  std::unordered_map<std::string, Match> by_name_;
};

/// NFKC, without any blank or line break (inner ones too), lower case ASCII.
[[nodiscard]] std::string normalise_header(std::string_view header);

/// Names of the built-in profiles, in the order in which they are listed.
[[nodiscard]] std::span<const std::string_view> builtin_profiles();
/// The JSON text of a built-in profile; empty when there is none of that name.
[[nodiscard]] std::string_view builtin_profile_json(std::string_view name);
/// A built-in profile by name, else a file by path. Throws Error.
[[nodiscard]] Profile load_profile(const std::string& name_or_path);
/// Parses a profile's JSON text; `origin` names it in errors. Throws Error.
[[nodiscard]] Profile parse_profile(std::string_view json, std::string_view origin);

[[nodiscard]] std::string_view name_of(FieldType type);
[[nodiscard]] std::string_view name_of(Role role);
[[nodiscard]] std::string_view name_of(Privacy privacy);

}  // namespace anzenmap
