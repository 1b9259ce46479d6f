// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "ckan/action/action_api.hpp"
#include "tests/catch.hpp"
#include "tests/ckan/scripted_server.hpp"

using namespace anzenmap;
using namespace anzenmap::ckan;
using namespace anzenmap::test;
using Json = nlohmann::ordered_json;

namespace {

TransportSettings settings_for(const ScriptedServer& server, const std::string& token = "secret-token") {
  TransportSettings settings;
  settings.base_url = server.url() + "/ckan/";
  settings.token = Secret(token);
  settings.proxy.clear();
  settings.wait = [](double) {};
  return settings;
}

}  // namespace

TEST_CASE("an action is a POST of JSON with the bare token, its result what comes back") {
  const ScriptedServer server([](const Seen&) { return result_answer(R"({"name": "避難所"})"); });
  Transport transport(settings_for(server));
  ActionApi api(transport);

  const Json result = api.call("package_show", {{"id", "evacuation"}}, Effect::reads);

  CHECK(result["name"] == "避難所");
  REQUIRE(server.seen().size() == 1);
  const Seen request = server.seen()[0];
  CHECK(request.method == "POST");
  CHECK(request.target == "/ckan/api/3/action/package_show");
  CHECK(request.header("content-type") == "application/json");
  CHECK(request.header("authorization") == "secret-token");
  CHECK(Json::parse(request.body) == Json{{"id", "evacuation"}});
}
