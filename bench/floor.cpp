// SPDX-License-Identifier: Apache-2.0
// The floor: a bare loop that does the least that the conversion must do, to have something to measure
// against.
//   g++ -std=c++20 -O3 -march=x86-64-v2 -I. bench/floor.cpp gis/base/utf8.cpp -pthread -o build/bench/floor
//   floor IN.csv OUT.geojson OUT.csv [--threads N] [--crs 4326|6671] [--chunk BYTES]
// It reads what make_rows writes and nothing else: UTF-8, 12 known columns. It checks UTF-8, the column
// count, the two coordinates and their range, the date and the grade, counts what fails (and leaves it out),
// and writes GeoJSON (all 12 columns as properties) and CSV (with BOM and CRLF). No profile, no messages, no
// repair.

#include <emmintrin.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <condition_variable>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "bench/plane_rectangular.hpp"
#include "gis/base/utf8.hpp"

namespace {

using anzenmap::bench::LatLon;
using anzenmap::bench::ZoneIII;
using namespace std::string_view_literals;

constexpr std::size_t columns = 12;
constexpr std::size_t grade_column = 1, date_column = 2, north_column = 9, east_column = 10;
constexpr std::string_view names[columns + 2] = {
    "ID",   "学年", "調査日", "名称",  "区分", "分野", "種別", "コメント", "所在地_連結表記",
    "緯度", "経度", "備考",   "X座標", "Y座標"};
constexpr std::size_t slack = 64;  // every buffer may be read and written so far past its end

/// Bytes that are not initialised when the buffer grows.
class Buffer {
 public:
  Buffer() = default;
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;
  ~Buffer() { std::free(data_); }
  void reserve(std::size_t capacity) {
    if (capacity <= capacity_) return;
    capacity = std::max(capacity, capacity_ + capacity_ / 2);
    void* grown = std::realloc(data_, capacity + slack);
    if (grown == nullptr) throw std::runtime_error("out of memory");
    data_ = static_cast<char*>(grown);
    capacity_ = capacity;
  }
  [[nodiscard]] char* data() const { return data_; }
  [[nodiscard]] std::size_t capacity() const { return capacity_; }
  std::size_t size = 0;

 private:
  char* data_ = nullptr;
  std::size_t capacity_ = 0;
};

__m128i load(const char* from) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(from)); }
void store(char* to, __m128i block) { _mm_storeu_si128(reinterpret_cast<__m128i*>(to), block); }

/// Copies in blocks of 16; reads and writes up to 15 bytes further.
char* copy(char* to, const char* from, std::size_t size) {
  for (std::size_t i = 0; i < size; i += 16) store(to + i, load(from + i));
  return to + size;
}

std::uint64_t mask_of(const char* at, char wanted) {
  const __m128i byte = _mm_set1_epi8(wanted);
  std::uint64_t mask = 0;
  for (unsigned i = 0; i < 4; ++i) {
    const int bits = _mm_movemask_epi8(_mm_cmpeq_epi8(load(at + 16 * i), byte));
    mask |= static_cast<std::uint64_t>(static_cast<unsigned>(bits)) << (16 * i);
  }
  return mask;
}

/// Whether the number of quotes is odd.
bool odd_quotes(const char* data, std::size_t size) {
  std::uint64_t parity = 0;
  std::size_t i = 0;
  for (; i + 64 <= size; i += 64) parity ^= mask_of(data + i, '"');
  bool odd = __builtin_parityll(parity) != 0;
  for (; i < size; ++i) odd ^= data[i] == '"';
  return odd;
}

/// Hands out the input in pieces that end where a row ends.
class Reader {
 public:
  Reader(const char* path, std::size_t chunk) : file_(::open(path, O_RDONLY)), chunk_(chunk) {
    if (file_ < 0) throw std::runtime_error(std::string("cannot open ") + path);
  }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  ~Reader() { ::close(file_); }

  /// False at the end. `number` counts the pieces from 0.
  bool take(Buffer& into, std::uint64_t& number) {
    const std::lock_guard lock(mutex_);
    into.reserve(chunk_ + rest_.size());
    std::memcpy(into.data(), rest_.data(), rest_.size());
    into.size = rest_.size();
    rest_.clear();
    for (;;) {
      const bool more = fill(into);
      const std::size_t end = more ? last_row_end(into) : into.size;
      if (end == 0 && more) {  // one row larger than the chunk
        into.reserve(into.capacity() * 2);
        continue;
      }
      rest_.assign(into.data() + end, into.size - end);
      into.size = end;
      number = next_++;
      return end != 0;
    }
  }

