// SPDX-License-Identifier: Apache-2.0
// Makes a large survey: the same bytes for the same options, whatever the machine.
//   g++ -std=c++20 -O2 -I. bench/make_rows.cpp -o build/bench/make_rows
//   make_rows [--rows N] [--seed S] [--crs 4326|6671] [--dirty] [-o FILE]
// 12 columns of the safety-map profile in its order, about 215 bytes a row, UTF-8 without BOM, "\n".
// Of the rows, 5 % hold a line break in quotes, 8 % a comma in quotes, 6 % doubled quotes. IDs begin with
// zeros. Clean rows are meant to raise no diagnostic; with --dirty each row has five faults and is still
// usable.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#include "bench/plane_rectangular.hpp"

namespace {

using anzenmap::bench::PlaneXY;
using anzenmap::bench::ZoneIII;
using namespace std::string_view_literals;

/// SplitMix64 (G. L. Steele and others, 2014).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15ULL;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
  }
  /// 0 <= result < bound
  std::uint32_t below(std::uint32_t bound) {
    return static_cast<std::uint32_t>(((next() >> 32U) * bound) >> 32U);
  }
  bool percent(std::uint32_t share) { return below(100) < share; }
  template <std::size_t N>
  std::string_view one_of(const std::string_view (&words)[N]) {
    return words[below(N)];
  }

 private:
  std::uint64_t state_;
};

constexpr std::string_view towns[] = {"周陽一丁目", "周陽二丁目", "周陽三丁目", "遠石一丁目", "遠石二丁目",
                                      "遠石三丁目", "上遠石町",   "若草町",     "秋月一丁目", "秋月二丁目",
                                      "桜馬場通",   "孝田町",     "鼓海一丁目", "今住町",     "大字大潮",
                                      "大字湯野",   "大字小松原"};
constexpr std::string_view landmarks[] = {
    "公園の入口",   "橋のたもと",       "文房具店の角",   "踏切の手前",      "体育館のうら",
    "団地の駐輪場", "川ぞいの細い道",   "坂の上の四つ角", "神社の石段",      "バス停のそば",
    "歩道橋の下",   "用水路の曲がり角", "空き地の前",     "市民センターの北"};

constexpr std::string_view crime[] = {"公園",         "空き家",           "駐車場",
                                      "路地",         "高架下・トンネル", "茂み・高い塀",
                                      "落書き・ごみ", "暗い道",           "人通りが少ない"};
constexpr std::string_view traffic[] = {"見通しの悪い交差点", "信号なし横断歩道", "歩道なし・狭い",
                                        "交通量が多い",       "速度が速い",       "ガードレールなし",
                                        "側溝ふたなし",       "駐車場出入口"};
constexpr std::string_view disaster[] = {"浸水", "がけ・土砂", "ブロック塀", "川・用水路・ため池", "落下物"};
constexpr std::string_view helpful[] = {"こども110番の家", "交番・警察署", "AED",        "公共施設",
                                        "店・病院",        "街灯",         "見守り場所", "公衆電話"};

constexpr std::string_view seen[] = {"へいが高くて中から道が見えない。",
                                     "車がスピードを出したまま曲がってくる。",
                                     "夕方になると街灯がなくて暗い。",
                                     "木がしげっていて歩道がせまい。",
                                     "雨の日は水がたまって車道を歩くことになる。",
                                     "入口が広くてだれでも入りやすい。",
                                     "道がせまいのにトラックがよく通る。",
                                     "まどが多くて家の人からよく見える。",
                                     "止まれの線が消えかけている。",
                                     "ガードレールがとちゅうで切れている。",
                                     "落書きが消されずに残っている。",
                                     "見守りの人が朝に立ってくれる。"};
constexpr std::string_view advice[] = {"カーブミラーがあるとよい。",
                                       "必ず止まって左右を見る。",
                                       "二人以上で通るようにする。",
                                       "遠回りでも広い道を通る。",
                                       "大雨の時は近づかない。",
                                       "困ったらここに入って助けてもらう。",
                                       "草をかってもらえると見えやすくなる。"};
