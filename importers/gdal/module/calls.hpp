// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "importers/gdal/module/module_interface.hpp"

namespace anzenmap::gdal {

/// While it lives, what GDAL says on this thread is collected instead of printed, and GDAL's settings are
/// ours whatever the environment says: no network, sheets of text. One stands around all calls of GDAL.
class Calls {
 public:
  explicit Calls(std::vector<Message>& messages);
  ~Calls();
  Calls(const Calls&) = delete;
  Calls& operator=(const Calls&) = delete;

 private:
  std::vector<Message>& messages_;
};

}  // namespace anzenmap::gdal
