// SPDX-License-Identifier: Apache-2.0
#include "ckan/pull/checking.hpp"

#include "ckan/pull/pull_rules.hpp"
#include "gis/base/error.hpp"

namespace anzenmap::ckan {

using State = ResourceCheck::State;

void judge(const PackagedFile& expected, const PackagedFile& found, ResourceCheck& check) {
  const bool longer = expected.bytes != 0 && expected.bytes != found.bytes;
  const bool other = !expected.sha256.empty() && expected.sha256 != found.sha256;
  if (longer || other) {
    check.state = State::changed;
    check.fault =
        Error(published_file_differs, {{"url", check.url, {}},
                                       {"reason", longer ? "大きさが違います" : "SHA-256 が違います",
                                        longer ? "its size differs" : "its SHA-256 differs"}});
  } else if (expected.sha256.empty()) {
    check.state = State::unverified;
    check.fault = Error(published_file_unverified, {{"url", check.url, {}}});
  } else {
    check.state = State::good;
  }
}

void judge_missing(std::string_view reason_ja, std::string_view reason_en, ResourceCheck& check) {
  check.state = State::missing;
  check.fault = Error(published_file_missing,
                      {{"url", check.url, {}}, {"reason", std::string(reason_ja), std::string(reason_en)}});
}

}  // namespace anzenmap::ckan
