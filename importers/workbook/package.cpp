// SPDX-License-Identifier: Apache-2.0
#include "importers/workbook/package.hpp"

#include <utility>

#include "gis/base/error.hpp"
#include "importers/workbook/workbook_rules.hpp"
#include "importers/workbook/xml.hpp"

namespace anzenmap {
namespace {

constexpr std::size_t kRelationships = 100'000;

class Collector final : public XmlHandler {
 public:
  Collector(std::string file, std::string_view part) : file_(std::move(file)), part_(part) {}

  void start(XmlName name, const XmlAttributes& attributes) override {
    if (name.local != "Relationship" || attributes.get("TargetMode") == "External") return;
    if (found_.size() == kRelationships)
      throw Error(workbook_too_large, {{"file", file_, {}}, {"part", part_ + ".rels", {}}});
    const std::string_view type = attributes.get("Type");
    found_.push_back({std::string(attributes.get("Id")), std::string(type.substr(type.rfind('/') + 1)),
                      resolve_target(part_, attributes.get("Target"))});
  }
  void end(XmlName) override {}
  void text(std::string_view) override {}

  std::vector<Relationship> found_;

 private:
  std::string file_;
  std::string part_;
};

std::string_view folder_of(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  return slash == std::string_view::npos ? std::string_view{} : part.substr(0, slash + 1);
}

}  // namespace

std::string resolve_target(std::string_view part, std::string_view target) {
  std::string path(target.starts_with('/') ? std::string_view{} : folder_of(part));
  path += target;
  std::vector<std::string_view> steps;
  for (std::string_view rest = path; !rest.empty();) {
    const std::size_t slash = rest.find('/');
    const std::string_view step = rest.substr(0, slash);
    rest = slash == std::string_view::npos ? std::string_view{} : rest.substr(slash + 1);
    if (step == "..") {
      if (!steps.empty()) steps.pop_back();
    } else if (!step.empty() && step != ".") {
      steps.push_back(step);
    }
  }
  std::string resolved;
  for (const std::string_view step : steps) {
    if (!resolved.empty()) resolved += '/';
    resolved += step;
  }
  return resolved;
}

std::vector<Relationship> read_relationships(const ZipArchive& archive, std::string_view part) {
  const std::string_view folder = folder_of(part);
  std::string name(folder);
  name.append("_rels/").append(part.substr(folder.size())).append(".rels");
  std::optional<ZipEntry> entry = archive.find(name);
  if (!entry) return {};
  Collector collector(archive.file(), part);
  XmlReader(std::move(*entry), collector).run();
  return std::move(collector.found_);
}

}  // namespace anzenmap
