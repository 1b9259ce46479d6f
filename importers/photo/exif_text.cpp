// SPDX-License-Identifier: Apache-2.0
#include "importers/photo/exif_text.hpp"

#include <algorithm>
#include <initializer_list>

#include "gis/encoding/encoding.hpp"
#include "gis/value/blanks.hpp"

namespace anzenmap::photo {
namespace {

/// Exif means ASCII there; phones write UTF-8, old cameras and programs CP932.
std::string in_utf8(std::string_view bytes) {
  const Encoding encoding =
      decodes(Encoding::utf8, bytes) || !decodes(Encoding::cp932, bytes) ? Encoding::utf8 : Encoding::cp932;
  Bytes text;
  static_cast<void>(decode_to_utf8(encoding, bytes, text));
  return std::string(trim_blanks(text.view()));
}

/// What cameras fill in by themselves.
bool is_of_camera(std::string_view text) {
  static constexpr std::string_view kWords[] = {
      "OLYMPUS DIGITAL CAMERA", "SONY DSC",    "KONICA MINOLTA DIGITAL CAMERA",
      "Exif_JPEG_PICTURE",      "Minolta DSC", "DIGITAL CAMERA"};
  return std::any_of(std::begin(kWords), std::end(kWords),
                     [&](std::string_view word) { return text == word; }) ||
         text.starts_with("DCIM\\");
}

std::string first_of(const Tags& tags, std::initializer_list<std::string_view> keys) {
  for (const std::string_view key : keys) {
    const Tag* tag = tags.find(key);
    if (tag == nullptr) continue;
    std::string text = in_utf8(tag->text);
    if (!text.empty() && !is_of_camera(text)) return text;
  }
  return {};
}

std::string category_in(const std::string& keywords, const Profile& profile) {
  const auto field = profile.field_with_role(Role::category);
  if (!field) return {};
  std::string_view rest = keywords;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(';'), rest.size());
    const std::string_view word = trim_blanks(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    for (const CategoryLabel& label : profile.fields[*field].categories)
      if (label.label == word ||
          std::find(label.spellings.begin(), label.spellings.end(), word) != label.spellings.end())
        return label.label;
  }
  return {};
}

}  // namespace

ExifText text_of(const Tags& tags, const Profile& profile) {
  ExifText text;
  text.title = first_of(tags, {"Xmp.dc.title", "Exif.Image.XPTitle"});
  text.description = first_of(tags, {"Xmp.dc.description", "Exif.Image.ImageDescription",
                                     "Exif.Image.XPComment", "Exif.Photo.UserComment"});
  if (text.description == text.title) text.description.clear();
  text.category = category_in(first_of(tags, {"Xmp.dc.subject", "Exif.Image.XPKeywords"}), profile);
  return text;
}

}  // namespace anzenmap::photo
