// SPDX-License-Identifier: Apache-2.0
#include "exporters/share/qr_code.hpp"

#include <qrencode.h>
#include <zlib.h>

#include <memory>
#include <new>

#include "exporters/web/page_text.hpp"
#include "gis/base/error.hpp"

namespace anzenmap {

const RuleInfo qr_too_long{
    .code = "OU750",
    .name = "qr-too-long",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"QRコードに入らない", "Too long for a QR code"},
    .message = {"「{text}」はQRコードにできません（長すぎるか、空です）",
                "'{text}' cannot become a QR code (too long, or empty)"},
    .why = {"QRコードに入る文字の数には限りがあります。", "A QR code holds only so much."},
    .remedy = {"短いアドレスを使ってください。", "Use a shorter address."},
    .bad = "",
    .good = ""};

namespace {

constexpr int kQuietZone = 4;  // modules, as the standard asks

struct FreeCode {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

void append_number(std::string& out, std::uint32_t value) {
  for (const unsigned shift : {24U, 16U, 8U, 0U}) out += static_cast<char>((value >> shift) & 0xFFU);
}

// Length, type, data and CRC (PNG specification, "Chunk layout").
void append_chunk(std::string& out, std::string_view type, std::string_view data) {
  append_number(out, static_cast<std::uint32_t>(data.size()));
  std::string body(type);
  body += data;
  out += body;
  append_number(out, static_cast<std::uint32_t>(crc32(0, reinterpret_cast<const Bytef*>(body.data()),
                                                      static_cast<uInt>(body.size()))));
}

std::string deflated(const std::string& bytes) {
  uLongf size = compressBound(static_cast<uLong>(bytes.size()));
  std::string out(size, '\0');
  const int result =
      compress2(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(bytes.data()),
                static_cast<uLong>(bytes.size()), Z_BEST_COMPRESSION);
  if (result != Z_OK) throw std::bad_alloc();
  out.resize(size);
  return out;
}

}  // namespace

QrCode make_qr_code(std::string_view text) {
  const std::string terminated(text);
  const std::unique_ptr<QRcode, FreeCode> made(
      text.empty() || text.find('\0') != std::string_view::npos
          ? nullptr
          : QRcode_encodeString8bit(terminated.c_str(), 0, QR_ECLEVEL_M));
  if (made == nullptr)
    throw Error(qr_too_long, {{"text", terminated.substr(0, 200), {}}}, Error::Kind::usage);
  QrCode code;
  code.size = made->width;
  const auto modules = static_cast<std::size_t>(code.size) * static_cast<std::size_t>(code.size);
  code.dark.reserve(modules);
  for (std::size_t i = 0; i < modules; ++i) code.dark.push_back((made->data[i] & 1U) != 0);
  return code;
}

std::string qr_path(const QrCode& code) {
  std::string out;
  for (int y = 0; y < code.size; ++y)
    for (int x = 0; x < code.size; ++x) {
      if (!code.at(x, y)) continue;
      int end = x;
      while (end < code.size && code.at(end, y)) ++end;
      const std::string length = std::to_string(end - x);
      out += 'M' + std::to_string(x) + ' ' + std::to_string(y) + 'h' + length + "v1h-" + length + 'z';
      x = end;
    }
  return out;
}

std::string qr_svg(const QrCode& code, std::string_view label) {
  const std::string side = std::to_string(code.size + 2 * kQuietZone);
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + ' ' + side +
         "\" width=\"50mm\" height=\"50mm\" shape-rendering=\"crispEdges\" role=\"img\"><title>" +
         html_text(label) + "</title><rect width=\"" + side + "\" height=\"" + side +
         "\" fill=\"#fff\"/><path transform=\"translate(4 4)\" d=\"" + qr_path(code) + "\"/></svg>\n";
}

std::string qr_png(const QrCode& code, int scale) {
  const int side = (code.size + 2 * kQuietZone) * scale;
  std::string rows;
  for (int y = 0; y < side; ++y) {
    rows += '\0';  // no filter
    std::string row(static_cast<std::size_t>(side + 7) / 8, '\0');
    for (int x = 0; x < side; ++x) {
      const int column = x / scale - kQuietZone;
      const int line = y / scale - kQuietZone;
      const bool inside = column >= 0 && line >= 0 && column < code.size && line < code.size;
      if (inside && code.at(column, line)) continue;
      char& byte = row[static_cast<std::size_t>(x) / 8];
      byte = static_cast<char>(static_cast<unsigned char>(byte) | (0x80U >> (static_cast<unsigned>(x) % 8U)));
    }
    rows += row;
  }
  std::string out = "\x89PNG\r\n\x1A\n";
  std::string header;
  append_number(header, static_cast<std::uint32_t>(side));
  append_number(header, static_cast<std::uint32_t>(side));
  header += std::string("\x01\x00\x00\x00\x00", 5);  // one bit, greyscale
  append_chunk(out, "IHDR", header);
  append_chunk(out, "IDAT", deflated(rows));
  append_chunk(out, "IEND", {});
  return out;
}

}  // namespace anzenmap
