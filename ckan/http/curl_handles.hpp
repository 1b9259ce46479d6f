// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <curl/curl.h>

#include <memory>
#include <new>
#include <stdexcept>
#include <string>

// What curl lends, owned: each handle goes back by itself. README.md of this folder says what is used of
// curl.

namespace anzenmap::ckan {

/// curl's own set-up. It counts its users and is safe from several threads, so each transport holds one.
class CurlLibrary {
 public:
  CurlLibrary() {
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) throw std::bad_alloc();
  }
  CurlLibrary(const CurlLibrary&) = delete;
  CurlLibrary& operator=(const CurlLibrary&) = delete;
  ~CurlLibrary() { curl_global_cleanup(); }
};

template <auto give_back>
struct CurlDeleter {
  template <class Handle>
  void operator()(Handle* handle) const noexcept {
    give_back(handle);
  }
};

using EasyHandle = std::unique_ptr<CURL, CurlDeleter<curl_easy_cleanup>>;
using MultiHandle = std::unique_ptr<CURLM, CurlDeleter<curl_multi_cleanup>>;
using MimeHandle = std::unique_ptr<curl_mime, CurlDeleter<curl_mime_free>>;
using HeaderList = std::unique_ptr<curl_slist, CurlDeleter<curl_slist_free_all>>;
using UrlHandle = std::unique_ptr<CURLU, CurlDeleter<curl_url_cleanup>>;
using CurlText = std::unique_ptr<char, CurlDeleter<curl_free>>;

/// The handle, or std::bad_alloc where curl had no memory for one.
template <class Owner>
[[nodiscard]] Owner owned(typename Owner::pointer handle) {
  if (handle == nullptr) throw std::bad_alloc();
  return Owner(handle);
}

template <class Value>
void set_option(CURL* easy, CURLoption option, Value value) {
  // In parentheses: the function, not curl's macro of that name, which wants to see the option itself.
  const CURLcode code = (curl_easy_setopt)(easy, option, value);
  if (code == CURLE_OUT_OF_MEMORY) throw std::bad_alloc();
  if (code != CURLE_OK) throw std::logic_error(curl_easy_strerror(code));
}

inline void set_option(CURL* easy, CURLoption option, const std::string& text) {
  set_option(easy, option, text.c_str());
}

template <class Value>
[[nodiscard]] Value info_of(CURL* easy, CURLINFO what) {
  Value value{};
  if ((curl_easy_getinfo)(easy, what, &value) != CURLE_OK) return Value{};
  return value;
}

inline void add_header(HeaderList& list, const std::string& line) {
  curl_slist* longer = curl_slist_append(list.get(), line.c_str());
  if (longer == nullptr) throw std::bad_alloc();
  static_cast<void>(list.release());
  list.reset(longer);
}

}  // namespace anzenmap::ckan
