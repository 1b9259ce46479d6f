// SPDX-License-Identifier: Apache-2.0
#include "ckan/http/request_body.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "ckan/http/connection_rules.hpp"

namespace anzenmap::ckan {
namespace {

[[noreturn]] void refuse_file(const std::string& path, Argument reason) {
  throw TransportError(upload_unreadable, {{"path", path, {}}, std::move(reason)},
                       TransportError::Outcome::not_sent);
}

Argument reason_of(int error_number) {
  if (error_number == ENOENT || error_number == ENOTDIR)
    return {"reason", "ファイルがありません", "there is no such file"};
  if (error_number == EACCES || error_number == EPERM)
    return {"reason", "読み取りが許されていません", "reading it is not allowed"};
  return {"reason", "エラー番号 " + std::to_string(error_number),
          "error number " + std::to_string(error_number)};
}

void accept(CURLcode code) {
  if (code != CURLE_OK) throw std::bad_alloc();
}

}  // namespace

BodySource::BodySource(const std::string& path, bool may_rewind) : path_(path), may_rewind_(may_rewind) {
  // O_NONBLOCK: a named pipe of that name must not hang us; it is refused below.
  descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor_ < 0) refuse_file(path, reason_of(errno));
  struct stat status {};
  if (::fstat(descriptor_, &status) != 0 || !S_ISREG(status.st_mode)) {
    ::close(descriptor_);
    refuse_file(path, {"reason", "ふつうのファイルではありません", "it is no ordinary file"});
  }
  file_bytes_ = static_cast<std::uint64_t>(status.st_size);
}

BodySource::~BodySource() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

std::size_t BodySource::read(char* into, std::size_t size, std::size_t count, void* self) {
  return static_cast<BodySource*>(self)->read_some(into, size * count);
}

std::size_t BodySource::read_some(char* into, std::size_t room) {
  // What was promised as Content-Length is what is sent, also when the file has grown meanwhile.
  const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(room, size() - at_));
  if (wanted == 0) return 0;
  if (descriptor_ < 0) {
    std::memcpy(into, text_.data() + at_, wanted);
    at_ += wanted;
    return wanted;
  }
  ssize_t got = 0;
  do got = ::pread(descriptor_, into, wanted, static_cast<off_t>(at_));
  while (got < 0 && errno == EINTR);
  if (got <= 0) {
    spoilt_ = true;
    return CURL_READFUNC_ABORT;
  }
  at_ += static_cast<std::uint64_t>(got);
  return static_cast<std::size_t>(got);
}

int BodySource::seek(void* self, curl_off_t offset, int origin) {
  auto& source = *static_cast<BodySource*>(self);
  const bool in_reach =
      origin == SEEK_SET && offset >= 0 && static_cast<std::uint64_t>(offset) <= source.size();
  if (!in_reach || !source.may_rewind_) return CURL_SEEKFUNC_FAIL;
  source.at_ = static_cast<std::uint64_t>(offset);
  return CURL_SEEKFUNC_OK;
}

RequestBody::RequestBody(const Request& request) : request_(&request) {
  const bool may_rewind = request.repeat == Repeat::safe;
  if (request.parts.empty()) sources_.emplace_back(std::string_view(request.body), may_rewind);
  for (const Part& part : request.parts) {
    if (part.path)
      sources_.emplace_back(*part.path, may_rewind);
    else
      sources_.emplace_back(std::string_view(part.text), may_rewind);
  }
  for (const BodySource& source : sources_) bytes_ += source.size();
}

void RequestBody::give_to(CURL* easy) {
  if (!request_->parts.empty()) {
    give_parts(easy);
    return;
  }
  BodySource& source = sources_.front();
  set_option(easy, CURLOPT_POST, 1L);
  set_option(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(source.size()));
  set_option(easy, CURLOPT_READFUNCTION, &BodySource::read);
  set_option(easy, CURLOPT_READDATA, static_cast<void*>(&source));
  set_option(easy, CURLOPT_SEEKFUNCTION, &BodySource::seek);
  set_option(easy, CURLOPT_SEEKDATA, static_cast<void*>(&source));
}

void RequestBody::give_parts(CURL* easy) {
  mime_ = owned<MimeHandle>(curl_mime_init(easy));
  auto source = sources_.begin();
  for (const Part& part : request_->parts) {
    curl_mimepart* piece = curl_mime_addpart(mime_.get());
    if (piece == nullptr) throw std::bad_alloc();
    accept(curl_mime_name(piece, part.name.c_str()));
    if (part.path) accept(curl_mime_filename(piece, part.file_name.c_str()));
    const std::string type =
        part.content_type.empty() && part.path ? "application/octet-stream" : part.content_type;
    if (!type.empty()) accept(curl_mime_type(piece, type.c_str()));
    accept(curl_mime_data_cb(piece, static_cast<curl_off_t>(source->size()), &BodySource::read,
                             &BodySource::seek, nullptr, &*source));
    ++source;
  }
  set_option(easy, CURLOPT_MIMEPOST, mime_.get());
}

std::string RequestBody::spoilt_file() const {
  const auto found = std::find_if(sources_.begin(), sources_.end(),
                                  [](const BodySource& source) { return source.spoilt(); });
  return found == sources_.end() ? std::string() : found->path();
}

}  // namespace anzenmap::ckan
