// SPDX-License-Identifier: Apache-2.0
#include "gis/profile/mapping.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "gis/base/edit_distance.hpp"
#include "gis/base/error.hpp"
#include "gis/privacy/personal_columns.hpp"
#include "gis/profile/form_columns.hpp"
#include "gis/profile/profile_rules.hpp"

namespace anzenmap {

namespace {

constexpr std::array<std::string_view, 9> kX{"x",       "x座標", "x座標(m)", "x座標[m]", "平面直角x",
                                             "x座標値", "座標x", "x(m)",     "x[m]"};
constexpr std::array<std::string_view, 9> kY{"y",       "y座標", "y座標(m)", "y座標[m]", "平面直角y",
                                             "y座標値", "座標y", "y(m)",     "y[m]"};
constexpr std::array<std::string_view, 4> kNorthing{"northing", "northing(m)", "n座標", "北距"};
constexpr std::array<std::string_view, 4> kEasting{"easting", "easting(m)", "e座標", "東距"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view header) {
  return std::find(names.begin(), names.end(), header) != names.end();
}

Diagnostic about_column(const RuleInfo& rule, std::uint32_t layer, const std::string& header) {
  Diagnostic diagnostic = make_diagnostic(rule);
  diagnostic.layer = layer;
  diagnostic.column = header;
  return diagnostic;
}

/// Maps layer after layer; the schema grows from what they have.
class Mapper {
 public:
  Mapper(std::span<const Layer> layers, const Profile& profile, const MappingOptions& options)
      : layers_(layers),
        profile_(profile),
        options_(options),
        used_(profile.fields.size(), false),
        hidden_(profile.fields.size(), false) {}

  SurveyMapping run() {
    check_keep();
    for (std::uint32_t i = 0; i < layers_.size(); ++i) map_layer(i);
    collect_fields();
    collect_original();
    tell();
    return std::move(out_);
  }

 private:
  void map_layer(std::uint32_t index) {
    const Layer& layer = layers_[index];
    LayerMapping mapping;
    std::vector<int> taken(profile_.fields.size(), -1);
    mapping.columns.resize(layer.headers.size());
    pin_columns(index, taken, mapping);
    take_form_columns(layer, profile_, taken, mapping);
    for (const LayerMapping::Column& column : mapping.columns)
      if (column.profile_field >= 0) used_[static_cast<std::size_t>(column.profile_field)] = true;
    // Exact names first: an alias must not take the field from its own column further right.
    for (const bool exact_only : {true, false}) {
      for (std::size_t c = 0; c < layer.headers.size(); ++c) {
        LayerMapping::Column& column = mapping.columns[c];
        column.header = layer.headers[c];
        if (column.profile_field >= 0 || !column.how.empty()) continue;
        const auto match = match_column(layer, c);
        if (!match || (exact_only && match->how != Profile::Match::How::exact)) continue;
        if (taken[match->field] >= 0 && profile_.fields[match->field].privacy == Privacy::personal) {
          column.how = "repeated";
          column.privacy = Privacy::personal;
          continue;
        }
        if (taken[match->field] >= 0) {
          Diagnostic diagnostic = about_column(column_repeated, index, column.header);
          diagnostic.arguments = {
              {"field", profile_.fields[match->field].name, {}},
              {"first", layer.headers[static_cast<std::size_t>(taken[match->field])], {}}};
          repeated_.push_back(std::move(diagnostic));
          column.how = "repeated";
          continue;
        }
        taken[match->field] = static_cast<int>(c);
        column.profile_field = static_cast<int>(match->field);
        column.how = how_of(match->how);
        column.privacy = profile_.fields[match->field].privacy;
        used_[match->field] = true;
      }
    }
    find_place(layer, taken, mapping);
    for (LayerMapping::Column& column : mapping.columns) {
      if (column.profile_field >= 0 || (column.how == "place" && !column.left_out)) continue;
      if (column.how.empty() && is_personal_again(column.header)) {
        column.how = "repeated";
        column.privacy = Privacy::personal;
      }
      if (column.how != "pinned" && is_platform_personal(column.header)) {
        column.how = "platform";
        column.privacy = Privacy::personal;
      }
      if (column.privacy == Privacy::personal) continue;
      if (column.how.empty()) column.how = "unknown";
      const bool kept =
          std::find(options_.keep.begin(), options_.keep.end(), column.header) != options_.keep.end();
      column.privacy = kept ? Privacy::public_ : Privacy::internal;
      column.left_out = column.left_out && !kept;
    }
    keep_hidden_inside(layer, mapping);
    tell_missing(index, taken, mapping);
    out_.layers.push_back(std::move(mapping));
  }

