// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace anzenmap::ckan {

/// The file's name in a URL: what stands behind the last slash, without query and fragment, percent-decoded.
/// Not yet safe.
[[nodiscard]] std::string file_name_of_url(std::string_view url);

/// A name for a file in one folder made of any bytes, such as a server sends them: no separator, no dot or
/// dash at its start, no control or invisible character, nothing that Windows reserves, well-formed UTF-8, at
/// most 200 bytes with the extension kept. "file" when nothing is left.
[[nodiscard]] std::string clean_file_name(std::string_view name);

/// The names of one folder: each is given once, also where capital and small letters count as one.
class FileNames {
 public:
  /// Takes a name that must not be given, such as datapackage.json.
  void reserve(std::string_view name);
  /// The cleaned name, with -2, -3 and so on before its extension when it is taken.
  [[nodiscard]] std::string take(std::string_view name);

 private:
  std::set<std::string> taken_;  ///< in small letters
};

}  // namespace anzenmap::ckan
