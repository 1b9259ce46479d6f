// SPDX-License-Identifier: Apache-2.0
#include "cli/command.hpp"

#include "cli/json_text.hpp"

namespace anzenmap::cli {

std::string failure_json(const Error& error) { return "{\"schema\":1,\"error\":" + error_json(error) + "}"; }

std::vector<Option> common_options(CommonSettings& common) {
  return {
      {.name = "lang",
       .target = &common.language,
       .help = {"画面に出すことば。書かなければ日本語（パソコンが別の言語に設定されていれば英語）",
                "language of messages; Japanese unless the locale names another language"},
       .group = OptionGroup::showing,
       .choices = {"ja", "en"}},
      {.name = "json",
       .target = &common.json,
       .help = {"結果を、ほかのプログラムが読める形（JSON）で一つだけ出す",
                "print the result as exactly one JSON object"},
       .group = OptionGroup::showing},
      {.name = "quiet",
       .short_name = 'q',
       .target = &common.quiet,
       .help = {"とちゅう経過を出さず、結果だけを短く出す", "no progress, only a short result"},
       .group = OptionGroup::showing},
      {.name = "help",
       .short_name = 'h',
       .target = &common.help,
       .help = {"この命令の使い方を出す", "show how to use this command"},
       .group = OptionGroup::showing},
  };
}

}  // namespace anzenmap::cli
