// SPDX-License-Identifier: Apache-2.0
#include "importers/archive/zip_survey.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "gis/base/error.hpp"
#include "importers/archive/zip.hpp"
#include "importers/intake/input_file.hpp"
#include "importers/intake/spool_file.hpp"
#include "importers/markup/markup_rules.hpp"

namespace anzenmap {

namespace {

const RuleInfo members_not_read{
    .code = "IN350",
    .name = "members-not-read",
    .severity = Severity::info,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"ZIPの中の読まないファイル", "other members of a ZIP file"},
    .message = {"ZIPの中の、調査でないファイルは読みません({count}個): {names}",
                "members of the ZIP file that are no surveys are not read ({count}): {names}"},
    .why = {"写真や説明、ZIPの中のZIPからは、記録を読みません。",
            "Pictures, notes and archives in the archive hold no records that are read."},
    .remedy = {"読みたいものがあれば、ZIPから出して指定してください。",
               "Unpack what you want to be read and name it."},
    .bad = "",
    .good = ""};

const RuleInfo archive_without_survey{
    .code = "IN351",
    .name = "archive-without-survey",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"調査のないZIP", "no survey in the ZIP file"},
    .message = {"「{file}」の中に、読める調査のファイルがありません",
                "'{file}' holds no survey that can be read"},
    .why = {"ZIPの中の表や地図のデータを読みます。", "Tables and map data in a ZIP file are read."},
    .remedy = {"調査のファイルが入ったZIPか、ファイルそのものを指定してください。",
               "Name a ZIP file with a survey in it, or the survey itself."},
    .bad = "",
    .good = ""};

constexpr std::string_view kEndings[] = {".csv",      ".tsv",  ".txt",  ".xlsx", ".ods", ".geojson",
                                         ".geojsonl", ".json", ".umap", ".kml",  ".kmz", ".gpx"};
/// Unpacked, of all members together.
constexpr std::uint64_t kMostBytes = std::uint64_t{16} << 30;
constexpr std::size_t kBlock = 256 * 1024;
constexpr std::size_t kNamesTold = 5;
/// Of the first member, in its header.
constexpr std::size_t kNameAt = 30;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

/// What macOS and Windows add for themselves.
bool is_clutter(std::string_view name) {
  const std::size_t slash = name.find_last_of("/\\");
  const std::string_view base = slash == std::string_view::npos ? name : name.substr(slash + 1);
  return base.empty() || base.front() == '.' || name.starts_with("__MACOSX/") || base == "Thumbs.db";
}

bool is_survey(std::string_view name) {
  const std::string small = lower(name);
  return std::any_of(std::begin(kEndings), std::end(kEndings),
                     [&](std::string_view ending) { return small.ends_with(ending); });
}

/// A member's name without folders that could lead anywhere: "班/1.csv" is called 班_1.csv.
std::string flat_name(std::string_view name) {
  std::string out;
  for (const char c : name) {
    const bool usable = c != '/' && c != '\\' && static_cast<unsigned char>(c) >= 0x20 && c != 0x7F;
    out += usable ? c : '_';
  }
  constexpr std::size_t kLongest = 200;  // bytes that a file's name may have, and some for a number
  while (out.size() > kLongest) {
    std::size_t step = 1;
    while (step < out.size() && (static_cast<unsigned char>(out[step]) & 0xC0U) == 0x80) ++step;
    out.erase(0, step);
  }
  while (!out.empty() && out.front() == '.') out.front() = '_';
  return out.empty() ? "_" : out;
}

/// A folder that goes away with what is in it. Its files are opened and then taken away at once, so that no
/// survey is left behind whatever happens to the program.
class ScratchFolder {
 public:
  explicit ScratchFolder(const std::string& survey) {
    const char* folder = std::getenv("TMPDIR");
    path_ = std::string(folder == nullptr || *folder == '\0' ? "/tmp" : folder) + "/anzenmap-XXXXXX";
    if (::mkdtemp(path_.data()) == nullptr)
      throw Error(spool_failed, {{"file", survey, {}}, system_reason(errno)});
  }
  ~ScratchFolder() {
    if (!file_.empty()) ::unlink(file_.c_str());
    ::rmdir(path_.c_str());
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  /// Unpacks a member; returns its path, good until the next one.
  const std::string& unpack(ZipEntry& entry, const std::string& name, std::uint64_t& total) {
    drop();
    file_ = path_ + "/" + name;
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> out(std::fopen(file_.c_str(), "wbx"), &std::fclose);
    if (!out) throw Error(spool_failed, {{"file", entry.file(), {}}, system_reason(errno)});
    std::string block(kBlock, '\0');
    while (const std::size_t size = entry.read(block.data(), block.size())) {
      total += size;
      if (total > kMostBytes)
        throw Error(*markup::archive_container.too_large,
                    {{"file", entry.file(), {}}, {"part", entry.part(), {}}});
      if (std::fwrite(block.data(), 1, size, out.get()) != size)
        throw Error(spool_failed, {{"file", entry.file(), {}}, system_reason(errno)});
    }
    if (std::fflush(out.get()) != 0)
      throw Error(spool_failed, {{"file", entry.file(), {}}, system_reason(errno)});
    return file_;
  }
  void drop() {
    if (!file_.empty()) ::unlink(file_.c_str());
    file_.clear();
  }

 private:
  std::string path_;
  std::string file_;
};

class ZipSurvey final : public Source {
 public:
  ZipSurvey(const std::string& path, const ReadOptions& options, const Profile& profile)
      : file_(file_name_of(path)) {
    const ZipArchive archive = ZipArchive::open(path, file_, markup::archive_container);
    ScratchFolder scratch(path);
    const std::vector<std::string> names = archive.names();
    std::uint64_t total = 0;
    std::vector<std::string> used;
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (names[i].ends_with('/') || is_clutter(names[i])) continue;
      if (!is_survey(names[i])) {
        others_.push_back(names[i]);
        continue;
      }
      std::string name = flat_name(names[i]);
      while (std::find(used.begin(), used.end(), name) != used.end()) name.insert(0, "_");
      used.push_back(name);
      ZipEntry entry = archive.at(i);
      add(open_survey(scratch.unpack(entry, name, total), options_for(options, name), profile), names[i]);
      scratch.drop();
    }
    if (members_.empty()) throw Error(archive_without_survey, {{"file", path, {}}});
  }

