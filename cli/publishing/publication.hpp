// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "ckan/plan.hpp"
#include "ckan/target.hpp"
#include "cli/publishing/consent.hpp"
#include "cli/streams.hpp"
#include "gis/base/error.hpp"

namespace anzenmap::cli {

/// How far a plan is carried.
struct PublicationOptions {
  bool dry_run = false;
  bool detailed_exitcode = false;
  std::string plan_out;  ///< file that the plan is saved to; empty = none
  Consent consent;
  bool verify_full = false;
  unsigned parallel = 4;
  bool verbose = false;  ///< requests are shown, and no progress between them
};

/// A plan and what became of it: all that publish and withdraw tell.
struct Publication {
  ckan::Plan plan;
  bool dry_run = false;
  std::optional<ckan::ApplyResult> result;  ///< nothing when nothing was to be done, or nobody agreed
  std::optional<Error> error;
  bool error_is_told = false;  ///< beside the dataset that it is about
  int exit_code = 0;
};

/// Shows the plan, asks where that is needed, applies it, shows what came of it; returns the exit code.
/// Throws Error when nothing could be done.
[[nodiscard]] int publish_and_show(ckan::Target& target, ckan::Plan plan, const PublicationOptions& options,
                                   Streams& streams);

/// The one object of `--json` (docs/schema/publish.schema.json).
[[nodiscard]] std::string publication_json(const Publication& publication);
/// The same with nothing in it but the error.
[[nodiscard]] std::string failed_publication_json(const Error& error);

}  // namespace anzenmap::cli
