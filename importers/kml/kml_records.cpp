// SPDX-License-Identifier: Apache-2.0
#include "importers/kml/kml_records.hpp"

#include <algorithm>

#include "gis/pipeline/stage.hpp"
#include "importers/json/json_escape.hpp"
#include "importers/kml/description.hpp"
#include "importers/kml/kml_rules.hpp"
#include "importers/markup/markup_rules.hpp"

namespace anzenmap::kml {
namespace {

using markup::Origin;
using markup::trimmed;

constexpr std::uint32_t kNone = markup::FeatureColumns::kNone;
/// Lines of one value that a description repeats.
constexpr std::size_t kMostLines = 200;

/// "a b" (My Maps separates the addresses of pictures by blanks) as "a;b".
std::string joined_addresses(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank) {
      out += c;
    } else if (!out.empty() && !out.ends_with(';')) {
      out += ';';
    }
  }
  if (out.ends_with(';')) out.pop_back();
  return out;
}

Diagnostic counted(const RuleInfo& rule, std::uint64_t count) {
  Diagnostic told = make_diagnostic(rule);
  told.arguments = {{"count", std::to_string(count), {}}};
  return told;
}

}  // namespace

KmlRecords::KmlRecords(const KmlOutline& outline, const Profile& profile, bool include_tracks)
    : outline_(outline),
      profile_(profile),
      include_tracks_(include_tracks),
      rows_(outline.columns()),
      days_(outline.columns(), outline.columns().find(Origin::element, "TimeStamp"), profile) {
  const auto column = [&](std::string_view name) { return outline.columns().find(Origin::element, name); };
  columns_ = {column("name"),         column("description"), column("address"),      column("phoneNumber"),
              column("Snippet"),      column("TimeStamp"),   column("img"),          column(column::kFolder),
              column(column::kStyle), column(column::kIcon), column(column::kColour)};
}

Diagnostic& KmlRecords::tell(const RuleInfo& rule, std::string_view column, std::string_view value) {
  return anzenmap::tell(*batch_, rule, batch_->records, column, value);
}

void KmlRecords::placemark(Placemark& placemark) {
  KmlGeometry& geometry = placemark.geometry;
  const bool with_track = !include_tracks_ && geometry.has_track();
  if (with_track) {
    if (geometry.only_tracks()) return tally_.skipped_track();
    geometry.drop_tracks();
  }
  tally_.record(placemark, with_track);
  if (geometry.has_shape() && !outline_.has_shapes()) miss();
  rows_.begin(*batch_);
  plain_.clear();
  plain_.reserve(placemark.data_count);
  put_data(placemark);
  put_elements(placemark);
  put_description(placemark);
  for (const markup::Disagreement& one : rows_.disagreements())
    tell(values_disagree, outline_.columns().headers()[one.column], one.other).arguments = {
        {"kept", std::string(one.kept), {}}};
  write_geometry(geometry);
  put_id(placemark);
  rows_.append(*batch_, placemark.number, placemark.line);
}

void KmlRecords::put_data(Placemark& placemark) {
  std::uint32_t guess = 0;
  for (std::size_t i = 0; i < placemark.data_count; ++i) {
    NamedValue& one = placemark.data[i];
    const std::uint32_t column = outline_.columns().find(Origin::data, one.name, guess);
    std::string_view value = trimmed(one.value);
    if (markup::looks_like_html(value)) value = plain_.emplace_back(markup::html_text(value).text);
    if (one.name == "gx_media_links") {
      one.value = joined_addresses(value);
      value = one.value;
    }
    if (column == kNone) miss();
    rows_.put(column, value);
  }
}

void KmlRecords::put_elements(const Placemark& placemark) {
  put(columns_.name, trimmed(placemark.name));
  put(columns_.address, trimmed(placemark.address));
  put(columns_.phone, trimmed(placemark.phone));
  put(columns_.snippet, trimmed(placemark.snippet));
  put_time(placemark);
  put(columns_.folder, placemark.folder);
  look_ = look_of(placemark, outline_.styles());
  const std::string_view url = trimmed(placemark.style_url);
  if (url.starts_with('#') && outline_.styles().find(url) == nullptr) miss();
  put(columns_.style, look_.style);
  put(columns_.icon, look_.icon);
  put(columns_.colour, look_.colour);
}

