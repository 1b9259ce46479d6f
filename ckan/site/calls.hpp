// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "ckan/action/action_api.hpp"
#include "ckan/remote.hpp"

namespace anzenmap::ckan {

/// The Action API in fewer words. Safe from several threads at a time.
class Calls {
 public:
  explicit Calls(ActionApi& api) : api_(&api) {}

  Json read(std::string_view action, const Json& arguments) {
    return api_->call(action, arguments, Effect::reads);
  }
  Json write(std::string_view action, const Json& arguments) {
    return api_->call(action, arguments, Effect::writes);
  }
  Json write(std::string_view action, std::vector<Part> parts,
             const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
    return api_->call_with_parts(action, std::move(parts), progress);
  }

  [[nodiscard]] Transport& transport() noexcept { return api_->transport(); }

 private:
  ActionApi* api_;
};

/// The dataset as the database has it, not the search index; by name or id. Empty = there is none.
[[nodiscard]] std::optional<RemoteDataset> look(Calls& calls, const std::string& name_or_id);

/// Those of the names that the search finds, whatever their organisation, private ones of the token's
/// organisations too.
[[nodiscard]] std::vector<RemoteDataset> search(Calls& calls, const std::vector<std::string>& names);

/// May the server have done what was asked, so that one has to look before asking again?
[[nodiscard]] bool outcome_unknown(const Error& error);
/// A Validation Error that names this member.
[[nodiscard]] bool complains_of(const Error& error, const char* member);

}  // namespace anzenmap::ckan
