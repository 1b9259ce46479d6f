// SPDX-License-Identifier: Apache-2.0
#include "importers/form/recognise.hpp"

#include <algorithm>

#include "importers/form/place_column.hpp"
#include "importers/form/place_family.hpp"
#include "importers/form/platform.hpp"

namespace anzenmap::form {

namespace {

/// Names that the profile may know a question by when it stands behind groups: "group/question", and
/// "question/choice" as "question_choice". Empty when there is none.
std::string name_behind_groups(const std::string& header, char mark, const Profile& profile) {
  if (mark == 0 || profile.match(header)) return {};
  for (std::size_t at = header.find_first_of(std::string{mark, '/'}); at != std::string::npos;
       at = header.find_first_of(std::string{mark, '/'}, at + 1)) {
    std::string rest = header.substr(at + 1);
    if (rest.empty()) break;
    if (profile.match(rest)) return rest;
    std::string joined = rest;
    std::replace(joined.begin(), joined.end(), '/', '_');
    if (joined != rest && profile.match(joined)) return joined;
  }
  std::string joined = header;
  std::replace(joined.begin(), joined.end(), '/', '_');
  return joined != header && profile.match(joined) ? joined : std::string{};
}

/// A profile's field for one choice, "question_choice". The choice alone may be called like any field
/// (その他).
std::string name_of_choice(const std::string& header, const Profile& profile) {
  const std::size_t last = header.rfind('/');
  const std::size_t before = last == 0 ? std::string::npos : header.find_last_of("/-", last - 1);
  std::string joined = header.substr(before == std::string::npos ? 0 : before + 1);
  std::replace(joined.begin(), joined.end(), '/', '_');
  return profile.match(joined) ? joined : std::string{};
}

/// Epicollect5 numbers its questions: "4_Where".
std::string name_behind_number(const std::string& header, const Profile& profile) {
  const std::size_t digits = header.find_first_not_of("0123456789");
  if (digits == 0 || digits == std::string::npos || header[digits] != '_' || profile.match(header)) return {};
  std::string rest = header.substr(digits + 1);
  return profile.match(rest) ? rest : std::string{};
}

bool is_mark(const std::string& cell) {
  return cell.empty() || cell == "0" || cell == "1" || cell == "True" || cell == "False" || cell == "TRUE" ||
         cell == "FALSE";
}

/// A column "question/choice" of a question whose answers stand in a column "question" too.
bool is_choice(const Layer& layer, std::size_t column, std::span<const std::vector<std::string>> rows) {
  const std::string& header = layer.headers[column];
  const std::size_t slash = header.rfind('/');
  if (slash == std::string::npos || slash == 0) return false;
  if (std::find(layer.headers.begin(), layer.headers.end(), header.substr(0, slash)) == layer.headers.end())
    return false;
  return std::all_of(rows.begin(), rows.end(),
                     [&](const auto& row) { return column >= row.size() || is_mark(row[column]); });
}

bool is_known_field(const Layer& layer, const Profile& profile, Role role) {
  const auto field = profile.field_with_role(role);
  return field && std::any_of(layer.headers.begin(), layer.headers.end(), [&](const std::string& header) {
           const auto match = profile.match(header);
           return match && match->field == *field;
         });
}

class Recogniser {
 public:
  Recogniser(Layer& layer, const Profile& profile, std::span<const std::vector<std::string>> rows)
      : layer_(layer), profile_(profile), rows_(rows) {
    layer_.hints.assign(layer_.headers.size(), ColumnHint{});
  }

  void of_platform(const PlatformGuess& guess, std::string_view kind) {
    const Platform& platform = *guess.platform;
    layer_.dialect = platform.name;
    layer_.reading.decide("dialect", std::string(platform.name) + " " + std::string(kind),
                          DecidedBy::detected, guess.evidence + "があります",
                          "has the headers " + guess.evidence);
    for (std::size_t c = 0; c < layer_.headers.size(); ++c) hint_column(platform, c);
    take_source_id(platform);
    if (guess.place != nullptr) take_family(*guess.place, guess.places);
    if (platform.name == "Survey123") take_x_and_y();
  }

  /// A place as one text, by what its cells hold.
  void of_place_text() {
    if (has_place_columns()) return;
    const auto found = find_place_column(layer_.headers, rows_, profile_);
    if (!found) return;
    const bool known = found->part == ColumnPart::shape && is_known_field(layer_, profile_, Role::geometry);
    if (known) return;
    layer_.hints[found->column].part = found->part;
    layer_.reading.decide("place", layer_.headers[found->column], DecidedBy::detected, found->evidence.ja,
                          found->evidence.en);
  }

  void forget_empty_hints() {
    const bool used = std::any_of(layer_.hints.begin(), layer_.hints.end(), [](const ColumnHint& hint) {
      return hint.part != ColumnPart::answer || !hint.name.empty();
    });
    if (!used) layer_.hints.clear();
  }

 private:
  [[nodiscard]] bool has_place_columns() const {
    const bool by_hint = std::any_of(layer_.hints.begin(), layer_.hints.end(), [](const ColumnHint& hint) {
      return hint.part == ColumnPart::latitude;
    });
    return by_hint || (is_known_field(layer_, profile_, Role::latitude) &&
                       is_known_field(layer_, profile_, Role::longitude));
  }

