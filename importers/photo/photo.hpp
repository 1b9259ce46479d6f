// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importers/importer.hpp"

namespace anzenmap {

/// Photos that know where they were taken (JPEG, HEIC): one of them, or a folder. One photo is one record.
extern const Importer photo_importer;

}  // namespace anzenmap