  [[nodiscard]] std::span<const Layer> layers() const override { return layers_; }

  [[nodiscard]] std::vector<Diagnostic> opening_diagnostics() override {
    std::vector<Diagnostic> all;
    if (!others_.empty()) {
      std::string names;
      for (std::size_t i = 0; i < std::min(others_.size(), kNamesTold); ++i)
        names += (names.empty() ? "" : "、") + others_[i];
      if (others_.size() > kNamesTold) names += "、…";
      Diagnostic& told = all.emplace_back(make_diagnostic(members_not_read));
      told.arguments = {{"count", std::to_string(others_.size()), {}}, {"names", names, {}}};
    }
    for (const Member& member : members_) append(all, member.source->opening_diagnostics(), member.first);
    return all;
  }

  bool take(Batch& batch) override {
    for (; next_ < members_.size(); ++next_) {
      if (!members_[next_].source->take(batch)) continue;
      shift(batch, 0, members_[next_].first);
      return true;
    }
    return false;
  }

  void parse(Batch& batch) const override {
    const Member& member = member_of(batch);
    const std::size_t told = batch.diagnostics.size();
    batch.layer -= member.first;
    member.source->parse(batch);
    shift(batch, told, member.first);
  }

  void settle(Batch& batch) override {
    const Member& member = member_of(batch);
    const std::size_t told = batch.diagnostics.size();
    batch.layer -= member.first;
    member.source->settle(batch);
    shift(batch, told, member.first);
  }

  [[nodiscard]] std::vector<Diagnostic> closing_diagnostics() override {
    std::vector<Diagnostic> all;
    for (const Member& member : members_) append(all, member.source->closing_diagnostics(), member.first);
    return all;
  }

 private:
  struct Member {
    std::unique_ptr<Source> source;
    std::uint32_t first;  ///< its first layer among all
  };

  /// What earlier tries found out about this member.
  static ReadOptions options_for(const ReadOptions& options, const std::string& name) {
    ReadOptions own = options;
    own.format.reset();
    for (const RereadRequest& pin : options.members) {
      if (pin.file != name) continue;
      if (pin.item.key == "encoding" && !options.encoding) own.encoding = pin.item.value;
      if (pin.item.key == "columns_from") own.whole_outline = true;
      if (pin.item.key == "separator" && !options.separator) own.separator = pin.item.value;
    }
    return own;
  }

  void add(std::unique_ptr<Source> source, const std::string& name) {
    members_.push_back({std::move(source), static_cast<std::uint32_t>(layers_.size())});
    for (Layer layer : members_.back().source->layers()) {
      layer.reading.decide("archive", file_, DecidedBy::file, "ZIPの中の「" + name + "」です",
                           "'" + name + "' in a ZIP file");
      layers_.push_back(std::move(layer));
    }
  }

  [[nodiscard]] const Member& member_of(const Batch& batch) const {
    return *std::find_if(members_.rbegin(), members_.rend(),
                         [&](const Member& member) { return member.first <= batch.layer; });
  }

  /// From a member's own numbers of layers to those of all.
  static void shift(Batch& batch, std::size_t from, std::uint32_t first) {
    batch.layer += first;
    for (std::size_t i = from; i < batch.diagnostics.size(); ++i) batch.diagnostics[i].layer += first;
  }

  static void append(std::vector<Diagnostic>& all, std::vector<Diagnostic> some, std::uint32_t first) {
    for (Diagnostic& diagnostic : some) {
      diagnostic.layer += first;
      all.push_back(std::move(diagnostic));
    }
  }

  std::string file_;
  std::vector<Member> members_;
  std::vector<Layer> layers_;
  std::vector<std::string> others_;
  std::size_t next_ = 0;
};

ProbeResult probe(std::string_view head, std::string_view name) {
  if (!head.starts_with("PK\x03\x04")) return {};
  if (!lower(name).ends_with(".zip")) return {};
  // A workbook that somebody called .zip: its first member tells.
  const std::string_view first = head.size() > kNameAt ? head.substr(kNameAt) : std::string_view{};
  const bool package = first.starts_with("[Content_Types].xml") || first.starts_with("mimetype") ||
                       first.starts_with("_rels/") || first.starts_with("xl/");
  return {package ? 30 : 100, "ZIPで、名前が.zip", "a ZIP file named .zip"};
}

std::unique_ptr<Source> open(const std::string& path, const ReadOptions& options, const Profile& profile) {
  return std::make_unique<ZipSurvey>(path, options, profile);
}

}  // namespace

const Importer zip_importer{
    .name = "zip", .title = {"ZIP(調査をまとめたもの)", "ZIP of surveys"}, .probe = probe, .open = open};

std::span<const RuleInfo* const> zip_rules() {
  static constexpr std::array<const RuleInfo*, 2> rules{&members_not_read, &archive_without_survey};
  return rules;
}

}  // namespace anzenmap
