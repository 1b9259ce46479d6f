// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <functional>
#include <string>

#include "ckan/remote.hpp"

namespace anzenmap::ckan {
namespace {

std::string lower(std::string text) {
  for (char& byte : text)
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
  return text;
}

std::string text_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

using Same = std::function<bool(const Resource&, const RemoteResource&)>;

class Pairing {
 public:
  Pairing(const std::vector<Resource>& wanted, const std::vector<RemoteResource>& published)
      : wanted_(wanted), published_(published), pairs_(wanted.size(), -1), taken_(published.size(), false) {}

  /// First come, first served: a second resource of the same key is somebody's copy.
  void by_key() {
    for (std::size_t i = 0; i < wanted_.size(); ++i)
      for (std::size_t j = 0; j < published_.size() && pairs_[i] < 0; ++j)
        if (!taken_[j] && published_[j].key == wanted_[i].key && !wanted_[i].key.empty()) pair(i, j);
  }

  /// Those without a key: pairs that are the only ones of their kind on both sides.
  void by(const Same& same) {
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
      if (pairs_[i] >= 0) continue;
      int only = -1;
      int candidates = 0;
      for (std::size_t j = 0; j < published_.size(); ++j)
        if (!taken_[j] && published_[j].key.empty() && same(wanted_[i], published_[j])) {
          only = static_cast<int>(j);
          ++candidates;
        }
      if (candidates == 1 && rivals(static_cast<std::size_t>(only), same) == 1)
        pair(i, static_cast<std::size_t>(only));
    }
  }

  [[nodiscard]] std::vector<int> result() && { return std::move(pairs_); }

 private:
  void pair(std::size_t wanted, std::size_t published) {
    pairs_[wanted] = static_cast<int>(published);
    taken_[published] = true;
  }
  [[nodiscard]] int rivals(std::size_t published, const Same& same) const {
    int count = 0;
    for (std::size_t i = 0; i < wanted_.size(); ++i)
      if (pairs_[i] < 0 && same(wanted_[i], published_[published])) ++count;
    return count;
  }

  const std::vector<Resource>& wanted_;
  const std::vector<RemoteResource>& published_;
  std::vector<int> pairs_;
  std::vector<bool> taken_;
};

}  // namespace

std::vector<int> pair_resources(const std::vector<Resource>& wanted,
                                const std::vector<RemoteResource>& published) {
  Pairing pairing(wanted, published);
  pairing.by_key();
  pairing.by([](const Resource& one, const RemoteResource& other) {
    return !other.file_name.empty() && lower(other.file_name) == upload_name(one);
  });
  pairing.by([](const Resource& one, const RemoteResource& other) {
    const std::string& title = one.title.empty() ? one.key : one.title;
    return !one.format.empty() && lower(one.format) == lower(text_of(other.fields, "format")) &&
           title == text_of(other.fields, "name");
  });
  return std::move(pairing).result();
}

}  // namespace anzenmap::ckan