 private:
  bool fill(Buffer& into) {
    while (into.size < into.capacity()) {
      const ssize_t got = ::pread(file_, into.data() + into.size, into.capacity() - into.size, offset_);
      if (got < 0) throw std::runtime_error("cannot read");
      if (got == 0) return false;
      offset_ += got;
      into.size += static_cast<std::size_t>(got);
    }
    return true;
  }
  static std::size_t last_row_end(const Buffer& chunk) {
    bool inside = odd_quotes(chunk.data(), chunk.size);
    for (std::size_t i = chunk.size; i > 0; --i) {
      const char c = chunk.data()[i - 1];
      if (c == '"') inside = !inside;
      if (c == '\n' && !inside) return i;
    }
    return 0;
  }

  std::mutex mutex_;
  int file_;
  std::size_t chunk_;
  off_t offset_ = 0;
  std::string rest_;
  std::uint64_t next_ = 0;
};

void write_all(int file, const char* data, std::size_t size) {
  while (size > 0) {
    const ssize_t written = ::write(file, data, size);
    if (written < 0) throw std::runtime_error("cannot write");
    data += written;
    size -= static_cast<std::size_t>(written);
  }
}

struct Totals {
  std::uint64_t read = 0, written = 0;
  double west = 180, south = 90, east = -180, north = -90;
};

/// Takes the pieces in their order.
class Writer {
 public:
  Writer(const char* json, const char* csv, std::size_t written_columns)
      : json_(create(json)), csv_(create(csv)) {
    write_all(json_, "{\"type\":\"FeatureCollection\",\"features\":[", 40);
    std::string header = "\xEF\xBB\xBF";
    for (std::size_t i = 0; i < written_columns; ++i) (header += names[i]) += ',';
    header.back() = '\r';
    header += '\n';
    write_all(csv_, header.data(), header.size());
  }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  ~Writer() {
    ::close(json_);
    ::close(csv_);
  }

  void in_turn(std::uint64_t number, const Buffer& json, const Buffer& csv) {
    std::unique_lock lock(mutex_);
    turn_.wait(lock, [&] { return number == next_; });
    const std::size_t skip = first_ && json.size > 0 ? 1 : 0;  // the comma before the first feature
    first_ = first_ && json.size == 0;
    write_all(json_, json.data() + skip, json.size - skip);
    write_all(csv_, csv.data(), csv.size);
    ++next_;
    turn_.notify_all();
  }
  void finish(const Totals& totals);

 private:
  static int create(const char* path) {
    const int file = ::open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (file < 0) throw std::runtime_error(std::string("cannot write ") + path);
    return file;
  }
  std::mutex mutex_;
  std::condition_variable turn_;
  std::uint64_t next_ = 0;
  bool first_ = true;
  int json_, csv_;
};

/// Digits and dot with up to 15 digits exactly; everything else by from_chars.
bool parse(const char* p, std::size_t size, double& value) {
  static constexpr double powers[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12};
  const char* const end = p + size;
  const bool minus = size > 0 && *p == '-';
  const char* at = p + (minus ? 1 : 0);
  std::int64_t digits = 0;
  const char* dot = nullptr;
  for (; at != end && size <= 16; ++at) {
    const unsigned digit = static_cast<unsigned char>(*at) - unsigned{'0'};
    if (digit < 10) {
      digits = digits * 10 + digit;
    } else if (*at == '.' && dot == nullptr) {
      dot = at;
    } else {
      break;
    }
  }
  const std::ptrdiff_t decimals = dot == nullptr ? 0 : end - dot - 1;
  if (at == end && size > (minus ? 1U : 0U) && decimals <= 12) {
    value = static_cast<double>(minus ? -digits : digits) / powers[decimals];
    return true;
  }
  const auto [stop, error] = std::from_chars(p, end, value);
  return error == std::errc() && stop == end;
}

/// At most 7 decimals, rounded, without trailing zeros; returns the length. `out` has room for 16.
unsigned format7(char* out, double degrees) {
  const std::int64_t units = std::llrint(degrees * 1e7);
  auto size = static_cast<std::uint64_t>(units < 0 ? -units : units);
  char* at = out;
  if (units < 0) *at++ = '-';
  const auto whole = static_cast<unsigned>(size / 10'000'000);
  auto fraction = static_cast<unsigned>(size % 10'000'000);
  if (whole >= 100) *at++ = static_cast<char>('0' + whole / 100);
  if (whole >= 10) *at++ = static_cast<char>('0' + whole / 10 % 10);
  *at++ = static_cast<char>('0' + whole % 10);
  if (fraction == 0) return static_cast<unsigned>(at - out);
  *at = '.';
  for (int i = 7; i > 0; --i, fraction /= 10) at[i] = static_cast<char>('0' + fraction % 10);
  at += 7;
  while (*at == '0') --at;
  return static_cast<unsigned>(at + 1 - out);
}

