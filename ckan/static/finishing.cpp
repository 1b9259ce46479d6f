// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <cerrno>

#include "ckan/static/placing.hpp"
#include "ckan/static/unfinished.hpp"
#include "gis/files/file_faults.hpp"
#include "gis/files/output_set.hpp"

namespace anzenmap::ckan {
namespace {

// Whether there was one.
bool take_away(const std::string& path) {
  if (::unlink(path.c_str()) == 0) return true;
  if (errno != ENOENT) throw output_error(errno, path);
  return false;
}

}  // namespace

std::uint64_t finish_dataset(const CatalogueFolder& folder, const PlacedDataset& placed) {
  const std::string& name = placed.plan->name;
  std::uint64_t writes = 0;
  for (const std::string& file : placed.obsolete) writes += take_away(folder.path_of(name, file)) ? 1 : 0;
  if (placed.withdrawn) {
    writes += take_away(folder.path_of(name, kDescriptorName)) ? 1 : 0;
    take_away(folder.path_of(name, kUnfinishedName));
    static_cast<void>(::rmdir(folder.path_of(name).c_str()));  // what others put there stays
    return writes;
  }
  if (placed.package) {
    OutputSet set(folder.path_of(name));
    set.create(std::string(kDescriptorName), {.last = true}).write(*placed.package);
    set.commit();
    ++writes;
  }
  take_away(folder.path_of(name, kUnfinishedName));
  return writes;
}

}  // namespace anzenmap::ckan
