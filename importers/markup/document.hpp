// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "importers/archive/zip.hpp"
#include "importers/intake/input_file.hpp"

namespace anzenmap::markup {

/// The bytes of a document from front to back.
class Input {
 public:
  virtual ~Input() = default;
  /// Up to `size` bytes; 0 at the end. Throws Error.
  virtual std::size_t read(char* out, std::size_t size) = 0;
};

/// An XML document that is read more than once: a file, or a part of an archive.
class Document {
 public:
  virtual ~Document() = default;
  [[nodiscard]] virtual std::unique_ptr<Input> open() const = 0;
  /// What messages call it.
  [[nodiscard]] virtual const std::string& name() const = 0;
};

class FileDocument final : public Document {
 public:
  explicit FileDocument(const std::string& path) : file_(path) {}
  [[nodiscard]] std::unique_ptr<Input> open() const override;
  [[nodiscard]] const std::string& name() const override { return file_.name(); }

 private:
  InputFile file_;
};

class PartDocument final : public Document {
 public:
  /// `part`: its place in archive.names().
  PartDocument(ZipArchive archive, std::size_t part) : archive_(std::move(archive)), part_(part) {}
  [[nodiscard]] std::unique_ptr<Input> open() const override;
  [[nodiscard]] const std::string& name() const override { return archive_.file(); }

 private:
  ZipArchive archive_;
  std::size_t part_;
};

}  // namespace anzenmap::markup
