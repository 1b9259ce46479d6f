// SPDX-License-Identifier: Apache-2.0
#include "importers/kml/kml_tally.hpp"

#include "importers/kml/kml_rules.hpp"
#include "importers/markup/feature_rows.hpp"
#include "importers/markup/markup_rules.hpp"

namespace anzenmap::kml {
namespace {

/// What a link shows of itself: never what stands behind a question mark, which may open somebody's map.
std::string shown(std::string_view address) {
  std::string_view plain = address.substr(0, address.find('?'));
  const std::size_t scheme = plain.find("//");
  const std::size_t user = plain.find('@');
  std::string text;
  if (scheme != std::string_view::npos && user != std::string_view::npos &&
      user < plain.find('/', scheme + 2)) {
    text = plain.substr(0, scheme + 2);
    plain.remove_prefix(user + 1);
  }
  text += plain.substr(0, 200);
  return text;
}

}  // namespace

void KmlTally::record(const Placemark& placemark, bool with_track) {
  ++records_;
  if (with_track) ++tracks_;
  if (markup::trimmed(placemark.visibility) == "0") ++hidden_;
  const bool placed = !placemark.geometry.empty() || placemark.geometry.has_unknown();
  if (placed || markup::trimmed(placemark.address).empty()) return;
  if (++address_only_ == 1) first_address_only_ = markup::trimmed(placemark.name);
}

void KmlTally::other_feature(std::string_view kind, std::string_view address) {
  if (kind != "NetworkLink") {
    ++overlays_;
    return;
  }
  if (++links_ == 1) first_link_ = shown(address);
}

std::vector<Diagnostic> KmlTally::diagnostics() const {
  std::vector<Diagnostic> all;
  const auto tell = [&all](const RuleInfo& rule, std::uint64_t count, std::vector<Argument> more = {}) {
    if (count == 0) return;
    Diagnostic told = make_diagnostic(rule);
    told.arguments = std::move(more);
    told.arguments.insert(told.arguments.begin(), {"count", std::to_string(count), {}});
    all.push_back(std::move(told));
  };
  tell(records_ == 0 ? only_network_link : network_link_not_followed, links_, {{"address", first_link_, {}}});
  tell(markup::tracks_not_read, tracks_);
  tell(address_without_place, address_only_, {{"first", first_address_only_, {}}});
  tell(hidden_placemarks_read, hidden_);
  tell(overlays_not_read, overlays_);
  return all;
}

}  // namespace anzenmap::kml
