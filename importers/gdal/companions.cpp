// SPDX-License-Identifier: Apache-2.0
#include "importers/gdal/companions.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "importers/intake/input_file.hpp"

namespace anzenmap::gdal {
namespace {

constexpr std::string_view kShapeMark("\0\0\x27\x0A", 4);  // 9994, big endian

}  // namespace

std::optional<std::string> companion(const std::string& path, std::string_view extension) {
  const std::size_t slash = path.rfind('/');
  const std::size_t dot = path.rfind('.');
  const bool has_extension = dot != std::string::npos && (slash == std::string::npos || dot > slash);
  const std::string stem = has_extension ? path.substr(0, dot) : path;
  std::string upper(extension);
  std::transform(upper.begin(), upper.end(), upper.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  for (const std::string& other : {stem + std::string(extension), stem + upper})
    if (::access(other.c_str(), F_OK) == 0) return other;
  return std::nullopt;
}

std::string beginning_of(const std::string& path) {
  const InputFile file(path);
  std::string text(256, '\0');
  text.resize(file.read_at(0, text.data(), text.size()));
  return text;
}

std::string main_file(const std::string& path) {
  std::array<char, 4> mark{};
  {
    const InputFile file(path);
    file.read_at(0, mark.data(), mark.size());
  }
  const bool index = path.ends_with(".shx") || path.ends_with(".SHX");
  if (std::string_view(mark.data(), mark.size()) == kShapeMark && !index) return path;
  return companion(path, ".shp").value_or(path);
}

std::uint64_t shapes_listed(const std::string& path) {
  const std::uint64_t size = InputFile(path).size();
  return size < 100 ? 0 : (size - 100) / 8;
}

}  // namespace anzenmap::gdal
