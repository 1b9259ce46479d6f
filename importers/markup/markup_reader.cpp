// SPDX-License-Identifier: Apache-2.0
#include "importers/markup/markup_reader.hpp"

#include <expat.h>

#include <new>
#include <utility>

#include "gis/base/error.hpp"
#include "importers/markup/markup_rules.hpp"

namespace anzenmap::markup {
namespace {

std::string_view local_part(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Expat's reasons in a person's words; its own are English.
Argument reason_of(XML_Error code) {
  const auto in_words = [code]() -> std::string {
    switch (code) {
      case XML_ERROR_TAG_MISMATCH:
        return "始まりの印と終わりの印が合いません";
      case XML_ERROR_UNDEFINED_ENTITY:
        return "「&」で始まる、決められていない書き方があります";
      case XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
        return "終わりのあとに、まだ何か書いてあります";
      case XML_ERROR_DUPLICATE_ATTRIBUTE:
        return "同じ属性が二つあります";
      case XML_ERROR_INVALID_TOKEN:
        return "使えない文字か、閉じていない印があります";
      default:
        return "誤り " + std::to_string(code);
    }
  };
  return {"reason", in_words(), XML_ErrorString(code)};
}

bool is_cut_off(XML_Error code) {
  return code == XML_ERROR_NO_ELEMENTS || code == XML_ERROR_UNCLOSED_TOKEN ||
         code == XML_ERROR_UNCLOSED_CDATA_SECTION || code == XML_ERROR_PARTIAL_CHAR;
}

}  // namespace

std::string_view Attributes::get(std::string_view local) const {
  for (const char** pair = pairs_; *pair != nullptr; pair += 2)
    if (local_part(pair[0]) == local) return pair[1];
  return {};
}

/// Expat is C and cannot pass exceptions on: they wait in thrown_ until it returned.
struct Reader::Callbacks {
  template <class Action>
  static void guarded(void* self, Action action) noexcept {
    auto& reader = *static_cast<Reader*>(self);
    if (reader.thrown_) return;
    try {
      action(reader);
    } catch (...) {
      reader.thrown_ = std::current_exception();
      XML_StopParser(reader.parser_.get(), XML_FALSE);
    }
  }

