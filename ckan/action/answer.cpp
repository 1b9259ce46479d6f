// SPDX-License-Identifier: Apache-2.0
#include "ckan/action/answer.hpp"

#include <optional>
#include <utility>
#include <vector>

#include "ckan/action/action_api.hpp"
#include "ckan/action/answer_rules.hpp"
#include "ckan/action/answer_text.hpp"
#include "ckan/http/byte_size.hpp"
#include "ckan/http/connection_rules.hpp"

namespace anzenmap::ckan {
namespace {

using Json = nlohmann::ordered_json;
using Outcome = ActionError::Outcome;
using Kind = Error::Kind;

constexpr std::size_t kAnswerCharacters = 200;

/// One answer that is no result, and what of it goes into messages.
class Fault {
 public:
  Fault(const Response& response, const Asked& asked) : response_(response), asked_(asked) {}

  /// `body`: the answer as JSON; discarded where it is none.
  [[noreturn]] void raise(const Json& body) const {
    if (body.is_object() && body.contains("error") && body["error"].is_object())
      raise_envelope(body["error"]);
    if (!body.is_discarded()) raise_bare(body);
    raise_page();
  }

  [[noreturn]] void raise_cut() const {
    fail(answer_cut, {host(), {"received", shown_bytes(response_.bytes), {}}}, Kind::world, Outcome::unknown);
  }

 private:
  [[noreturn]] void fail(const RuleInfo& rule, std::vector<Argument> arguments, Kind kind, Outcome outcome,
                         std::string type = {}, Json fields = nullptr) const {
    throw ActionError(rule, std::move(arguments), kind, outcome, response_.status, std::move(type),
                      std::move(fields));
  }

  [[nodiscard]] Argument host() const { return {"host", asked_.host, {}}; }
  [[nodiscard]] Argument action() const { return {"action", asked_.action, {}}; }
  [[nodiscard]] Argument status() const { return {"status", std::to_string(response_.status), {}}; }
  [[nodiscard]] Argument size() const { return {"size", shown_bytes(response_.request_bytes), {}}; }

  [[nodiscard]] bool is_page() const {
    return looks_like_html(response_.body, response_.header("content-type"));
  }

  [[nodiscard]] Argument page() const {
    const std::string title = is_page() ? title_of_page(response_.body) : std::string();
    if (title.empty()) return {"page", {}, {}};
    return {"page", "、ページの題名「" + title + "」", ", a page titled '" + title + "'"};
  }

  // CKAN's own words, which come in the site's language: shown beside ours, never decided by.
  [[nodiscard]] static Argument words(const std::string& text) {
    const std::string shown = quotable(text, kAnswerCharacters);
    if (shown.empty()) return {"answer", {}, {}};
    return {"answer", "。CKAN の答え: " + shown, ": " + shown};
  }

  [[noreturn]] void raise_envelope(Json error) const {
    std::string type;
    if (const auto found = error.find("__type"); found != error.end()) {
      if (found->is_string()) type = found->get<std::string>();
      error.erase(found);
    }
    if (type.substr(0, 7) == "Search ") raise_search(type, std::move(error));
    if (type == "Authorization Error" || (type.empty() && response_.status == 403)) raise_rights(type, error);
    if (type == "Not Found Error")
      fail(thing_not_found, {action(), words(message_of(error))}, Kind::world, Outcome::refused, type, error);
    if (type == "Validation Error" || response_.status == 409) raise_values(type, std::move(error));
    if (response_.status >= 500)
      fail(server_fault, {host(), action(), status(), page()}, Kind::world, Outcome::unknown, type, error);
    const FieldWords all = words_of_fields(error);
    fail(request_refused, {action(), status(), words(all.en)}, Kind::world, Outcome::refused, type, error);
  }

  // Search Index Error: nothing is stored, yet uploaded bytes may have replaced a file, so it is not certain.
  [[noreturn]] void raise_search(const std::string& type, Json error) const {
    const Outcome outcome = response_.status >= 500 ? Outcome::unknown : Outcome::refused;
    fail(search_fault, {host(), action(), {"type", quotable(type, 40), {}}}, Kind::world, outcome, type,
         std::move(error));
  }

  [[noreturn]] void raise_rights(const std::string& type, Json error) const {
    const RuleInfo& rule = asked_.with_token ? rights_missing : anonymous_refused;
    fail(rule, {action()}, Kind::refused, Outcome::refused, type, std::move(error));
  }

