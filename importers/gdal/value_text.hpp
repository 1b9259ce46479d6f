// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "importers/gdal/module/module_interface.hpp"

namespace anzenmap::gdal {

/// Appends what a value says: numbers in their shortest form, dates as ISO 8601, nothing for null. Texts are
/// not for it.
void append_value(std::string& out, const Value& value);

/// A moment that is midnight, and of no other place's clock: formats without dates keep days so.
[[nodiscard]] bool is_day(const Value& moment);

/// Appends "2024-10-03".
void append_day(std::string& out, const Value& value);

}  // namespace anzenmap::gdal
