// SPDX-License-Identifier: Apache-2.0
#include "importers/kml/kml.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "gis/base/error.hpp"
#include "importers/kml/kml_outline.hpp"
#include "importers/kml/kml_reader.hpp"
#include "importers/kml/kml_records.hpp"
#include "importers/kml/kml_rules.hpp"
#include "importers/markup/markup_rules.hpp"
#include "importers/markup/markup_source.hpp"

namespace anzenmap {
namespace kml {
namespace {

constexpr std::string_view kZip = "PK\x03\x04";

bool ends_with(std::string_view name, std::string_view end) {
  if (name.size() < end.size()) return false;
  name.remove_prefix(name.size() - end.size());
  return std::equal(name.begin(), name.end(), end.begin(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + ('a' - 'A') : a) == b; });
}

/// What a KMZ is read from: doc.kml, else the first .kml at the top, else the first one (OGC 07-147r2
/// section 6.2 wants the first .kml at the root; programs that pack by hand put it where they like).
struct MainDocument {
  std::unique_ptr<markup::Document> document;
  std::string part;  ///< empty = not packed
  std::vector<Diagnostic> diagnostics;
};

MainDocument main_document(const std::string& path) {
  MainDocument main;
  {
    const InputFile file(path);
    char magic[4] = {};
    if (file.read_at(0, magic, sizeof magic) != sizeof magic || std::string_view(magic, 4) != kZip) {
      main.document = std::make_unique<markup::FileDocument>(path);
      return main;
    }
  }
  ZipArchive archive = ZipArchive::open(path, file_name_of(path), markup::archive_container);
  const std::vector<std::string> names = archive.names();
  std::size_t best = names.size();
  int best_rank = 4;
  std::string others;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string& name = names[i];
    if (!ends_with(name, ".kml") || name.starts_with("__MACOSX/")) continue;
    const bool at_top = name.find('/') == std::string::npos && name.find('\\') == std::string::npos;
    const int rank = name == "doc.kml" ? 1 : at_top ? 2 : 3;
    if (rank >= best_rank) continue;
    best = i;
    best_rank = rank;
  }
  if (best == names.size()) throw Error(markup::archive_without_kml, {{"file", archive.file(), {}}});
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i == best || !ends_with(names[i], ".kml") || names[i].starts_with("__MACOSX/")) continue;
    if (others.size() > 500) continue;
    if (!others.empty()) others += ", ";
    others += names[i];
  }
  main.part = names[best];
  if (!others.empty()) {
    Diagnostic told = make_diagnostic(markup::other_documents);
    told.arguments = {{"read", main.part, {}}, {"others", others, {}}};
    main.diagnostics.push_back(std::move(told));
  }
  main.document = std::make_unique<markup::PartDocument>(std::move(archive), best);
  return main;
}

bool is_kml_root(std::string_view name) {
  return name == "kml" || name == "Document" || name == "Folder" || name == "Placemark";
}

class KmlSource final : public markup::MarkupSource {
 public:
  KmlSource(MainDocument main, const ReadOptions& options, const Profile& profile)
      : MarkupSource(std::move(main.document), options),
        part_(std::move(main.part)),
        diagnostics_(std::move(main.diagnostics)),
        outline_(document().name(), options.include_tracks) {
    const std::string& file = document().name();
    if (!root().name.empty() && !is_kml_root(root().name))
      throw Error(kml_not_kml, {{"file", file, {}}, {"root", root().name, {}}});
    KmlReader first_look(KmlReading{file, false, options.record_limit}, outline_);
    outline_.settle(profile, look_first(first_look));
    describe(options.format.has_value());
    records_.emplace(outline_, profile, options.include_tracks);
    reader_.emplace(KmlReading{file, true, options.record_limit}, *records_);
    read_with(*reader_);
  }

  [[nodiscard]] std::vector<Diagnostic> opening_diagnostics() override {
    std::vector<Diagnostic> all = std::move(diagnostics_);
    std::vector<Diagnostic> more = MarkupSource::opening_diagnostics();
    std::move(more.begin(), more.end(), std::back_inserter(all));
    return all;
  }

  [[nodiscard]] std::vector<Diagnostic> closing_diagnostics() override { return records_->closing(); }

 private:
  void into(Batch& batch) override { records_->into(batch); }

  void describe(bool format_was_said) {
    Reading& reading = describe_layer(outline_.columns(), outline_.has_shapes()).reading;
    reading.decide("format", "kml", format_was_said ? DecidedBy::person : DecidedBy::detected,
                   part_.empty() ? "いちばん外側が<kml>です" : "ZIPの中にKMLがあります",
                   part_.empty() ? "its root element is <kml>" : "a ZIP file that holds KML");
    const KmlOutline::Dialect dialect = outline_.dialect();
    reading.decide("dialect", dialect.name, DecidedBy::detected, dialect.evidence_ja, dialect.evidence_en);
    if (!part_.empty()) reading.decide("main_document", part_, DecidedBy::file);
    reading.items.push_back(encoding().item);
    if (!outline_.columns().renamed().empty())
      reading.decide("columns", outline_.columns().renamed(), DecidedBy::detected,
                     "KMLの決まった項目を、種類の項目に合わせました",
                     "elements of KML that mean a field of the profile");
  }

  std::string part_;  ///< of a KMZ; empty = not packed
  std::vector<Diagnostic> diagnostics_;
  KmlOutline outline_;
  std::optional<KmlRecords> records_;
  std::optional<KmlReader> reader_;
};

ProbeResult probe_kml(std::string_view head, std::string_view name) {
  if (head.starts_with(kZip)) {
    if (head.find(".kml") != std::string_view::npos) return {95, "ZIPの中にKML", "a ZIP file that holds KML"};
    if (ends_with(name, ".kmz")) return {70, "ZIPで、名前が.kmz", "a ZIP file named .kmz"};
    return {};
  }
  if (head.find('<') == std::string_view::npos) return {};
  const markup::RootElement root = markup::root_element(head);
  if (root.name == "kml") return {100, "いちばん外側が<kml>です", "its root element is <kml>"};
  const bool of_kml = root.space.find("/kml") != std::string::npos;
  if (is_kml_root(root.name) && of_kml) return {90, "KMLの部品です", "an element of KML"};
  if (ends_with(name, ".kml") && !root.name.empty()) return {40, "XMLで、名前が.kml", "XML named .kml"};
  return {};
}

std::unique_ptr<Source> open_kml(const std::string& path, const ReadOptions& options,
                                 const Profile& profile) {
  return std::make_unique<KmlSource>(main_document(path), options, profile);
}

}  // namespace
}  // namespace kml

const Importer kml_importer{"kml", {"KML・KMZ(地図の目印)", "KML and KMZ"}, &kml::probe_kml, &kml::open_kml};

}  // namespace anzenmap
