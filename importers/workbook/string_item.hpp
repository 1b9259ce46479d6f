// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace anzenmap {

/// Collects the text of one string of a XLSX file (`si` or `is`): the `t` of its runs joined, without the
/// furigana that the keyboard's conversion left in `rPh`.
class StringItem {
 public:
  /// Call for each start and end tag inside the item, and for each piece of text.
  void start(std::string_view element) {
    if (element == "rPh")
      ++furigana_;
    else if (element == "t")
      in_text_ = true;
  }
  void end(std::string_view element) {
    if (element == "rPh" && furigana_ > 0)
      --furigana_;
    else if (element == "t")
      in_text_ = false;
  }
  [[nodiscard]] bool wants_text() const noexcept { return in_text_ && furigana_ == 0; }
  [[nodiscard]] bool wants_furigana() const noexcept { return in_text_ && furigana_ != 0; }
  void reset() {
    in_text_ = false;
    furigana_ = 0;
  }

 private:
  bool in_text_ = false;
  int furigana_ = 0;
};

/// Decodes `_xHHHH_` (ECMA-376 part 1, 22.9.2.19 ST_Xstring) from `from` to the end of `text`, in place.
/// NUL and halves of surrogate pairs stay as written.
void decode_escapes(std::string& text, std::size_t from);

}  // namespace anzenmap