constexpr std::string_view with_comma[] = {"朝は7時30分,夕方は5時ごろが多い。", "車,自転車,歩く人がまざる。",
                                           "右,左,もう一度右を見てわたる。"};
constexpr std::string_view with_quotes[] = {"「止まれ」の標識に\"\"徐行\"\"とも書いてある。",
                                            "かべに\"\"入るな\"\"と書いてある。",
                                            "看板の\"\"注意\"\"の字がうすい。"};
constexpr std::string_view remarks[] = {
    "", "", "", "", "低学年は先生と確認", "写真あり", "来年も見る", "雨の日に再確認"};
constexpr std::string_view broken_remarks[] = {"一回目は晴れ\n二回目は雨の日に確認",
                                               "先生と確認した\n写真は二枚ある"};

struct Options {
  std::uint64_t rows = 1'000'000;
  std::uint64_t seed = 1;
  bool plane = false;
  bool dirty = false;
  const char* output = nullptr;
};

void append_digits(std::string& out, std::uint64_t number, int width) {
  char digits[20];
  for (int i = width - 1; i >= 0; --i, number /= 10) digits[i] = static_cast<char>('0' + number % 10);
  out.append(digits, static_cast<std::size_t>(width));
}

/// `number` counts units of 10^-decimals; written with all decimals.
void append_decimal(std::string& out, std::int64_t number, std::int64_t unit, int decimals) {
  if (number < 0) out += '-';
  const auto size = static_cast<std::uint64_t>(number < 0 ? -number : number);
  out += std::to_string(size / static_cast<std::uint64_t>(unit));
  out += '.';
  append_digits(out, size % static_cast<std::uint64_t>(unit), decimals);
}

void append_full_width(std::string& out, std::string_view number) {
  for (const char c : number) {
    const char wide[] = {'\xEF', '\xBC', static_cast<char>(c == '.' ? 0x8E : 0x90 + (c - '0'))};
    out.append(wide, 3);
  }
}

/// A day of the school year 2024 by its number from 2024-04-01.
struct Day {
  int year, month, day;
};
Day school_day(std::uint32_t number) {
  static constexpr int lengths[] = {30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31};
  int month = 0;
  int day = static_cast<int>(number);
  while (day >= lengths[month]) day -= lengths[month++];
  return month < 9 ? Day{2024, month + 4, day + 1} : Day{2025, month - 8, day + 1};
}

class Rows {
 public:
  explicit Rows(const Options& options) : options_(options), random_(options.seed) {}

  void header(std::string& out) const {
    out += "ID,学年,調査日,名称,区分,分野,種別,コメント,所在地_連結表記,";
    out += options_.plane ? "X座標,Y座標,備考\n" : "緯度,経度,備考\n";
  }

  void append(std::string& out, std::uint64_t number) {
    const std::string_view town = random_.one_of(towns);
    append_digits(out, number + 1, 9);
    out += ',';
    out += options_.dirty ? '9' : static_cast<char>('1' + random_.below(6));
    out += ',';
    append_date(out);
    out += ',';
    out += town;
    out += "の"sv;
    out += random_.one_of(landmarks);
    append_kind(out);
    append_comment(out);
    out += ",山口県周南市"sv;
    out += town;
    out += ',';
    append_place(out);
    append_remarks(out);
  }

 private:
  void append_date(std::string& out) {
    const Day day = school_day(random_.below(365));
    if (options_.dirty) {  // fault: an era date
      out += day.year == 2024 ? "令和6年"sv : "令和7年"sv;
      out += std::to_string(day.month) + "月" + std::to_string(day.day) + "日";
      return;
    }
    append_digits(out, static_cast<std::uint64_t>(day.year), 4);
    out += '-';
    append_digits(out, static_cast<std::uint64_t>(day.month), 2);
    out += '-';
    append_digits(out, static_cast<std::uint64_t>(day.day), 2);
  }

