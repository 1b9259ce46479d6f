// SPDX-License-Identifier: Apache-2.0
// The photo module: loaded when a photo is read, and the only part of Anzenmap that links Exiv2.
#include <exception>
#include <exiv2/exiv2.hpp>

#include "importers/photo/module/module_interface.hpp"

namespace anzenmap::photo {
namespace {

constexpr std::size_t kLongestText = 64 * 1024;
constexpr long kMostParts = 64;

std::string trimmed(std::string text) {
  if (text.size() > kLongestText) text.resize(kLongestText);
  while (!text.empty() && text.back() == '\0') text.pop_back();
  return text;
}

Tag exif_tag(const Exiv2::Exifdatum& datum, std::string_view key) {
  Tag tag{std::string(key), {}, {}};
  const auto type = datum.typeId();
  if (type == Exiv2::unsignedRational || type == Exiv2::signedRational) {
    for (long i = 0; i < datum.count() && i < kMostParts; ++i) {
      const Exiv2::Rational part = datum.toRational(i);
      // Unsigned parts come as signed ones of the same bits.
      const bool is_signed = type == Exiv2::signedRational;
      tag.rationals.emplace_back(
          is_signed ? std::int64_t{part.first} : std::int64_t{static_cast<std::uint32_t>(part.first)},
          is_signed ? std::int64_t{part.second} : std::int64_t{static_cast<std::uint32_t>(part.second)});
    }
    return tag;
  }
  if (key == "Exif.Photo.UserComment") {
    if (const auto* comment = dynamic_cast<const Exiv2::CommentValue*>(&datum.value()))
      tag.text = trimmed(comment->comment());
    return tag;
  }
  // Windows' own fields are UTF-16, which only print() knows.
  const bool windows = key.find(".XP") != std::string_view::npos;
  tag.text = trimmed(windows ? datum.print() : datum.toString());
  return tag;
}

Tag xmp_tag(const Exiv2::Xmpdatum& datum, std::string_view key) {
  Tag tag{std::string(key), {}, {}};
  if (const auto* languages = dynamic_cast<const Exiv2::LangAltValue*>(&datum.value())) {
    tag.text = trimmed(languages->toString("x-default"));
    return tag;
  }
  for (long i = 0; i < datum.count() && i < kMostParts; ++i)
    tag.text += (i == 0 ? "" : ";") + datum.toString(i);
  tag.text = trimmed(std::move(tag.text));
  return tag;
}

class ExivModule final : public Module {
 public:
  ExivModule() {
    Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute);
    Exiv2::XmpParser::initialize();
    Exiv2::enableBMFF(true);
  }

  [[nodiscard]] Tags read(const std::string& path, std::span<const std::string_view> keys) override {
    Tags tags;
    try {
      const auto image = Exiv2::ImageFactory::open(path, false);
      image->readMetadata();
      const Exiv2::ExifData& exif = image->exifData();
      const Exiv2::XmpData& xmp = image->xmpData();
      for (const std::string_view key : keys) {
        if (key.starts_with("Xmp.")) {
          const auto found = xmp.findKey(Exiv2::XmpKey(std::string(key)));
          if (found != xmp.end()) tags.all.push_back(xmp_tag(*found, key));
        } else {
          const auto found = exif.findKey(Exiv2::ExifKey(std::string(key)));
          if (found != exif.end()) tags.all.push_back(exif_tag(*found, key));
        }
      }
    } catch (const std::exception& fault) {
      tags.reason = fault.what();
      if (tags.reason.empty()) tags.reason = "Exiv2";
    }
    return tags;
  }
};

}  // namespace
}  // namespace anzenmap::photo

extern "C" [[gnu::visibility("default")]] anzenmap::photo::Module* anzenmap_photo_module(int interface);

extern "C" anzenmap::photo::Module* anzenmap_photo_module(int interface) {
  if (interface != anzenmap::photo::kInterface) return nullptr;
  static anzenmap::photo::ExivModule module;
  return &module;
}
