// SPDX-License-Identifier: Apache-2.0
#include "importers/kml/coordinates.hpp"

#include <cmath>
#include <limits>
#include <string>

#include "gis/base/number.hpp"

namespace anzenmap::kml {
namespace {

constexpr double kNoHeight = std::numeric_limits<double>::quiet_NaN();

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool has_many_decimals(std::string_view number) {
  if (number.size() < 9) return false;
  const std::size_t dot = number.find('.');
  return dot != std::string_view::npos && number.size() - dot - 1 > 7;
}

/// Places within a chain of numbers that ran together, in tuples of `size`.
bool all_lawful(const std::vector<double>& numbers, std::size_t size) {
  if (numbers.size() % size != 0) return false;
  for (std::size_t i = 0; i < numbers.size(); i += size)
    if (std::abs(numbers[i]) > 180 || std::abs(numbers[i + 1]) > 90) return false;
  return true;
}

class Scanner {
 public:
  Scanner(std::string_view text, std::vector<Position>& out) : text_(text), out_(out) {}

  CoordinatesResult run() {
    for (skip_blanks(); at_ < text_.size(); skip_blanks())
      if (!tuple()) break;
    return result_;
  }

 private:
  void skip_blanks() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  }

  bool fail(CoordinatesResult::State state, std::size_t start) {
    result_.state = state;
    result_.value = text_.substr(start, at_ - start);
    return false;
  }

  bool tuple() {
    const std::size_t start = at_;
    double values[3] = {0, 0, kNoHeight};
    std::size_t count = 0;
    chain_.clear();
    for (;;) {
      const std::size_t begin = at_;
      while (at_ < text_.size() && text_[at_] != ',' && !is_space(text_[at_])) ++at_;
      double value = 0;
      const std::string_view number = text_.substr(begin, at_ - begin);
      if (number.empty() && count >= 3 && at_ == text_.size()) break;  // a comma behind the last one
      // "131.8,34.0," has no height.
      const bool height_left_out = number.empty() && count >= 2;
      if (!height_left_out && !read_decimal(number, value)) {
        if (number.empty() && at_ < text_.size()) ++at_;
        return fail(CoordinatesResult::State::not_number, number.empty() ? start : begin);
      }
      if (count == 3) chain_.assign(values, values + 3);
      if (count >= 3) chain_.push_back(value);
      if (count < 2 && has_many_decimals(number) && std::abs(value) <= 180) {
        value = std::nearbyint(value * 1e7) / 1e7;
        result_.rounded = true;
      }
      if (count < 3) values[count] = height_left_out ? kNoHeight : value;
      ++count;
      const std::size_t behind = at_;
      skip_blanks();
      if (at_ == text_.size() || text_[at_] != ',') {
        at_ = behind;
        break;
      }
      ++at_;
      skip_blanks();
    }
    if (count < 2) return fail(CoordinatesResult::State::too_short, start);
    if (count > 3) return take_apart(start);
    out_.push_back({values[0], values[1], values[2]});
    return true;
  }

  bool take_apart(std::size_t start) {
    const bool threes = all_lawful(chain_, 3);
    const bool twos = all_lawful(chain_, 2);
    if (threes == twos) return fail(CoordinatesResult::State::too_long, start);
    const std::size_t size = threes ? 3 : 2;
    for (std::size_t i = 0; i < chain_.size(); i += size)
      out_.push_back({chain_[i], chain_[i + 1], threes ? chain_[i + 2] : kNoHeight});
    if (result_.state == CoordinatesResult::State::good) {
      result_.state = CoordinatesResult::State::run_together;
      result_.value = text_.substr(start, at_ - start);
    }
    return true;
  }

  std::string_view text_;
  std::vector<Position>& out_;
  std::size_t at_ = 0;
  std::vector<double> chain_;
  CoordinatesResult result_;
};

}  // namespace

bool read_decimal(std::string_view text, double& value) {
  if (parse_plain_decimal(text, value) || parse_json_number(text, value)) return true;
  if (text.size() > 400) return false;
  std::string plain;
  if (text.starts_with('-')) plain = "-";
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  while (text.size() > 1 && text[0] == '0' && text[1] >= '0' && text[1] <= '9') text.remove_prefix(1);
  if (text.starts_with('.')) plain += '0';
  plain += text;
  if (plain.ends_with('.')) plain += '0';
  return parse_json_number(plain, value);
}

bool read_blank_separated(std::string_view text, Position& out) {
  double values[3] = {0, 0, kNoHeight};
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (is_space(text[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size() && !is_space(text[at])) ++at;
    if (count == 3 || !read_decimal(text.substr(begin, at - begin), values[count])) return false;
    ++count;
  }
  out = {values[0], values[1], values[2]};
  return count >= 2;
}

CoordinatesResult read_coordinates(std::string_view text, std::vector<Position>& out) {
  return Scanner(text, out).run();
}

}  // namespace anzenmap::kml
