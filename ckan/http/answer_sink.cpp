// SPDX-License-Identifier: Apache-2.0
#include "ckan/http/answer_sink.hpp"

namespace anzenmap::ckan {

void AnswerSink::open_file() {
  const std::size_t slash = save_to_->rfind('/');
  const std::string folder = slash == std::string::npos ? "." : save_to_->substr(0, slash == 0 ? 1 : slash);
  set_ = std::make_unique<OutputSet>(folder);
  file_ = &set_->create(slash == std::string::npos ? *save_to_ : save_to_->substr(slash + 1));
}

bool AnswerSink::take(std::string_view bytes, long status) {
  bytes_ += bytes.size();
  if (wants_file(status)) {
    if (file_ == nullptr) open_file();
    file_->write(bytes);
    return true;
  }
  if (bytes_ > limit_) return false;
  text_.append(bytes);
  return true;
}

void AnswerSink::commit(long status) {
  if (!wants_file(status)) return;
  if (file_ == nullptr) open_file();  // an empty file is a file
  set_->commit();
}

}  // namespace anzenmap::ckan
