// SPDX-License-Identifier: Apache-2.0
#include "importers/workbook/xml.hpp"

#include <expat.h>

#include <cstring>
#include <new>
#include <utility>

#include "gis/base/error.hpp"
#include "importers/workbook/workbook_rules.hpp"

namespace anzenmap {
namespace {

constexpr char kSeparator = '|';
constexpr std::size_t kBlock = 32 * 1024;

struct Vocabulary {
  std::string_view uri;
  XmlSpace space;
};

// ISO/IEC 29500 (transitional, then strict) and OASIS OpenDocument 1.2/1.3.
constexpr Vocabulary kVocabularies[] = {
    {"http://schemas.openxmlformats.org/spreadsheetml/2006/main", XmlSpace::sheet},
    {"http://purl.oclc.org/ooxml/spreadsheetml/main", XmlSpace::sheet},
    {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", XmlSpace::relationships},
    {"http://purl.oclc.org/ooxml/officeDocument/relationships", XmlSpace::relationships},
    {"http://schemas.openxmlformats.org/package/2006/relationships", XmlSpace::package},
    {"urn:oasis:names:tc:opendocument:xmlns:table:1.0", XmlSpace::table},
    {"urn:oasis:names:tc:opendocument:xmlns:office:1.0", XmlSpace::office},
    {"urn:oasis:names:tc:opendocument:xmlns:text:1.0", XmlSpace::text},
    {"urn:oasis:names:tc:opendocument:xmlns:style:1.0", XmlSpace::style},
    {"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", XmlSpace::draw},
    {"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0", XmlSpace::calcext},
    {"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", XmlSpace::manifest},
};

/// Expat's "uri|local", or "local" outside any namespace.
XmlName split(const char* full) {
  const std::string_view text(full);
  const std::size_t at = text.rfind(kSeparator);
  if (at == std::string_view::npos) return {XmlSpace::none, text};
  const std::string_view uri = text.substr(0, at);
  for (const Vocabulary& known : kVocabularies)
    if (known.uri == uri) return {known.space, text.substr(at + 1)};
  return {XmlSpace::other, text.substr(at + 1)};
}

}  // namespace

std::optional<std::string_view> XmlAttributes::find(XmlSpace space, std::string_view local) const {
  for (const char** pair = attributes_; *pair != nullptr; pair += 2) {
    if (space == XmlSpace::none) {
      if (std::strncmp(pair[0], local.data(), local.size()) == 0 && pair[0][local.size()] == '\0')
        return std::string_view(pair[1]);
      continue;
    }
    const std::string_view full(pair[0]);
    if (!full.ends_with(local)) continue;
    const XmlName name = split(pair[0]);
    if (name.space == space && name.local == local) return std::string_view(pair[1]);
  }
  return std::nullopt;
}

/// Expat is C and cannot pass exceptions on: they wait in thrown_ until XML_Parse returned.
struct XmlReader::Callbacks {
  template <class Action>
  static void guarded(void* self, Action action) noexcept {
    auto& reader = *static_cast<XmlReader*>(self);
    if (reader.thrown_) return;
    try {
      action(reader);
    } catch (...) {
      reader.thrown_ = std::current_exception();
      XML_StopParser(reader.parser_.get(), XML_FALSE);
    }
  }

  static void XMLCALL start(void* self, const XML_Char* name, const XML_Char** attributes) {
    guarded(self, [&](XmlReader& reader) {
      if (++reader.depth_ > kDepth)
        throw Error(workbook_too_large,
                    {{"file", reader.entry_.file(), {}}, {"part", reader.entry_.part(), {}}});
      reader.handler_.start(reader.name_of(name), XmlAttributes(attributes));
    });
  }
  static void XMLCALL end(void* self, const XML_Char* name) {
    guarded(self, [&](XmlReader& reader) {
      --reader.depth_;
      reader.handler_.end(reader.name_of(name));
    });
  }
  static void XMLCALL text(void* self, const XML_Char* piece, int length) {
    guarded(self, [&](XmlReader& reader) {
      reader.handler_.text({piece, static_cast<std::size_t>(length)});
    });
  }
  static void XMLCALL entity(void* self, const XML_Char*, int, const XML_Char*, int, const XML_Char*,
                             const XML_Char*, const XML_Char*, const XML_Char*) {
    guarded(self, [&](XmlReader& reader) {
      throw Error(workbook_entity, {{"file", reader.entry_.file(), {}}, {"part", reader.entry_.part(), {}}});
    });
  }
};

void XmlReader::Free::operator()(XML_ParserStruct* parser) const noexcept { XML_ParserFree(parser); }

XmlReader::XmlReader(ZipEntry entry, XmlHandler& handler)
    : entry_(std::move(entry)),
      handler_(handler),
      parser_(XML_ParserCreateNS(nullptr, kSeparator)),
      block_(kBlock) {
  if (parser_ == nullptr) throw std::bad_alloc();
  XML_SetUserData(parser_.get(), this);
  XML_SetElementHandler(parser_.get(), &Callbacks::start, &Callbacks::end);
  XML_SetCharacterDataHandler(parser_.get(), &Callbacks::text);
  XML_SetEntityDeclHandler(parser_.get(), &Callbacks::entity);
}

XmlReader::~XmlReader() = default;

XmlName XmlReader::name_of(const char* full) {
  if (!last_uri_.empty() && std::strncmp(full, last_uri_.data(), last_uri_.size()) == 0)
    return {last_space_, std::string_view(full + last_uri_.size())};
  const XmlName name = split(full);
  if (name.space != XmlSpace::none) {
    last_uri_.assign(full, name.local.data());
    last_space_ = name.space;
  }
  return name;
}

void XmlReader::feed(const char* bytes, std::size_t size, bool last) {
  const XML_Status status = XML_Parse(parser_.get(), bytes, static_cast<int>(size), last ? 1 : 0);
  if (thrown_) std::rethrow_exception(std::exchange(thrown_, nullptr));
  if (status != XML_STATUS_OK) {
    const XML_Error code = XML_GetErrorCode(parser_.get());
    if (code == XML_ERROR_NO_MEMORY) throw std::bad_alloc();
    throw Error(workbook_xml_broken,
                {{"file", entry_.file(), {}},
                 {"part", entry_.part(), {}},
                 {"line", std::to_string(XML_GetCurrentLineNumber(parser_.get())), {}},
                 {"reason", "書き方の誤り " + std::to_string(code), XML_ErrorString(code)}});
  }
  fed_ += size;
  const XML_Index parsed = XML_GetCurrentByteIndex(parser_.get());
  if (!last && parsed >= 0 && fed_ - static_cast<std::uint64_t>(parsed) > kMarkup)
    throw Error(workbook_too_large, {{"file", entry_.file(), {}}, {"part", entry_.part(), {}}});
}

bool XmlReader::step() {
  if (done_) return false;
  const std::size_t got = entry_.read(block_.data(), block_.size());
  done_ = got == 0;
  feed(block_.data(), got, done_);
  return !done_;
}

}  // namespace anzenmap
