// SPDX-License-Identifier: Apache-2.0
#include "importers/gdal/open_dataset.hpp"

#include <climits>
#include <cstdlib>

#include "gis/base/error.hpp"
#include "importers/gdal/gdal_rules.hpp"
#include "importers/module/module_loader.hpp"

namespace anzenmap::gdal {
namespace {

/// Absolute, so that no name is taken for one of GDAL's own ("GPKG:...", "/vsicurl/...").
std::string absolute(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr), &std::free);
  return real ? std::string(real.get()) : path;
}

}  // namespace

Module& gdal_module(const std::string& folder) {
  const auto entry = reinterpret_cast<AnzenmapGdalEntry>(load_module(kModule, kEntry, folder));
  Module* module = entry(kInterface);
  if (module == nullptr) refuse_module(kModule);
  return *module;
}

std::string reason_in(std::span<const Message> messages) {
  for (const Message& message : messages)
    if (message.failure) return message.text;
  return messages.empty() ? "GDAL" : messages.back().text;
}

std::unique_ptr<Dataset> open_by_driver(Module& module, const std::string& path, const std::string& driver,
                                        std::string_view title, const std::string& name,
                                        std::span<const std::string> options,
                                        std::vector<Message>& messages) {
  const std::string real = absolute(path);
  std::unique_ptr<Dataset> dataset;
  if (!real.starts_with("/vsi")) dataset = module.open(real, driver, options, messages);
  if (!dataset)
    throw Error(
        file_not_opened,
        {{"file", name, {}}, {"format", std::string(title), {}}, {"reason", reason_in(messages), {}}});
  return dataset;
}

}  // namespace anzenmap::gdal
