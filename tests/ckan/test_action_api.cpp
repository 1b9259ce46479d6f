// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "ckan/action/action_api.hpp"
#include "tests/catch.hpp"
#include "tests/ckan/package_folder.hpp"
#include "tests/ckan/transport_settings.hpp"

using namespace anzenmap;
using namespace anzenmap::ckan;
using namespace anzenmap::test;
using Json = nlohmann::ordered_json;

TEST_CASE("an action is a POST of JSON with the bare token, its result what comes back") {
  const ScriptedServer server([](const Seen&) { return result_answer(R"({"name": "避難所"})"); });
  Transport transport(settings_for(server.url() + "/ckan/", "secret-token"));
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

TEST_CASE("files go out with an action as parts, once") {
  const ckan::tests::PackageFolder folder;
  folder.write("a.csv", "ID\r\n1\r\n");
  const ScriptedServer server([](const Seen& seen) {
    return seen.target == "/api/3/action/package_revise" ? answer(504, "<html>late</html>")
                                                         : result_answer("null");
  });
  Transport transport(settings_for(server.url()));
  ActionApi api(transport);
  std::uint64_t sent = 0;

  try {
    api.call_with_parts("package_revise",
                        {{"match", R"({"name": "x"})", {}, {}, {}},
                         {"update__resources__0__upload", {}, folder.at("a.csv"), "a.csv", "text/csv"}},
                        [&](std::uint64_t now, std::uint64_t) { sent = now; });
    FAIL("a 504 was taken for a result");
  } catch (const ActionError& fault) {
    CHECK(fault.outcome() == ActionError::Outcome::unknown);
    CHECK(fault.status() == 504);
  }
  CHECK(server.seen().size() == 1);
  CHECK(sent == server.seen().at(0).body_bytes);
  CHECK(transport.writes() == 1);
}

TEST_CASE("reads are repeated, writes are not") {
  const ScriptedServer server([](const Seen&) { return answer(502, ""); });
  TransportSettings settings = settings_for(server.url());
  settings.retries = 2;
  Transport transport(std::move(settings));
  ActionApi api(transport);
  CHECK_THROWS_AS(api.call("package_show", {{"id", "x"}}, Effect::reads), ActionError);
  CHECK(transport.requests() == 3);
  CHECK_THROWS_AS(api.call("package_create", {{"name", "x"}}, Effect::writes), ActionError);
  CHECK(transport.requests() == 4);
  CHECK(transport.writes() == 1);
}

TEST_CASE("a token that a server says back is not told") {
  const std::string token = "secret-token-of-the-test";
  const std::vector<Reply> replies{
      json_answer(409, R"({"success": false, "error": {"title": ["x )" + token +
                           R"("], "__type": "Validation Error"}})"),
      json_answer(400, "\"bad: " + token + "\""),
      answer(500, "<html><title>" + token + "</title></html>"),
      answer(302, "", "Location: https://other.invalid/" + token + "/a\r\n"),
  };
  for (const Reply& reply : replies) {
    const ScriptedServer server([&](const Seen&) { return reply; });
    Transport transport(settings_for(server.url(), token));
    ActionApi api(transport);
    try {
      api.call("package_create", {{"name", "x"}}, Effect::writes);
      FAIL("taken for a result");
    } catch (const ActionError& fault) {
      CHECK(fault.message(Language::ja).find("***") != std::string::npos);
      for (const Language language : {Language::ja, Language::en})
        CHECK(fault.message(language).find(token) == std::string::npos);
      CHECK(fault.fields().dump().find(token) == std::string::npos);
    }
  }
}
