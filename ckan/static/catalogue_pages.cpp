// SPDX-License-Identifier: Apache-2.0
#include "ckan/static/catalogue_pages.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "ckan/static/static_rules.hpp"
#include "gis/base/error.hpp"
#include "gis/files/file_reading.hpp"
#include "gis/files/sha256.hpp"

namespace anzenmap::ckan {
namespace {

struct PageForm {
  std::string_view name;
  std::string (*make)(const std::vector<Entry>&);
  bool (*is_ours)(std::string_view);
};
constexpr std::array kForms{
    PageForm{"catalog.jsonld", jsonld_text, is_jsonld},
    PageForm{"data.json", data_json_text, is_data_json},
    PageForm{"index.html", index_page, is_index_page},
};

std::string quoted_hash(const std::string& text) { return '"' + sha256_hex(text) + '"'; }

const PageForm& form_of(std::string_view name) {
  return *std::find_if(kForms.begin(), kForms.end(), [&](const PageForm& form) { return form.name == name; });
}

// The text of ours; empty when there is none.
std::string present_page(const std::string& path, const PageForm& form) {
  std::string text;
  switch (path_kind(path)) {
    case PathKind::nothing:
      return {};
    case PathKind::link:
      throw Error(catalogue_link, {{"path", path, {}}}, Error::Kind::refused);
    case PathKind::file:
      if (read_small_file(path, text) == FileState::read && form.is_ours(text)) return text;
      break;
    case PathKind::folder:
    case PathKind::other:
      break;
  }
  throw Error(
      catalogue_path_taken,
      {{"path", path, {}}, {"reason", "anzenmap が作ったものではありません", "anzenmap did not make it"}},
      Error::Kind::refused);
}

}  // namespace

bool is_page_name(std::string_view field) {
  return std::any_of(kForms.begin(), kForms.end(), [&](const PageForm& form) { return form.name == field; });
}

std::vector<Entry> entries_in(const CatalogueFolder& folder, const std::vector<std::string>& but) {
  std::vector<Entry> entries;
  for (const std::string& name : folder.names()) {
    if (std::find(but.begin(), but.end(), name) != but.end()) continue;
    std::optional<FolderDataset> here = folder.read(name);
    if (here)
      entries.push_back(entry_of(remote_dataset(std::move(here->dictionary)), here->files, here->maps));
  }
  return entries;
}

std::vector<CataloguePage> pages_of(std::vector<Entry> entries) {
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; });
  std::vector<CataloguePage> pages;
  pages.reserve(kForms.size());
  for (const PageForm& form : kForms) pages.push_back({form.name, form.make(entries)});
  return pages;
}

std::vector<FieldChange> changed_pages(const CatalogueFolder& folder,
                                       const std::vector<CataloguePage>& pages) {
  std::vector<FieldChange> changes;
  for (const CataloguePage& page : pages) {
    const std::string now = present_page(folder.path_of(page.name), form_of(page.name));
    if (now != page.text)
      changes.push_back(
          {std::string(page.name), now.empty() ? std::string() : quoted_hash(now), quoted_hash(page.text)});
  }
  return changes;
}

}  // namespace anzenmap::ckan
