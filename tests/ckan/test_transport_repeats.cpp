// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <ctime>
#include <memory>
#include <stdexcept>

#include "ckan/http/connection_rules.hpp"
#include "tests/catch.hpp"
#include "tests/ckan/package_folder.hpp"
#include "tests/ckan/transport_settings.hpp"

using namespace anzenmap;
using namespace anzenmap::ckan;
using namespace anzenmap::test;
using Outcome = TransportError::Outcome;

namespace {

/// Gives these replies in turn, the last one for ever.
ScriptedServer::Script in_turn(std::vector<Reply> replies) {
  auto next = std::make_shared<std::atomic<std::size_t>>(0);
  return [replies = std::move(replies), next](const Seen&) {
    return replies[std::min(next->fetch_add(1), replies.size() - 1)];
  };
}

const Reply kHangUp{"", true, false};

std::string http_date(std::time_t when) {
  std::tm parts{};
  ::gmtime_r(&when, &parts);
  char text[64];
  std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &parts);
  return text;
}

}  // namespace

TEST_CASE("what may be repeated is, until the answer is good") {
  const ScriptedServer server(
      in_turn({answer(502, "x"), answer(503, "x"), answer(504, "x"), answer(429, "x"), answer(200, "good")}));
  Waits waits;
  TransportSettings settings = settings_for(server.url());
  settings.wait = waits.note();
  settings.first_backoff_seconds = 1;
  Transport transport(std::move(settings));

  const Response response = transport.send(post("/a", Repeat::safe));

  CHECK(response.status == 200);
  CHECK(response.body == "good");
  CHECK(response.attempts == 5);
  CHECK(server.seen().size() == 5);
  CHECK(transport.requests() == 5);
  CHECK(transport.writes() == 0);
  // Doubled each time, with jitter down to the half.
  REQUIRE(waits.seconds.size() == 4);
  for (std::size_t i = 0; i < 4; ++i) {
    const double full = static_cast<double>(1U << i);
    CHECK(waits.seconds[i] >= full / 2);
    CHECK(waits.seconds[i] <= full);
  }
}

TEST_CASE("repeats end, and the last answer is the answer") {
  const ScriptedServer server(in_turn({answer(503, "busy")}));
  TransportSettings settings = settings_for(server.url());
  settings.retries = 2;
  Transport transport(std::move(settings));

  const Response response = transport.send(get("/a"));

  CHECK(response.status == 503);
  CHECK(response.body == "busy");
  CHECK(response.attempts == 3);
  CHECK(server.seen().size() == 3);
}

TEST_CASE("a wait never grows beyond half a minute") {
  const ScriptedServer server(in_turn({answer(503, "")}));
  Waits waits;
  TransportSettings settings = settings_for(server.url());
  settings.wait = waits.note();
  settings.retries = 12;
  Transport transport(std::move(settings));
  static_cast<void>(transport.send(get("/a")));
  REQUIRE(waits.seconds.size() == 12);
  CHECK(waits.seconds.back() >= 15);
  CHECK(waits.seconds.back() <= 30);
}

TEST_CASE("a write is not repeated after an answer that leaves open what was done") {
  for (const int status : {500, 502, 503, 504, 408, 429}) {
    const ScriptedServer server(in_turn({answer(status, "x"), answer(200, "good")}));
    Transport transport(settings_for(server.url()));
    CHECK(transport.send(post("/a", Repeat::never)).status == status);
    CHECK(server.seen().size() == 1);
    CHECK(transport.writes() == 1);
  }
}

TEST_CASE("a 500 is repeated by nobody") {
  const ScriptedServer server(in_turn({answer(500, "x"), answer(200, "good")}));
  Transport transport(settings_for(server.url()));
  CHECK(transport.send(get("/a")).status == 500);
  CHECK(server.seen().size() == 1);
}

TEST_CASE("Retry-After says that nothing was done: a write waits so long and is sent again") {
  for (const int status : {429, 503}) {
    const ScriptedServer server(in_turn({answer(status, "x", "Retry-After: 7\r\n"), answer(200, "good")}));
    Waits waits;
    TransportSettings settings = settings_for(server.url());
    settings.wait = waits.note();
    Transport transport(std::move(settings));

    CHECK(transport.send(post("/a", Repeat::never)).status == 200);
    CHECK(server.seen().size() == 2);
    REQUIRE(waits.seconds.size() == 1);
    CHECK(waits.seconds[0] >= 7);
    CHECK(waits.seconds[0] <= 8);
  }
}

TEST_CASE("Retry-After may be a date") {
  const ScriptedServer server(
      in_turn({answer(503, "x", "Retry-After: " + http_date(std::time(nullptr) + 60) + "\r\n"),
               answer(200, "good")}));
  Waits waits;
  TransportSettings settings = settings_for(server.url());
  settings.wait = waits.note();
  Transport transport(std::move(settings));

  CHECK(transport.send(get("/a")).status == 200);
  REQUIRE(waits.seconds.size() == 1);
  CHECK(waits.seconds[0] > 50);
  CHECK(waits.seconds[0] <= 61);
}

