// SPDX-License-Identifier: Apache-2.0
#include "gis/privacy/character_class.hpp"
#include "gis/privacy/recognisers.hpp"
#include "gis/privacy/word_list.hpp"
#include "gis/privacy/written_number.hpp"

namespace anzenmap {

namespace {

/// Places that plates name.
const WordList& plate_places() {
  static const WordList list(
      U"札幌 函館 旭川 室蘭 苫小牧 釧路 知床 帯広 北見 青森 弘前 八戸 岩手 盛岡 平泉 宮城 仙台 秋田 山形 "
      U"庄内 福島 会津 "
      U"郡山 白河 いわき 水戸 土浦 つくば 宇都宮 那須 とちぎ 日光 群馬 前橋 高崎 大宮 川口 所沢 川越 熊谷 "
      U"春日部 越谷 千葉 "
      U"成田 習志野 市川 船橋 袖ヶ浦 市原 野田 柏 松戸 品川 世田谷 練馬 杉並 板橋 足立 江東 葛飾 八王子 多摩 "
      U"江戸川 "
      U"横浜 川崎 湘南 相模 山梨 富士山 新潟 長岡 上越 富山 石川 金沢 福井 長野 松本 諏訪 安曇野 南信州 岐阜 "
      U"飛騨 静岡 "
      U"浜松 沼津 伊豆 名古屋 豊橋 三河 岡崎 豊田 尾張小牧 一宮 春日井 三重 鈴鹿 四日市 伊勢志摩 滋賀 京都 "
      U"なにわ 大阪 "
      U"和泉 堺 神戸 姫路 奈良 飛鳥 和歌山 鳥取 島根 出雲 岡山 倉敷 広島 福山 下関 山口 徳島 香川 高松 愛媛 "
      U"高知 福岡 北九州 "
      U"久留米 筑豊 佐賀 長崎 佐世保 熊本 大分 宮崎 鹿児島 奄美 沖縄");
  return list;
}

/// 12-34, 1234 or ・・12 as plates show them; the end, 0 if it is none.
std::size_t serial_end(const FoldedText& text, std::size_t at) {
  std::size_t i = at;
  while (is_one_of(text[i], U"・.･•") && i - at < 3) ++i;
  const std::size_t dots = i - at;
  std::size_t digits = 0;
  bool dash = false;
  const auto may_be_dash = [&](std::size_t at_dash) {
    return text[at_dash] == U'-' && digits + dots == 2 && digits > 0 && !dash && is_digit(text[at_dash + 1]);
  };
  for (; is_digit(text[i]) || may_be_dash(i); ++i) {
    if (text[i] == U'-') {
      dash = true;
    } else {
      ++digits;
    }
  }
  const bool fits = dash ? digits + dots == 4 : digits >= 1 && digits + dots <= 4;
  return fits && !is_word(text[i]) && !(text[i] == U'-' && is_digit(text[i + 1])) ? i : 0;
}

/// The class number (500, 30, 33A) that begins at `at`; its end, 0 if there is none.
std::size_t class_end(const FoldedText& text, std::size_t at) {
  std::size_t i = at;
  while (is_digit(text[i]) && i - at < 3) ++i;
  while (i - at >= 1 && i - at < 3 && text[i] >= U'A' && text[i] <= U'Z') ++i;
  return i - at >= 2 && !is_word(text[i]) ? i : 0;
}

/// Where the place that a plate names begins, when one ends at `end`; `end` if none does.
std::size_t place_before(const FoldedText& text, std::size_t end) {
  std::size_t i = end;
  while (i > 0 && text[i - 1] == U' ' && end - i < 2) --i;
  for (std::size_t length = plate_places().longest(); length > 0; --length)
    if (i >= length && plate_places().has(text.view().substr(i - length, length))) return i - length;
  return end;
}

void find_whole_plate(const FoldedText& text, std::size_t at, Findings& out) {
  const std::size_t number = class_end(text, at);
  if (number == 0 || is_word(text[at - 1])) return;
  const std::size_t kana = skip_blanks(text, number);
  // お, し, へ and ん are on no plate.
  if (!is_hiragana(text[kana]) || is_one_of(text[kana], U"おしへんぁぃぅぇぉっゃゅょ")) return;
  const std::size_t serial = skip_blanks(text, kana + 1);
  const std::size_t end = serial_end(text, serial);
  if (end == 0) return;
  const std::size_t begin = place_before(text, at);
  const bool shown = end - serial == 5 || is_one_of(text[serial], U"・.･•");
  // What the first look lets through: a dash, or digits enough.
  if (end - serial != 5 && text.digits() < 5) return;
  if (begin == at && !(shown && number - at == 3)) return;
  out.push_back({Entity::plate, static_cast<int>(begin), static_cast<int>(end), begin == at ? 0.7 : 0.95});
}

/// ナンバー 12-34: what a pupil remembers of a car.
void find_remembered(const FoldedText& text, Findings& out) {
  for (const std::u32string_view word : {U"ナンバー", U"ナンバープレート", U"車番"}) {
    for (std::size_t at = text.view().find(word); at != std::u32string_view::npos;
         at = text.view().find(word, at + 1)) {
      if (text.ends(at, U"マイ")) continue;
      std::size_t i = at + word.size();
      while (is_one_of(text[i], U" :はがの「")) ++i;
      const std::size_t end = serial_end(text, i);
      if (end == 0 || end - i != 5) continue;
      out.push_back({Entity::plate, static_cast<int>(i), static_cast<int>(end), 0.8});
    }
  }
}

}  // namespace

void find_plate(const FoldedText& text, Findings& out) {
  if (text.digits() < 3) return;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (is_digit(text[i]) && !is_digit(text[i - 1])) find_whole_plate(text, i, out);
  find_remembered(text, out);
}

}  // namespace anzenmap
