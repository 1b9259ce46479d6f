// SPDX-License-Identifier: Apache-2.0
#include "ckan/action/action_api.hpp"

#include <utility>

#include "ckan/action/answer.hpp"

namespace anzenmap::ckan {
namespace {

std::string host_of(std::string_view base_url) {
  const std::size_t start = base_url.find("://") + 3;
  return std::string(base_url.substr(start, base_url.find('/', start) - start));
}

Request request_for(std::string_view action) {
  Request request;
  request.method = "POST";
  request.url = "/api/3/action/" + std::string(action);
  return request;
}

}  // namespace

nlohmann::ordered_json ActionApi::call(std::string_view action, const nlohmann::ordered_json& arguments,
                                       Effect effect) {
  Request request = request_for(action);
  request.body = arguments.dump();
  request.content_type = "application/json";
  request.repeat = effect == Effect::reads ? Repeat::safe : Repeat::never;
  return result_of(sent(request), asked(action));
}

nlohmann::ordered_json ActionApi::call_with_parts(
    std::string_view action, std::vector<Part> parts,
    const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
  Request request = request_for(action);
  request.parts = std::move(parts);
  request.progress = progress;
  return result_of(sent(request), asked(action));
}

Response ActionApi::sent(const Request& request) const {
  Response response = transport_->send(request);
  // A debug page or a chatty proxy shows the request's headers; what is quoted of it must not have them.
  response.body = transport_->masked(std::move(response.body));
  for (auto& header : response.headers) header.second = transport_->masked(std::move(header.second));
  return response;
}

Asked ActionApi::asked(std::string_view action) const {
  return {std::string(action), host_of(transport_->base_url()), transport_->has_token()};
}

}  // namespace anzenmap::ckan
