// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "ckan/http/transport.hpp"
#include "ckan/remote.hpp"

namespace anzenmap::ckan {

/// The arguments of one package_revise: what must hold, what goes, what is put.
struct Revision {
  Json match = Json::object();
  Json filter = Json::array();
  Json update = Json::object();
  std::vector<std::pair<std::string, Json>> members;       ///< by path below `update`, e.g. "tags__extend"
  std::vector<std::pair<std::string, PlannedFile>> files;  ///< likewise, "resources__1f9ab2c0__upload"

  [[nodiscard]] bool empty() const {
    return filter.empty() && update.empty() && members.empty() && files.empty();
  }
};

/// What is done beside the plan's own changes.
struct RevisionExtras {
  /// Last write of a dataset that is still private: public, without the mark of an unfinished one.
  bool publish = false;
  /// Members for resources, by the id of a present one or the key of one that comes.
  std::vector<std::pair<std::string, Json>> members;
};

/// `state` is what must hold (state_of()), `modified` its metadata_modified.
[[nodiscard]] Revision revision_of(const DatasetPlan& plan, const Json& state, const std::string& modified,
                                   const RevisionExtras& extras);
/// Only members of resources: `put` (by id), and names of members that go (by id).
[[nodiscard]] Revision member_revision(const std::string& id, const Json& state, const std::string& modified,
                                       const std::vector<std::pair<std::string, Json>>& put,
                                       const std::vector<std::pair<std::string, std::string>>& gone);
/// What must hold, for another state.
[[nodiscard]] Json match_of(const std::string& id, const Json& state, const std::string& modified);

[[nodiscard]] std::vector<Part> parts_of(const Revision& revision);
/// The same without files.
[[nodiscard]] Json arguments_of(const Revision& revision);

}  // namespace anzenmap::ckan
