// SPDX-License-Identifier: Apache-2.0
#include "importers/workbook/ods_workbook.hpp"

#include <set>
#include <utility>

#include "gis/base/error.hpp"
#include "importers/workbook/ods_sheet.hpp"
#include "importers/workbook/workbook_rules.hpp"
#include "importers/workbook/xml.hpp"

namespace anzenmap {
namespace {

constexpr std::size_t kSheets = 10'000;
constexpr std::size_t kStyles = 200'000;

/// META-INF/manifest.xml says for each part whether it is encrypted.
class Manifest final : public XmlHandler {
 public:
  void start(XmlName name, const XmlAttributes&) override { encrypted_ |= name.local == "encryption-data"; }
  void end(XmlName) override {}
  void text(std::string_view) override {}
  bool encrypted_ = false;
};

/// The tables of content.xml and whether their styles hide them. Running it to the end proves the part whole.
class Listing final : public XmlHandler {
 public:
  explicit Listing(std::string file) : file_(std::move(file)) {}

  void start(XmlName name, const XmlAttributes& attributes) override {
    ++depth_;
    if (name.space == XmlSpace::style) {
      if (name.local == "style") style_ = attributes.get(XmlSpace::style, "name");
      if (name.local == "table-properties" && attributes.get(XmlSpace::table, "display") == "false")
        hidden_styles_.insert(style_);
      if (hidden_styles_.size() > kStyles) too_large();
    } else if (name.space == XmlSpace::table && name.local == "table" && depth_ == kOdsTableDepth) {
      if (tables_.size() == kSheets) too_large();
      const std::string style(attributes.get(XmlSpace::table, "style-name"));
      tables_.push_back(
          {std::string(attributes.get(XmlSpace::table, "name")), hidden_styles_.count(style) != 0});
    }
  }
  void end(XmlName) override { --depth_; }
  void text(std::string_view) override {}

  std::vector<SheetInfo> tables_;

 private:
  [[noreturn]] void too_large() const {
    throw Error(workbook_too_large, {{"file", file_, {}}, {"part", kOdsContent, {}}});
  }

  std::string file_;
  std::string style_;
  std::set<std::string> hidden_styles_;
  int depth_ = 0;
};

class OdsWorkbook final : public Workbook {
 public:
  OdsWorkbook(ZipArchive archive, std::size_t row_limit)
      : archive_(std::move(archive)), row_limit_(row_limit) {
    if (std::optional<ZipEntry> part = archive_.find("META-INF/manifest.xml")) {
      Manifest manifest;
      XmlReader(std::move(*part), manifest).run();
      if (manifest.encrypted_) throw Error(workbook_password, {{"file", archive_.file(), {}}});
    }
    Listing listing(archive_.file());
    XmlReader(content(), listing).run();
    for (std::size_t i = 0; i < listing.tables_.size(); ++i) {
      // LibreOffice keeps copies of other files' sheets in tables named after the file: nobody sees them.
      if (listing.tables_[i].name.starts_with("'file:")) continue;
      sheets_.push_back(std::move(listing.tables_[i]));
      ordinals_.push_back(i);
    }
    if (sheets_.empty())
      throw Error(workbook_incomplete, {{"file", archive_.file(), {}}, {"part", "シート", "sheet"}});
  }

  [[nodiscard]] std::span<const SheetInfo> sheets() const override { return sheets_; }
  [[nodiscard]] std::unique_ptr<SheetReader> open_sheet(std::size_t index) const override {
    return read_ods_sheet(content(), ordinals_[index], sheets_[index].name, row_limit_);
  }
  [[nodiscard]] std::string_view format() const override { return "ods"; }
  [[nodiscard]] const std::string& file() const override { return archive_.file(); }

 private:
  [[nodiscard]] ZipEntry content() const {
    std::optional<ZipEntry> entry = archive_.find(kOdsContent);
    if (!entry) throw Error(workbook_incomplete, {{"file", archive_.file(), {}}, {"part", kOdsContent, {}}});
    return std::move(*entry);
  }

  ZipArchive archive_;
  std::size_t row_limit_;
  std::vector<SheetInfo> sheets_;
  std::vector<std::size_t> ordinals_;  ///< among the tables of content.xml
};

}  // namespace

std::unique_ptr<Workbook> open_ods_workbook(ZipArchive archive, std::size_t row_limit) {
  return std::make_unique<OdsWorkbook>(std::move(archive), row_limit);
}

}  // namespace anzenmap
