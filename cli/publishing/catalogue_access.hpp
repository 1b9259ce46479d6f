// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ckan/target.hpp"
#include "cli/config.hpp"
#include "cli/option.hpp"
#include "cli/streams.hpp"

namespace anzenmap::cli {

/// How a catalogue is reached: what publish and the catalogue commands have in common.
struct AccessSettings {
  std::string token;  ///< --token: only there to be refused
  std::string token_file;
  std::string proxy;
  std::string ca_bundle;
  std::string client_certificate;
  std::string client_key;
  bool insecure = false;
  bool verbose = false;
  unsigned parallel = 4;
};
[[nodiscard]] std::vector<Option> access_options(AccessSettings& settings);

/// --from
[[nodiscard]] Option catalogue_argument(std::string& from);

/// Where the catalogue is, and who says so: a token goes only where a person sent it.
struct CatalogueName {
  std::string where;    ///< URL or folder
  std::string said_by;  ///< file that names it (anzenmap.json, a plan); empty = the command line
  bool on_command_line = true;
};

/// What was said for the option, else the url of anzenmap.json. Throws Error (usage) when there is neither.
[[nodiscard]] CatalogueName catalogue_name(std::string_view command, std::string_view option,
                                           const std::string& said, const Config& config);

enum class TokenNeed { optional, required };

struct Catalogue {
  std::unique_ptr<ckan::Target> target;
  ckan::TargetKind kind = ckan::TargetKind::directory;
};

/// Opens it, with a token where one is found and may go there. Tells on `streams.err` what makes the
/// connection unsafe. Throws Error.
[[nodiscard]] Catalogue open_catalogue(const CatalogueName& name, const AccessSettings& settings,
                                       TokenNeed need, Streams& streams);

}  // namespace anzenmap::cli