bool two_digits(const char* p, unsigned& value) {
  const unsigned a = static_cast<unsigned char>(p[0]) - unsigned{'0'};
  const unsigned b = static_cast<unsigned char>(p[1]) - unsigned{'0'};
  value = a * 10 + b;
  return a < 10 && b < 10;
}

bool is_date(const char* p, std::size_t size) {
  static constexpr unsigned lengths[] = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  unsigned century = 0, year = 0, month = 0, day = 0;
  if (size != 10 || p[4] != '-' || p[7] != '-') return false;
  if (!two_digits(p, century) || !two_digits(p + 2, year) || !two_digits(p + 5, month) ||
      !two_digits(p + 8, day))
    return false;
  year += century * 100;
  if (month < 1 || month > 12 || day < 1 || day > lengths[month]) return false;
  return month != 2 || day < 29 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
}

struct Field {
  const char* raw;  // as it stands in the input, quotes included
  std::uint32_t raw_size;
  bool quoted;
  [[nodiscard]] const char* text() const { return raw + (quoted ? 1 : 0); }
  [[nodiscard]] std::size_t size() const { return raw_size - (quoted ? 2U : 0U); }
};

/// The inside of a JSON string. A doubled quote of a quoted field becomes one.
char* escape(char* to, const Field& field) {
  const char* from = field.text();
  const char* const end = from + field.size();
  const __m128i quote = _mm_set1_epi8('"'), back = _mm_set1_epi8('\\'), control = _mm_set1_epi8(0x1F);
  while (from < end) {
    const __m128i block = load(from);
    store(to, block);
    const __m128i hits = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(block, quote), _mm_cmpeq_epi8(block, back)),
                                      _mm_cmpeq_epi8(_mm_min_epu8(block, control), block));
    const auto bits = static_cast<unsigned>(_mm_movemask_epi8(hits));
    const std::size_t plain =
        std::min(bits == 0 ? std::size_t{16} : static_cast<std::size_t>(__builtin_ctz(bits)),
                 static_cast<std::size_t>(end - from));
    from += plain;
    to += plain;
    if (from == end || plain == 16) continue;
    const char c = *from++;
    *to++ = '\\';
    if (c == '"') {
      *to++ = '"';
      if (field.quoted && from != end) ++from;
    } else if (c == '\\') {
      *to++ = '\\';
    } else if (c == '\n') {
      *to++ = 'n';
    } else {
      static constexpr char hex[] = "0123456789abcdef";
      std::memcpy(to, "u00", 3);
      to[3] = hex[static_cast<unsigned char>(c) >> 4U];
      to[4] = hex[static_cast<unsigned char>(c) & 15U];
      to += 5;
    }
  }
  return to;
}

/// All constant JSON between two values, each padded so that it can be copied in blocks.
struct Constants {
  Constants() {
    std::string before = R"(]},"properties":{)";
    for (std::size_t i = 0; i < keys.size(); ++i) {
      keys[i] = before + '"' + std::string(names[i]) + R"(":)";
      before.assign(1, ',');
    }
    most = 200;
    for (std::size_t i = 0; i < keys.size(); ++i) {
      sizes[i] = keys[i].size();
      most += sizes[i] + 4;
      keys[i].resize(sizes[i] + slack);
    }
  }
  std::array<std::string, columns + 2> keys;
  std::array<std::size_t, columns + 2> sizes{};
  std::size_t most = 0;  // bytes a feature beside its cells
};

class Worker {
 public:
  Worker(Reader& reader, Writer& writer, bool plane) : reader_(reader), writer_(writer), plane_(plane) {}
  Totals totals;

  void run() {
    std::uint64_t number = 0;
    while (reader_.take(in_, number)) {
      if (!anzenmap::is_valid_utf8(in_.data(), in_.size)) throw std::runtime_error("not UTF-8");
      find_ends();
      json_.size = csv_.size = 0;
      convert(number == 0);
      writer_.in_turn(number, json_, csv_);
    }
  }