  /// A person's word goes before names, but not where a column is personal by its name: nothing is published
  /// by an edited file.
  void pin_columns(std::uint32_t index, std::vector<int>& taken, LayerMapping& mapping) {
    if (index >= options_.pinned.size()) return;
    const Layer& layer = layers_[index];
    for (const PinnedColumn& pinned : options_.pinned[index]) {
      const auto header = std::find(layer.headers.begin(), layer.headers.end(), pinned.header);
      if (header == layer.headers.end() || is_personal(pinned.header)) continue;
      const auto c = static_cast<std::size_t>(header - layer.headers.begin());
      LayerMapping::Column& column = mapping.columns[c];
      if (pinned.field.empty()) {
        if (!is_found_anyway(pinned.how)) column.how = "unknown";
        continue;
      }
      const std::size_t field = pinned_field(pinned);
      if (taken[field] >= 0) continue;
      const auto match = profile_.match(pinned.header);
      taken[field] = static_cast<int>(c);
      column.profile_field = static_cast<int>(field);
      column.how = match && match->field == field ? how_of(match->how) : "pinned";
      column.privacy = profile_.fields[field].privacy;
      used_[field] = true;
    }
  }

  /// Columns without a field that say what they are by themselves.
  static bool is_found_anyway(std::string_view how) {
    return how == "place" || how == "repeated" || how == "platform" || how == "choice" || how == "part" ||
           how == "style" || how == "bookkeeping";
  }

  [[nodiscard]] std::size_t pinned_field(const PinnedColumn& pinned) const {
    for (std::size_t f = 0; f < profile_.fields.size(); ++f)
      if (profile_.fields[f].name == pinned.field) return f;
    Argument hint{"hint", "", ""};
    if (const auto near = profile_.nearest(pinned.field)) {
      const std::string& name = profile_.fields[*near].name;
      hint = {"hint", "。もしかして「" + name + "」ですか", "; did you mean '" + name + "'?"};
    }
    throw Error(
        field_unknown,
        {{"name", pinned.field, {}}, {"header", pinned.header, {}}, {"profile", profile_.name, {}}, hint},
        Error::Kind::usage);
  }

  [[nodiscard]] bool is_personal(const std::string& header) const {
    const auto match = profile_.match(header);
    return (match && profile_.fields[match->field].privacy == Privacy::personal) ||
           is_personal_again(header) || (!match && is_platform_personal(header));
  }

  /// By the header, else by what the importer knows of it ("group/question").
  [[nodiscard]] std::optional<Profile::Match> match_column(const Layer& layer, std::size_t column) const {
    const auto match = profile_.match(layer.headers[column]);
    if (match || column >= layer.hints.size() || layer.hints[column].name.empty()) return match;
    auto hinted = profile_.match(layer.hints[column].name);
    if (hinted) hinted->how = Profile::Match::How::alias;
    return hinted;
  }

  static std::string how_of(Profile::Match::How how) {
    return how == Profile::Match::How::exact        ? "exact"
           : how == Profile::Match::How::normalised ? "normalised"
                                                    : "alias";
  }

  /// "児童名 (2)", as importers call the second column of that header: no less personal than the first.
  [[nodiscard]] bool is_personal_again(const std::string& header) const {
    const std::size_t mark = header.rfind(" (");
    if (mark == std::string::npos || !header.ends_with(')')) return false;
    const std::string number = header.substr(mark + 2, header.size() - mark - 3);
    if (number.empty() || number.find_first_not_of("0123456789") != std::string::npos) return false;
    const auto match = profile_.match(header.substr(0, mark));
    return match && profile_.fields[match->field].privacy == Privacy::personal;
  }

