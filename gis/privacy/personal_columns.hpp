// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace anzenmap {

/// Whether a survey app gives a column of this name to the account, the person or the device that sent a
/// record: KoBoToolbox, ODK, Survey123, Epicollect5, QField and the like. Such columns are never written,
/// whatever the profile. `header` may stand behind groups ("meta/username") and in any case.
[[nodiscard]] bool is_platform_personal(std::string_view header);

}  // namespace anzenmap