 private:
  /// Where each cell ends: commas and line ends outside quotes.
  void find_ends() {
    ends_.clear();
    std::memset(in_.data() + in_.size, 0, slack);
    std::uint64_t inside = 0;  // all ones while the block before ended within quotes
    for (std::size_t at = 0; at < in_.size; at += 64) {
      const char* block = in_.data() + at;
      std::uint64_t quoted = mask_of(block, '"');
      if (quoted != 0) {
        for (unsigned shift = 1; shift < 64; shift *= 2) quoted ^= quoted << shift;
      }
      quoted ^= inside;
      inside = static_cast<std::uint64_t>(static_cast<std::int64_t>(quoted) >> 63);
      std::uint64_t ends = (mask_of(block, ',') | mask_of(block, '\n')) & ~quoted;
      for (; ends != 0; ends &= ends - 1)
        ends_.push_back(static_cast<std::uint32_t>(at) + static_cast<std::uint32_t>(__builtin_ctzll(ends)));
    }
    if (in_.size > 0 && in_.data()[in_.size - 1] != '\n')
      ends_.push_back(static_cast<std::uint32_t>(in_.size));
  }

  void convert(bool header) {
    std::size_t end = 0;
    std::uint32_t start = 0;
    while (end < ends_.size()) {
      std::array<Field, columns> row;
      std::size_t cells = 0;
      const std::uint32_t row_start = start;
      for (bool last = false; !last && end < ends_.size(); ++end) {
        const std::uint32_t stop = ends_[end];
        const char* raw = in_.data() + start;
        last = in_.data()[stop] != ',';
        if (cells < columns) row[cells] = {raw, stop - start, *raw == '"' && stop - start >= 2};
        ++cells;
        start = stop + 1;
      }
      if (header) {
        header = false;
        continue;
      }
      ++totals.read;
      if (cells == columns) write_row(row, start - row_start);
    }
  }

  bool place_of(const std::array<Field, columns>& row, LatLon& place) const {
    const Field& north = row[north_column];
    const Field& east = row[east_column];
    if (!parse(north.text(), north.size(), place.lat) || !parse(east.text(), east.size(), place.lon))
      return false;
    if (plane_) place = zone_.inverse({place.lat, place.lon});
    return place.lat >= 20 && place.lat <= 46 && place.lon >= 122 && place.lon <= 154;
  }

  void write_row(const std::array<Field, columns>& row, std::size_t size) {
    LatLon place{};
    if (!place_of(row, place)) return;
    const Field& date = row[date_column];
    const Field& grade = row[grade_column];
    if (!is_date(date.text(), date.size())) return;
    if (grade.size() != 1 || *grade.text() < '1' || *grade.text() > '6') return;
    ++totals.written;
    totals.west = std::min(totals.west, place.lon);
    totals.east = std::max(totals.east, place.lon);
    totals.south = std::min(totals.south, place.lat);
    totals.north = std::max(totals.north, place.lat);
    char lat[32], lon[32];
    const Field position[] = {{lat, format7(lat, place.lat), false}, {lon, format7(lon, place.lon), false}};
    // A coordinate that is already in degrees stays in its cell as it was written, trailing zeros and all.
    const Field cells[] = {plane_ ? position[0] : row[north_column], plane_ ? position[1] : row[east_column]};
    write_json(row, position, cells, size);
    write_csv(row, cells, size);
  }

  void write_json(const std::array<Field, columns>& row, const Field (&position)[2],
                  const Field (&numbers)[2], std::size_t size) {
    static const Constants constants;
    json_.reserve(json_.size + 6 * size + constants.most);
    char* at = json_.data() + json_.size;
    at = put(at, ",\n{\"type\":\"Feature\",\"id\":\""sv);
    at = escape(at, row[0]);
    at = put(at, "\",\"geometry\":{\"type\":\"Point\",\"coordinates\":["sv);
    at = copy(at, position[1].raw, position[1].raw_size);
    *at++ = ',';
    at = copy(at, position[0].raw, position[0].raw_size);
    for (std::size_t i = 0; i < columns; ++i) {
      at = copy(at, constants.keys[i].data(), constants.sizes[i]);
      if (i == north_column || i == east_column) {
        const Field& number = numbers[i - north_column];
        at = copy(at, number.raw, number.raw_size);
      } else if (i == grade_column) {
        *at++ = *row[i].text();
      } else if (row[i].size() == 0) {
        at = put(at, "null"sv);
      } else {
        *at++ = '"';
        at = escape(at, row[i]);
        *at++ = '"';
      }
    }
    for (std::size_t i = 0; plane_ && i < 2; ++i) {  // the metres, kept behind the known columns
      const Field& metres = row[north_column + i];
      at = copy(at, constants.keys[columns + i].data(), constants.sizes[columns + i]);
      *at++ = '"';  // text: the profile does not know these columns
      at = copy(at, metres.text(), metres.size());
      *at++ = '"';
    }
    at = put(at, "}}"sv);
    json_.size = static_cast<std::size_t>(at - json_.data());
  }

