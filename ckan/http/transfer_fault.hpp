// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ckan/http/transfer.hpp"
#include "ckan/http/transport.hpp"

namespace anzenmap::ckan {

/// Why a transfer that has ended without an answer did so, and whether the server may have got the request.
[[nodiscard]] TransportError transfer_fault(const Transfer& transfer, const TransportSettings& settings);

/// Whether the same request may end otherwise soon: not so for certificates, broken files, too long answers.
[[nodiscard]] bool may_pass(const TransportError& fault);

}  // namespace anzenmap::ckan
