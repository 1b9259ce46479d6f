// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include "tests/catch.hpp"
#include "tests/ckan/transport_settings.hpp"

using namespace anzenmap;
using namespace anzenmap::ckan;
using namespace anzenmap::test;

namespace {

constexpr const char* kToken = "eyJ0eXAi.secret-token-of-the-test.x";

Reply redirect(int status, const std::string& location) {
  return answer(status, "", "Location: " + location + "\r\n");
}

std::string all_that_came(const ScriptedServer& server) {
  std::string text;
  for (const Seen& seen : server.seen()) {
    text += seen.method + ' ' + seen.target + '\n' + seen.body;
    for (const auto& [name, value] : seen.headers) text += name + ": " + value + '\n';
  }
  return text;
}

}  // namespace

TEST_CASE("a redirect to another host, port or scheme is not followed, and the token does not go there") {
  const ScriptedServer other([](const Seen&) { return answer(200, "mine now"); });
  const std::vector<std::string> places{
      other.url() + "/a",                     // another port
      "http://localhost:%PORT%/a",            // another name of the very server
      "http://user:word@127.0.0.1:%PORT%/a",  // the origin, with somebody's name
      "//localhost:" + std::to_string(other.port()) + "/a",
      "ftp://127.0.0.1/a",
      "file:///etc/passwd",
  };
  for (const std::string& place : places)
    for (const int status : {301, 302, 303, 307, 308})
      for (const bool write : {false, true}) {
        std::string location = place;
        int port = 0;
        const ScriptedServer server([&](const Seen&) {
          if (const std::size_t at = location.find("%PORT%"); at != std::string::npos)
            location.replace(at, 6, std::to_string(port));
          return redirect(status, location);
        });
        port = server.port();
        Transport transport(settings_for(server.url(), kToken));

        const Response response = transport.send(write ? post("/a", Repeat::never) : get("/a"));

        CHECK(response.status == status);
        CHECK(response.header("location") == location);
        CHECK(server.seen().size() == 1);
      }
  CHECK(other.seen().empty());
}

TEST_CASE("another host's address is fetched without the token") {
  const ScriptedServer other([](const Seen&) { return answer(200, "data"); });
  const ScriptedServer server([](const Seen&) { return answer(200, "own"); });
  Transport transport(settings_for(server.url(), kToken));

  CHECK(transport.send(get(other.url() + "/file.csv")).body == "data");
  CHECK(transport.send(get(server.url() + "/file.csv")).body == "own");

  REQUIRE(other.seen().size() == 1);
  CHECK(all_that_came(other).find("secret-token") == std::string::npos);
  CHECK(server.seen()[0].header("authorization") == kToken);
}

TEST_CASE("a redirect within the origin is followed with everything that was sent") {
  for (const int status : {301, 302, 307, 308}) {
    const ScriptedServer server([&](const Seen& seen) {
      if (seen.target == "/ckan/api/3/action/package_create")
        return redirect(status, "/ckan/ja/api/3/action/package_create");
      return answer(200, "done");
    });
    Transport transport(settings_for(server.url() + "/ckan", kToken));

    const Response response =
        transport.send(post("/api/3/action/package_create", Repeat::never, R"({"name": "x"})"));

    CHECK(response.status == 200);
    CHECK(response.url == server.url() + "/ckan/ja/api/3/action/package_create");
    CHECK_FALSE(response.to_https);
    REQUIRE(server.seen().size() == 2);
    const Seen second = server.seen()[1];
    CHECK(second.method == "POST");
    CHECK(second.body == R"({"name": "x"})");
    CHECK(second.header("authorization") == kToken);
  }
}

TEST_CASE("a write is not turned into the reading of another page") {
  for (const int status : {301, 302, 303}) {
    const ScriptedServer server([&](const Seen& seen) {
      if (seen.target == "/login") return answer(200, "<html>login</html>");
      return redirect(status, "/login");
    });
    Transport transport(settings_for(server.url(), kToken));
    CHECK(transport.send(post("/api/3/action/package_create", Repeat::never)).status == status);
    CHECK(transport.send(get("/page")).status == 200);
    CHECK(server.seen().size() == 3);
  }
}

TEST_CASE("redirects in a circle end") {
  const ScriptedServer server([](const Seen&) { return redirect(302, "/a"); });
  Transport transport(settings_for(server.url()));
  CHECK(transport.send(get("/a")).status == 302);
  CHECK(server.seen().size() == 6);
}

TEST_CASE("an address that is none is not connected to") {
  const ScriptedServer server([](const Seen&) { return answer(200, ""); });
  Transport transport(settings_for(server.url(), kToken));
  for (const char* url : {"file:///etc/passwd", "ftp://127.0.0.1/a", "http://", "javascript:alert(1)", "a/b",
                          "http://user:word@127.0.0.1/a", "gopher://127.0.0.1:1/_x"}) {
    const TransportError fault = fault_of(transport, get(url));
    CHECK(fault.code() == "CK901");
    CHECK(fault.message(Language::ja).find("word") == std::string::npos);
  }
  CHECK(transport.requests() == 0);
}

TEST_CASE("lines of --verbose tell everything but the token") {
  const ScriptedServer server([](const Seen& seen) {
    if (seen.target == "/a") return redirect(302, "/b?echo=" + std::string(kToken));
    return answer(200, "data");
  });
  std::string lines;
  TransportSettings settings = settings_for(server.url(), kToken);
  settings.verbose = [&](std::string_view line) { lines += std::string(line) + '\n'; };
  Transport transport(std::move(settings));

  CHECK(transport.send(get("/a")).body == "data");

  CHECK(server.seen()[1].target == "/b?echo=" + std::string(kToken));
  CHECK(lines.find("secret-token") == std::string::npos);
  CHECK(lines.find("> GET " + server.url() + "/a  Authorization: ***\n") != std::string::npos);
  CHECK(lines.find("< HTTP/1.1 302") != std::string::npos);
  CHECK(lines.find("* redirect to /b?echo=***: followed") != std::string::npos);
  CHECK(lines.find("< HTTP/1.1 200  4 B") != std::string::npos);
}
