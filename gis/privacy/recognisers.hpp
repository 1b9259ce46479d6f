// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/privacy/entity.hpp"
#include "gis/privacy/folded_text.hpp"

/// One recogniser an entity, each in a file of its name. They add what they find with places in the folded
/// text; finds may overlap. They know no column and no profile.
namespace anzenmap {

/// Telephone numbers of the Japanese numbering plan (MIC: 0A0 mobile, 0AB.. areas, 0120, 0800, 0570, 050) in
/// any grouping that people write, +81 too. Never 110, 119 or 188. A local number without its area code only
/// behind 電話, TEL and the like.
void find_phone(const FoldedText& text, Findings& out);
void find_email(const FoldedText& text, Findings& out);
/// 〒 or 郵便番号 and seven digits; NNN-NNNN alone only before a place in kanji.
void find_postal(const FoldedText& text, Findings& out);
/// 3丁目15番1号, 周陽1-15-1, 大字大潮1234, 201号室: what leads to a door. A town alone is none.
void find_address(const FoldedText& text, Findings& out);
/// Names with さん, くん, 君, ちゃん, 様, 氏 or 先生, names behind 名前 or 氏名, and whose house it is:
/// ○○さんの家, ○○宅 are `home`.
void find_person(const FoldedText& text, Findings& out);
/// 4年2組15番, 出席番号12.
void find_class(const FoldedText& text, Findings& out);
/// 山口 500 あ 12-34.
void find_plate(const FoldedText& text, Findings& out);
/// @name, LINE ID: name.
void find_sns(const FoldedText& text, Findings& out);
/// 12 digits whose check digit is right (Order of MIC No. 85 of 2014, article 5).
void find_mynumber(const FoldedText& text, Findings& out);
/// What stands behind ユーザー名, パスワード, 学籍番号 and the like.
void find_account(const FoldedText& text, Findings& out);
/// MAC addresses, IMEIs, the device ids of ODK, Kobo and the like.
void find_device(const FoldedText& text, Findings& out);

/// Full names without honorific, as files are named: IMG_田中太郎.jpg. Too bold for sentences.
void find_bare_name(const FoldedText& text, Findings& out);

}  // namespace anzenmap
