// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "gis/pipeline/source.hpp"
#include "importers/importer.hpp"
#include "importers/markup/document.hpp"
#include "importers/markup/feature_columns.hpp"
#include "importers/markup/markup_encoding.hpp"
#include "importers/markup/markup_reader.hpp"
#include "importers/markup/partial_outline.hpp"

namespace anzenmap::markup {

/// What the sources of KML and GPX do alike. The head of the document says its encoding and its root, the
/// first blocks say the columns (see partial_outline.hpp), and take() makes the records in the document's
/// order, for its parts hang together (styles, folders, counts).
class MarkupSource : public Source {
 public:
  [[nodiscard]] std::span<const Layer> layers() const final { return {&layer_, 1}; }
  [[nodiscard]] std::vector<Diagnostic> opening_diagnostics() override;
  bool take(Batch& batch) final;
  void parse(Batch&) const final {}
  void settle(Batch&) final {}

 protected:
  /// Chooses the encoding. Throws Error (I/O, an encoding that cannot be read).
  MarkupSource(std::unique_ptr<const Document> document, const ReadOptions& options);

  [[nodiscard]] const Document& document() const { return *document_; }
  [[nodiscard]] const RootElement& root() const { return root_; }
  [[nodiscard]] const EncodingChoice& encoding() const { return encoding_; }

  /// Lets `reader` (a Handler with attach) see the first blocks; true when they were the whole document.
  template <class MarkupHandler>
  [[nodiscard]] bool look_first(MarkupHandler& reader) const {
    Reader markup(*document_, encoding_, reader, block_);
    reader.attach(markup);
    return see_first_blocks(markup);
  }

  /// From now on take() feeds `reader`, which lives as long as this source.
  template <class MarkupHandler>
  void read_with(MarkupHandler& reader) {
    markup_.emplace(*document_, encoding_, reader, block_);
    reader.attach(*markup_);
  }

  /// The layer but for what it says of its format.
  Layer& describe_layer(const FeatureColumns& columns, bool has_shapes);

  /// Where the next records go.
  virtual void into(Batch& batch) = 0;

 private:
  [[nodiscard]] bool see_first_blocks(Reader& markup) const;

  std::unique_ptr<const Document> document_;
  std::size_t chunk_bytes_;
  std::size_t block_;
  bool whole_outline_;
  EncodingChoice encoding_;
  RootElement root_;
  Layer layer_;
  std::optional<Reader> markup_;
  bool more_ = true;
};

}  // namespace anzenmap::markup
