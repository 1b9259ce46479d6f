// SPDX-License-Identifier: Apache-2.0
#include "importers/workbook/shared_strings.hpp"

#include <utility>

#include "gis/base/error.hpp"
#include "importers/workbook/string_item.hpp"
#include "importers/workbook/workbook_rules.hpp"
#include "importers/workbook/xml.hpp"

namespace anzenmap {
namespace {

class Collector final : public XmlHandler {
 public:
  Collector(SharedStrings& strings, std::string file, std::string part)
      : strings_(strings), file_(std::move(file)), part_(std::move(part)) {}

  void start(XmlName name, const XmlAttributes&) override {
    if (name.space != XmlSpace::sheet) return;
    if (name.local == "si")
      item_.reset();
    else
      item_.start(name.local);
  }
  void end(XmlName name) override {
    if (name.space != XmlSpace::sheet) return;
    item_.end(name.local);
    if (name.local != "si") return;
    decode_escapes(strings_.text, strings_.offsets.back());
    strings_.offsets.push_back(strings_.text.size());
    check();
  }
  void text(std::string_view piece) override {
    if (!item_.wants_text()) return;
    strings_.text += piece;
    check();
  }

 private:
  void check() const {
    if (strings_.text.size() + strings_.offsets.size() * sizeof(std::size_t) > SharedStrings::kLimit)
      throw Error(workbook_too_large, {{"file", file_, {}}, {"part", part_, {}}});
  }

  SharedStrings& strings_;
  StringItem item_;
  std::string file_;
  std::string part_;
};

}  // namespace

SharedStrings read_shared_strings(ZipEntry part) {
  SharedStrings strings;
  strings.offsets.push_back(0);
  Collector collector(strings, part.file(), part.part());
  XmlReader(std::move(part), collector).run();
  return strings;
}

}  // namespace anzenmap
