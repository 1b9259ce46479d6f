// SPDX-License-Identifier: Apache-2.0
// Runs a fuzzer without libFuzzer: every file of its corpus, then COUNT inputs changed from them by a fixed
// random sequence, the same on every machine. `short_x CORPUS COUNT [FILE...]`; with files, only those (to
// look at a find).
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using Sequence = std::minstd_rand;

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void run(const std::string& input) {
  // An exact copy on the heap, so that a sanitizer sees a read behind the end.
  const std::vector<std::uint8_t> bytes(input.begin(), input.end());
  LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

std::size_t below(Sequence& random, std::size_t limit) { return limit == 0 ? 0 : random() % limit; }

/// One small change: a byte flipped, put in, taken out, a piece doubled, cut off, or taken from another file.
void change(std::string& input, const std::string& other, Sequence& random) {
  const std::size_t at = below(random, input.size() + 1);
  const std::size_t length = 1 + below(random, 16);
  switch (below(random, 6)) {
    case 0:
      if (at < input.size()) input[at] = static_cast<char>(input[at] ^ (1 << below(random, 8)));
      break;
    case 1:
      input.insert(at, 1, static_cast<char>(below(random, 256)));
      break;
    case 2:
      input.erase(at, length);
      break;
    case 3:
      input.insert(at, input.substr(below(random, input.size() + 1), length));
      break;
    case 4:
      input.resize(at);
      break;
    default:
      input.insert(at, other.substr(below(random, other.size() + 1), length * 4));
      break;
  }
}

}  // namespace

int main(int argc, char* argv[]) {
  if (argc < 3) {
    std::fputs("short_x CORPUS COUNT [FILE...]\n", stderr);
    return 2;
  }
  for (int i = 3; i < argc; ++i) run(read(argv[i]));
  if (argc > 3) return 0;

  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(argv[1])) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> corpus;
  for (const std::filesystem::path& path : paths) corpus.push_back(read(path));
  if (corpus.empty()) {
    std::fprintf(stderr, "%s has no files\n", argv[1]);
    return 1;
  }
  for (const std::string& input : corpus) run(input);
  run({});

  Sequence random(20240501);
  const unsigned long count = std::strtoul(argv[2], nullptr, 10);
  for (unsigned long i = 0; i < count; ++i) {
    std::string input = corpus[i % corpus.size()];
    const std::size_t changes = 1 + below(random, 4);
    for (std::size_t n = 0; n < changes; ++n) change(input, corpus[below(random, corpus.size())], random);
    run(input);
  }
  std::printf("%zu files and %lu changed inputs\n", corpus.size(), count);
  return 0;
}
