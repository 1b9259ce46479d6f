// SPDX-License-Identifier: Apache-2.0
#include "importers/workbook/styles.hpp"

#include <map>
#include <utility>

#include "gis/base/error.hpp"
#include "importers/workbook/attribute_number.hpp"
#include "importers/workbook/workbook_rules.hpp"
#include "importers/workbook/xml.hpp"

namespace anzenmap {
namespace {

constexpr std::size_t kStyles = 200'000;    // Excel allows 65,490
constexpr std::size_t kFormatCode = 1'024;  // Excel allows 255 characters

class Collector final : public XmlHandler {
 public:
  Collector(std::string file, std::string part) : file_(std::move(file)), part_(std::move(part)) {}

  void start(XmlName name, const XmlAttributes& attributes) override {
    if (name.space != XmlSpace::sheet) return;
    if (name.local == "numFmt") {
      // dxf holds numFmt elements too, with ids of their own: only the list above the styles counts.
      if (in_formats_) add_format(attributes);
    } else if (name.local == "numFmts") {
      in_formats_ = true;
    } else if (name.local == "cellXfs") {
      in_styles_ = true;
    } else if (in_styles_ && name.local == "xf") {
      styles_.push_back(attribute_number(attributes.get("numFmtId")));
    }
    if (custom_.size() + styles_.size() > kStyles)
      throw Error(workbook_too_large, {{"file", file_, {}}, {"part", part_, {}}});
  }
  void end(XmlName name) override {
    if (name.space != XmlSpace::sheet) return;
    if (name.local == "numFmts") in_formats_ = false;
    if (name.local == "cellXfs") in_styles_ = false;
  }
  void text(std::string_view) override {}

  [[nodiscard]] std::vector<NumberFormat> formats() const {
    std::vector<NumberFormat> formats;
    for (const std::uint32_t id : styles_) {
      const auto custom = custom_.find(id);
      formats.push_back(custom == custom_.end() ? builtin_number_format(id) : custom->second);
    }
    return formats;
  }

 private:
  void add_format(const XmlAttributes& attributes) {
    const std::string_view code = attributes.get("formatCode");
    custom_[attribute_number(attributes.get("numFmtId"))] =
        code.size() <= kFormatCode ? read_number_format(code) : NumberFormat{};
  }

  std::string file_;
  std::string part_;
  std::map<std::uint32_t, NumberFormat> custom_;
  std::vector<std::uint32_t> styles_;
  bool in_formats_ = false;
  bool in_styles_ = false;
};

}  // namespace

Styles read_styles(ZipEntry part) {
  Collector collector(part.file(), part.part());
  XmlReader(std::move(part), collector).run();
  return Styles(collector.formats());
}

}  // namespace anzenmap
