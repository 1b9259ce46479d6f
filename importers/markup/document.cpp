// SPDX-License-Identifier: Apache-2.0
#include "importers/markup/document.hpp"

#include <utility>

namespace anzenmap::markup {
namespace {

class FileInput final : public Input {
 public:
  explicit FileInput(const InputFile& file) : file_(&file) {}
  std::size_t read(char* out, std::size_t size) override {
    const std::size_t got = file_->read_at(offset_, out, size);
    offset_ += got;
    return got;
  }

 private:
  const InputFile* file_;
  std::uint64_t offset_ = 0;
};

class PartInput final : public Input {
 public:
  explicit PartInput(ZipEntry entry) : entry_(std::move(entry)) {}
  std::size_t read(char* out, std::size_t size) override { return entry_.read(out, size); }

 private:
  ZipEntry entry_;
};

}  // namespace

std::unique_ptr<Input> FileDocument::open() const { return std::make_unique<FileInput>(file_); }

std::unique_ptr<Input> PartDocument::open() const { return std::make_unique<PartInput>(archive_.at(part_)); }

}  // namespace anzenmap::markup