  void write_csv(const std::array<Field, columns>& row, const Field (&numbers)[2], std::size_t size) {
    csv_.reserve(csv_.size + 2 * size + 64);
    char* at = csv_.data() + csv_.size;
    for (std::size_t i = 0; i < columns; ++i) {
      const Field& cell = i == north_column || i == east_column ? numbers[i - north_column] : row[i];
      at = copy(at, cell.raw, cell.raw_size);
      *at++ = ',';
    }
    for (std::size_t i = 0; plane_ && i < 2; ++i) {
      at = copy(at, row[north_column + i].raw, row[north_column + i].raw_size);
      *at++ = ',';
    }
    at[-1] = '\r';
    *at++ = '\n';
    csv_.size = static_cast<std::size_t>(at - csv_.data());
  }

  static char* put(char* at, std::string_view text) {
    std::memcpy(at, text.data(), text.size());
    return at + text.size();
  }

  Reader& reader_;
  Writer& writer_;
  bool plane_;
  ZoneIII zone_;
  Buffer in_, json_, csv_;
  std::vector<std::uint32_t> ends_;
};

void Writer::finish(const Totals& totals) {
  std::string end = "\n]";
  if (totals.written > 0) {
    char number[16];
    end += ",\"bbox\":[";
    for (const double edge : {totals.west, totals.south, totals.east, totals.north})
      end.append(number, format7(number, edge)) += ',';
    end.back() = ']';
  }
  end += "}\n";
  write_all(json_, end.data(), end.size());
}

struct Options {
  std::vector<const char*> files;
  std::size_t threads = 1;
  std::size_t chunk = 256 * 1024;
  bool plane = false;
};

Options read_options(int count, char** words) {
  Options options;
  for (int i = 1; i < count; ++i) {
    const std::string_view word = words[i];
    if (!word.starts_with("--")) {
      options.files.push_back(words[i]);
      continue;
    }
    if (i + 1 == count) return {};
    const char* value = words[++i];
    if (word == "--threads") options.threads = std::max<std::size_t>(1, std::strtoull(value, nullptr, 10));
    if (word == "--chunk") options.chunk = std::max<std::size_t>(64, std::strtoull(value, nullptr, 10));
    if (word == "--crs") options.plane = value == "6671"sv;
  }
  return options;
}

Totals run(const Options& options) {
  Reader reader(options.files[0], options.chunk);
  Writer writer(options.files[1], options.files[2], options.plane ? columns + 2 : columns);
  std::vector<std::unique_ptr<Worker>> workers;
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < options.threads; ++i)
    workers.push_back(std::make_unique<Worker>(reader, writer, options.plane));
  for (std::size_t i = 1; i < options.threads; ++i) threads.emplace_back([&, i] { workers[i]->run(); });
  workers[0]->run();
  for (std::thread& thread : threads) thread.join();
  Totals sum;
  for (const auto& worker : workers) {
    const Totals& part = worker->totals;
    sum.read += part.read;
    sum.written += part.written;
    sum.west = std::min(sum.west, part.west);
    sum.south = std::min(sum.south, part.south);
    sum.east = std::max(sum.east, part.east);
    sum.north = std::max(sum.north, part.north);
  }
  writer.finish(sum);
  return sum;
}

}  // namespace

int main(int count, char** words) {
  const Options options = read_options(count, words);
  if (options.files.size() != 3) {
    std::fputs("usage: floor IN.csv OUT.geojson OUT.csv [--threads N] [--crs 4326|6671] [--chunk BYTES]\n",
               stderr);
    return 2;
  }
  try {
    const Totals totals = run(options);
    std::printf("{\"read\":%llu,\"written\":%llu,\"faulty\":%llu}\n",
                static_cast<unsigned long long>(totals.read), static_cast<unsigned long long>(totals.written),
                static_cast<unsigned long long>(totals.read - totals.written));
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "floor: %s\n", fault.what());
    return 3;
  }
  return 0;
}
