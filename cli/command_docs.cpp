// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "cli/cli_rules.hpp"
#include "cli/command.hpp"
#include "cli/json_text.hpp"
#include "cli/pages/docs_page.hpp"
#include "cli/view/layout.hpp"

namespace anzenmap::cli {
namespace {

namespace fs = std::filesystem;

struct DocsSettings {
  std::string folder;
  bool check = false;
};

std::vector<Option> options(DocsSettings& settings) {
  return {
      {.name = "DIR",
       .target = &settings.folder,
       .help = {"書き出す先のフォルダー", "folder to write to"},
       .completes = Completes::folder,
       .positional = true,
       .required = true},
      {.name = "check",
       .target = &settings.check,
       .help = {"書かずに、古くなったページがないかを確かめる", "write nothing; fail when a page is stale"},
       .group = OptionGroup::checking},
  };
}

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void write_page(const fs::path& path, const std::string& text) {
  std::error_code fault;
  fs::create_directories(path.parent_path(), fault);
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << text << std::flush;
  if (!file)
    throw Error(result_unwritable,
                {{"path", path.string(), {}}, {"reason", std::generic_category().message(errno), {}}});
}

/// Pages of commands that are no more. A rule's page stays when the rule goes: its code is never used again.
std::vector<std::string> left_over(const fs::path& folder, const std::vector<DocsPage>& pages) {
  std::vector<std::string> names;
  std::error_code fault;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder / "commands", fault)) {
    const std::string name = "commands/" + entry.path().filename().string();
    const bool known =
        std::any_of(pages.begin(), pages.end(), [&](const DocsPage& page) { return page.path == name; });
    if (!known && entry.path().extension() == ".md") names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

int run(const DocsSettings& settings, Streams& streams) {
  const fs::path folder(settings.folder);
  const std::vector<DocsPage> pages = docs_pages();
  std::vector<std::string> changed = left_over(folder, pages);
  if (!settings.check)
    for (const std::string& name : changed) fs::remove(folder / name);
  for (const DocsPage& page : pages) {
    if (content_of(folder / page.path) == page.text) continue;
    changed.push_back(page.path);
    if (!settings.check) write_page(folder / page.path, page.text);
  }
  if (streams.json) {
    JsonList list('[');
    for (const std::string& name : changed) list.element(json_string(name));
    streams.out << JsonList('{')
                       .member("schema", "1")
                       .member(settings.check ? "stale" : "changed", list.text())
                       .member("error", "null")
                       .text()
                << '\n';
  } else {
    for (const std::string& name : changed) streams.out << printable(name) << '\n';
  }
  return settings.check && !changed.empty() ? 1 : 0;
}

Bound bind() { return bind_command<DocsSettings>(options, run); }

}  // namespace

extern const Command docs_command;
const Command docs_command{
    .name = "docs",
    .summary = {"説明のページを作る（開発者むけ）", "write the pages of docs/ (for developers)"},
    .description =
        {"命令と番号の表から commands/ と rules/ のページを作り、変わったものの名前を出します。",
         "Writes commands/ and rules/ from the tables and prints the names of the pages that changed."},
    .examples = {},
    .bind = bind,
    .hidden = true,
};

}  // namespace anzenmap::cli
