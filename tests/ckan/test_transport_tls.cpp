// SPDX-License-Identifier: Apache-2.0

#include <memory>
#include <string>

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

constexpr const char* kToken = "secret-token-of-the-test";

Reply good(const Seen&) { return answer(200, "good"); }

std::unique_ptr<TlsServerSide> side(const TlsIdentity& identity, const std::string& client = {}) {
  return std::make_unique<TlsServerSide>(identity, client);
}

struct Untrusted {
  const char* name;
  int days;
  bool known;  ///< its certificate is in the CA bundle
  const char* reason;
};

}  // namespace

TEST_CASE("a server whose certificate does not fit gets nothing") {
  const PackageFolder folder;
  for (const Untrusted& given :
       {Untrusted{"IP:127.0.0.1", 1, false, "self-signed"}, Untrusted{"IP:127.0.0.1", -1, true, "expired"},
        Untrusted{"DNS:example.jp", 1, true, "for another name"}}) {
    const TlsIdentity identity = make_identity(given.name, given.days);
    folder.write("ca.pem", identity.certificate);
    const ScriptedServer server(good, side(identity));
    Waits waits;
    TransportSettings settings = settings_for(server.url(), kToken);
    settings.wait = waits.note();
    if (given.known) settings.ca_bundle = folder.at("ca.pem");
    Transport transport(settings);

    const TransportError fault = fault_of(transport, post("/a", Repeat::safe));

    CHECK(&fault.rule() == &tls_untrusted);
    CHECK(fault.outcome() == Outcome::not_sent);
    CHECK(fault.message(Language::en).find(given.reason) != std::string::npos);
    CHECK(waits.seconds.empty());
    CHECK(server.seen().empty());

    settings.insecure = true;
    Transport careless(settings);
    CHECK(careless.send(get("/a")).body == "good");
  }
}

TEST_CASE("a certificate of one's own CA is trusted") {
  const PackageFolder folder;
  const TlsIdentity identity = make_identity("IP:127.0.0.1");
  folder.write("ca.pem", identity.certificate);
  const ScriptedServer server(good, side(identity));
  TransportSettings settings = settings_for(server.url(), kToken);
  settings.ca_bundle = folder.at("ca.pem");
  Transport transport(std::move(settings));
  CHECK(transport.send(get("/a")).body == "good");
  CHECK(server.seen().at(0).header("authorization") == kToken);
}

TEST_CASE("a client certificate is shown to the catalogue that wants one") {
  const PackageFolder folder;
  const TlsIdentity identity = make_identity("IP:127.0.0.1");
  const TlsIdentity client = make_identity("DNS:client");
  folder.write("ca.pem", identity.certificate);
  folder.write("client.pem", client.certificate);
  folder.write("key.pem", client.key);
  folder.write("both.pem", client.certificate + client.key);
  const ScriptedServer server(good, side(identity, client.certificate));
  TransportSettings settings = settings_for(server.url());
  settings.ca_bundle = folder.at("ca.pem");

  Transport without(settings);
  const TransportError fault = fault_of(without, post("/a", Repeat::never));
  CHECK(fault.outcome() == Outcome::not_sent);
  CHECK(server.seen().empty());

  settings.client_certificate = folder.at("both.pem");
  Transport one_file(settings);
  CHECK(one_file.send(get("/a")).body == "good");
  settings.client_certificate = folder.at("client.pem");
  settings.client_key = folder.at("key.pem");
  Transport two_files(settings);
  CHECK(two_files.send(get("/a")).body == "good");

  const TlsIdentity other = make_identity("DNS:other");
  folder.write("key.pem", other.key);
  Transport unfit(settings);
  CHECK(fault_of(unfit, get("/a")).code() == "CK903");
}

TEST_CASE("from http to https of the same host is followed, told, and remembered") {
  const PackageFolder folder;
  const TlsIdentity identity = make_identity("IP:127.0.0.1");
  folder.write("ca.pem", identity.certificate);
  const ScriptedServer secure(good, side(identity));
  const ScriptedServer plain(
      [&](const Seen& seen) { return answer(301, "", "Location: " + secure.url() + seen.target + "\r\n"); });
  TransportSettings settings = settings_for(plain.url() + "/ckan", kToken);
  settings.ca_bundle = folder.at("ca.pem");
  Transport transport(std::move(settings));

  const Response first =
      transport.send(post("/api/3/action/package_create", Repeat::never, R"({"name": "x"})"));
  const Response second = transport.send(get("/api/3/action/status_show"));
  const Response absolute = transport.send(get(plain.url() + "/ckan/dataset/x?a=b"));

  for (const Response& response : {first, second, absolute}) {
    CHECK(response.body == "good");
    CHECK(response.to_https);
  }
  // Once the way is known nothing more goes unencrypted.
  CHECK(plain.seen().size() == 1);
  const std::vector<Seen> seen = secure.seen();
  REQUIRE(seen.size() == 3);
  CHECK(seen[0].method == "POST");
  CHECK(seen[0].body == R"({"name": "x"})");
  CHECK(seen[2].target == "/ckan/dataset/x?a=b");
  for (const Seen& request : seen) CHECK(request.header("authorization") == kToken);
}

TEST_CASE("from https to http is not followed") {
  const PackageFolder folder;
  const TlsIdentity identity = make_identity("IP:127.0.0.1");
  folder.write("ca.pem", identity.certificate);
  const ScriptedServer plain(good);
  const ScriptedServer secure(
      [&](const Seen& seen) { return answer(307, "", "Location: " + plain.url() + seen.target + "\r\n"); },
      side(identity));
  TransportSettings settings = settings_for(secure.url(), kToken);
  settings.ca_bundle = folder.at("ca.pem");
  Transport transport(std::move(settings));
  CHECK(transport.send(get("/a")).status == 307);
  CHECK(plain.seen().empty());
}
