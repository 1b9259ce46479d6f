// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gis/profile/profile.hpp"
#include "gis/value/conversion.hpp"

namespace anzenmap {

extern const RuleInfo category_rewritten;  ///< VA275: another spelling of a label
extern const RuleInfo category_unknown;    ///< VA276

/// The labels of a field's categories by every way of writing them. Immutable and safe to share between
/// threads.
class CategoryIndex {
 public:
  explicit CategoryIndex(const Field& field);

  [[nodiscard]] bool empty() const noexcept { return labels_.empty(); }
  /// Whether `text` is a label as it stands. No allocation.
  [[nodiscard]] bool is_label(std::string_view text) const noexcept;
  /// The label that `text` means: exactly, else by English key or spelling after fold_category().
  [[nodiscard]] std::optional<std::string_view> find(std::string_view text) const;
  /// The label nearest to `text` by edit distance, if near enough to be meant.
  [[nodiscard]] std::optional<std::string_view> nearest(std::string_view text) const;
  /// A whole cell, of several values if the field has a separator (then ; ；, and 、 , ， between known
  /// labels).
  /// "" is plain (null).
  [[nodiscard]] Conversion read(std::string_view raw) const;

 private:
  std::vector<std::string> labels_;  ///< in the profile's order
  static constexpr std::uint32_t kFree = 0xFFFFFFFF;
  std::vector<std::uint32_t> slots_;  ///< a hash table of labels_ by their own text, at most a quarter full
  std::unordered_map<std::string, std::size_t> by_spelling_;  ///< folded spelling; labels_.size() = ambiguous
  std::string separator_;
};

/// NFKC, lower case ASCII, no blanks; こども, 子ども and 子供 are one, so are 110, 百十 and 一一〇.
[[nodiscard]] std::string fold_category(std::string_view text);

/// The parts of a cell of several values, blanks around them trimmed, empty parts left out.
[[nodiscard]] std::vector<std::string_view> split_values(std::string_view cell, std::string_view separator);

}  // namespace anzenmap
