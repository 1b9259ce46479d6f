// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace anzenmap {

/// Whose data went into a dataset, as its terms of use want it said.
struct PackageSource {
  std::string title;
  std::string path;         ///< URL
  std::string attribution;  ///< the sentence to show, e.g. "「…」（国土交通省）を加工して作成"
};

struct PackageContributor {
  std::string title;
  std::string role;  ///< author, maintainer, publisher, wrangler or contributor
  std::string email;
  std::string path;
  std::string organization;
};

/// What a catalogue shows of a dataset as a whole. Empty members say nothing.
struct PackageMetadata {
  std::string dataset;  ///< the dataset's name in a catalogue
  std::string title;
  std::string description;
  std::string version;
  std::string homepage;
  std::string license;  ///< id, e.g. "cc-by"
  std::string license_title;
  std::string license_path;
  std::vector<PackageSource> sources;
  std::vector<PackageContributor> contributors;
  std::string period_start;  ///< first and last day, YYYY-MM-DD
  std::string period_end;
  std::string frequency;  ///< how often it is renewed
  std::string organization;
  std::vector<std::string> groups;
  std::vector<std::string> tags;
  std::vector<std::pair<std::string, std::string>> extras;
};

}  // namespace anzenmap