void KmlRecords::put_time(const Placemark& placemark) {
  const std::string_view when = trimmed(placemark.when);
  const std::string_view begin = trimmed(placemark.begin);
  const std::string_view end = trimmed(placemark.end);
  if (!when.empty()) return put(columns_.time, days_.day_of(when));
  if (begin.empty()) return put(columns_.time, days_.day_of(end));
  put(columns_.time, days_.day_of(begin));
  if (columns_.time != kNone && !end.empty() && end.substr(0, 10) != begin.substr(0, 10))
    tell(time_span_shortened, outline_.columns().headers()[columns_.time], begin).arguments = {
        {"end", std::string(end), {}}};
}

void KmlRecords::put_description(const Placemark& placemark) {
  comment_.clear();
  images_.clear();
  if (placemark.description.empty()) return;
  seen_ = markup::html_text(placemark.description);
  if (seen_.embedded_image) tell(image_embedded, "description", {});
  for (const std::string& image : seen_.images) {
    if (!images_.empty()) images_ += ';';
    images_ += image;
  }
  put(columns_.image, images_);
  const std::vector<std::string_view> lines = lines_of(seen_.text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::optional<DescribedPair> pair = described_pair(lines[i]);
    const std::uint32_t column =
        pair ? outline_.columns().find(Origin::described, pair->key) : markup::FeatureColumns::kNone;
    if (column != kNone && (column != columns_.description || !rows_.value(column).empty())) {
      put_described(column, pair->value, lines, i);
      continue;
    }
    if (column == kNone && pair && !outline_.is_whole() && may_be_column(pair->key)) miss();
    if (!comment_.empty()) comment_ += '\n';
    comment_ += column == kNone ? lines[i] : pair->value;
  }
  put(columns_.description, comment_);
}

/// Whether a key that the head of the file does not have would be a column.
bool KmlRecords::may_be_column(std::string_view key) {
  if (plain_keys_.contains(key)) return false;
  if (outline_.columns().seen(Origin::data, key)) return true;
  if (DescribedKeys::is_known(key, profile_)) return true;
  if (plain_keys_.size() < DescribedKeys::kMost) plain_keys_.emplace(key);
  return false;
}

/// A value of several lines goes on below its key. Where it ends can only be told by the same value
/// elsewhere.
void KmlRecords::put_described(std::uint32_t column, std::string_view value,
                               const std::vector<std::string_view>& lines, std::size_t& at) {
  const std::string_view known = rows_.value(column);
  if (known.size() > value.size() && known.find('\n') != std::string_view::npos) {
    std::string whole(value);
    const std::size_t last = std::min(lines.size(), at + 1 + kMostLines);
    for (std::size_t next = at + 1; next < last && whole.size() < known.size(); ++next) {
      whole += '\n';
      whole += lines[next];
      if (!markup::same_words(whole, known)) continue;
      at = next;
      return;
    }
  }
  put(column, value);
}

/// The feature's own id, unless a column holds one.
void KmlRecords::put_id(const Placemark& placemark) {
  TextColumn& ids = batch_->feature_id;
  if (outline_.has_id_column()) return;
  const std::string_view id = trimmed(placemark.id);
  if (id.empty() && ids.cells.empty()) return;
  if (ids.cells.empty()) ids.fill_null(batch_->records);
  if (id.empty()) return ids.push({}, 0);
  Bytes token;
  append_json_string(token, id);
  const std::size_t at = batch_->text.append(token.view());
  ids.push({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(token.size())},
           classify(token.view()));
}

void KmlRecords::write_geometry(KmlGeometry& geometry) {
  const KmlGeometry::Result result = geometry.write(batch_->geometry);
  if (result.rounded) ++rounded_;
  if (result.relative_heights) ++relative_heights_;
  if (geometry.has_unknown()) tell(geometry_unknown, "Model", {});
  for (const GeometryFault& fault : geometry.faults()) {
    Diagnostic& told = tell(*fault.rule, fault.element, fault.value);
    told.arguments = fault.arguments;
    told.fix = fault.fix;
  }
}

std::vector<Diagnostic> KmlRecords::closing() const {
  std::vector<Diagnostic> all = tally_.diagnostics();
  if (rounded_ != 0) all.push_back(counted(markup::coordinates_rounded, rounded_));
  if (relative_heights_ != 0) all.push_back(counted(heights_above_ground, relative_heights_));
  if (days_.count() != 0) all.push_back(counted(markup::times_shortened, days_.count()));
  return all;
}

}  // namespace anzenmap::kml
