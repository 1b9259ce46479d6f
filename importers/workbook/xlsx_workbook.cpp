// SPDX-License-Identifier: Apache-2.0
#include "importers/workbook/xlsx_workbook.hpp"

#include <algorithm>
#include <utility>

#include "gis/base/error.hpp"
#include "importers/workbook/attribute_number.hpp"
#include "importers/workbook/package.hpp"
#include "importers/workbook/workbook_rules.hpp"
#include "importers/workbook/xlsx_sheet.hpp"
#include "importers/workbook/xml.hpp"

namespace anzenmap {
namespace {

constexpr std::size_t kSheets = 10'000;

struct SheetEntry {
  std::string relationship;
  SheetInfo info;
};

/// xl/workbook.xml: the sheets in the order of their tabs, and the date system.
class WorkbookPart final : public XmlHandler {
 public:
  explicit WorkbookPart(std::string file) : file_(std::move(file)) {}

  void start(XmlName name, const XmlAttributes& attributes) override {
    if (name.space != XmlSpace::sheet) return;
    if (name.local == "workbookPr") date_1904_ = attribute_flag(attributes.get("date1904"));
    if (name.local != "sheet") return;
    if (sheets_.size() == kSheets)
      throw Error(workbook_too_large, {{"file", file_, {}}, {"part", "sheets", {}}});
    const std::string_view state = attributes.get("state");
    sheets_.push_back({std::string(attributes.get(XmlSpace::relationships, "id")),
                       {std::string(attributes.get("name")), state == "hidden" || state == "veryHidden"}});
  }
  void end(XmlName) override {}
  void text(std::string_view) override {}

  std::vector<SheetEntry> sheets_;
  bool date_1904_ = false;

 private:
  std::string file_;
};

class CommentCounter final : public XmlHandler {
 public:
  void start(XmlName name, const XmlAttributes&) override { count_ += name.local == "comment" ? 1 : 0; }
  void end(XmlName) override {}
  void text(std::string_view) override {}
  std::uint64_t count_ = 0;
};

const Relationship* find_type(const std::vector<Relationship>& relationships, std::string_view type) {
  const auto found = std::find_if(relationships.begin(), relationships.end(),
                                  [type](const Relationship& known) { return known.type == type; });
  return found == relationships.end() ? nullptr : &*found;
}

class XlsxWorkbook final : public Workbook {
 public:
  XlsxWorkbook(ZipArchive archive, std::size_t row_limit) : archive_(std::move(archive)) {
    context_.row_limit = row_limit;
    const std::vector<Relationship> package = read_relationships(archive_, "");
    const Relationship* main = find_type(package, "officeDocument");
    const std::string part = main != nullptr ? main->target : "xl/workbook.xml";
    if (part.ends_with(".bin"))
      throw Error(workbook_old_format, {{"file", archive_.file(), {}}, {"format", "xlsb", {}}});
    WorkbookPart workbook(archive_.file());
    XmlReader(need(part), workbook).run();
    const std::vector<Relationship> parts = read_relationships(archive_, part);
    add_sheets(workbook.sheets_, parts);
    context_.date_1904 = workbook.date_1904_;
    read_shared(parts, part);
  }

  [[nodiscard]] std::span<const SheetInfo> sheets() const override { return sheets_; }

  [[nodiscard]] std::unique_ptr<SheetReader> open_sheet(std::size_t index) const override {
    return read_xlsx_sheet(need(parts_[index]), sheets_[index].name, context_, count_comments(parts_[index]));
  }

  [[nodiscard]] std::string_view format() const override { return "xlsx"; }
  [[nodiscard]] const std::string& file() const override { return archive_.file(); }
  [[nodiscard]] bool date_1904() const override { return context_.date_1904; }

 private:
  [[nodiscard]] ZipEntry need(const std::string& part) const {
    std::optional<ZipEntry> entry = archive_.find(part);
    if (!entry) throw Error(workbook_incomplete, {{"file", archive_.file(), {}}, {"part", part, {}}});
    return std::move(*entry);
  }

  /// Chart and dialogue sheets hold no cells and are left out.
  void add_sheets(const std::vector<SheetEntry>& entries, const std::vector<Relationship>& parts) {
    for (const SheetEntry& entry : entries) {
      const auto found = std::find_if(parts.begin(), parts.end(), [&](const Relationship& known) {
        return known.id == entry.relationship && known.type == "worksheet";
      });
      if (found == parts.end()) continue;
      sheets_.push_back(entry.info);
      parts_.push_back(found->target);
    }
    if (sheets_.empty())
      throw Error(workbook_incomplete, {{"file", archive_.file(), {}}, {"part", "シート", "sheet"}});
  }

  void read_shared(const std::vector<Relationship>& parts, const std::string& workbook_part) {
    const auto entry_of = [&](std::string_view type, std::string_view usual) {
      const Relationship* known = find_type(parts, type);
      return archive_.find(known != nullptr ? known->target : resolve_target(workbook_part, usual));
    };
    if (std::optional<ZipEntry> strings = entry_of("sharedStrings", "sharedStrings.xml"))
      context_.strings = read_shared_strings(std::move(*strings));
    if (std::optional<ZipEntry> styles = entry_of("styles", "styles.xml"))
      context_.styles = read_styles(std::move(*styles));
  }

  [[nodiscard]] std::uint64_t count_comments(const std::string& part) const {
    const std::vector<Relationship> relationships = read_relationships(archive_, part);
    const Relationship* comments = find_type(relationships, "comments");
    if (comments == nullptr) return 0;
    std::optional<ZipEntry> entry = archive_.find(comments->target);
    if (!entry) return 0;
    CommentCounter counter;
    XmlReader(std::move(*entry), counter).run();
    return counter.count_;
  }

  ZipArchive archive_;
  XlsxContext context_;
  std::vector<SheetInfo> sheets_;
  std::vector<std::string> parts_;
};

}  // namespace

std::unique_ptr<Workbook> open_xlsx_workbook(ZipArchive archive, std::size_t row_limit) {
  return std::make_unique<XlsxWorkbook>(std::move(archive), row_limit);
}

}  // namespace anzenmap
