// SPDX-License-Identifier: Apache-2.0
#include "importers/json/byte_blocks.hpp"

namespace anzenmap {

std::size_t FileBlocks::read(char* to, std::size_t size) {
  const std::size_t got = file_->read_at(offset_, to, size);
  offset_ += got;
  return got;
}

}  // namespace anzenmap
