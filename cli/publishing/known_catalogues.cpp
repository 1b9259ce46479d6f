// SPDX-License-Identifier: Apache-2.0
#include "cli/publishing/known_catalogues.hpp"

#include <cstdlib>
#include <filesystem>

#include "gis/base/error.hpp"
#include "gis/files/file_reading.hpp"
#include "gis/files/output_set.hpp"

namespace anzenmap::cli {
namespace {

namespace fs = std::filesystem;
constexpr const char* kFile = "catalogues";

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

/// Empty when there is no home.
fs::path state_folder() {
  const fs::path state = environment("XDG_STATE_HOME");
  if (state.is_absolute()) return state / "anzenmap";
  const fs::path home = environment("HOME");
  return home.is_absolute() ? home / ".local" / "state" / "anzenmap" : fs::path();
}

std::string known_lines() {
  std::string text;
  const fs::path folder = state_folder();
  if (folder.empty() || read_small_file((folder / kFile).string(), text) != FileState::read) return {};
  return text;
}

}  // namespace

bool is_known_catalogue(std::string_view origin) {
  const std::string lines = "\n" + known_lines();
  return !origin.empty() && lines.find("\n" + std::string(origin) + "\n") != std::string::npos;
}

void remember_catalogue(std::string_view origin) {
  const fs::path folder = state_folder();
  if (origin.empty() || folder.empty() || is_known_catalogue(origin)) return;
  try {
    OutputSet files(folder.string());
    files.create(kFile, {.mode = 0600}).write(known_lines() + std::string(origin) + "\n");
    files.commit();
  } catch (const Error&) {
    // Forgetting is safe: the next run asks again.
  }
}

}  // namespace anzenmap::cli
