// SPDX-License-Identifier: Apache-2.0
#include "gis/rule/image_without_licence.hpp"

namespace anzenmap {

const RuleInfo image_without_licence{
    .code = "RU551",
    .name = "image-without-licence",
    .severity = Severity::warning,
    .category = Category::rule,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"写真の使用条件がない", "image without a licence"},
    .message = {"写真「{value}」の使用条件（{column}）が書かれていません",
                "image '{value}' has no licence ({column})"},
    .why = {"使ってよい条件が分からない写真は、だれも使えません。",
            "Nobody may use a picture whose terms are not known."},
    .remedy = {"撮った人に聞いて、「CC BY 4.0」のように書いてください。",
               "Ask who took it, and write its terms, as in CC BY 4.0."},
    .bad =
        "名称,区分,緯度,経度,画像,画像_ライセンス\n正門前,危険,34.0471,131.8282,https://example.jp/a.jpg,\n",
    .good =
        "名称,区分,緯度,経度,画像,画像_ライセンス\n正門前,危険,34.0471,131.8282,https://example.jp/a.jpg,CC "
        "BY 4.0\n"};

namespace {

class ImageWithoutLicence : public BatchRule {
 public:
  ImageWithoutLicence(const Survey& survey, std::size_t image, std::size_t licence)
      : survey_(survey), image_(image), licence_(licence) {}
  void check(Batch& batch) const override {
    for (std::size_t r = 0; r < batch.records; ++r) {
      if (batch.fields[image_].cells[r].length == 0 || batch.fields[licence_].cells[r].length != 0) continue;
      if (batch.state[r] == RecordState::accepted)
        tell(batch, image_without_licence, r, survey_.header(batch, licence_), batch.field(image_, r));
    }
  }

 private:
  Survey survey_;
  std::size_t image_;
  std::size_t licence_;
};

}  // namespace

std::unique_ptr<const BatchRule> make_image_without_licence(const Survey& survey,
                                                            const RuleOptions& /*options*/) {
  const int image = field_of_role(survey, Role::photo);
  const int licence = field_of_key(survey, "image_license");
  if (image < 0 || licence < 0) return nullptr;
  return std::make_unique<ImageWithoutLicence>(survey, static_cast<std::size_t>(image),
                                               static_cast<std::size_t>(licence));
}

}  // namespace anzenmap