  /// Somebody hid the column from readers of the sheet, so it is not made public unasked.
  void keep_hidden_inside(const Layer& layer, LayerMapping& mapping) {
    for (LayerMapping::Column& column : mapping.columns) {
      const bool hidden =
          std::find(layer.hidden.begin(), layer.hidden.end(), column.header) != layer.hidden.end();
      const bool kept =
          std::find(options_.keep.begin(), options_.keep.end(), column.header) != options_.keep.end();
      if (!hidden || kept || column.privacy != Privacy::public_) continue;
      column.privacy = Privacy::internal;
      if (column.profile_field >= 0) hidden_[static_cast<std::size_t>(column.profile_field)] = true;
    }
  }

  void check_keep() const {
    for (const std::string& wanted : options_.keep) {
      std::string nearest;
      std::size_t best = code_points(wanted) / 2 + 1;
      for (const Layer& layer : layers_) {
        for (const std::string& header : layer.headers) {
          const std::size_t distance = edit_distance(wanted, header);
          if (distance >= best) continue;
          best = distance;
          nearest = header;
        }
      }
      if (best == 0) continue;
      Argument ja{"hint", "", ""};
      if (!nearest.empty())
        ja = {"hint", "。もしかして「" + nearest + "」ですか", "; did you mean '" + nearest + "'?"};
      throw Error(keep_unknown, {{"name", wanted, {}}, ja}, Error::Kind::usage);
    }
  }

  int column_of(const std::vector<int>& taken, Role role) const {
    const auto field = profile_.field_with_role(role);
    return field ? taken[*field] : -1;
  }

  void find_place(const Layer& layer, const std::vector<int>& taken, LayerMapping& mapping) const {
    // What a profile has no field for was set by take_form_columns().
    const auto take = [&](int& column, Role role) {
      if (const int own = column_of(taken, role); own >= 0) column = own;
    };
    take(mapping.shape, Role::geometry);
    take(mapping.latitude, Role::latitude);
    take(mapping.longitude, Role::longitude);
    if (column_of(taken, Role::id) >= 0) mapping.source_id = -1;
    const std::size_t index = static_cast<std::size_t>(&layer - layers_.data());
    const CoordinateAxes axes = index < options_.axes.size() ? options_.axes[index] : CoordinateAxes::degrees;
    const Plane plane = find_plane(layer, mapping, axes);
    if (axes != CoordinateAxes::degrees) {
      const int northing = column_of(taken, Role::northing);
      const int easting = column_of(taken, Role::easting);
      if (northing >= 0 && easting >= 0) {
        mapping.latitude = northing;
        mapping.longitude = easting;
      } else if (plane.north >= 0 && plane.east >= 0) {
        take_place(mapping, plane);
      }
    } else if (mapping.latitude < 0 && mapping.longitude < 0 && plane.north >= 0 && plane.east >= 0) {
      take_place(mapping, plane);
    }
  }

  struct Plane {
    int north = -1;
    int east = -1;
  };

  /// Columns called X and Y, or northing and easting, that no field has taken.
  static Plane find_plane(const Layer& layer, const LayerMapping& mapping, CoordinateAxes axes) {
    int x = -1;
    int y = -1;
    Plane plane;
    for (std::size_t c = 0; c < layer.headers.size() && !layer.has_geometry; ++c) {
      if (mapping.columns[c].profile_field >= 0 || mapping.columns[c].left_out) continue;
      const std::string header = normalise_header(layer.headers[c]);
      if (x < 0 && is_one_of(kX, header)) x = static_cast<int>(c);
      if (y < 0 && is_one_of(kY, header)) y = static_cast<int>(c);
      if (plane.north < 0 && is_one_of(kNorthing, header)) plane.north = static_cast<int>(c);
      if (plane.east < 0 && is_one_of(kEasting, header)) plane.east = static_cast<int>(c);
    }
    if (plane.north >= 0 && plane.east >= 0) return plane;
    return axes == CoordinateAxes::north_first ? Plane{x, y} : Plane{y, x};
  }

  static void take_place(LayerMapping& mapping, const Plane& plane) {
    mapping.latitude = plane.north;
    mapping.longitude = plane.east;
    mark_place(mapping, plane.north, plane.east);
  }