TEST_CASE("who is told to wait for an hour is told so at once") {
  for (const char* wait : {"3600", "99999999999999999999999"}) {
    const ScriptedServer server(in_turn({answer(503, "x", std::string("Retry-After: ") + wait + "\r\n")}));
    Transport transport(settings_for(server.url()));
    CHECK(transport.send(get("/a")).status == 503);
    CHECK(server.seen().size() == 1);
  }
}

TEST_CASE("a line that drops before the answer leaves a write open and is repeated for a read") {
  const ScriptedServer server(in_turn({kHangUp, answer(200, "good")}));
  Transport transport(settings_for(server.url()));

  const TransportError fault = fault_of(transport, post("/a", Repeat::never));

  CHECK(&fault.rule() == &connection_lost);
  CHECK(fault.outcome() == Outcome::unknown);
  CHECK(server.seen().size() == 1);

  const ScriptedServer again(in_turn({kHangUp, answer(200, "good")}));
  Transport reader(settings_for(again.url()));
  CHECK(reader.send(post("/a", Repeat::safe)).attempts == 2);
}

// curl sends again by itself when a kept connection closes without an answer, and cannot know that the server
// had read the request.
TEST_CASE("a write on a kept connection that drops reaches the server once") {
  const ckan::tests::PackageFolder folder;
  folder.write("sent.csv", "ID\r\n1\r\n");
  for (const bool with_file : {false, true}) {
    const ScriptedServer server(in_turn({answer(200, "first"), kHangUp, answer(200, "sent twice")}));
    Transport transport(settings_for(server.url()));
    CHECK(transport.send(get("/a")).status == 200);

    Request write = post("/write", Repeat::never, R"({"name": "x"})");
    if (with_file)
      write.parts = {{"name", "x", {}, {}, {}},
                     {"upload", {}, folder.at("sent.csv"), "sent.csv", "text/csv"}};
    const TransportError fault = fault_of(transport, write);

    CHECK(fault.outcome() == Outcome::unknown);
    const std::vector<Seen> seen = server.seen();
    REQUIRE(seen.size() == 2);
    CHECK(seen[0].connection == seen[1].connection);
  }
}

TEST_CASE("an answer that breaks off is no answer") {
  const Reply cut{"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"success\": tr", true, false};
  const ScriptedServer server(in_turn({cut}));
  TransportSettings settings = settings_for(server.url());
  settings.retries = 1;
  Transport transport(std::move(settings));

  CHECK(&fault_of(transport, get("/a")).rule() == &answer_cut);
  CHECK(server.seen().size() == 2);
  const TransportError fault = fault_of(transport, post("/a", Repeat::never));
  CHECK(&fault.rule() == &answer_cut);
  CHECK(fault.outcome() == Outcome::unknown);
  CHECK(server.seen().size() == 3);
}

TEST_CASE("no connection means that nothing was sent") {
  const int port = closed_port();
  Waits waits;
  TransportSettings settings = settings_for("http://127.0.0.1:" + std::to_string(port));
  settings.wait = waits.note();
  Transport transport(std::move(settings));

  const TransportError fault = fault_of(transport, post("/a", Repeat::never));

  CHECK(&fault.rule() == &connection_refused);
  CHECK(fault.outcome() == Outcome::not_sent);
  CHECK(fault.message(Language::ja).find("127.0.0.1:" + std::to_string(port)) != std::string::npos);
  // Tried again once; more would only delay the news that the URL is wrong.
  CHECK(waits.seconds.size() == 1);
}

TEST_CASE("a server that is gone for a moment is waited for, also with a write") {
  auto server = std::make_unique<ScriptedServer>(in_turn({answer(200, "good", "Connection: close\r\n")}));
  Waits waits;
  TransportSettings settings = settings_for(server->url());
  settings.wait = waits.note();
  settings.retries = 3;
  Transport transport(std::move(settings));
  CHECK(transport.send(get("/a")).status == 200);
  server.reset();
  CHECK(fault_of(transport, post("/a", Repeat::never)).outcome() == Outcome::not_sent);
  CHECK(waits.seconds.size() == 3);
}

TEST_CASE("a name that nobody knows is told, nothing was sent") {
  // .invalid is never registered (RFC 6761).
  Transport transport(settings_for("http://anzenmap-test.invalid"));
  const TransportError fault = fault_of(transport, post("/a", Repeat::never));
  CHECK(&fault.rule() == &host_not_found);
  CHECK(fault.outcome() == Outcome::not_sent);
}

TEST_CASE("what the wait throws ends the request") {
  const ScriptedServer server(in_turn({answer(503, "")}));
  TransportSettings settings = settings_for(server.url());
  settings.wait = [](double) { throw std::runtime_error("stopped by a person"); };
  Transport transport(std::move(settings));
  CHECK_THROWS_AS(transport.send(get("/a")), std::runtime_error);
  CHECK(server.seen().size() == 1);
}
