// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gis/base/error.hpp"

namespace anzenmap::ckan {

/// Version of the JSON form; a plan of another version is refused.
inline constexpr int kPlanVersion = 1;

enum class TargetKind { ckan, directory };

/// What happens to one thing. `leave`: it is only there, or others' work, and is not touched.
enum class Change { create, update, upload, remove, unchanged, leave };
enum class Subject { dataset, resource, view, datastore };

/// One member that changes. `before` and `after` are JSON texts ("\"cc-by\"", "true"); empty = absent. An
/// extra is the field "extras.KEY", tags and groups are lists of names: those that are there and ours.
struct FieldChange {
  std::string field;
  std::string before;
  std::string after;
};

/// The file that is sent, as it was when the plan was made. Applying refuses another.
struct PlannedFile {
  std::string path;       ///< on disk
  std::string file_name;  ///< what the server is told; ASCII
  std::string media_type;
  std::uint64_t bytes = 0;
  std::string sha256;
};

struct Action {
  Change change = Change::unchanged;
  Subject subject = Subject::dataset;
  std::string key;    ///< of a dataset its name, of the others the resource's key (remote-only: its id)
  std::string title;  ///< for people
  std::string id;     ///< the server's; empty = not there yet
  std::vector<FieldChange> fields;
  PlannedFile file;              ///< of `create` and `upload` of a resource; path empty = none
  std::string published_sha256;  ///< of an `upload`: what is there now; empty = the server does not say
  std::vector<std::string> columns_added;  ///< against the published file's columns
  std::vector<std::string> columns_removed;
  std::uint64_t rows = 0;  ///< of a datastore action: rows that are sent
};

/// All that publishing changes in one dataset, with the state that it was made from.
struct DatasetPlan {
  std::string name;
  std::string title;
  std::string descriptor;  ///< path of its datapackage.json
  std::string id;          ///< the server's; empty = to be created
  std::string modified;    ///< the server's metadata_modified when the plan was made
  std::string prior;       ///< JSON text: the members and hashes that must still hold when it is applied
  std::string wanted;      ///< JSON text: the full dictionary that is sent for a new dataset
  bool audience_by_person = false;  ///< --audience public stands for a package without one
  bool stays_private = false;       ///< somebody made it private: publishing leaves it so
  bool unfinished = false;          ///< left private by an earlier run that did not come to its end
  std::vector<Action>
      actions;  ///< dataset first, then resources in the package's order, then remote-only ones

  [[nodiscard]] bool changes() const;  ///< anything beside unchanged and leave
  [[nodiscard]] bool removes() const;
};

struct PlanCounts {
  std::uint64_t create = 0;
  std::uint64_t update = 0;
  std::uint64_t upload = 0;
  std::uint64_t remove = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t leave = 0;
};

/// What publishing would change: a value that a person can look at, save and apply later. Never holds a
/// token.
struct Plan {
  TargetKind kind = TargetKind::ckan;
  std::string target;  ///< URL or folder
  bool datastore = false;
  std::vector<DatasetPlan> datasets;

  [[nodiscard]] bool changes() const;
  [[nodiscard]] bool removes() const;
  [[nodiscard]] PlanCounts counts() const;
};

/// JSON of docs/schema/plan.schema.json, pretty-printed, a line break at its end.
[[nodiscard]] std::string plan_json(const Plan& plan);
/// Throws Error (not a plan, another version).
[[nodiscard]] Plan read_plan(std::string_view json, std::string_view path);

}  // namespace anzenmap::ckan