  static void mark_place(LayerMapping& mapping, int first, int second) {
    for (const int c : {first, second}) {
      mapping.columns[static_cast<std::size_t>(c)].how = "place";
      mapping.columns[static_cast<std::size_t>(c)].privacy = Privacy::public_;
    }
  }

  void tell_missing(std::uint32_t index, const std::vector<int>& taken, const LayerMapping& mapping) {
    if (layers_[index].has_no_records) return;
    for (std::size_t f = 0; f < profile_.fields.size(); ++f) {
      const Field& field = profile_.fields[f];
      if (field.constraints.required && taken[f] < 0) tell_missing_field(index, field.name, f, mapping);
    }
    if (layers_[index].has_geometry || mapping.shape >= 0) return;
    for (const auto& [role, column] :
         {std::pair{Role::latitude, mapping.latitude}, std::pair{Role::longitude, mapping.longitude}}) {
      const auto field = profile_.field_with_role(role);
      if (column < 0 && field) tell_missing_field(index, profile_.fields[*field].name, *field, mapping);
    }
  }

  void tell_missing_field(std::uint32_t index, const std::string& name, std::size_t field,
                          const LayerMapping& mapping) {
    Diagnostic diagnostic = about_column(column_missing, index, name);
    const bool table = layers_[index].has_rows_of_text;
    Argument ja{"hint_ja", (table ? "。見出しの行に「" : "。記録に項目「") + name + "」を足してください", {}};
    Argument en{"hint_en", "; add '" + name + (table ? "' to the header row" : "' to the records"), {}};
    for (const LayerMapping::Column& column : mapping.columns) {
      if (column.profile_field >= 0 || column.header.empty()) continue;
      const auto near = profile_.nearest(column.header);
      if (!near || *near != field) continue;
      ja.ja = "。列「" + column.header + "」のことなら、見出しを「" + name + "」に直してください";
      en.ja = "; if column '" + column.header + "' is meant, rename it to '" + name + "'";
      diagnostic.fix = Fix{column.header, name, FixSafety::shown};
      break;
    }
    diagnostic.arguments = {ja, en};
    missing_.push_back(std::move(diagnostic));
  }

  [[nodiscard]] bool leave_out(Privacy privacy) const {
    return privacy == Privacy::personal || (options_.public_only && privacy == Privacy::internal);
  }

  /// Adds lat/lon, shape and ID where they must be derived.
  void mark_derived(std::vector<bool>& wanted) const {
    bool shapes = false;
    for (std::size_t i = 0; i < layers_.size(); ++i) {
      shapes = shapes || (layers_[i].has_geometry && layers_[i].has_shapes);
    }
    const auto want = [&](Role role) {
      if (const auto field = profile_.field_with_role(role)) wanted[*field] = true;
    };
    // Even where all are lines and areas: which columns there are must not depend on what a table's cells
    // hold.
    want(Role::latitude);
    want(Role::longitude);
    if (shapes) want(Role::geometry);
    if (std::any_of(out_.layers.begin(), out_.layers.end(),
                    [](const LayerMapping& mapping) { return mapping.accuracy_in_place; }))
      want(Role::accuracy);
    want(Role::id);
  }

  void collect_fields() {
    std::vector<bool> wanted = used_;
    mark_derived(wanted);
    std::unordered_set<std::string> names;
    std::vector<int> schema_of(profile_.fields.size(), -1);
    Schema& schema = out_.schema;
    schema.profile_name = profile_.name;
    // Members of one collection cannot speak for several.
    if (layers_.size() == 1) schema.foreign = layers_.front().foreign;
    for (std::size_t f = 0; f < profile_.fields.size(); ++f) {
      const Field& field = profile_.fields[f];
      const Privacy privacy = hidden_[f] ? Privacy::internal : field.privacy;
      if (!wanted[f] || leave_out(privacy)) continue;
      schema_of[f] = static_cast<int>(schema.fields.size());
      schema.fields.push_back({&field, options_.english_keys ? field.key : field.name, field.type, field.role,
                               privacy, !used_[f]});
      names.insert(schema.fields.back().name);
    }
    std::unordered_map<std::string, int> unknown;
    for (const LayerMapping& mapping : out_.layers) add_unknown(mapping, names, unknown);
    for (LayerMapping& mapping : out_.layers) {
      mapping.field_to_raw.assign(schema.fields.size(), -1);
      for (std::size_t c = 0; c < mapping.columns.size(); ++c) {
        const LayerMapping::Column& column = mapping.columns[c];
        const int target = column.profile_field >= 0
                               ? schema_of[static_cast<std::size_t>(column.profile_field)]
                           : unknown.contains(column.header) ? unknown.at(column.header)
                                                             : -1;
        if (target >= 0) mapping.field_to_raw[static_cast<std::size_t>(target)] = static_cast<int>(c);
      }
    }
  }

