// SPDX-License-Identifier: Apache-2.0
#include "gis/rule/url_unusable.hpp"

namespace anzenmap {

const RuleInfo url_unusable{
    .code = "RU552",
    .name = "url-unusable",
    .severity = Severity::warning,
    .category = Category::rule,
    .scope = Scope::cell,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"URL として使えない", "unusable URL"},
    .message = {"「{column}」の「{value}」は URL の形ではありません", "'{column}' value '{value}' is no URL"},
    .why = {"地図からページを開けません。", "The map cannot open the page."},
    .remedy = {"https:// から始まる URL を書いてください。", "Write a URL that begins with https://."},
    .bad = "名称,区分,緯度,経度,URL\n正門前,危険,34.0471,131.8282,www.example.jp/map\n",
    .good = "名称,区分,緯度,経度,URL\n正門前,危険,34.0471,131.8282,https://www.example.jp/map\n"};

namespace {

bool is_url(std::string_view text) {
  const std::size_t scheme = text.starts_with("https://") ? 8 : text.starts_with("http://") ? 7 : 0;
  if (scheme == 0 || text.find(' ') != std::string_view::npos) return false;
  const std::string_view host = text.substr(scheme, text.find_first_of("/?#", scheme) - scheme);
  return host.find('.') != std::string_view::npos && !host.starts_with('.') && !host.ends_with('.');
}

class UrlUnusable : public BatchRule {
 public:
  UrlUnusable(const Survey& survey, std::size_t field) : survey_(survey), field_(field) {}
  void check(Batch& batch) const override {
    for (std::size_t r = 0; r < batch.records; ++r) {
      const std::string_view text = batch.field(field_, r);
      if (text.empty() || batch.state[r] != RecordState::accepted || is_url(text)) continue;
      tell(batch, url_unusable, r, survey_.header(batch, field_), text);
    }
  }

 private:
  Survey survey_;
  std::size_t field_;
};

}  // namespace

std::unique_ptr<const BatchRule> make_url_unusable(const Survey& survey, const RuleOptions& /*options*/) {
  const int field = field_of_role(survey, Role::url);
  if (field < 0) return nullptr;
  return std::make_unique<UrlUnusable>(survey, static_cast<std::size_t>(field));
}

}  // namespace anzenmap
