// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "importers/markup/document.hpp"
#include "importers/markup/markup_encoding.hpp"

struct XML_ParserStruct;

namespace anzenmap::markup {

/// The attributes of one start tag; valid during Handler::start only.
class Attributes {
 public:
  explicit Attributes(const char** pairs) : pairs_(pairs) {}
  /// By name, whatever the prefix; empty when there is none.
  [[nodiscard]] std::string_view get(std::string_view local) const;

 private:
  const char** pairs_;
};

/// Receives what a document holds, in order. May throw; the exception comes out of Reader::step().
class Handler {
 public:
  virtual ~Handler() = default;
  /// `name` is without prefix: survey files bind prefixes in many ways, or not at all.
  virtual void start(std::string_view name, const Attributes& attributes) = 0;
  virtual void end() = 0;
  virtual void text(std::string_view piece) = 0;
};

/// Parses a survey's XML block by block with expat. Namespaces are not looked at, so a prefix that nobody
/// declared (gx:, xsi:) does no harm. Declarations of entities are refused (external ones could read files,
/// inner ones could blow up), so is nesting beyond kDepth, a tag of more than kAttributes attributes and
/// markup longer than kMarkup bytes.
class Reader {
 public:
  static constexpr int kDepth = 100;
  static constexpr int kAttributes = 256;
  static constexpr std::uint64_t kMarkup = 4U << 20U;

  Reader(const Document& document, const EncodingChoice& encoding, Handler& handler,
         std::size_t block = 64 * 1024);
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  ~Reader();

  /// Feeds the next block; false once the document is at its end. Throws Error and what the handler throws.
  bool step();
  /// Where the tag or text stands that the handler is told of, from 1.
  [[nodiscard]] std::int64_t line() const;

 private:
  struct Free {
    void operator()(XML_ParserStruct* parser) const noexcept;
  };
  struct Callbacks;

  [[noreturn]] void fail(int code, bool at_end);

  const Document& document_;
  std::unique_ptr<Input> input_;
  Handler& handler_;
  std::unique_ptr<XML_ParserStruct, Free> parser_;
  std::optional<MultiByteTable> table_;
  std::string encoding_;
  std::size_t block_;
  std::exception_ptr thrown_;
  std::uint64_t fed_ = 0;
  int depth_ = 0;
  bool done_ = false;
};

/// The first element's name and its xmlns, or what of it the head of a file shows; empty when it is no XML.
struct RootElement {
  std::string name;
  std::string space;
  std::string version;  ///< the attribute
  std::string creator;  ///< the attribute
};
[[nodiscard]] RootElement root_element(std::string_view head);

}  // namespace anzenmap::markup
