// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>
#include <string>
#include <vector>

#include "ckan/http/transport.hpp"
#include "tests/ckan/scripted_server.hpp"

namespace anzenmap::test {

/// Remembers the waits between attempts instead of waiting.
struct Waits {
  std::vector<double> seconds;
  std::mutex mutex;

  [[nodiscard]] std::function<void(double)> note() {
    return [this](double wait) {
      const std::lock_guard lock(mutex);
      seconds.push_back(wait);
    };
  }
};

inline ckan::TransportSettings settings_for(const std::string& base_url, const std::string& token = {}) {
  ckan::TransportSettings settings;
  settings.base_url = base_url;
  settings.token = ckan::Secret(token);
  settings.wait = [](double) {};
  return settings;
}

inline ckan::Request post(std::string url, ckan::Repeat repeat, std::string body = "{}") {
  ckan::Request request;
  request.method = "POST";
  request.url = std::move(url);
  request.body = std::move(body);
  request.content_type = "application/json";
  request.repeat = repeat;
  return request;
}

inline ckan::Request get(std::string url) {
  ckan::Request request;
  request.url = std::move(url);
  request.repeat = ckan::Repeat::safe;
  return request;
}

/// The fault that sending ends with; fails the test when an answer comes.
inline ckan::TransportError fault_of(ckan::Transport& transport, const ckan::Request& request) {
  try {
    const ckan::Response response = transport.send(request);
    throw std::logic_error("answered with " + std::to_string(response.status));
  } catch (const ckan::TransportError& fault) {
    return fault;
  }
}

}  // namespace anzenmap::test
