// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <vector>

#include "ckan/action/action_api.hpp"
#include "ckan/action/answer.hpp"
#include "ckan/action/answer_rules.hpp"
#include "ckan/http/connection_rules.hpp"
#include "tests/catch.hpp"

using namespace anzenmap;
using namespace anzenmap::ckan;
using Json = nlohmann::ordered_json;
using Outcome = ActionError::Outcome;
using Kind = Error::Kind;

namespace {

Response response(int status, std::string body, std::string type = "application/json;charset=utf-8") {
  Response made;
  made.status = status;
  made.bytes = body.size();
  made.body = std::move(body);
  if (!type.empty()) made.headers.emplace_back("content-type", std::move(type));
  return made;
}

Response page(int status, std::string body) {
  return response(status, std::move(body), "text/html; charset=utf-8");
}

Response refusal(int status, const std::string& error) {
  return response(status, R"({"help": "http://x/help", "success": false, "error": )" + error + "}");
}

ActionError fault_in(const Response& answer, bool with_token = true) {
  try {
    const Json result = result_of(answer, {"package_revise", "example.jp", with_token});
    throw std::logic_error("taken for a result: " + result.dump());
  } catch (const ActionError& fault) {
    return fault;
  }
}

struct Case {
  const char* what;
  Response answer;
  const RuleInfo* rule;
  Kind kind;
  Outcome outcome;
};

const std::string kLogin =
    "<!DOCTYPE html><html><head><title>Log in &amp; go</title></head><body><form><input "
    "type=\"password\"></form>"
    "<p>body-text</p></body></html>";
const std::string kPlain =
    "<html><head><title>\n  502 Bad\n Gateway </title></head><body>body-text</body></html>";

std::vector<Case> cases() {
  Response moved = page(302, kPlain);
  moved.headers.emplace_back("location", "https://other.example.com/ckan?key=inner");
  Response to_login = page(302, kPlain);
  to_login.headers.emplace_back("location", "/user/login?came_from=x");
  return {
      {"several fields", refusal(409, R"({"name": ["使われています"], "__type": "Validation Error"})"),
       &values_refused, Kind::refused, Outcome::refused},
      {"a match that fails",
       refusal(409, R"({"match": ["metadata_modified"], "__type": "Validation Error"})"), &values_refused,
       Kind::refused, Outcome::refused},
      {"409 without a type", refusal(409, R"({"name": ["x"]})"), &values_refused, Kind::refused,
       Outcome::refused},
      {"a file over CKAN's limit",
       refusal(409, R"({"upload": ["File upload too large"], "__type": "Validation Error"})"),
       &upload_too_large, Kind::refused, Outcome::refused},
      {"search error", refusal(409, R"({"message": "x", "__type": "Search Error"})"), &search_fault,
       Kind::world, Outcome::refused},
      {"search query error", refusal(400, R"({"message": "x", "__type": "Search Query Error"})"),
       &search_fault, Kind::world, Outcome::refused},
      {"index down", refusal(500, R"({"message": "x", "__type": "Search Index Error"})"), &search_fault,
       Kind::world, Outcome::unknown},
      {"search down", refusal(500, R"({"message": "x", "__type": "Search Connection Error"})"), &search_fault,
       Kind::world, Outcome::unknown},
      {"not allowed", refusal(403, R"({"message": "x", "__type": "Authorization Error"})"), &rights_missing,
       Kind::refused, Outcome::refused},
      {"not found", refusal(404, R"({"message": "なし", "__type": "Not Found Error"})"), &thing_not_found,
       Kind::world, Outcome::refused},
      {"integrity error", refusal(400, R"({"message": "x", "__type": "Integrity Error"})"), &request_refused,
       Kind::world, Outcome::refused},
      {"internal error", refusal(500, R"({"message": "x", "__type": "Internal Server Error"})"),
       &server_fault, Kind::world, Outcome::unknown},
      {"bare text", response(400, R"("Bad request - Action name not known: package_revise")"),
       &request_refused, Kind::world, Outcome::refused},
      {"200 with a refusal", refusal(200, R"({"name": ["x"], "__type": "Validation Error"})"),
       &values_refused, Kind::refused, Outcome::refused},
      {"200 with success false alone", response(200, R"({"success": false})"), &request_refused, Kind::world,
       Outcome::refused},
      {"200 with success true alone", response(200, R"({"success": true})"), &answer_no_ckan, Kind::world,
       Outcome::unknown},
      {"200 with another program's JSON", response(200, R"({"items": []})"), &answer_no_ckan, Kind::world,
       Outcome::unknown},
      {"200 cut", response(200, R"({"success": true, "result": {"name": "x)"), &answer_cut, Kind::world,
       Outcome::unknown},
      {"200 empty", response(200, ""), &answer_no_ckan, Kind::world, Outcome::unknown},
      {"200 login page", page(200, kLogin), &login_page, Kind::world, Outcome::unknown},
      {"200 another page", page(200, kPlain), &answer_no_ckan, Kind::world, Outcome::unknown},
      {"200 nested without end",
       response(200, R"({"success": true, "result": )" + std::string(100'000, '[') +
                         std::string(100'000, ']') + "}"),
       &answer_no_ckan, Kind::world, Outcome::unknown},
      {"redirect to another host", moved, &redirect_elsewhere, Kind::world, Outcome::refused},
      {"redirect to a login", to_login, &login_page, Kind::world, Outcome::refused},
      {"401", page(401, kPlain), &blocked_on_the_way, Kind::world, Outcome::refused},
      {"401 login page", page(401, kLogin), &login_page, Kind::world, Outcome::refused},
      {"403 of a firewall", page(403, kPlain), &blocked_on_the_way, Kind::world, Outcome::refused},
      {"404 page", page(404, kPlain), &answer_no_ckan, Kind::world, Outcome::refused},
      {"405 page", page(405, kPlain), &answer_no_ckan, Kind::world, Outcome::refused},
      {"408", page(408, kPlain), &answer_no_ckan, Kind::world, Outcome::unknown},
      {"413", page(413, kPlain), &upload_too_large, Kind::refused, Outcome::refused},
      {"429", response(429, "slow down", "text/plain"), &too_many_requests, Kind::world, Outcome::refused},
      {"500 of CKAN in debug",
       page(500,
            "<!doctype html><html><head><title>TypeError: x // Werkzeug Debugger</title>"
            "</head><body>body-text<input type=\"password\"></body></html>"),
       &server_fault, Kind::world, Outcome::unknown},
      {"502", page(502, kPlain), &gateway_fault, Kind::world, Outcome::unknown},
      {"503", page(503, kPlain), &gateway_fault, Kind::world, Outcome::unknown},
      {"504", response(504, "", ""), &gateway_fault, Kind::world, Outcome::unknown},
      {"507", page(507, kPlain), &server_fault, Kind::world, Outcome::unknown},
      {"0 bytes of nothing", response(418, std::string("\0\xFF<", 3), ""), &answer_no_ckan, Kind::world,
       Outcome::refused},
  };
}

}  // namespace

TEST_CASE("every answer that is no result becomes a fault that says what to do") {
  for (const Case& given : cases()) {
    INFO(given.what);
    const ActionError fault = fault_in(given.answer);
    CHECK(fault.code() == given.rule->code);
    CHECK(fault.kind() == given.kind);
    CHECK(fault.outcome() == given.outcome);
    CHECK(fault.status() == given.answer.status);
    for (const Language language : {Language::ja, Language::en}) {
      const std::string message = fault.message(language);
      CHECK(message.find('{') == std::string::npos);
      CHECK(message.find('<') == std::string::npos);
      CHECK(message.find("body-text") == std::string::npos);
      CHECK(message.find("key=inner") == std::string::npos);
      CHECK(message.find('\n') == std::string::npos);
    }
  }
}

TEST_CASE("a result is what stands in CKAN's envelope") {
  CHECK(result_of(response(200, R"({"success": true, "result": [1, 2]})"), {"x", "example.jp", true}) ==
        Json{1, 2});
  CHECK(
      result_of(response(200, R"({"success": true, "result": null})"), {"x", "example.jp", true}).is_null());
}

TEST_CASE("a title is all that is quoted of a page") {
  CHECK(fault_in(page(502, kPlain)).message(Language::en).find("a page titled '502 Bad Gateway'") !=
        std::string::npos);
  CHECK(fault_in(page(200, kLogin)).message(Language::ja).find("題名「Log in & go」") != std::string::npos);
  const std::string forged = "<html><title>a\x1B[31m\xE2\x80\xAE" + std::string(500, 'b') + "</title></html>";
  const std::string message = fault_in(page(502, forged)).message(Language::en);
  CHECK(message.find('\x1B') == std::string::npos);
  CHECK(message.find("\xE2\x80\xAE") == std::string::npos);
  CHECK(message.find(std::string(79, 'b')) == std::string::npos);
  CHECK(fault_in(page(502, "<html><title>\x83\x4F</title></html>")).message(Language::en).find("titled") ==
        std::string::npos);
}

TEST_CASE("refused fields are named in words of an officer") {
  const ActionError fault = fault_in(refusal(409, R"({
    "owner_org": ["組織がありません"], "resources": [{}, {"format": ["不正", "短い"]}], "tags": ["長さ"],
    "name_summary": null, "__type": "Validation Error"})"));
  CHECK(fault.message(Language::ja)
            .find("owner_org（組織）: 組織がありません; resources[1].format（形式）: 不正, 短い; "
                  "tags（タグ）: 長さ") != std::string::npos);
  CHECK(fault.type() == "Validation Error");
  CHECK(fault.fields()["owner_org"][0] == "組織がありません");
  CHECK_FALSE(fault.fields().contains("__type"));
}

TEST_CASE("a long list of fields stays readable") {
  Json error = Json::object();
  for (int i = 0; i < 500; ++i) error["field_" + std::to_string(i)] = {std::string(5000, 'x')};
  const std::string message = fault_in(refusal(409, error.dump())).message(Language::ja);
  CHECK(message.size() < 4000);
  CHECK(message.find("field_11") != std::string::npos);
  CHECK(message.find("field_12") == std::string::npos);
}

TEST_CASE("what is not allowed without a token asks for one") {
  const Response answer = refusal(403, R"({"message": "x", "__type": "Authorization Error"})");
  CHECK(fault_in(answer, false).code() == anonymous_refused.code);
  CHECK(fault_in(answer, true).code() == rights_missing.code);
}

TEST_CASE("an upload that is too large is told with its size") {
  Response answer = page(413, kPlain);
  answer.request_bytes = 12'345'678;
  CHECK(fault_in(answer).message(Language::ja).find("12 MB") != std::string::npos);
}

TEST_CASE("the time to wait is told") {
  Response answer = page(429, kPlain);
  answer.headers.emplace_back("retry-after", "3600");
  CHECK(fault_in(answer).message(Language::ja).find("3600") != std::string::npos);
}

TEST_CASE("the rules of answers and connections have codes of their own") {
  std::vector<std::string_view> codes;
  for (const auto& rules : {answer_rules(), connection_rules()})
    for (const RuleInfo* rule : rules) codes.push_back(rule->code);
  std::sort(codes.begin(), codes.end());
  CHECK(std::adjacent_find(codes.begin(), codes.end()) == codes.end());
  CHECK(codes.front() == "CK905");
  CHECK(codes.back() == "CK929");
  CHECK(codes.size() == 25);
}