  void append_kind(std::string& out) {
    const std::uint32_t pick = random_.below(100);
    const bool danger = pick < 70;
    out += danger ? (pick < 60 ? ",危険,"sv : ",通学路,"sv) : (pick < 85 ? ",施設,"sv : ",安全,"sv);
    const std::uint32_t domain = random_.below(100);
    if (options_.dirty) {  // fault: not one of the four
      out += "なかよし,";
      out += random_.one_of(crime);
    } else if (!danger) {
      out += "その他,";
      out += random_.one_of(helpful);
    } else if (domain < 40) {
      out += "防犯,";
      out += random_.one_of(crime);
    } else if (domain < 80) {
      out += "交通,";
      out += random_.one_of(traffic);
    } else {
      out += "災害,";
      out += random_.one_of(disaster);
    }
    out += ',';
  }

  void append_comment(std::string& out) {
    const bool comma = random_.percent(8);
    const bool quotes = random_.percent(6);
    if (comma || quotes) out += '"';
    out += random_.one_of(seen);
    if (comma) out += random_.one_of(with_comma);
    if (quotes) out += random_.one_of(with_quotes);
    if (!comma && !quotes && random_.percent(3)) out += random_.one_of(seen);
    if (random_.percent(8)) out += random_.one_of(advice);
    if (comma || quotes) out += '"';
  }

  /// Somewhere inland in Yamaguchi prefecture, each of the 7 decimals at random.
  void append_place(std::string& out) {
    const std::int64_t lat = 341'000'000 + random_.below(1'800'000);
    const std::int64_t lon = 1'312'500'000 + random_.below(7'000'000);
    if (options_.plane) {
      const PlaneXY p = zone_.forward({static_cast<double>(lat) * 1e-7, static_cast<double>(lon) * 1e-7});
      append_decimal(out, std::llround(p.x * 1e3), 1000, 3);
      out += ',';
      append_decimal(out, std::llround(p.y * 1e3), 1000, 3);
      return;
    }
    if (options_.dirty) {  // fault: full-width digits
      std::string narrow;
      append_decimal(narrow, lat, 10'000'000, 7);
      append_full_width(out, narrow);
    } else {
      append_decimal(out, lat, 10'000'000, 7);
    }
    out += ',';
    append_decimal(out, lon, 10'000'000, 7);
  }

  void append_remarks(std::string& out) {
    out += ',';
    if (options_.dirty) {  // fault: begins like a formula
      out += "=要確認";
    } else if (random_.percent(5)) {
      out += '"';
      out += random_.one_of(broken_remarks);
      out += '"';
    } else {
      out += random_.one_of(remarks);
    }
    out += '\n';
  }

  Options options_;
  Random random_;
  ZoneIII zone_;
};

bool read_options(int count, char** words, Options& options) {
  for (int i = 1; i < count; ++i) {
    const std::string_view word = words[i];
    if (word == "--dirty") {
      options.dirty = true;
      continue;
    }
    if (i + 1 == count) return false;
    const char* value = words[++i];
    if (word == "--rows") {
      options.rows = std::strtoull(value, nullptr, 10);
    } else if (word == "--seed") {
      options.seed = std::strtoull(value, nullptr, 10);
    } else if (word == "--crs") {
      options.plane = value == "6671"sv;
      if (!options.plane && value != "4326"sv) return false;
    } else if (word == "-o") {
      options.output = value;
    } else {
      return false;
    }
  }
  return !(options.plane && options.dirty);  // the five faults are those of degrees
}

}  // namespace

int main(int count, char** words) {
  Options options;
  if (!read_options(count, words, options)) {
    std::fputs("usage: make_rows [--rows N] [--seed S] [--crs 4326|6671] [--dirty] [-o FILE]\n", stderr);
    return 2;
  }
  std::FILE* file = options.output == nullptr ? stdout : std::fopen(options.output, "wb");
  if (file == nullptr) {
    std::perror(options.output);
    return 3;
  }
  Rows rows(options);
  std::string buffer;
  rows.header(buffer);
  bool good = true;
  for (std::uint64_t i = 0; i < options.rows && good; ++i) {
    rows.append(buffer, i);
    if (buffer.size() > (1U << 18U)) {
      good = std::fwrite(buffer.data(), 1, buffer.size(), file) == buffer.size();
      buffer.clear();
    }
  }
  good = good && std::fwrite(buffer.data(), 1, buffer.size(), file) == buffer.size();
  good = std::fclose(file) == 0 && good;
  if (!good) std::perror("make_rows");
  return good ? 0 : 3;
}