  static void XMLCALL start(void* self, const XML_Char* name, const XML_Char** attributes) {
    guarded(self, [&](Reader& reader) {
      int count = 0;
      while (count <= kAttributes && attributes[2 * count] != nullptr) ++count;
      if (++reader.depth_ > kDepth || count > kAttributes)
        throw Error(markup_too_large,
                    {{"file", reader.document_.name(), {}}, {"line", std::to_string(reader.line()), {}}});
      reader.handler_.start(local_part(name), Attributes(attributes));
    });
  }
  static void XMLCALL end(void* self, const XML_Char*) {
    guarded(self, [&](Reader& reader) {
      --reader.depth_;
      reader.handler_.end();
    });
  }
  static void XMLCALL text(void* self, const XML_Char* piece, int length) {
    guarded(self, [&](Reader& reader) { reader.handler_.text({piece, static_cast<std::size_t>(length)}); });
  }
  static void XMLCALL entity(void* self, const XML_Char*, int, const XML_Char*, int, const XML_Char*,
                             const XML_Char*, const XML_Char*, const XML_Char*) {
    refuse_entity(self);
  }
  static void XMLCALL skipped(void* self, const XML_Char*, int) { refuse_entity(self); }
  static void refuse_entity(void* self) {
    guarded(self, [&](Reader& reader) {
      throw Error(markup_entity,
                  {{"file", reader.document_.name(), {}}, {"line", std::to_string(reader.line()), {}}});
    });
  }
  static int XMLCALL convert(void* table, const char* bytes) {
    const auto& known = *static_cast<const MultiByteTable*>(table);
    const int length = -known.map()[static_cast<unsigned char>(*bytes)];
    try {
      return known.character(bytes, static_cast<std::size_t>(length));
    } catch (...) {
      return -1;
    }
  }
  static int XMLCALL unknown_encoding(void* self, const XML_Char* name, XML_Encoding* info) {
    auto& reader = *static_cast<Reader*>(self);
    const std::optional<Encoding> own = own_encoding(name);
    if (!own) return XML_STATUS_ERROR;
    guarded(self, [&](Reader&) { reader.table_.emplace(*own); });
    if (!reader.table_) return XML_STATUS_ERROR;
    for (int byte = 0; byte < 256; ++byte) info->map[byte] = reader.table_->map()[byte];
    info->data = &*reader.table_;
    info->convert = &convert;
    info->release = nullptr;
    return XML_STATUS_OK;
  }
};

void Reader::Free::operator()(XML_ParserStruct* parser) const noexcept { XML_ParserFree(parser); }

Reader::Reader(const Document& document, const EncodingChoice& encoding, Handler& handler, std::size_t block)
    : document_(document),
      input_(document.open()),
      handler_(handler),
      parser_(XML_ParserCreate(encoding.parser.c_str())),
      encoding_(encoding.item.value),
      block_(block) {
  if (parser_ == nullptr) throw std::bad_alloc();
  XML_SetUserData(parser_.get(), this);
  XML_SetElementHandler(parser_.get(), &Callbacks::start, &Callbacks::end);
  XML_SetCharacterDataHandler(parser_.get(), &Callbacks::text);
  XML_SetEntityDeclHandler(parser_.get(), &Callbacks::entity);
  XML_SetSkippedEntityHandler(parser_.get(), &Callbacks::skipped);
  XML_SetUnknownEncodingHandler(parser_.get(), &Callbacks::unknown_encoding, this);
}

Reader::~Reader() = default;

std::int64_t Reader::line() const {
  return static_cast<std::int64_t>(XML_GetCurrentLineNumber(parser_.get()));
}

void Reader::fail(int code, bool at_end) {
  const auto error = static_cast<XML_Error>(code);
  if (error == XML_ERROR_NO_MEMORY) throw std::bad_alloc();
  const std::vector<Argument> where{{"file", document_.name(), {}}, {"line", std::to_string(line()), {}}};
  if (at_end && is_cut_off(error)) throw Error(markup_truncated, where);
  std::vector<Argument> arguments = where;
  if (error == XML_ERROR_INVALID_TOKEN) {
    // A byte that is no character, or a mark in a wrong place: the text shows which.
    int offset = 0;
    int size = 0;
    const char* context = XML_GetInputContext(parser_.get(), &offset, &size);
    if (context != nullptr && offset < size && static_cast<unsigned char>(context[offset]) >= 0x80) {
      arguments.push_back({"encoding", encoding_, {}});
      throw Error(markup_undecodable, std::move(arguments));
    }
  }
  arguments.push_back(reason_of(error));
  throw Error(markup_broken, std::move(arguments));
}

bool Reader::step() {
  if (done_) return false;
  void* buffer = XML_GetBuffer(parser_.get(), static_cast<int>(block_));
  if (buffer == nullptr) throw std::bad_alloc();
  const std::size_t got = input_->read(static_cast<char*>(buffer), block_);
  done_ = got == 0;
  const XML_Status status = XML_ParseBuffer(parser_.get(), static_cast<int>(got), done_ ? 1 : 0);
  if (thrown_) std::rethrow_exception(std::exchange(thrown_, nullptr));
  if (status != XML_STATUS_OK) fail(XML_GetErrorCode(parser_.get()), done_);
  fed_ += got;
  const XML_Index parsed = XML_GetCurrentByteIndex(parser_.get());
  if (!done_ && parsed >= 0 && fed_ - static_cast<std::uint64_t>(parsed) > kMarkup)
    throw Error(markup_too_large, {{"file", document_.name(), {}}, {"line", std::to_string(line()), {}}});
  return !done_;
}

namespace {

struct RootFinder {
  RootElement root;
  XML_ParserStruct* parser = nullptr;

  static void XMLCALL start(void* self, const XML_Char* name, const XML_Char** attributes) {
    auto& finder = *static_cast<RootFinder*>(self);
    const Attributes all(attributes);
    const std::string_view full(name);
    const std::size_t colon = full.rfind(':');
    const std::string binding =
        colon == std::string_view::npos ? "xmlns" : "xmlns:" + std::string(full.substr(0, colon));
    finder.root.name = local_part(full);
    finder.root.version = all.get("version");
    finder.root.creator = all.get("creator");
    for (const char** pair = attributes; *pair != nullptr; pair += 2)
      if (binding == pair[0]) finder.root.space = pair[1];
    XML_StopParser(finder.parser, XML_FALSE);
  }
};

RootElement find_root(std::string_view head, const char* encoding) {
  RootFinder finder;
  finder.parser = XML_ParserCreate(encoding);
  if (finder.parser == nullptr) throw std::bad_alloc();
  XML_SetUserData(finder.parser, &finder);
  XML_SetStartElementHandler(finder.parser, &RootFinder::start);
  XML_Parse(finder.parser, head.data(), static_cast<int>(head.size()), 0);
  XML_ParserFree(finder.parser);
  return std::move(finder.root);
}

}  // namespace

RootElement root_element(std::string_view head) {
  RootElement root = find_root(head, nullptr);
  if (!root.name.empty()) return root;
  // Names of elements are ASCII in every encoding that a survey has, whatever stands before them.
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  return find_root(head, "ISO-8859-1");
}

}  // namespace anzenmap::markup
