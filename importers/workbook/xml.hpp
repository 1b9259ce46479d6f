// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "importers/archive/zip.hpp"

struct XML_ParserStruct;

namespace anzenmap {

/// The vocabularies that the workbook formats use; a file may bind them to any prefix.
enum class XmlSpace : std::uint8_t {
  none,           ///< no namespace: OOXML's attributes
  sheet,          ///< SpreadsheetML, transitional and strict
  relationships,  ///< r:id
  package,        ///< package relationships
  table,          ///< ODF's
  office,
  text,
  style,
  draw,
  calcext,
  manifest,
  other
};

struct XmlName {
  XmlSpace space = XmlSpace::other;
  std::string_view local;
};

/// The attributes of one start tag; valid during XmlHandler::start only.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char** attributes) : attributes_(attributes) {}
  [[nodiscard]] std::optional<std::string_view> find(XmlSpace space, std::string_view local) const;
  [[nodiscard]] std::string_view get(XmlSpace space, std::string_view local) const {
    return find(space, local).value_or(std::string_view{});
  }
  [[nodiscard]] std::string_view get(std::string_view local) const { return get(XmlSpace::none, local); }

 private:
  const char** attributes_;
};

/// Receives what a part holds, in order. May throw; the exception comes out of XmlReader::step().
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void start(XmlName name, const XmlAttributes& attributes) = 0;
  virtual void end(XmlName name) = 0;
  virtual void text(std::string_view piece) = 0;
};

/// Parses one part of a workbook block by block with expat. Declarations of entities are refused (external
/// ones could read files, inner ones could blow up), so is nesting beyond kDepth and markup longer than
/// kMarkup bytes.
class XmlReader {
 public:
  static constexpr int kDepth = 200;
  static constexpr std::uint64_t kMarkup = 4u << 20;

  XmlReader(ZipEntry entry, XmlHandler& handler);
  XmlReader(const XmlReader&) = delete;
  XmlReader& operator=(const XmlReader&) = delete;
  ~XmlReader();

  /// Feeds the next block; false once the part is at its end. Throws Error and what the handler throws.
  bool step();
  /// Feeds all of it.
  void run() {
    while (step()) {
    }
  }

 private:
  struct Free {
    void operator()(XML_ParserStruct* parser) const noexcept;
  };
  struct Callbacks;

  void feed(const char* bytes, std::size_t size, bool last);
  [[nodiscard]] XmlName name_of(const char* full);

  ZipEntry entry_;
  XmlHandler& handler_;
  std::unique_ptr<XML_ParserStruct, Free> parser_;
  std::vector<char> block_;
  std::exception_ptr thrown_;
  std::string last_uri_;  ///< with the separator; nearly all names of a part share one
  XmlSpace last_space_ = XmlSpace::none;
  std::uint64_t fed_ = 0;
  int depth_ = 0;
  bool done_ = false;
};

}  // namespace anzenmap
