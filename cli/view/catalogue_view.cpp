// SPDX-License-Identifier: Apache-2.0
#include "cli/view/catalogue_view.hpp"

#include <algorithm>

#include "cli/view/error_view.hpp"
#include "cli/view/layout.hpp"
#include "cli/view/paint.hpp"

namespace anzenmap::cli {
namespace {

using State = ckan::ResourceCheck::State;

std::string joined(const std::vector<std::string>& values, Language language) {
  std::string out;
  for (const std::string& value : values)
    out += (out.empty() ? "" : language == Language::ja ? "、" : ", ") + printable(value);
  return out;
}

/// `2026-11-24T12:00:00.123` -> `2026-11-24 12:00`
std::string moment(const std::string& modified) {
  std::string out = modified.substr(0, 16);
  std::replace(out.begin(), out.end(), 'T', ' ');
  return printable(out);
}

Text state_text(State state) {
  switch (state) {
    case State::good:
      return {"よし", "good"};
    case State::missing:
      return {"ダウンロードできない", "missing"};
    case State::changed:
      return {"中身が違う", "changed"};
    case State::unverified:
      break;
  }
  return {"確かめられない", "not verified"};
}

}  // namespace

void print_facts(const ckan::TargetFacts& facts, Streams& streams) {
  const bool japanese = streams.language == Language::ja;
  const std::string unknown = japanese ? "分からない" : "unknown";
  Table table;
  const auto row = [&](std::string_view ja, std::string_view en, std::string value) {
    if (!value.empty()) table.row({std::string(japanese ? ja : en), std::move(value)});
  };
  row("題名", "title", printable(facts.title));
  if (facts.kind == ckan::TargetKind::directory) {
    row("種類", "kind", japanese ? "フォルダー（静的なカタログ）" : "folder (static catalogue)");
  } else {
    row("CKANの版", "CKAN version", facts.version.empty() ? unknown : printable(facts.version));
    row("拡張機能", "extensions", joined(facts.extensions, streams.language));
    row("利用者", "user", printable(facts.user));
    // CKAN takes a wrong token for nobody and answers all the same: only what it may do tells.
    const std::string none = japanese ? "なし（トークンがないか、正しくないか、権限がない）"
                                      : "none (no token, a wrong one, or one without the right)";
    row("公開できる組織", "may publish in",
        facts.organizations.empty() ? none : joined(facts.organizations, streams.language));
    row("ライセンス", "licences", joined(facts.licenses, streams.language));
    if (!facts.has_revise)
      row("書きこみの守り", "guard of writes",
          japanese ? "弱い（package_revise がない古い版）" : "weak (too old for package_revise)");
  }
  streams.out << printable(facts.url) << '\n';
  table.print(streams.out, 2, streams.width);
}

void print_published(std::span<const ckan::PublishedDataset> datasets, Streams& streams) {
  const bool japanese = streams.language == Language::ja;
  Table table;
  for (const ckan::PublishedDataset& dataset : datasets) {
    std::string title = printable(dataset.title);
    if (dataset.is_private) title += japanese ? "（非公開）" : " (private)";
    table.row({printable(dataset.name),
               grouped(dataset.resources.size()) + (japanese ? " ファイル" : " files"),
               moment(dataset.modified), title});
  }
  if (!streams.quiet) table.print(streams.out, 0, streams.width);
  streams.out << grouped(datasets.size()) << (japanese ? " 件\n" : " datasets\n");
}

void print_published(const ckan::PublishedDataset& dataset, Streams& streams) {
  const bool japanese = streams.language == Language::ja;
  streams.out << painted(printable(dataset.name), Colour::bold, streams)
              << (dataset.title == dataset.name ? "" : "  " + printable(dataset.title))
              << (dataset.is_private ? (japanese ? "（非公開）" : " (private)") : "") << '\n';
  Table about;
  const auto row = [&](std::string_view ja, std::string_view en, const std::string& value) {
    if (!value.empty()) about.row({std::string(japanese ? ja : en), printable(value)});
  };
  row("組織", "organisation", dataset.organization);
  row("変わった日時", "changed", moment(dataset.modified));
  row("ページ", "page", dataset.url);
  row("ID", "id", dataset.id);
  about.print(streams.out, 2, streams.width);
  for (const ckan::PublishedResource& resource : dataset.resources) {
    streams.out << "  " << printable(resource.title.empty() ? resource.key : resource.title) << "  "
                << printable(resource.format);
    if (resource.bytes > 0) streams.out << "  " << size_text(resource.bytes);
    streams.out << '\n';
    if (!resource.url.empty()) streams.out << "    " << printable(resource.url) << '\n';
    if (!resource.sha256.empty()) streams.out << "    sha256 " << printable(resource.sha256) << '\n';
  }
}

void print_checks(std::span<const ckan::ResourceCheck> checks, Streams& streams) {
  const bool japanese = streams.language == Language::ja;
  std::uint64_t good = 0;
  Table table;
  for (const ckan::ResourceCheck& check : checks) {
    if (check.state == State::good) ++good;
    table.row({printable(check.dataset), printable(check.key),
               std::string(streams.say(state_text(check.state))), printable(check.url)});
  }
  if (!streams.quiet) table.print(streams.out, 0, streams.width);
  for (const ckan::ResourceCheck& check : checks)
    if (check.fault) {
      streams.out.flush();
      print_error(*check.fault, streams, check.dataset + " " + check.key);
    }
  const std::string all = grouped(checks.size());
  streams.out << (japanese ? "確かめたファイル " + all + "、よいもの " + grouped(good) + "\n"
                           : all + " files checked, " + grouped(good) + " good\n");
}

}  // namespace anzenmap::cli
