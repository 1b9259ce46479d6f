// SPDX-License-Identifier: Apache-2.0
#include "importers/gdal/dbf_file.hpp"

#include <algorithm>

namespace anzenmap::gdal {
namespace {

constexpr std::size_t kFixed = 32;
constexpr std::size_t kPiece = 1 << 18;

std::size_t little(std::string_view bytes, std::size_t at, std::size_t count) {
  std::size_t value = 0;
  for (std::size_t i = count; i > 0; --i) value = value << 8U | static_cast<unsigned char>(bytes[at + i - 1]);
  return value;
}

}  // namespace

DbfFile::DbfFile(const std::string& path) : file_(path) {
  std::string head(kFixed, '\0');
  if (file_.read_at(0, head.data(), kFixed) != kFixed) return;
  records_ = little(head, 4, 4);
  header_length_ = little(head, 8, 2);
  record_length_ = little(head, 10, 2);
  language_ = static_cast<std::uint8_t>(head[29]);
  if (header_length_ <= kFixed || record_length_ == 0) return;
  head.resize(header_length_);
  head.resize(file_.read_at(0, head.data(), head.size()));
  std::size_t offset = 1;  // behind the deletion mark
  for (std::size_t at = kFixed; at + kFixed <= head.size() && head[at] != '\r'; at += kFixed) {
    Field field;
    const std::string_view name(head.data() + at, 11);
    field.name = name.substr(0, std::min<std::size_t>(name.find('\0'), 11));
    field.type = head[at + 11];
    field.offset = offset;
    field.width = static_cast<unsigned char>(head[at + 16]);
    offset += field.width;
    if (offset > record_length_) return;
    fields_.push_back(std::move(field));
  }
  readable_ = !fields_.empty();
}

std::uint64_t DbfFile::whole_records() const {
  if (!readable_ || file_.size() <= header_length_) return 0;
  return std::min<std::uint64_t>(records_, (file_.size() - header_length_) / record_length_);
}

void DbfFile::each_record(const std::function<void(std::string_view)>& see) const {
  const std::uint64_t count = whole_records();
  const std::uint64_t at_once = std::max<std::uint64_t>(1, kPiece / std::max<std::size_t>(1, record_length_));
  std::string piece;
  for (std::uint64_t first = 0; first < count; first += at_once) {
    const std::uint64_t here = std::min(at_once, count - first);
    piece.resize(static_cast<std::size_t>(here) * record_length_);
    piece.resize(file_.read_at(header_length_ + first * record_length_, piece.data(), piece.size()));
    for (std::size_t at = 0; at + record_length_ <= piece.size(); at += record_length_)
      see(std::string_view(piece).substr(at, record_length_));
  }
}

}  // namespace anzenmap::gdal