  void add_unknown(const LayerMapping& mapping, std::unordered_set<std::string>& names,
                   std::unordered_map<std::string, int>& unknown) {
    for (const LayerMapping::Column& column : mapping.columns) {
      if (column.profile_field >= 0 || column.left_out || leave_out(column.privacy) ||
          unknown.contains(column.header))
        continue;
      std::string name = column.header;
      for (int n = 2; names.contains(name); ++n) name = column.header + "_" + std::to_string(n);
      names.insert(name);
      unknown[column.header] = static_cast<int>(out_.schema.fields.size());
      out_.schema.fields.push_back({nullptr, name, FieldType::string, Role::none, column.privacy, false});
    }
  }

  void collect_original() {
    std::unordered_map<std::string, std::size_t> seen;
    std::vector<std::string>& original = out_.schema.original;
    for (const LayerMapping& mapping : out_.layers) {
      for (const LayerMapping::Column& column : mapping.columns) {
        if (column.privacy == Privacy::personal) continue;
        if (seen.emplace(column.header, original.size()).second) original.push_back(column.header);
      }
    }
    for (LayerMapping& mapping : out_.layers) {
      mapping.original.assign(original.size(), -1);
      for (std::size_t c = 0; c < mapping.columns.size(); ++c) {
        if (mapping.columns[c].privacy == Privacy::personal) continue;
        mapping.original[seen.at(mapping.columns[c].header)] = static_cast<int>(c);
      }
    }
  }

  /// A header that is nearly a field's, when no other column is that field: most likely a slip.
  Argument hint_for(const LayerMapping::Column& column, Diagnostic& diagnostic) const {
    const auto near = profile_.nearest(column.header);
    if (!near || used_[*near] || profile_.fields[*near].privacy == Privacy::personal) return {"hint", "", ""};
    const std::string& name = profile_.fields[*near].name;
    diagnostic.fix = Fix{column.header, name, FixSafety::shown};
    return {"hint", "。「" + name + "」のことなら、見出しを直してください",
            "; rename it if '" + name + "' is meant"};
  }

  void tell() {
    auto& all = out_.diagnostics;
    std::move(missing_.begin(), missing_.end(), std::back_inserter(all));
    std::move(repeated_.begin(), repeated_.end(), std::back_inserter(all));
    for (std::uint32_t i = 0; i < out_.layers.size(); ++i) {
      for (Diagnostic& told : tell_left_out(layers_[i], i, out_.layers[i])) all.push_back(std::move(told));
      for (const LayerMapping::Column& column : out_.layers[i].columns) {
        if (column.privacy == Privacy::personal) {
          all.push_back(about_column(column_personal, i, column.header));
        } else if (column.how == "unknown" && column.privacy != Privacy::public_) {
          Diagnostic diagnostic = about_column(column_unknown, i, column.header);
          diagnostic.arguments = {{"profile", profile_.name, {}}, hint_for(column, diagnostic)};
          all.push_back(std::move(diagnostic));
        }
      }
    }
  }

  std::span<const Layer> layers_;
  const Profile& profile_;
  const MappingOptions& options_;
  std::vector<bool> used_;
  std::vector<bool> hidden_;  ///< of each profile field: some sheet hides its column
  SurveyMapping out_;
  std::vector<Diagnostic> missing_;
  std::vector<Diagnostic> repeated_;
};

}  // namespace

SurveyMapping map_survey(std::span<const Layer> layers, const Profile& profile,
                         const MappingOptions& options) {
  return Mapper(layers, profile, options).run();
}

}  // namespace anzenmap