  [[noreturn]] void raise_values(const std::string& type, Json error) const {
    FieldWords all = words_of_fields(error);
    // CKAN's limit for a file is a Validation Error of `upload`; its words alone tell it from a wrong type.
    if (error.contains("upload") && error.size() == 1)
      fail(upload_too_large, {size(), status(), words(all.en)}, Kind::refused, Outcome::refused, type, error);
    if (all.ja.empty()) all = {"（項目の名前なし）", "(no field was named)"};
    fail(values_refused, {{"fields", std::move(all.ja), std::move(all.en)}}, Kind::refused, Outcome::refused,
         type, std::move(error));
  }

  static std::string message_of(const Json& error) {
    const auto found = error.find("message");
    return found != error.end() && found->is_string() ? found->get<std::string>() : std::string();
  }

  // JSON without CKAN's envelope: a bare text (unknown action, unreadable request), or another program's.
  [[noreturn]] void raise_bare(const Json& body) const {
    if (response_.status == 400 && body.is_string())
      fail(request_refused, {action(), status(), words(body.get<std::string>())}, Kind::world,
           Outcome::refused);
    if (body.is_object() && body.value("success", Json()) == false)
      fail(request_refused, {action(), status(), words({})}, Kind::world,
           response_.status >= 500 ? Outcome::unknown : Outcome::refused);
    raise_page();
  }

  [[noreturn]] void raise_page() const {
    raise_redirect();
    switch (response_.status) {
      case 401:
      case 403:
      case 407:
      case 451:
        if (is_page() && is_login_page(response_.body)) raise_login();
        fail(blocked_on_the_way, {host(), status(), page()}, Kind::world, Outcome::refused);
      case 413:
        fail(upload_too_large, {size(), status(), words({})}, Kind::refused, Outcome::refused);
      case 429:
        fail(too_many_requests, {host(), wait()}, Kind::world, Outcome::refused);
      case 502:
      case 503:
      case 504:
        raise_gateway();
      default:
        break;
    }
    if (response_.status >= 500)
      fail(server_fault, {host(), action(), status(), page()}, Kind::world, Outcome::unknown);
    if (is_page() && is_login_page(response_.body)) raise_login();
    const Outcome outcome =
        response_.status >= 400 && response_.status != 408 ? Outcome::refused : Outcome::unknown;
    fail(answer_no_ckan, {host(), status(), page()}, Kind::world, outcome);
  }

  void raise_redirect() const {
    if (response_.status < 300 || response_.status > 399) return;
    const std::string location = quotable(without_query(response_.header("location")), kAnswerCharacters);
    if (location.empty()) return;
    if (location.find("login") != std::string::npos) raise_login();
    fail(redirect_elsewhere, {host(), {"location", location, {}}}, Kind::world, Outcome::refused);
  }

  // The query of a login's address may carry keys that are nobody's business.
  static std::string without_query(std::string_view url) { return std::string(url.substr(0, url.find('?'))); }

  [[noreturn]] void raise_login() const {
    fail(login_page, {host(), status(), page()}, Kind::world,
         response_.status < 300 ? Outcome::unknown : Outcome::refused);
  }

  [[noreturn]] void raise_gateway() const {
    Argument reason{"reason", "休止中か、混んでいます", "it is down for maintenance or overloaded"};
    if (response_.status == 502) reason = {"reason", "CKAN が止まっています", "CKAN is down"};
    if (response_.status == 504) reason = {"reason", "時間がかかりすぎました", "it took too long"};
    fail(gateway_fault, {host(), std::move(reason), status(), page()}, Kind::world, Outcome::unknown);
  }

  [[nodiscard]] Argument wait() const {
    const std::string asked = quotable(response_.header("retry-after"), 40);
    if (asked.empty()) return {"wait", {}, {}};
    return {"wait", "、待つ時間 " + asked, ", to wait: " + asked};
  }

  const Response& response_;
  const Asked& asked_;
};

bool begins_as_json(std::string_view body) {
  const std::size_t start = body.find_first_not_of(" \t\r\n");
  return start != std::string_view::npos && (body[start] == '{' || body[start] == '[');
}

}  // namespace

Json result_of(const Response& response, const Asked& asked) {
  const Fault fault(response, asked);
  const bool success = response.status >= 200 && response.status < 300;
  const bool too_deep = nests_too_deep(response.body);
  Json body = too_deep ? Json(Json::value_t::discarded) : Json::parse(response.body, nullptr, false);
  if (success && body.is_object()) {
    const auto said = body.find("success");
    if (said != body.end() && *said == true && body.contains("result")) return std::move(body["result"]);
  }
  if (success && !too_deep && body.is_discarded() && begins_as_json(response.body)) fault.raise_cut();
  fault.raise(body);
}

}  // namespace anzenmap::ckan
