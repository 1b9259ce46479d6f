// SPDX-License-Identifier: Apache-2.0
// Runs one program and tells what it took, as getrusage counts it.
//   g++ -std=c++20 -O2 bench/measure.cpp -o build/bench/measure
//   measure RESULT.json PROGRAM [ARGUMENT...]
// A small program of its own, because the peak memory of a child begins with that of the process that forks
// it: a Python parent would hide everything below its own 12 MiB.

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>

namespace {

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

}  // namespace

int main(int count, char** words) {
  if (count < 3) {
    std::fputs("usage: measure RESULT.json PROGRAM [ARGUMENT...]\n", stderr);
    return 2;
  }
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = ::fork();
  if (child == 0) {
    ::execvp(words[2], words + 2);
    std::perror(words[2]);
    ::_exit(127);
  }
  int status = 0;
  rusage usage{};
  if (child < 0 || ::wait4(child, &status, 0, &usage) != child) {
    std::perror("measure");
    return 3;
  }
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
  std::FILE* file = std::fopen(words[1], "w");
  if (file == nullptr) {
    std::perror(words[1]);
    return 3;
  }
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  std::fprintf(file, "{\"user\":%.6f,\"sys\":%.6f,\"wall\":%.6f,\"peak_kib\":%ld,\"exit\":%d}\n",
               seconds(usage.ru_utime), seconds(usage.ru_stime), wall.count(), usage.ru_maxrss, code);
  return std::fclose(file) == 0 ? 0 : 3;
}
