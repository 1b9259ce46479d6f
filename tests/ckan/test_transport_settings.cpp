// SPDX-License-Identifier: Apache-2.0
#include <stdlib.h>

#include "ckan/http/connection_rules.hpp"
#include "ckan/http/settings_rules.hpp"
#include "tests/catch.hpp"
#include "tests/ckan/package_folder.hpp"
#include "tests/ckan/transport_settings.hpp"

using namespace anzenmap;
using namespace anzenmap::ckan;
using namespace anzenmap::test;
using ckan::tests::PackageFolder;

namespace {

Error refusal_of(const TransportSettings& settings) {
  try {
    const Transport transport(settings);
  } catch (const Error& error) {
    CHECK(error.kind() == Error::Kind::usage);
    return error;
  }
  throw std::logic_error("accepted");
}

/// An environment variable for the length of a test.
class Environment {
 public:
  Environment(const char* name, const std::string& value) : name_(name) { ::setenv(name, value.c_str(), 1); }
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;
  ~Environment() { ::unsetenv(name_); }

 private:
  const char* name_;
};

}  // namespace

TEST_CASE("the base URL is http or https and nothing more than a place") {
  for (const char* url :
       {"", "example.jp/ckan", "ftp://example.jp", "file:///tmp", "https://", "https:///ckan",
        "http:example.jp", "https://exa mple.jp", "https://user@example.jp",
        "https://user:word@example.jp/ckan", "https://example.jp/?a=b", "https://example.jp/?",
        "https://example.jp/#a", "https://example.jp#", "https://example.jp:99999/",
        "https://example.jp/\r\nHost: x"}) {
    const Error error = refusal_of(settings_for(url));
    CHECK(&error.rule() == &base_url_unusable);
    CHECK(error.message(Language::ja).find("word") == std::string::npos);
  }
  for (const char* url : {"https://example.jp/ckan", "https://example.jp/ckan//", "http://127.0.0.1:5000",
                          "HTTPS://EXAMPLE.JP", "https://[::1]:8443/ckan", "https://オープンデータ.jp"}) {
    const Transport transport(settings_for(url));
    CHECK(transport.base_url().back() != '/');
  }
}

TEST_CASE("a malformed token is refused and not shown") {
  for (const char* token : {"abc def", "abc\r\nX: y", "秘密の鍵", "abc\n", "\x7F"}) {
    const Error error = refusal_of(settings_for("https://example.jp", token));
    CHECK(&error.rule() == &token_unusable);
    CHECK(error.message(Language::ja).find(token) == std::string::npos);
  }
}

TEST_CASE("a proxy or certificate that cannot be used is told before anything is sent") {
  TransportSettings settings = settings_for("https://example.jp");
  for (const char* proxy : {"ftp://proxy", "http://", "http://proxy/path", "not a host"}) {
    settings.proxy = proxy;
    CHECK(&refusal_of(settings).rule() == &proxy_unusable);
  }
  settings.proxy.clear();
  const PackageFolder folder;
  folder.write("no.pem", "hello");
  for (std::string* file : {&settings.ca_bundle, &settings.client_certificate, &settings.client_key})
    for (const char* name : {"gone.pem", "no.pem", ""}) {
      *file = folder.at(name);
      CHECK(&refusal_of(settings).rule() == &certificate_file_unusable);
      file->clear();
    }
}

TEST_CASE("requests go through the proxy of the settings, or of the environment") {
  const ScriptedServer proxy([](const Seen&) { return answer(200, "through the proxy"); });
  TransportSettings settings = settings_for("http://anzenmap-test.invalid/ckan", "the-token");
  settings.proxy = "http://user:word@127.0.0.1:" + std::to_string(proxy.port());
  Transport transport(settings);
  CHECK(transport.send(get("/a")).body == "through the proxy");
  const Seen seen = proxy.seen().at(0);
  CHECK(seen.target == "http://anzenmap-test.invalid/ckan/a");
  CHECK(seen.header("proxy-authorization") == "Basic dXNlcjp3b3Jk");

  const Environment variable("http_proxy", proxy.url());
  settings.proxy.clear();
  Transport by_environment(settings);
  CHECK(by_environment.send(get("/a")).body == "through the proxy");
}

TEST_CASE("a proxy that refuses is told as such, and never gets the token of an https catalogue") {
  const ScriptedServer proxy([](const Seen& seen) {
    return seen.target == "ask.invalid:443" ? answer(407, "", "Proxy-Authenticate: Basic realm=\"x\"\r\n")
                                            : answer(403, "<html>blocked</html>");
  });
  for (const char* host : {"ask.invalid", "blocked.invalid"}) {
    TransportSettings settings = settings_for(std::string("https://") + host, "the-token");
    settings.proxy = "http://user:word@127.0.0.1:" + std::to_string(proxy.port());
    settings.retries = 0;
    Transport transport(settings);
    const TransportError fault = fault_of(transport, post("/a", Repeat::never));
    CHECK(&fault.rule() == &proxy_fault);
    CHECK(fault.outcome() == TransportError::Outcome::not_sent);
    CHECK(fault.message(Language::ja).find("word") == std::string::npos);
  }
  for (const Seen& seen : proxy.seen()) {
    CHECK(seen.method == "CONNECT");
    CHECK(seen.header("authorization").empty());
  }
}

TEST_CASE("a proxy that is not there is told as such") {
  TransportSettings settings = settings_for("http://anzenmap-test.invalid");
  settings.proxy = "http://127.0.0.1:" + std::to_string(closed_port());
  Transport transport(settings);
  CHECK(&fault_of(transport, get("/a")).rule() == &proxy_fault);
  settings.proxy = "http://anzenmap-proxy.invalid:8080";
  Transport nameless(settings);
  CHECK(&fault_of(nameless, get("/a")).rule() == &proxy_fault);
}

TEST_CASE("https to a server that speaks http is told as such") {
  const ScriptedServer server([](const Seen&) {
    return Reply{"HTTP/1.1 400 Bad Request\r\n\r\n", true, false};
  });
  Transport transport(settings_for("https://127.0.0.1:" + std::to_string(server.port()), "the-token"));
  const TransportError fault = fault_of(transport, post("/a", Repeat::never));
  CHECK(&fault.rule() == &tls_failed);
  CHECK(fault.outcome() == TransportError::Outcome::not_sent);
  CHECK(fault.message(Language::en).find("does not speak https") != std::string::npos);
  CHECK(server.seen().size() == 1);
}

TEST_CASE("a connection that does not come about is given up") {
  const ScriptedServer server([](const Seen&) { return Reply{"", false, true}; });
  TransportSettings settings = settings_for("https://127.0.0.1:" + std::to_string(server.port()));
  settings.connect_seconds = 0.1;
  Transport transport(std::move(settings));
  const TransportError fault = fault_of(transport, post("/a", Repeat::never));
  CHECK(&fault.rule() == &connection_timeout);
  CHECK(fault.outcome() == TransportError::Outcome::not_sent);
}

TEST_CASE("a line that drops while encryption is agreed on has carried nothing") {
  const ScriptedServer server([](const Seen&) { return Reply{"", true, false}; });
  Transport transport(settings_for("https://127.0.0.1:" + std::to_string(server.port())));
  const TransportError fault = fault_of(transport, post("/a", Repeat::never));
  CHECK(&fault.rule() == &connection_lost);
  CHECK(fault.outcome() == TransportError::Outcome::not_sent);
}
