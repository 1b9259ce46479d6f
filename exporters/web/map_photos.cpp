// SPDX-License-Identifier: Apache-2.0
#include "exporters/web/map_photos.hpp"

#include "exporters/web/clean_jpeg.hpp"
#include "gis/files/file_reading.hpp"

namespace anzenmap {

const RuleInfo photo_not_shown{
    .code = "OU744",
    .name = "photo-not-shown",
    .severity = Severity::warning,
    .category = Category::output,
    .scope = Scope::cell,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"地図に写真がのらない", "Photo not on the map"},
    .message = {"写真「{file}」は地図のページにのせませんでした（{reason}）",
                "the photo '{file}' is not on the map page ({reason})"},
    .why = {"地図のページは一つのファイルなので、小さなJPEGの写真だけが入ります。",
            "The page is one file, so it takes small JPEG photos alone."},
    .remedy = {"写真のフォルダーに同じ名前のJPEGを置いてください。大きいものは、横800点くらいに小さくして保存"
               "し直します。",
               "Put a JPEG of that name into the folder; save a large one again some 800 pixels wide."},
    .bad = "",
    .good = ""};

namespace {

std::string base64(std::string_view bytes) {
  constexpr char kDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    unsigned group = 0;
    for (std::size_t i = 0; i < 3; ++i)
      group = group << 8U | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U);
    for (std::size_t i = 0; i < 4; ++i)
      out += at + i <= bytes.size() ? kDigits[group >> (18U - 6U * i) & 63U] : '=';
  }
  return out;
}

Diagnostic not_shown(std::string_view name, std::string ja, std::string en) {
  Diagnostic diagnostic = make_diagnostic(photo_not_shown);
  diagnostic.value = name;
  diagnostic.arguments = {{"file", std::string(name), {}}, {"reason", std::move(ja), std::move(en)}};
  return diagnostic;
}

}  // namespace

std::string MapPhotos::data_url(std::string_view name, std::optional<Diagnostic>& told) const {
  if (name.find("://") != std::string_view::npos) return {};
  const bool plain = name.find_first_of(std::string_view("/\\\0", 3)) == std::string_view::npos &&
                     name != "." && name != "..";
  std::string bytes;
  if (!plain || read_small_file(folder_ + '/' + std::string(name), bytes) != FileState::read) {
    told = not_shown(name, "写真のフォルダーにありません", "it is not in the folder of photos");
    return {};
  }
  const std::optional<std::string> clean = clean_jpeg(bytes);
  if (!clean) {
    told = not_shown(name, "JPEGの写真ではないか、こわれています", "it is no JPEG, or a broken one");
    return {};
  }
  if (clean->size() > kMostBytes) {
    told = not_shown(name, "300 KB より大きい", "it is larger than 300 KB");
    return {};
  }
  return "data:image/jpeg;base64," + base64(*clean);
}

}  // namespace anzenmap
