// SPDX-License-Identifier: Apache-2.0
#include "importers/markup/markup_source.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace anzenmap::markup {
namespace {

constexpr std::size_t kHead = 64 * 1024;
constexpr std::size_t kRecords = 1'200;

std::string head_of(const Document& document) {
  const std::unique_ptr<Input> input = document.open();
  std::string head(kHead, '\0');
  std::size_t size = 0;
  while (size < head.size()) {
    const std::size_t got = input->read(head.data() + size, head.size() - size);
    if (got == 0) break;
    size += got;
  }
  head.resize(size);
  return head;
}

}  // namespace

MarkupSource::MarkupSource(std::unique_ptr<const Document> document, const ReadOptions& options)
    : document_(std::move(document)),
      chunk_bytes_(options.chunk_bytes),
      block_(std::clamp<std::size_t>(options.chunk_bytes, 64, 64 * 1024)),
      whole_outline_(options.whole_outline) {
  const std::string head = head_of(*document_);
  encoding_ = choose_encoding(head, head.size() < kHead, options.encoding, document_->name());
  root_ = root_element(head);
}

std::vector<Diagnostic> MarkupSource::opening_diagnostics() { return std::move(encoding_.diagnostics); }

bool MarkupSource::take(Batch& batch) {
  batch.layer = 0;
  into(batch);
  while (more_ && batch.records < kRecords && batch.text.size() < chunk_bytes_) more_ = markup_->step();
  return batch.records != 0;
}

bool MarkupSource::see_first_blocks(Reader& markup) const {
  const std::size_t enough = outline_bytes(chunk_bytes_);
  std::size_t seen = 0;
  bool more = true;
  while (more && (whole_outline_ || seen < enough)) {
    more = markup.step();
    seen += block_;
  }
  return !more;
}

Layer& MarkupSource::describe_layer(const FeatureColumns& columns, bool has_shapes) {
  layer_.file = document_->name();
  layer_.headers = columns.headers();
  layer_.has_geometry = true;
  layer_.has_shapes = has_shapes;
  layer_.has_rows_of_text = false;
  return layer_;
}

}  // namespace anzenmap::markup
