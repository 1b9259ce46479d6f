// SPDX-License-Identifier: Apache-2.0
#pragma once

// Makes ZIP archives in memory.

#include <zip.h>

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace anzenmap::test {

using Parts = std::vector<std::pair<std::string, std::string>>;

/// A ZIP archive in memory. `password` encrypts every part with AES-256.
inline std::string zip_of(const Parts& parts, const char* password = nullptr) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  for (const auto& [name, content] : parts) {
    zip_source_t* bytes = zip_source_buffer(archive, content.data(), content.size(), 0);
    const zip_int64_t at = zip_file_add(archive, name.c_str(), bytes, ZIP_FL_ENC_UTF_8);
    if (at < 0) throw std::runtime_error("zip_file_add");
    if (name == "mimetype")  // where a reader of the first bytes expects it
      zip_set_file_compression(archive, static_cast<zip_uint64_t>(at), ZIP_CM_STORE, 0);
    if (password != nullptr)
      zip_file_set_encryption(archive, static_cast<zip_uint64_t>(at), ZIP_EM_AES_256, password);
  }
  if (zip_close(archive) != 0) throw std::runtime_error("zip_close");
  zip_source_open(target);
  zip_source_seek(target, 0, SEEK_END);
  std::string all(static_cast<std::size_t>(zip_source_tell(target)), '\0');
  zip_source_seek(target, 0, SEEK_SET);
  zip_source_read(target, all.data(), all.size());
  zip_source_close(target);
  zip_source_free(target);
  zip_error_fini(&error);
  return all;
}

}  // namespace anzenmap::test
