// SPDX-License-Identifier: Apache-2.0
#include "ckan/http/transfer_fault.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <string_view>
#include <utility>
#include <vector>

#include "ckan/http/byte_size.hpp"
#include "ckan/http/connection_rules.hpp"
#include "ckan/http/settings_rules.hpp"

namespace anzenmap::ckan {
namespace {

using Outcome = TransportError::Outcome;
using Facts = Transfer::Facts;

Argument host_of(const Transfer& transfer) { return {"host", transfer.target().shown_host(), {}}; }

Argument seconds_of(double seconds) { return {"seconds", fmt::format("{:g}", seconds), {}}; }

Argument connect_reason(long os_error) {
  switch (os_error) {
    case ECONNREFUSED:
      return {"reason", "接続を断られました", "the connection was refused"};
    case ENETUNREACH:
    case EHOSTUNREACH:
      return {"reason", "そこまでの道がありません", "there is no route to it"};
    default:
      return {"reason", "接続できません", "no connection could be made"};
  }
}

// Numbers of OpenSSL's X509_V_ERR_*: docs.openssl.org, X509_STORE_CTX_get_error.
Argument trust_reason(const Transfer& transfer) {
  switch (transfer.facts().verify_result) {
    case 9:
      return {"reason", "証明書の期限がまだ始まっていません", "its certificate is not valid yet"};
    case 10:
      return {"reason", "証明書の期限が切れています", "its certificate has expired"};
    case 18:
    case 19:
      return {"reason", "自分で作った証明書を使っています", "its certificate is self-signed"};
    case 2:
    case 20:
    case 21:
      return {"reason", "証明書を出した機関を知りません", "the issuer of its certificate is unknown"};
    case 23:
      return {"reason", "証明書が取り消されています", "its certificate was revoked"};
    default:
      break;
  }
  const bool other_name = transfer.detail().find("match") != std::string_view::npos;
  if (other_name)
    return {"reason", "証明書がべつの名前のサーバーのものです", "its certificate is for another name"};
  return {"reason", "証明書を確かめられません", "its certificate cannot be verified"};
}

Argument tls_reason(const Transfer& transfer) {
  const std::string_view detail = transfer.detail();
  const auto tells = [&](std::string_view words) { return detail.find(words) != std::string_view::npos; };
  if (tells("wrong version number") || tells("packet length too long") || tells("http request"))
    return {"reason", "相手が https ではありません", "it does not speak https"};
  if (tells("protocol version") || tells("unsupported protocol"))
    return {"reason", "相手の暗号の方式が古すぎます", "its encryption is too old"};
  if (tells("certificate required") || tells("bad certificate") || tells("handshake failure"))
    return {"reason", "相手に断られました。クライアント証明書が要るのかもしれません",
            "it refused; it may want a client certificate"};
  return {"reason", "暗号化の取り決めができません", "no agreement on encryption"};
}

Argument proxy_reason(const Facts& facts) {
  if (facts.connect_status == 407)
    return {"reason", "利用者名とパスワードを求められました", "it asks for a user name and password"};
  const std::string status = std::to_string(facts.connect_status);
  return {"reason", "断られました。状態コード " + status, "it refused with status " + status};
}

// curl names the place that it could not connect to: where that is not the target's, it is a proxy's.
bool failed_at_proxy(const Transfer& transfer) {
  constexpr std::string_view kStart = "Failed to connect to ";
  const std::string_view detail = transfer.detail();
  if (detail.substr(0, kStart.size()) != kStart) return false;
  const WebAddress& target = transfer.target();
  std::string_view host = target.host;
  if (host.front() == '[') host = host.substr(1, host.size() - 2);
  const std::string ours = fmt::format("{} port {} ", host, target.port);
  return detail.substr(kStart.size(), ours.size()) != ours;
}

TransportError cut(const Transfer& transfer) {
  return {
      answer_cut, {host_of(transfer), {"received", shown_bytes(transfer.received()), {}}}, Outcome::unknown};
}

TransportError lost(const Transfer& transfer, Outcome outcome) {
  return {connection_lost, {host_of(transfer), {"sent", shown_bytes(transfer.facts().sent), {}}}, outcome};
}

TransportError not_connected(const Transfer& transfer, const TransportSettings& settings) {
  const Facts& facts = transfer.facts();
  if (failed_at_proxy(transfer))
    return {proxy_fault,
            {host_of(transfer), {"reason", "プロキシにつながりません", "no connection to the proxy"}},
            Outcome::not_sent};
  if (facts.code == CURLE_OPERATION_TIMEDOUT || facts.os_error == ETIMEDOUT)
    return {connection_timeout, {host_of(transfer), seconds_of(settings.connect_seconds)}, Outcome::not_sent};
  return {connection_refused, {host_of(transfer), connect_reason(facts.os_error)}, Outcome::not_sent};
}

TransportError tls_fault(const Transfer& transfer, const TransportSettings& settings) {
  const Facts& facts = transfer.facts();
  switch (facts.code) {
    case CURLE_PEER_FAILED_VERIFICATION:
      return {tls_untrusted, {host_of(transfer), trust_reason(transfer)}, Outcome::not_sent};
    case CURLE_SSL_CACERT_BADFILE:
      return {
          certificate_file_unusable,
          {{"path", settings.ca_bundle, {}}, {"reason", "証明書として読めません", "it holds no certificate"}},
          Outcome::not_sent};
    case CURLE_SSL_CERTPROBLEM:
      return {certificate_file_unusable,
              {{"path", settings.client_certificate, {}},
               {"reason", "証明書と鍵がそろっていません", "certificate and key do not fit"}},
              Outcome::not_sent};
    default:
      // Hung up in the middle of the handshake.
      if (facts.os_error != 0 || transfer.detail().find("SSL_ERROR_SYSCALL") != std::string_view::npos)
        return lost(transfer, Outcome::not_sent);
      return {tls_failed, {host_of(transfer), tls_reason(transfer)}, Outcome::not_sent};
  }
}

TransportError silent_fault(const Transfer& transfer, const TransportSettings& settings) {
  const Facts& facts = transfer.facts();
  return {server_silent,
          {host_of(transfer), seconds_of(settings.low_speed_seconds), {"sent", shown_bytes(facts.sent), {}}},
          facts.request_sent ? Outcome::unknown : Outcome::not_sent};
}

}  // namespace

TransportError transfer_fault(const Transfer& transfer, const TransportSettings& settings) {
  const Facts& facts = transfer.facts();
  if (const std::string path = transfer.spoilt_file(); !path.empty())
    return {upload_unreadable,
            {{"path", path, {}},
             {"reason", "送っているあいだに短くなったか、読めなくなりました",
              "it became shorter or unreadable while it was sent"}},
            facts.request_sent ? Outcome::unknown : Outcome::not_sent};
  if (facts.too_large)
    return {answer_too_large,
            {host_of(transfer), {"limit", shown_bytes(settings.body_bytes), {}}},
            Outcome::unknown};
  if (facts.silent) return silent_fault(transfer, settings);
  switch (facts.code) {
    case CURLE_COULDNT_RESOLVE_HOST:
      return {host_not_found, {host_of(transfer)}, Outcome::not_sent};
    case CURLE_COULDNT_RESOLVE_PROXY:
      return {
          proxy_fault,
          {host_of(transfer), {"reason", "プロキシの名前が見つかりません", "the proxy's name is unknown"}},
          Outcome::not_sent};
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
      return tls_fault(transfer, settings);
    case CURLE_PARTIAL_FILE:
      return cut(transfer);
    default:
      break;
  }
  if (!facts.connected && facts.connect_status >= 300)
    return {proxy_fault, {host_of(transfer), proxy_reason(facts)}, Outcome::not_sent};
  if (facts.code == CURLE_PROXY)
    return {proxy_fault, {host_of(transfer), {"reason", "断られました", "it refused"}}, Outcome::not_sent};
  if (!facts.connected) return not_connected(transfer, settings);
  if (facts.status != 0) return cut(transfer);
  return lost(transfer, facts.request_sent ? Outcome::unknown : Outcome::not_sent);
}

bool may_pass(const TransportError& fault) {
  for (const RuleInfo* rule : {&host_not_found, &connection_refused, &connection_timeout, &connection_lost,
                               &server_silent, &answer_cut, &proxy_fault})
    if (&fault.rule() == rule) return true;
  return false;
}

}  // namespace anzenmap::ckan
