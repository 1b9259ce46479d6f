// SPDX-License-Identifier: Apache-2.0
#include "importers/module/module_loader.hpp"

#include <dlfcn.h>
#include <unistd.h>

#include <array>
#include <vector>

#include "gis/base/error.hpp"

namespace anzenmap {

const RuleInfo module_missing{
    .code = "IN260",
    .name = "module-missing",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"読むための部品がない", "module missing"},
    .message = {"この種類のファイルを読む部品「{module}」が使えません({reason})",
                "the module '{module}' that reads this kind of file cannot be used ({reason})"},
    .why = {"この部品は大きな外の道具(GDALやExiv2)を使うので、本体とは別のファイルになっています。",
            "It uses a large library (GDAL or Exiv2) and so is a file of its own beside the program."},
    .remedy =
        {"この道具を入れた人に、部品もいっしょに入れてもらってください(Debianでは libgdal-dev と "
         "libexiv2-dev "
         "を入れてから作り直します)。または、CSVやGeoJSONで保存し直してください。",
         "Have it installed together with its modules (on Debian: install libgdal-dev and libexiv2-dev, then "
         "build anew), or save the survey as CSV or GeoJSON."},
    .bad = "",
    .good = ""};

namespace {

std::string folder_of_program() {
  std::array<char, 4096> path{};
  const ssize_t size = ::readlink("/proc/self/exe", path.data(), path.size());
  if (size <= 0 || static_cast<std::size_t>(size) == path.size()) return {};
  const std::string program(path.data(), static_cast<std::size_t>(size));
  return program.substr(0, program.rfind('/'));
}

std::vector<std::string> folders(const std::string& said) {
  std::vector<std::string> all;
  if (!said.empty()) all.push_back(said);
  if (const std::string own = folder_of_program(); !own.empty()) {
    all.push_back(own);
    all.push_back(own + "/" ANZENMAP_MODULES_FROM_BIN);
  }
  all.emplace_back(ANZENMAP_MODULES_INSTALLED);
  return all;
}

}  // namespace

void* load_module(const std::string& name, const std::string& entry, const std::string& folder) {
  const std::string file = "lib" + name + ".so";
  Argument reason{"reason", file + "がありません", "there is no " + file};
  for (const std::string& place : folders(folder)) {
    const std::string path = place + "/" + file;
    if (::access(path.c_str(), F_OK) != 0) continue;
    void* library = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (library != nullptr) {
      if (void* found = ::dlsym(library, entry.c_str())) return found;
    }
    const char* why = ::dlerror();
    reason = {"reason", why == nullptr ? file : why, {}};
    break;
  }
  throw Error(module_missing, {{"module", name, {}}, reason});
}

void refuse_module(const std::string& name) {
  throw Error(module_missing,
              {{"module", name, {}}, {"reason", "ほかの版の部品です", "it is of another build"}});
}

}  // namespace anzenmap
