// SPDX-License-Identifier: Apache-2.0
#include <sys/resource.h>

#include <algorithm>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <thread>

#include "ckan/http/connection_rules.hpp"
#include "tests/catch.hpp"
#include "tests/ckan/package_folder.hpp"
#include "tests/ckan/transport_settings.hpp"

using namespace anzenmap;
using namespace anzenmap::ckan;
using namespace anzenmap::test;
using ckan::tests::PackageFolder;
using Outcome = TransportError::Outcome;

namespace {

long peak_kilobytes() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

std::size_t files_in(const PackageFolder& folder) {
  const std::filesystem::directory_iterator first(folder.path());
  return static_cast<std::size_t>(std::distance(first, std::filesystem::directory_iterator()));
}

}  // namespace

TEST_CASE("parts go out as multipart/form-data, files by their given name") {
  const PackageFolder folder;
  folder.write("避難所.csv", "ID,名称\r\n1,体育館\r\n");
  const ScriptedServer server([](const Seen&) { return answer(200, ""); });
  Transport transport(settings_for(server.url()));
  Request request = post("/a", Repeat::never);
  request.parts = {{"match", R"({"name": "x"})", {}, {}, "application/json"},
                   {"private", "false", {}, {}, {}},
                   {"update__resources__0__upload", {}, folder.at("避難所.csv"), "shelters.csv", "text/csv"}};

  CHECK(transport.send(request).status == 200);

  const Seen seen = server.seen().at(0);
  CHECK(seen.header("content-type").find("multipart/form-data; boundary=") == 0);
  const auto has = [&](const std::string& text) { return seen.body.find(text) != std::string::npos; };
  CHECK(has("name=\"match\"\r\nContent-Type: application/json\r\n\r\n{\"name\": \"x\"}\r\n"));
  CHECK(has("name=\"private\"\r\n\r\nfalse\r\n"));
  CHECK(
      has("name=\"update__resources__0__upload\"; filename=\"shelters.csv\"\r\nContent-Type: text/csv\r\n"
          "\r\nID,名称\r\n1,体育館\r\n\r\n"));
}

