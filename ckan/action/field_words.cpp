// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <utility>

#include "ckan/action/answer_text.hpp"

namespace anzenmap::ckan {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostFields = 12;
constexpr std::size_t kWordsCharacters = 160;
constexpr std::size_t kNameCharacters = 60;

/// What an officer calls CKAN's members.
constexpr std::array<std::pair<std::string_view, std::string_view>, 22> kNames{{
    {"author", "作成者"},
    {"author_email", "作成者のメールアドレス"},
    {"description", "説明"},
    {"extras", "追加の項目"},
    {"extras_validation", "追加の項目"},
    {"fields", "列"},
    {"format", "形式"},
    {"groups", "グループ"},
    {"license_id", "ライセンス"},
    {"maintainer", "管理者"},
    {"maintainer_email", "管理者のメールアドレス"},
    {"match", "前に見たときからの変更"},
    {"name", "名前"},
    {"notes", "説明"},
    {"owner_org", "組織"},
    {"private", "公開の範囲"},
    {"resources", "リソース"},
    {"tags", "タグ"},
    {"title", "タイトル"},
    {"upload", "ファイル"},
    {"url", "URL"},
    {"version", "版"},
}};

std::string_view japanese_name(std::string_view field) {
  const auto found =
      std::find_if(kNames.begin(), kNames.end(), [&](const auto& name) { return name.first == field; });
  return found == kNames.end() ? std::string_view() : found->second;
}

class Collector {
 public:
  void visit(const std::string& path, std::string_view field, const Json& value) {
    if (value.is_object()) {
      for (const auto& [key, inner] : value.items()) visit(path.empty() ? key : path + '.' + key, key, inner);
    } else if (value.is_array() && has_objects(value)) {
      for (std::size_t i = 0; i < value.size(); ++i)
        visit(path + '[' + std::to_string(i) + ']', field, value[i]);
    } else {
      add(path, field, words_of(value));
    }
  }
  [[nodiscard]] FieldWords take() { return std::move(words_); }

 private:
  static bool has_objects(const Json& list) {
    return std::any_of(list.begin(), list.end(), [](const Json& item) { return item.is_structured(); });
  }
  static std::string words_of(const Json& value) {
    std::string words;
    if (value.is_array())
      for (const Json& item : value) {
        const std::string word = words_of(item);
        if (!word.empty()) words += (words.empty() ? "" : ", ") + word;
      }
    else if (value.is_string())
      words = value.get<std::string>();
    else if (!value.is_null())
      words = value.dump(-1, ' ', false, Json::error_handler_t::replace);
    return quotable(words, kWordsCharacters);
  }
  void add(const std::string& path, std::string_view field, const std::string& words) {
    if (words.empty()) return;
    if (++count_ > kMostFields) {
      if (count_ == kMostFields + 1) append("…", "…");
      return;
    }
    const std::string name = quotable(path, kNameCharacters);
    const std::string_view japanese = japanese_name(field);
    const std::string shown = japanese.empty() ? name : name + "（" + std::string(japanese) + "）";
    append(shown + ": " + words, name + ": " + words);
  }
  void append(const std::string& ja, const std::string& en) {
    words_.ja += (words_.ja.empty() ? "" : "; ") + ja;
    words_.en += (words_.en.empty() ? "" : "; ") + en;
  }

  FieldWords words_;
  std::size_t count_ = 0;
};

}  // namespace

FieldWords words_of_fields(const Json& fields) {
  Collector collector;
  collector.visit({}, {}, fields);
  return collector.take();
}

}  // namespace anzenmap::ckan