  void hint_column(const Platform& platform, std::size_t c) {
    const std::string& header = layer_.headers[c];
    ColumnHint& hint = layer_.hints[c];
    hint.name = platform.name == "Epicollect5" ? name_behind_number(header, profile_)
                                               : name_behind_groups(header, platform.group_mark, profile_);
    if (platform.group_mark != 0 && is_choice(layer_, c, rows_)) {
      hint = {ColumnPart::choice, name_of_choice(header, profile_)};
      return;
    }
    const auto named = [&](std::string_view name) { return is_named(header, platform.group_mark, name); };
    if (!platform.day.empty() && named(platform.day) && !is_known_field(layer_, profile_, Role::date)) {
      if (const auto date = profile_.field_with_role(Role::date)) {
        hint.name = profile_.fields[*date].name;
        return;
      }
    }
    if (std::any_of(platform.source_ids.begin(), platform.source_ids.end(), named) ||
        std::any_of(platform.bookkeeping.begin(), platform.bookkeeping.end(), named) ||
        is_picture_address(header))
      hint.part = ColumnPart::bookkeeping;
    if (is_title(platform, header)) hint.part = ColumnPart::personal;
  }

  /// "写真_URL" beside "写真": the picture on the app's server, which asks for a password.
  [[nodiscard]] bool is_picture_address(const std::string& header) const {
    constexpr std::string_view kEnding = "_URL";
    return header.size() > kEnding.size() && header.ends_with(kEnding) &&
           std::find(layer_.headers.begin(), layer_.headers.end(),
                     header.substr(0, header.size() - kEnding.size())) != layer_.headers.end();
  }

  /// Epicollect5 joins answers into a title: names of pupils, often. Where another column names the place it
  /// says nothing new.
  [[nodiscard]] bool is_title(const Platform& platform, const std::string& header) const {
    if (platform.name != "Epicollect5" || header != "title") return false;
    const auto field = profile_.field_with_role(Role::name);
    return field && std::any_of(layer_.headers.begin(), layer_.headers.end(), [&](const std::string& other) {
             const std::string name = name_behind_number(other, profile_);
             const auto match = profile_.match(name.empty() ? other : name);
             return other != header && match && match->field == *field;
           });
  }

  void take_source_id(const Platform& platform) {
    for (const std::string_view name : platform.source_ids) {
      for (std::size_t c = 0; c < layer_.headers.size(); ++c) {
        if (!is_named(layer_.headers[c], platform.group_mark, name)) continue;
        layer_.hints[c].part = ColumnPart::source_id;
        if (!is_known_field(layer_, profile_, Role::id))
          layer_.reading.decide("source_id", layer_.headers[c], DecidedBy::detected,
                                std::string(platform.name) + "が付けた番号です",
                                "the ID that " + std::string(platform.name) + " gave");
        return;
      }
    }
  }

  void take_family(const PlaceFamily& family, std::size_t places) {
    const auto take = [&](int column, ColumnPart part) {
      if (column >= 0) layer_.hints[static_cast<std::size_t>(column)] = {part, {}};
    };
    take(family.latitude, ColumnPart::latitude);
    take(family.longitude, ColumnPart::longitude);
    take(family.altitude, ColumnPart::altitude);
    take(family.accuracy, ColumnPart::accuracy);
    take(family.whole, ColumnPart::second_place);
    take(family.utm_northing, ColumnPart::utm_northing);
    take(family.utm_easting, ColumnPart::utm_easting);
    take(family.utm_zone, ColumnPart::utm_zone);
    const std::string count = std::to_string(places);
    layer_.reading.decide(
        "place", family.question, DecidedBy::detected,
        places == 1 ? "場所の質問です" : "場所の質問が" + count + "個あり、そのはじめです",
        places == 1 ? "the question about a place" : "the first of " + count + " questions about places");
  }

  void take_x_and_y() {
    int x = -1;
    int y = -1;
    for (std::size_t c = 0; c < layer_.headers.size(); ++c) {
      if (is_named(layer_.headers[c], 0, "x")) x = static_cast<int>(c);
      if (is_named(layer_.headers[c], 0, "y")) y = static_cast<int>(c);
    }
    if (x < 0 || y < 0) return;
    layer_.hints[static_cast<std::size_t>(x)] = {ColumnPart::longitude, {}};
    layer_.hints[static_cast<std::size_t>(y)] = {ColumnPart::latitude, {}};
    layer_.reading.decide("place", "x, y", DecidedBy::detected, "Survey123は x に経度、y に緯度を書きます",
                          "Survey123 writes longitude as x and latitude as y");
  }

  Layer& layer_;
  const Profile& profile_;
  std::span<const std::vector<std::string>> rows_;
};

}  // namespace

void recognise(Layer& layer, const Profile& profile, std::span<const std::vector<std::string>> rows,
               std::string_view kind) {
  Recogniser recogniser(layer, profile, rows);
  const PlaceFamilies families = find_place_families(layer.headers);
  if (const PlatformGuess guess = guess_platform(layer.headers, families); guess.platform != nullptr)
    recogniser.of_platform(guess, kind);
  recogniser.of_place_text();
  recogniser.forget_empty_hints();
}

}  // namespace anzenmap::form
