// SPDX-License-Identifier: Apache-2.0
#include "importers/workbook/shared_strings.hpp"

#include <algorithm>
#include <utility>

#include "gis/base/error.hpp"
#include "importers/workbook/attribute_number.hpp"
#include "importers/workbook/furigana.hpp"
#include "importers/workbook/string_item.hpp"
#include "importers/workbook/workbook_rules.hpp"
#include "importers/workbook/xml.hpp"

namespace anzenmap {
namespace {

constexpr std::size_t kLongestReading = 4'096;  // bytes of one run
constexpr std::size_t kMostRuns = 1'000;        // of one string; Excel's own limit is 32,767 characters

class Collector final : public XmlHandler {
 public:
  Collector(SharedStrings& strings, std::string file, std::string part)
      : strings_(strings), file_(std::move(file)), part_(std::move(part)) {}

  void start(XmlName name, const XmlAttributes& attributes) override {
    if (name.space != XmlSpace::sheet) return;
    if (name.local == "si") {
      item_.reset();
      furigana_.clear();
    } else {
      item_.start(name.local);
      if (name.local == "rPh")
        furigana_.push_back(
            {attribute_number(attributes.get("sb")), attribute_number(attributes.get("eb")), {}});
    }
  }
  void end(XmlName name) override {
    if (name.space != XmlSpace::sheet) return;
    item_.end(name.local);
    if (name.local != "si") return;
    decode_escapes(strings_.text, strings_.offsets.back());
    keep_furigana();
    strings_.offsets.push_back(strings_.text.size());
    check();
  }
  void text(std::string_view piece) override {
    if (item_.wants_furigana() && !furigana_.empty()) {
      std::string& reading = furigana_.back().reading;
      if (reading.size() + piece.size() <= kLongestReading) reading += piece;
      return;
    }
    if (!item_.wants_text()) return;
    strings_.text += piece;
    check();
  }

 private:
  void keep_furigana() {
    if (furigana_.empty() || furigana_.size() > kMostRuns) return;
    const std::string_view words = std::string_view(strings_.text).substr(strings_.offsets.back());
    const std::string reading = whole_reading(words, furigana_);
    if (reading.empty()) return;
    strings_.readings.push_back({strings_.offsets.size() - 1, strings_.furigana.size(), reading.size()});
    strings_.furigana += reading;
  }

  void check() const {
    const std::size_t bytes = strings_.text.size() + strings_.offsets.size() * sizeof(std::size_t) +
                              strings_.furigana.size() +
                              strings_.readings.size() * sizeof(SharedStrings::Reading);
    if (bytes > SharedStrings::kLimit)
      throw Error(workbook_too_large, {{"file", file_, {}}, {"part", part_, {}}});
  }

  SharedStrings& strings_;
  StringItem item_;
  std::vector<FuriganaRun> furigana_;  ///< of the string under way
  std::string file_;
  std::string part_;
};

}  // namespace

std::string_view SharedStrings::furigana_of(std::size_t index) const noexcept {
  const auto found = std::lower_bound(readings.begin(), readings.end(), index,
                                      [](const Reading& a, std::size_t wanted) { return a.index < wanted; });
  if (found == readings.end() || found->index != index) return {};
  return std::string_view(furigana).substr(found->offset, found->length);
}

SharedStrings read_shared_strings(ZipEntry part) {
  SharedStrings strings;
  strings.offsets.push_back(0);
  Collector collector(strings, part.file(), part.part());
  XmlReader(std::move(part), collector).run();
  return strings;
}

}  // namespace anzenmap
