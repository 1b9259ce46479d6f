// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "ckan/secret.hpp"
#include "tests/catch.hpp"

using anzenmap::ckan::Secret;

TEST_CASE("a secret that was moved leaves nothing behind") {
  Secret first("token-0123456789-long-enough-for-the-heap");
  const Secret second = std::move(first);
  CHECK(second.reveal() == "token-0123456789-long-enough-for-the-heap");
  CHECK(first.empty());  // NOLINT(bugprone-use-after-move)
}