TEST_CASE("a large file is streamed from disk") {
  const PackageFolder folder;
  folder.write("large.gpkg", "");
  constexpr std::uint64_t kBytes = 300'000'000;
  std::filesystem::resize_file(folder.at("large.gpkg"), kBytes);
  const ScriptedServer server([](const Seen&) { return answer(200, "done"); });
  Transport transport(settings_for(server.url()));
  Request request = post("/a", Repeat::never);
  request.parts = {{"upload", {}, folder.at("large.gpkg"), "large.gpkg", {}}};
  std::vector<std::uint64_t> sent;
  std::uint64_t of = 0;
  request.progress = [&](std::uint64_t now, std::uint64_t total) {
    sent.push_back(now);
    of = total;
  };
  const long before = peak_kilobytes();

  const Response response = transport.send(request);

  CHECK(response.body == "done");
  CHECK(response.request_bytes == kBytes);
  CHECK(server.seen().at(0).body_bytes > kBytes);
  CHECK(peak_kilobytes() - before < 30'000);
  CHECK(sent.size() > 10);
  CHECK(std::is_sorted(sent.begin(), sent.end()));
  CHECK(of == server.seen().at(0).body_bytes);
  CHECK(sent.back() == of);
}

TEST_CASE("a file that cannot be sent whole is told") {
  const PackageFolder folder;
  const ScriptedServer server([](const Seen&) { return answer(200, "done"); });
  Transport transport(settings_for(server.url()));
  Request request = post("/a", Repeat::never);

  request.parts = {{"upload", {}, folder.at("gone.csv"), "gone.csv", {}}};
  const TransportError gone = fault_of(transport, request);
  CHECK(&gone.rule() == &upload_unreadable);
  CHECK(gone.outcome() == Outcome::not_sent);
  request.parts = {{"upload", {}, folder.path(), "folder.csv", {}}};
  CHECK(&fault_of(transport, request).rule() == &upload_unreadable);
  CHECK(transport.requests() == 0);

  folder.write("shrinks.csv", std::string(8'000'000, 'x'));
  request.parts = {{"upload", {}, folder.at("shrinks.csv"), "shrinks.csv", {}}};
  request.progress = [&](std::uint64_t, std::uint64_t) {
    std::filesystem::resize_file(folder.at("shrinks.csv"), 10);
  };
  const TransportError shrunk = fault_of(transport, request);
  CHECK(&shrunk.rule() == &upload_unreadable);
  CHECK(server.seen().empty());
}

TEST_CASE("a server that does not even read what is too large is heard") {
  const PackageFolder folder;
  folder.write("large.csv", "");
  std::filesystem::resize_file(folder.at("large.csv"), 50'000'000);
  ScriptedServer server([](const Seen&) { return answer(200, "done"); });
  server.refuse_bodies_over(1'000'000, answer(413, "<html><title>Too Large</title></html>"));
  Transport transport(settings_for(server.url()));
  Request request = post("/a", Repeat::never);
  request.parts = {{"upload", {}, folder.at("large.csv"), "large.csv", {}}};

  const Response response = transport.send(request);

  CHECK(response.status == 413);
  CHECK(response.request_bytes == 50'000'000);
  CHECK(server.seen().empty());
}

TEST_CASE("a download is there whole or not at all") {
  const PackageFolder folder;
  const std::string path = folder.at("data.csv");
  const ScriptedServer server([](const Seen& seen) {
    if (seen.target == "/whole") return answer(200, "new content");
    if (seen.target == "/empty") return answer(200, "");
    if (seen.target == "/cut")
      return Reply{"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nnew con", true, false};
    return answer(404, "<html>Not found</html>");
  });
  TransportSettings settings = settings_for(server.url());
  settings.retries = 0;
  Transport transport(std::move(settings));
  const auto fetch = [&](const char* url) {
    Request request = get(url);
    request.save_to = path;
    return request;
  };
  folder.write("data.csv", "old");

  CHECK(&fault_of(transport, fetch("/cut")).rule() == &answer_cut);
  CHECK(folder.read("data.csv") == "old");
  // An error page is not the file.
  const Response missing = transport.send(fetch("/missing"));
  CHECK(missing.status == 404);
  CHECK(missing.body == "<html>Not found</html>");
  CHECK(folder.read("data.csv") == "old");

  const Response whole = transport.send(fetch("/whole"));
  CHECK(whole.body.empty());
  CHECK(whole.bytes == 11);
  CHECK(folder.read("data.csv") == "new content");
  CHECK(transport.send(fetch("/empty")).bytes == 0);
  CHECK(folder.read("data.csv").empty());
  CHECK(files_in(folder) == 1);
}

TEST_CASE("a folder that cannot be written to is no fault of the server") {
  const PackageFolder folder;
  folder.write("file", "");
  const ScriptedServer server([](const Seen&) { return answer(200, "data"); });
  Transport transport(settings_for(server.url()));
  Request request = get("/a");
  request.save_to = folder.at("file/data.csv");
  CHECK_THROWS_AS(transport.send(request), Error);
  CHECK(server.seen().size() == 1);
}

TEST_CASE("an answer is kept in memory only up to the limit") {
  const ScriptedServer server([](const Seen&) { return answer(200, std::string(200'000, 'x')); });
  TransportSettings settings = settings_for(server.url());
  settings.body_bytes = 100'000;
  Transport transport(std::move(settings));
  const TransportError fault = fault_of(transport, get("/a"));
  CHECK(&fault.rule() == &answer_too_large);
  CHECK(server.seen().size() == 1);

  settings = settings_for(server.url());
  settings.body_bytes = 200'000;
  Transport wide(std::move(settings));
  CHECK(wide.send(get("/a")).body.size() == 200'000);
}

TEST_CASE("a server that falls silent is left") {
  const ScriptedServer server([](const Seen& seen) {
    if (seen.target == "/half") return Reply{"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{", false, true};
    return Reply{"", false, true};
  });
  TransportSettings settings = settings_for(server.url());
  settings.low_speed_seconds = 0.05;
  settings.retries = 2;
  Transport transport(std::move(settings));

  const TransportError fault = fault_of(transport, post("/a", Repeat::never));
  CHECK(&fault.rule() == &server_silent);
  CHECK(fault.outcome() == Outcome::unknown);
  CHECK(server.seen().size() == 1);
  CHECK(&fault_of(transport, get("/half")).rule() == &server_silent);
  CHECK(server.seen().size() == 4);
}

TEST_CASE("a connection is kept and used again") {
  const ScriptedServer server([](const Seen&) { return answer(200, "x"); });
  Transport transport(settings_for(server.url()));
  for (int i = 0; i < 20; ++i) CHECK(transport.send(post("/a", Repeat::never)).status == 200);
  CHECK(server.connections() == 1);
}

TEST_CASE("no more requests at a time than asked for, and that many") {
  std::mutex mutex;
  std::condition_variable changed;
  int running = 0;
  int most = 0;
  int arrived = 0;
  const ScriptedServer server([&](const Seen&) {
    std::unique_lock lock(mutex);
    ++arrived;
    most = std::max(most, ++running);
    changed.notify_all();
    // The first three hold the line until all three are there.
    changed.wait_for(lock, std::chrono::seconds(20), [&] { return arrived >= 3; });
    --running;
    return answer(200, "x");
  });
  TransportSettings settings = settings_for(server.url());
  settings.parallel = 3;
  Transport transport(std::move(settings));

  std::vector<std::thread> senders;
  for (int i = 0; i < 12; ++i)
    senders.emplace_back([&] { static_cast<void>(transport.send(post("/a", Repeat::never))); });
  for (std::thread& sender : senders) sender.join();

  CHECK(server.seen().size() == 12);
  CHECK(most == 3);
  CHECK(server.connections() == 3);
}
