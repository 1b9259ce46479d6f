// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "importers/gdal/module/module_interface.hpp"

namespace anzenmap::gdal {

/// The module, loaded. Throws Error when it is missing.
[[nodiscard]] Module& gdal_module(const std::string& folder);

/// Opens a file of this machine by one driver. `title` is what people call the format, `name` the file.
/// Throws Error.
[[nodiscard]] std::unique_ptr<Dataset> open_by_driver(Module& module, const std::string& path,
                                                      const std::string& driver, std::string_view title,
                                                      const std::string& name,
                                                      std::span<const std::string> options,
                                                      std::vector<Message>& messages);

/// What GDAL said when it gave up.
[[nodiscard]] std::string reason_in(std::span<const Message> messages);

}  // namespace anzenmap::gdal
